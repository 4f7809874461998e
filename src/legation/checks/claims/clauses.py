"""A claim cut into clauses, each with the numbers, times and countries that stand in it."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from legation.checks.claims import amounts, entities, words
from legation.checks.claims.amounts import Amount
from legation.checks.claims.entities import Entity, Grouping
from legation.checks.claims.times import Time, times
from legation.model import Reading, Span

BREAK = re.compile(
    r"(?:[,;]|\s[-–—])\s+|\s(?=(?:while|whereas|but|before (?=[a-z]+ing\b))\b)"
    r"|\s(?=and (?:now|it|has|have|is|are|was|were|remains?|remained|reached|fell|rose"
    r"|continues?|then|dropped|this)\b)"
)


class Clause(Struct, frozen=True):
    """A piece of the claim with what stands in it."""

    span: Span
    text: str
    amounts: tuple[Amount, ...]
    times: tuple[Time, ...]
    countries: tuple[Entity, ...]
    groups: tuple[Grouping, ...]


def clauses(reading: Reading) -> list[Clause]:
    """The claim cut where its grammar cuts it; a piece that says nothing by itself belongs to its
    neighbour.
    """
    text = reading.document.text
    found, when, who = amounts.amounts(reading), times(text), entities.named(reading)
    numbers = [a for a in found if not any(a.span.overlaps(t.span) for t in when)]
    when = [
        t for t in when if not (t.kind == "back" and any(a.span.overlaps(t.span) for a in numbers))
    ]
    pieces = list(
        _merged(text, _cut(reading, [*(a.span for a in numbers), *(t.span for t in when)]))
    )

    def within(span: Span) -> Clause:
        return Clause(
            span,
            span.of(text),
            tuple(a for a in numbers if span.holds(a.span)),
            tuple(t for t in when if span.overlaps(t.span)),
            tuple(c for c in who.countries if span.overlaps(c.span)),
            tuple(g for g in who.groups if span.overlaps(g.span)),
        )

    return [within(span) for span in pieces]


def _cut(reading: Reading, whole: Sequence[Span]) -> Iterator[Span]:
    """Pieces between commas and conjunctions, never through a number or a time."""
    for sentence in reading.sentences:
        start, text = sentence.span.start, reading.document.text
        for match in BREAK.finditer(text, sentence.span.start, sentence.span.end):
            if match.start() > start and not any(
                span.start < match.start() < span.end for span in whole
            ):
                yield Span(start, match.start())
                start = match.end()
        if start < sentence.span.end:
            yield Span(start, sentence.span.end)


def telling(text: str) -> bool:
    """Whether a piece says something by itself."""
    return any(
        words.has(cue, text)
        for cue in (
            "up",
            "down",
            "max",
            "min",
            "moreany",
            "lessany",
            "more",
            "less",
            "only",
            "zero",
            "flat",
        )
    ) or bool(
        re.search(r"\d(?!\d{3}\b)[\d.,]*\s?(?:%|[a-z])", text)
        or re.search(r"\b(?:quarter|third|half|zero|in (?:every )?\w+|out of)\b", text)
    )


def _merged(text: str, pieces: Iterator[Span]) -> Iterator[Span]:
    held: Span | None = None
    made: list[Span] = []
    for piece in pieces:
        joined = Span(held.start, piece.end) if held else piece
        if telling(piece.of(text)) and not _bare(piece.of(text)):
            made.append(joined)
            held = None
        else:
            held = joined
    if held and made:
        made[-1] = Span(made[-1].start, held.end)
    yield from made or ([held] if held else [])


def _bare(piece: str) -> bool:
    """Whether a piece is only a time or a list before the verb ("In 2018", "since 2010")."""
    return re.fullmatch(
        r"(?:in|since|by|from|between|over|during|for|prior to|before|after|as of|until"
        r"|throughout)\b[^,]{0,45}",
        piece.strip(),
        re.I,
    ) is not None and not re.search(
        r"\b(?:is|are|was|were|has|have|had|account\w*|died?|spen[dt]s?|\w+ed)\b", piece
    )
