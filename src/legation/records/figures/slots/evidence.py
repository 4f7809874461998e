"""The words that carry a figure: the number and its measure, no more."""

from legation.model import Quantity, Span
from legation.records.measures import Anchor, Passage

WIDEST = 120
"""How long one piece of evidence may be; beyond it number and measure are two pieces."""


def evidence(passage: Passage, quantity: Quantity, anchor: Anchor | None) -> tuple[Span, ...]:
    """One span from measure word to number where nothing else stands between, else two; never
    another number.
    """
    number = _within(passage, quantity.span)
    if anchor is None:
        return (number,)
    phrase = _phrase(passage, anchor)
    joined = Span(min(number.start, phrase.start), max(number.end, phrase.end))
    if joined.end - joined.start <= WIDEST and not _others(passage, quantity, joined):
        return (joined,)
    if _others(passage, quantity, phrase):
        phrase = anchor.token.span
    pieces = [number] if number.overlaps(phrase) else sorted((number, phrase))
    return tuple(pieces)


def _within(passage: Passage, span: Span) -> Span:
    return Span(
        max(span.start, passage.sentence.span.start), min(span.end, passage.sentence.span.end)
    )


def _others(passage: Passage, quantity: Quantity, span: Span) -> bool:
    return any(
        q.digits.overlaps(span)
        for q in passage.quantities
        if q.unit != "count" and not q.digits.overlaps(quantity.digits)
    )


def _phrase(passage: Passage, anchor: Anchor) -> Span:
    """The measure word with the owners before it and the parties after it."""
    worded = [t for t in anchor.before if t.text[:1].isalnum()]
    start = worded[0].start if worded else anchor.token.start
    named = [t for t in anchor.after[:8] if t.i in passage.standing]
    end = named[-1].end if named and anchor.word.pos == "noun" else anchor.token.end
    return Span(start, end)
