"""Whether a trade figure is of goods, of services or of both, where its words say so."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

from msgspec.structs import replace

from legation.lexicon import word_pattern
from legation.model import Figure, Quantity, Reading, Record, Span

Basis = Literal["goods", "services", "goods_and_services"]
TRADED = ("trade_total", "exports", "imports", "balance", "growth", "share")
BOTH = word_pattern("records", "bases.both")
SERVICES = word_pattern("records", "bases.services")
GOODS = re.compile(r"\b(?:goods|merchandise)\b", re.IGNORECASE)


def based(reading: Reading, records: Sequence[Record]) -> list[Record]:
    """The records; a figure of trade has its ``basis`` where its clause names it."""
    numbers = sorted((q for q in reading.quantities if q.unit != "count"), key=lambda q: q.span)
    starts = [q.span.start for q in numbers]
    return [
        replace(r, basis=_basis(reading, r, numbers, starts))
        if isinstance(r, Figure) and r.measure in TRADED
        else r
        for r in records
    ]


def _basis(
    reading: Reading, figure: Figure, numbers: Sequence[Quantity], starts: Sequence[int]
) -> Basis | None:
    words = " … ".join(
        reading.text(s) for s in (*figure.evidence, _clause(figure, numbers, starts))
    )
    if BOTH.search(words):
        return "goods_and_services"
    if SERVICES.search(words):
        return "services"
    return "goods" if GOODS.search(words) else None


def _clause(figure: Figure, numbers: Sequence[Quantity], starts: Sequence[int]) -> Span:
    """From the number before to the number after, within the sentence."""
    own = figure.anchor.span if figure.anchor is not None else figure.evidence[0]
    whole = figure.sentence or own
    at = bisect_left(starts, own.start)
    here = at if at < len(numbers) and numbers[at].span.overlaps(own) else at - 1
    before = numbers[here - 1].span.end if here > 0 else whole.start
    after = numbers[here + 1].span.start if here + 1 < len(numbers) else whole.end
    return Span(max(whole.start, min(before, own.start)), min(whole.end, max(after, own.end)))
