"""Quotation marks: they widen what a clause says, stand alone beside their cue, or go on from the
last speaker.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from legation.grammar.sources import speaker
from legation.grammar.speech import reporting
from legation.model import Quotation, Reading, Sentence, Span, Token
from legation.records.agency import sayers, voice_of
from legation.records.phrases import phrase, readable, wordy
from legation.records.statements.candidates.drafts import Draft
from legation.records.statements.candidates.telling import unreal
from legation.records.statements.candidates.verbal import cue_span

SHORT = 4
"""Fewer words between marks are a word quoted inside somebody's clause, unless a colon or comma
leads to them.
"""
NEAR = 6
"""So many words may stand between a cue and its quotation: "said in a statement: “…"."""
REACH = 3
"""A quotation without a cue goes on from a speaker at most so many sentences before it."""
DASHES = frozenset({"―", "—", "–", "--", "-"})


def joined(reading: Reading, found: Sequence[Draft]) -> list[Draft]:
    """The drafts of a document after its quotations have been worked in, in order of the text."""
    drafts: dict[int, list[Draft]] = {}
    for draft in found:
        drafts.setdefault(draft.sentence, []).append(draft)
    at = 0
    last: Draft | None = None
    for quotation in reading.quotations:
        while (
            at < len(reading.sentences) and reading.sentences[at].span.end <= quotation.outer.start
        ):
            at += 1
        around = _around(reading.sentences, at, quotation)
        if around:
            last = _place(reading, quotation, around, drafts, last)
    return sorted(
        (d for held in drafts.values() for d in held), key=lambda d: (d.content[0], d.cue)
    )


def within(reading: Reading, content: Sequence[Span]) -> list[Span]:
    """The quotations that share a character with what is said."""
    first = bisect_left(reading.quotations, content[0].start, key=lambda q: q.outer.start)
    held = []
    for index in range(max(0, first - 3), len(reading.quotations)):
        quotation = reading.quotations[index]
        if quotation.span.start >= content[-1].end:
            break
        if any(quotation.span.overlaps(c) for c in content):
            held.append(quotation.span)
    return held


def _around(sentences: Sequence[Sentence], at: int, quotation: Quotation) -> list[Sentence]:
    held = []
    for index in range(at, len(sentences)):
        sentence = sentences[index]
        if sentence.span.start >= quotation.outer.end:
            break
        if sentence.span.overlaps(quotation.outer):
            held.append(sentence)
    return held


def _place(
    reading: Reading,
    quotation: Quotation,
    around: Sequence[Sentence],
    drafts: dict[int, list[Draft]],
    last: Draft | None,
) -> Draft | None:
    """Give the quotation to the draft that holds it, to a cue beside it or to the last speaker;
    the new last speaker.
    """
    if _names(around, drafts, quotation):
        return last
    homes = [around[0].index - 1, *(s.index for s in around)]
    home = [(i, n, d) for i in homes for n, d in enumerate(drafts.get(i, ()))]
    held = [x for x in home if _holds(x[2], quotation)]
    if held:
        index, n, draft = min(held, key=lambda x: sum(s.end - s.start for s in x[2].content))
        drafts[index][n] = _widened(draft, quotation)
        return drafts[index][n]
    if last is not None and any(c.holds(quotation.span) for c in last.content):
        return last
    broken = _broken(around[0], quotation, drafts)
    if broken is not None:
        return _joined(drafts[around[0].index], broken, quotation.span)
    new = _beside([*around, *_next(reading, around[-1], quotation)], quotation) or _signed(
        around, quotation
    )
    if new is not None:
        same = [n for n, d in enumerate(drafts.get(new.sentence, ())) if d.cue == new.cue]
        if same:
            return _joined(drafts[new.sentence], same[0], *new.content)
        drafts.setdefault(new.sentence, []).append(new)
        return new
    return _carried(reading, around, quotation, drafts, last)


def _names(
    around: Sequence[Sentence], drafts: dict[int, list[Draft]], quotation: Quotation
) -> bool:
    """Whether the marks stand in a speaker's description: "X, on the programme “Today”, said"."""
    near = [d for s in around for d in drafts.get(s.index, ())]
    return any(d.speaker is not None and d.speaker.holds(quotation.span) for d in near)


def _joined(held: list[Draft], n: int, *more: Span) -> Draft:
    """A quotation broken by its cue is one statement with several stretches of content."""
    held[n] = held[n].saying(tuple(sorted({*held[n].content, *more})))
    return held[n]


def _holds(draft: Draft, quotation: Quotation) -> bool:
    """Whether the quotation is part of what the draft says, its cue standing outside."""
    inside = any(s.overlaps(quotation.span) for s in draft.content)
    return inside and not any(c.overlaps(quotation.span) for c in draft.cue)


def _widened(draft: Draft, quotation: Quotation) -> Draft:
    """The draft with the whole quotation in its content, but never with its own cue or speaker."""
    grown, spans = quotation.span, []
    for span in draft.content:
        if span.overlaps(grown):
            grown = Span(min(span.start, grown.start), max(span.end, grown.end))
        else:
            spans.append(span)
    own = [*draft.cue, *([draft.speaker] if draft.speaker else [])]
    if any(s.overlaps(grown) for s in own):
        return draft
    return draft.saying(tuple(sorted([*spans, grown])))


def _beside(around: Sequence[Sentence], quotation: Quotation) -> Draft | None:
    """A quotation whose cue stands outside it in its first or last sentence but did not take it as
    complement.
    """
    ends = [s for s in {s.index: s for s in (around[0], around[-1])}.values() if readable(s)]
    found = [(distance, s, verb) for s in ends for distance, verb in _cues(s, quotation)]
    if not found:
        return None
    _, sentence, verb = min(found, key=lambda x: x[0])
    row = reporting(sentence, verb)
    subject = speaker(sentence, verb)
    if subject is not None and subject.span.overlaps(quotation.span):
        subject = None
    return Draft(
        pattern="beside",
        act=row.act if row else "speech",
        sentence=sentence.index,
        cue=(cue_span(sentence, verb),),
        content=(quotation.span,),
        speaker=phrase(sentence, subject, _quoted(sentence, quotation)) if subject else None,
        head=subject.span if subject else None,
    )


def _broken(sentence: Sentence, quotation: Quotation, drafts: dict[int, list[Draft]]) -> int | None:
    """ "“A,” X told reporters on his way out, “but B”": what was begun before the cue goes on
    after a comma.
    """
    before = [t for t in sentence.tokens if t.end <= quotation.outer.start]
    if not before or before[-1].text != ",":
        return None
    begun = [
        n
        for n, d in enumerate(drafts.get(sentence.index, ()))
        if d.act == "speech"
        and d.cue
        and d.content[-1].end <= d.cue[0].start
        and d.cue[-1].end <= quotation.outer.start
    ]
    return (
        begun[-1]
        if begun and not _told_after(sentence, quotation, drafts[sentence.index][begun[-1]])
        else None
    )


def _told_after(sentence: Sentence, quotation: Quotation, begun: Draft) -> bool:
    """Whether another verb of telling stands between a cue and the quotation: ", adding, “B”"."""
    between = (
        t
        for t in sentence.tokens
        if begun.cue[-1].end <= t.start and t.end <= quotation.outer.start
    )
    return any(reporting(sentence, t) is not None for t in between)


def _next(reading: Reading, sentence: Sentence, quotation: Quotation) -> list[Sentence]:
    """The sentence after a quotation that ended in a stop of its own, if it holds nothing but the
    cue: "“… ends!” he said.
    """
    index = sentence.index + 1
    if index >= len(reading.sentences) or sentence.span.end > quotation.outer.end:
        return []
    following = reading.sentences[index]
    root = following.root()
    bare = not following.children(root, "ccomp", "dobj", "xcomp", "attr")
    return [following] if bare and following.paragraph == sentence.paragraph else []


def _quoted(sentence: Sentence, quotation: Quotation) -> frozenset[int]:
    return frozenset(t.i for t in sentence.within(quotation.outer))


def _cues(sentence: Sentence, quotation: Quotation) -> Iterator[tuple[int, Token]]:
    """The verbs that can have said it, with the number of words between."""
    for token in sentence.tokens:
        row = reporting(sentence, token)
        if row is None or "quote" not in row.patterns or token.span.overlaps(quotation.outer):
            continue
        between = _between(sentence, token, quotation)
        if row.lemma in sayers().of_documents and not _document(sentence, token):
            continue
        if _touches(between, token, quotation, sentence) and not unreal(sentence, token):
            yield sum(map(wordy, between)), token


def _document(sentence: Sentence, verb: Token) -> bool:
    subject = speaker(sentence, verb)
    return subject is not None and voice_of(sentence, subject) == "document"


def _between(sentence: Sentence, token: Token, quotation: Quotation) -> list[Token]:
    if token.end <= quotation.outer.start:
        return [t for t in sentence.tokens if t.i > token.i and t.end <= quotation.outer.start]
    return [t for t in sentence.tokens if t.i < token.i and t.start >= quotation.outer.end]


def _touches(
    between: Sequence[Token], token: Token, quotation: Quotation, sentence: Sentence
) -> bool:
    words = sum(map(wordy, between))
    if token.start >= quotation.outer.end:
        subject = speaker(sentence, token)
        own = {t.i for t in sentence.subtree(subject)} if subject is not None else set()
        return all(t.i in own or not wordy(t) or t.tag.startswith(("RB", "MD")) for t in between)
    led = any(t.text in {":", ","} for t in between[-2:])
    long = len(quotation_words(sentence, quotation)) >= SHORT
    return words <= NEAR and led if words else long or led


def quotation_words(sentence: Sentence, quotation: Quotation) -> list[Token]:
    """The words of a sentence that stand in a quotation."""
    return [t for t in sentence.within(quotation.span) if wordy(t)]


def _signed(around: Sequence[Sentence], quotation: Quotation) -> Draft | None:
    """ "“…” — Name" at the end of a line."""
    sentence = around[-1]
    after = [t for t in sentence.tokens if t.start >= quotation.outer.end]
    names = [t for t in after[1:] if wordy(t)]
    if (
        len(after) < 2
        or after[0].text not in DASHES
        or not names
        or not all(t.tag.startswith("NNP") for t in names)
    ):
        return None
    return Draft(
        pattern="signed",
        act="speech",
        sentence=sentence.index,
        cue=(after[0].span,),
        content=(quotation.span,),
        speaker=Span(names[0].start, names[-1].end),
        head=names[-1].span,
    )


def _carried(
    reading: Reading,
    around: Sequence[Sentence],
    quotation: Quotation,
    drafts: dict[int, list[Draft]],
    last: Draft | None,
) -> Draft | None:
    """A quotation without a cue goes on from the speaker before it, if it fills its sentences."""
    outside = any(
        wordy(t) and not t.span.overlaps(quotation.span) for s in around for t in s.tokens
    )
    before = _before(around[0].index, drafts, last)
    if outside or before is None or before.speaker is None:
        return last
    gap = around[0].index - before.sentence
    same = reading.sentences[before.sentence].paragraph == around[0].paragraph
    if gap == 1 and same and before.cue and before.cue[-1].start > before.content[0].start:
        place = drafts[before.sentence].index(before)
        drafts[before.sentence][place] = before.saying((*before.content, quotation.span))
        return drafts[before.sentence][place]
    new = msgspec.structs.replace(
        before,
        pattern="carried",
        content=(quotation.span,),
        cue=(),
        sentence=around[0].index,
        carried=True,
    )
    drafts.setdefault(around[0].index, []).append(new)
    return new


def _before(index: int, drafts: dict[int, list[Draft]], last: Draft | None) -> Draft | None:
    """The last speech in the sentences before; the outermost of its sentence."""
    for back in range(1, REACH + 1):
        speech = [
            d for d in drafts.get(index - back, ()) if d.act == "speech" and d.speaker is not None
        ]
        if speech:
            return max(speech, key=lambda d: (d is last, sum(s.end - s.start for s in d.content)))
    return None
