"""Quotation marks: they widen what a clause says, stand alone beside their cue, or go on from the last speaker."""

from collections.abc import Iterator, Sequence

import msgspec

from legation.model import Quotation, Reading, Sentence, Span, Token
from legation.records.statements.clauses import cue_span, subject_of
from legation.records.statements.drafts import Draft, phrase, wordy
from legation.records.statements.verbs import reporting, unreal

SHORT = 4
"""Fewer words than this between marks are a word quoted inside somebody's clause, unless a cue stands right beside them."""


def joined(reading: Reading, found: Sequence[Draft]) -> list[Draft]:
    """The drafts of a document after its quotations have been worked in, in order of the text."""
    drafts = list(found)
    place = {s.index: s for s in reading.sentences}
    for quotation in reading.quotations:
        if not any(c.isalnum() for c in reading.text(quotation.span)):
            continue
        _place(reading, quotation, drafts, place)
    return sorted(drafts, key=lambda d: (d.content[0], d.cue))


def _place(reading: Reading, quotation: Quotation, drafts: list[Draft], place: dict[int, Sentence]) -> None:
    holder = _holder(drafts, quotation)
    if holder is not None:
        drafts[holder] = _widened(drafts[holder], quotation)
        return
    around = [s for s in reading.sentences if s.span.overlaps(quotation.outer)]
    if not around:
        return
    cued = _beside(around, quotation)
    if cued is not None:
        drafts.append(cued)
        return
    _carry(around, quotation, drafts)


def _holder(drafts: Sequence[Draft], quotation: Quotation) -> int | None:
    """The draft of whose content the quotation is a part; the innermost whose cue stands outside the quotation."""
    held = [
        (sum(s.end - s.start for s in d.content), n)
        for n, d in enumerate(drafts)
        if any(s.overlaps(quotation.span) for s in d.content) and not any(c.overlaps(quotation.span) for c in d.cue)
    ]
    return min(held)[1] if held else None


def _widened(draft: Draft, quotation: Quotation) -> Draft:
    spans = []
    grown = quotation.span
    for span in draft.content:
        if span.overlaps(grown):
            grown = Span(min(span.start, grown.start), max(span.end, grown.end))
        else:
            spans.append(span)
    return draft.saying(tuple(sorted([*spans, grown])))


def _beside(around: Sequence[Sentence], quotation: Quotation) -> Draft | None:
    """A quotation whose cue stands outside it in its first or last sentence but did not take it as complement."""
    for sentence in (around[-1], around[0]):
        near = list(_cues(sentence, quotation))
        if near:
            verb = min(near, key=lambda t: min(abs(t.start - quotation.outer.end), abs(quotation.outer.start - t.end)))
            subject = subject_of(sentence, verb) or _inverted(sentence, verb)
            row = reporting(sentence, verb)
            return Draft(
                pattern="beside",
                act=row.act if row else "speech",
                sentence=sentence.index,
                cue=(cue_span(sentence, verb),),
                content=(quotation.span,),
                speaker=phrase(sentence, subject) if subject else None,
                head=subject.span if subject else None,
            )
    return None


def _cues(sentence: Sentence, quotation: Quotation) -> Iterator[Token]:
    for token in sentence.tokens:
        row = reporting(sentence, token)
        outside = not token.span.overlaps(quotation.span)
        if row is not None and outside and "quote" in row.patterns and not unreal(sentence, token):
            yield token


def _inverted(sentence: Sentence, verb: Token) -> Token | None:
    """ "said X" where the parser took X for an object."""
    after = [c for c in sentence.children(verb, "dobj", "attr", "npadvmod") if c.i > verb.i and c.tag.startswith("NN")]
    return after[0] if after else None


def _carry(around: Sequence[Sentence], quotation: Quotation, drafts: list[Draft]) -> None:
    """A quotation without a cue goes on from the speaker before it, if it fills its sentences."""
    outside = [t for s in around for t in s.tokens if wordy(t) and not t.span.overlaps(quotation.span)]
    before = [d for d in drafts if d.content[-1].end <= quotation.span.start and d.act == "speech" and d.speaker]
    if len(outside) > 0 or not before:
        return
    last = max(before, key=lambda d: max(d.cue[-1].end if d.cue else 0, d.content[-1].end))
    gap = around[0].index - last.sentence
    if gap == 1 and last.pattern in {"beside", "clause"} and last.cue and last.cue[-1].start > last.content[-1].start:
        drafts[drafts.index(last)] = last.saying((*last.content, quotation.span))
    elif gap <= 3:
        drafts.append(
            msgspec.structs.replace(
                last, pattern="carried", content=(quotation.span,), cue=(), sentence=around[0].index, carried=True
            )
        )
