"""The source text cut where an entry's words begin or end."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from legation.model import Span
from legation.views.cards import Card


class Piece(Struct, frozen=True):
    """A run of the source text: the numbers of the cards whose words it is part of, and of those
    whose words end here.
    """

    text: str
    entries: tuple[int, ...]
    ends: tuple[int, ...]


def pieces(text: str, cards: Sequence[Card]) -> tuple[Piece, ...]:
    """The whole text cut where a card's words begin or end; put together again it is the text."""
    spans = [(span, c.number) for c in cards for span in c.spans if span.end > span.start]
    cuts = sorted({0, len(text), *(edge for span, _ in spans for edge in span)})
    last = {c.number: max(span.end for span in c.spans) for c in cards if c.spans}
    return tuple(
        Piece(text[start:end], entries, tuple(n for n in entries if last[n] == end))
        for (start, end), entries in zip(pairwise(cuts), _standing(cuts, spans), strict=True)
    )


def _standing(cuts: list[int], spans: list[tuple[Span, int]]) -> Iterator[tuple[int, ...]]:
    """For each piece between two cuts, the numbers of the cards whose words it is part of."""
    turns: dict[int, list[tuple[int, int]]] = {}
    for span, number in spans:
        turns.setdefault(span.start, []).append((number, 1))
        turns.setdefault(span.end, []).append((number, -1))
    covered: Counter[int] = Counter()
    for cut in cuts[:-1]:
        for number, step in turns.get(cut, ()):
            covered[number] += step
        covered = +covered
        yield tuple(sorted(covered))
