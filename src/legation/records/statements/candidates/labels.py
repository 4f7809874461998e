"""Speakers before a colon.

Interviews ("SMITH: …", "Q: …") and headlines ("Minister: trade to double", "Trade to double:
minister").
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from legation.lexicon import word_set
from legation.model import Reading, Sentence, Span, Token
from legation.records.agency import sayers, voice_of
from legation.records.phrases import wordy
from legation.records.statements.candidates.drafts import Draft

NAME = 3
"""Words of a name in capitals."""
LONGEST = 6
"""Words of a label; what is longer before a colon is a sentence."""
ANSWERS = frozenset({"a", "answer"})
TURNS = word_set("statements", "labels.turns")
OPENING = frozenset({'"', "“", "„", "«", "``"})
HEADLINE = 160
"""Characters; a first paragraph that is longer is no headline."""


def drafts(reading: Reading) -> Iterator[Draft]:
    """The statements of labelled paragraphs, in order of the text."""
    paragraphs = [list(group) for _, group in groupby(reading.sentences, key=lambda s: s.paragraph)]
    labelled = [
        (p, label)
        for p in paragraphs
        if (label := _label(p)) and not reading.background.is_furniture(label[0].span)
    ]
    names = [_words(label) for _, label in labelled]
    often = Counter(names)
    answering = _interviewed(reading, labelled[0][0][0].span.start) if labelled else None
    several = sum(_upper(name) for name in names) > 1
    for (paragraph, label), name in zip(labelled, names, strict=True):
        turn = name in TURNS or (several and _upper(name)) or often[name] > 1
        if turn and any(map(wordy, _after(paragraph, label))):
            yield _draft(
                paragraph,
                label,
                None if name.lower() in TURNS else label,
                answering if name in ANSWERS else None,
            )
    if len(paragraphs) > 1:
        yield from _headline(paragraphs[0], bool(labelled) and labelled[0][0] is paragraphs[0])


def _label(paragraph: Sequence[Sentence]) -> list[Token]:
    """The words before the colon of a paragraph's first sentence, if they are few and names or
    titles.
    """
    tokens = paragraph[0].tokens
    while tokens and tokens[0].text in OPENING:
        tokens = tokens[1:]
    at = next((n for n, t in enumerate(tokens[: LONGEST + 1]) if t.text == ":"), 0)
    held = list(tokens[:at])
    named = held and all(
        t.tag.startswith("NN") or not wordy(t) or t.text.istitle() or t.text.isupper() for t in held
    )
    return held if named else []


def _upper(name: str) -> bool:
    """A name in capitals; once in a document it is a dateline ("ISLAMABAD: …"), and longer it is a
    heading.
    """
    return name.isupper() and len(name) > 1 and len(name.split()) <= NAME


def _after(paragraph: Sequence[Sentence], label: Sequence[Token]) -> list[Token]:
    """What follows the colon; the parser may have ended a sentence there."""
    return [t for s in paragraph for t in s.tokens if t.i > label[-1].i + 1]


def _words(label: Sequence[Token]) -> str:
    words = " ".join(t.text for t in label if wordy(t))
    return words.lower() if words.lower() in TURNS else words


def _interviewed(reading: Reading, first: int) -> Span | None:
    """The one person of a country who is named before the first label, or else the one with a full
    name.
    """
    before = [a for a in reversed(reading.actors) if a.person and a.span.end <= first]
    of_country = {a.entity: a.span for a in before if a.actor}
    named = of_country or {a.entity: a.span for a in before if " " in str(a.person)}
    return next(iter(named.values())) if len(named) == 1 else None


def _draft(
    paragraph: Sequence[Sentence],
    label: Sequence[Token],
    speaker: Sequence[Token] | None,
    answering: Span | None,
) -> Draft:
    start = _after(paragraph, label)[0].start
    return Draft(
        pattern="label",
        act="speech",
        sentence=paragraph[0].index,
        cue=(Span(label[-1].end, label[-1].end + 1),),
        content=(Span(start, paragraph[-1].span.end),),
        speaker=Span(speaker[0].start, speaker[-1].end) if speaker else answering,
        head=speaker[-1].span if speaker else answering,
    )


def _headline(paragraph: Sequence[Sentence], labelled: bool) -> Iterator[Draft]:
    """A headline is a short first paragraph with a verb, and somebody who can speak on one side of
    its colon.
    """
    whole = Span(paragraph[0].span.start, paragraph[-1].span.end)
    tokens = [t for s in paragraph for t in s.tokens]
    at = next((n for n, t in enumerate(tokens) if t.text == ":"), 0)
    if not 0 < at < len(tokens) - 1 or whole.end - whole.start > HEADLINE:
        return
    before, after = tokens[:at], tokens[at + 1 :]
    if labelled and _speaks(paragraph, before) and _says(after):
        yield _split(paragraph, tokens[at], before, after)
    elif len(after) <= LONGEST and _speaks(paragraph, after) and _says(before):
        yield _split(paragraph, tokens[at], after, before)


def _speaks(paragraph: Sequence[Sentence], tokens: Sequence[Token]) -> bool:
    """Whether the words end in a person, an office or a document: a country before a colon is a
    topic.
    """
    last = next((t for t in reversed(tokens) if wordy(t)), None)
    if last is None or any(t.tag.startswith("VB") for t in tokens):
        return False
    home = next(s for s in paragraph if s.span.holds(last.span))
    known = sayers()
    if last.lemma in known.people | known.documents or last.lower in known.people | known.documents:
        return True
    return last.entity == "PERSON" and voice_of(home, last) == "person"


def _says(tokens: Sequence[Token]) -> bool:
    return any(t.tag.startswith(("VB", "MD")) or t.tag == "TO" for t in tokens)


def _split(
    paragraph: Sequence[Sentence], colon: Token, speaker: Sequence[Token], content: Sequence[Token]
) -> Draft:
    home = next(s for s in paragraph if s.span.holds(colon.span))
    return Draft(
        pattern="headline",
        act="speech",
        sentence=home.index,
        cue=(colon.span,),
        content=(Span(content[0].start, content[-1].end),),
        speaker=Span(speaker[0].start, speaker[-1].end),
        head=speaker[-1].span,
    )
