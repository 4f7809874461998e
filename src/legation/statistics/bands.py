"""How far an official figure of a given age has been revised: measured between two vintages, not
assumed.

The numbers stand in ``lexicon/data/revision_bands.csv``, which ``tools/measure_revisions.py``
writes.
"""

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Literal

from msgspec import Struct

from legation import lexicon
from legation.statistics import months

CLOSED = 10
"""Months after its end when a year counts as closed: by October of the next year its final figures
are out.
"""


class Band(Struct, frozen=True, kw_only=True):
    """The revision seen of figures of one kind, as a share of the value, and how many were
    compared.

    ``of`` is exports, imports or products; where none or few were compared the file says which
    wider band stands in.
    """

    kind: str
    level: Literal["union", "member"]
    of: Literal["exports", "imports", "products"]
    band: Decimal
    compared: int


class WorldBand(Struct, frozen=True, kw_only=True):
    """The revision seen of a dataset whatever the age of its figures (``revision_bands_world``)."""

    dataset: str
    band: Decimal
    compared: int


@cache
def _of_datasets() -> dict[str, Decimal]:
    return {r.dataset: r.band for r in lexicon.table("revision_bands_world", WorldBand)}


def of_dataset(dataset: str) -> Decimal:
    """The band of a dataset that was not measured by age; zero where it was."""
    return _of_datasets().get(dataset, Decimal(0))


@cache
def measured(of: str = "exports") -> dict[tuple[str, str], Decimal]:
    """The bands of exports, imports or single products by level (``union`` or ``member``) and
    kind.
    """
    return {
        (row.level, row.kind): row.band
        for row in lexicon.table("revision_bands", Band)
        if row.of == of
    }


def band(stretch: range, end: int, known: date, level: str, of: str = "exports") -> Decimal:
    """The band of a figure for ``stretch`` in a table whose last month is the one before ``end``,
    known since ``known``.

    The newest month moves most, the months before it less, a whole year that has been over for a
    while least. A stretch that ends with the newest month takes their mean, each month counting the
    same.
    """
    held = measured(of)
    ends = (stretch.stop - 1) // 12 * 12 + 12
    if known.year * 12 + known.month - 1 - ends >= CLOSED:
        return held[level, "closed year" if months.years(stretch) else "month of a closed year"]
    earlier = held[level, "earlier month"]
    if stretch.stop < end:
        return earlier
    return (held[level, "newest month"] + earlier * (len(stretch) - 1)) / len(stretch)
