"""Where the number of a figure stands, and the words before it."""

from collections.abc import Sequence

from legation.model import Figure, Quantity, Reading, Sentence, Span, Token

FROM_CUES = frozenset({"from", "against", "versus", "vs"})
FROM_REACH = 2
"""How many words before a number its "from" may stand: "from about 2.77 billion"."""
COMPARING = frozenset({"compared", "comparison"})
COMPARING_REACH = 4


def number(reading: Reading, figure: Figure) -> Span:
    """The place of the figure's number; its evidence where the reading has no such quantity."""
    held = (q for q in reading.quantities if any(e.overlaps(q.digits) for e in figure.evidence))
    same = (q for q in held if q.unit == figure.unit and _size(q) == abs(figure.value.middle))
    found = next(same, None)
    return found.digits if found else figure.evidence[0]


def _size(quantity: Quantity) -> object:
    return abs(quantity.interval.middle)


def is_start(reading: Reading, figure: Figure) -> bool:
    """Whether the number is where a change began: "up from 2.77 billion", "against 3 billion a year earlier"."""
    words = [word.lower for word in _before(reading, number(reading, figure)) if word.tag not in ("$", "SYM", ",")]
    return bool(FROM_CUES & set(words[-FROM_REACH:]) or COMPARING & set(words[-COMPARING_REACH:]))


def _before(reading: Reading, place: Span) -> Sequence[Token]:
    holder = sentence_of(reading, place)
    return [] if holder is None else [t for t in holder.tokens if t.end <= place.start]


def sentence_of(reading: Reading, place: Span) -> Sentence | None:
    """The sentence that holds a place."""
    return next((s for s in reading.sentences if s.span.overlaps(place)), None)


def order(reading: Reading, figure: Figure) -> int:
    """The number of the figure's sentence; without sentences, one for each distinct place of a sentence."""
    holder = sentence_of(reading, figure.evidence[0])
    if holder is not None:
        return holder.index
    return figure.sentence.start if figure.sentence else figure.evidence[0].start
