"""The text by paragraphs, each with the entries that stand on its words: the eye never hunts."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from legation.model import Span
from legation.views.cards import Card
from legation.views.pieces import Piece, pieces

BLANK_LINE = re.compile(r"\n[ \t\r]*\n\s*")
LINE_END = re.compile(r"\n+")


class Paragraph(Struct, frozen=True, kw_only=True):
    """A paragraph of the source with its entries; the less certain ones stand apart."""

    pieces: tuple[Piece, ...]
    cards: tuple[Card, ...]
    possible: tuple[Card, ...]

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(piece.text for piece in self.pieces)


def paragraphs(
    text: str, shown: Sequence[Card], rest: Sequence[Card] = ()
) -> tuple[Paragraph, ...]:
    """The text cut into paragraphs, each with the cards whose words begin in it.

    Args:
        text: the source text.
        shown: the cards that a reader sees first; those that are less certain stand apart too.
        rest: the cards that are left out until they are asked for.

    Returns:
        The paragraphs in order; put together, their pieces are the text without the white space
        between paragraphs. A card without words of its own stands beside the first.
    """
    spans = list(_spans(text))
    starts = [span.start for span in spans]
    held: dict[int, list[Card]] = {}
    for card in (*shown, *rest):
        start = card.spans[0].start if card.spans else 0
        held.setdefault(max(0, bisect_right(starts, start) - 1), []).append(card)
    cut = _cut(pieces(text, (*shown, *rest)), spans)
    folded = {c.number for c in rest} | {c.number for c in shown if c.possible}
    return tuple(
        Paragraph(
            pieces=tuple(cut[number]),
            cards=tuple(c for c in held.get(number, ()) if c.number not in folded),
            possible=tuple(c for c in held.get(number, ()) if c.number in folded),
        )
        for number in range(len(spans))
    )


def _spans(text: str) -> Iterator[Span]:
    """Paragraphs part at blank lines, or at every line end where there are none."""
    parting = BLANK_LINE if BLANK_LINE.search(text.strip()) else LINE_END
    cuts = [0, *(at for found in parting.finditer(text) for at in found.span()), len(text)]
    for start, end in list(pairwise(cuts))[::2]:
        if text[start:end].strip():
            yield Span(start, end)


def _cut(whole: Sequence[Piece], spans: Sequence[Span]) -> list[list[Piece]]:
    """The pieces of each paragraph, those that cross its edges cut there; one pass over both."""
    held: list[list[Piece]] = [[] for _ in spans]
    at = number = 0
    for piece in whole:
        after = at + len(piece.text)
        while number < len(spans) and spans[number].start < after:
            span = spans[number]
            start, end = max(at, span.start), min(after, span.end)
            if start < end:
                ends = piece.ends if end == after else ()
                held[number].append(Piece(piece.text[start - at : end - at], piece.entries, ends))
            if span.end > after:
                break
            number += 1
        at = after
    return held
