"""Where the number of a figure stands, and the words before it."""

from bisect import bisect_right
from collections.abc import Callable, Sequence

from legation.lexicon import word_set
from legation.model import Figure, Quantity, Reading, Sentence, Span, Token

FROM_CUES = word_set("checks", "places.from_cues")
FROM_REACH = 2
"""How many words before a number its "from" may stand: "from about 2.77 billion"."""
COMPARING = frozenset({"compared", "comparison"})
COMPARING_REACH = 4
MOST_SENTENCES = 8
"""A record's evidence stands in one sentence, or in very few."""
Near = Callable[[Figure], Sequence[Figure]]
"""The figures near one."""


def number(reading: Reading, figure: Figure) -> Span:
    """The place of the figure's number; its evidence where the reading has no such quantity."""
    held = (q for q in reading.quantities if any(e.overlaps(q.digits) for e in figure.evidence))
    same = (q for q in held if q.unit == figure.unit and _size(q) == abs(figure.value.middle))
    found = next(same, None)
    return found.digits if found else figure.evidence[0]


def _size(quantity: Quantity) -> object:
    return abs(quantity.interval.middle)


def is_start(reading: Reading, figure: Figure) -> bool:
    """Whether the number is where a change began: "up from 2.77 billion", "against 3 billion a
    year earlier".
    """
    words = [
        word.lower
        for word in _before(reading, number(reading, figure))
        if word.tag not in ("$", "SYM", ",")
    ]
    return bool(FROM_CUES & set(words[-FROM_REACH:]) or COMPARING & set(words[-COMPARING_REACH:]))


def _before(reading: Reading, place: Span) -> Sequence[Token]:
    holder = sentence_of(reading, place)
    return [] if holder is None else [t for t in holder.tokens if t.end <= place.start]


def sentence_of(reading: Reading, place: Span) -> Sentence | None:
    """The sentence that holds a place; of several the first."""
    return next(iter(sentences_over(reading, place)), None)


def sentences_over(reading: Reading, place: Span) -> list[Sentence]:
    """The sentences that share a character with a place. They are sorted, so a search by halves
    will do.
    """
    first = bisect_right(reading.sentences, place.start, key=_end)
    held: list[Sentence] = []
    for sentence in reading.sentences[first : first + MOST_SENTENCES]:
        if sentence.span.start >= place.end:
            break
        held.append(sentence)
    return held


def _end(sentence: Sentence) -> int:
    return sentence.span.end


def neighbours(reading: Reading, figures: Sequence[Figure]) -> Near:
    """For a figure, those in its sentence and the two beside it; all of them where the reading has
    no sentences.
    """
    if not reading.sentences:
        return lambda figure: figures
    rows: dict[int, list[Figure]] = {}
    for figure in figures:
        rows.setdefault(_order(reading, figure), []).append(figure)

    def near(figure: Figure) -> list[Figure]:
        row = _order(reading, figure)
        return [other for beside in (row - 1, row, row + 1) for other in rows.get(beside, [])]

    return near


def _order(reading: Reading, figure: Figure) -> int:
    holder = sentence_of(reading, figure.evidence[0])
    return holder.index if holder else -2
