"""How far an official figure of a given age has been revised: measured between two vintages, not assumed.

The numbers stand in ``lexicon/data/revision_bands.csv``, which ``tools/measure_revisions.py`` writes.
"""

from datetime import date
from decimal import Decimal
from functools import cache

from msgspec import Struct

from legation import lexicon
from legation.statistics import months

CLOSED = 10
"""Months after which a year counts as closed: by October of the next year its final figures are out."""


class Band(Struct, frozen=True, kw_only=True):
    """The largest revision seen of figures of one kind, as a share of the value, and of how many."""

    kind: str
    band: Decimal
    compared: int


@cache
def _measured() -> dict[str, Decimal]:
    return {row.kind: row.band for row in lexicon.table("revision_bands", Band)}


def band(stretch: range, end: int, known: date) -> Decimal:
    """The band of a figure for ``stretch`` in a table whose last month is the one before ``end``, known since ``known``.

    The newest month moves most, the months before it less, a whole year that has been over for a while least.
    """
    held = _measured()
    if stretch.stop >= end and len(stretch) == 1:
        return held["newest month"]
    over = known.year * 12 + known.month - stretch.stop
    return held["closed year"] if months.years(stretch) and over >= CLOSED else held["earlier months"]
