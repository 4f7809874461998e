"""Trade in the snapshot: one table a file, one series a key, newest vintage first."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from legation.statistics.reading import Origin, manifest, rows


class Key(NamedTuple):
    """What a series of goods trade is of; in the order of Comext's own keys."""

    reporter: str
    partner: str
    scheme: str
    product: str
    flow: str


class Table(NamedTuple):
    """One vintage of one dataset. ``step`` is 1 for months and 12 for years; cells are keyed by (first) month.

    ``covered`` says for which months the table holds this trade of *somebody*: a cell that is empty there was not published.
    """

    name: str
    origin: Origin
    step: int
    series: dict[Key, dict[int, int]]
    covered: dict[tuple[str, str, str], range]
    reporters: frozenset[str]
    products: frozenset[tuple[str, str, str]]

    @property
    def end(self) -> int:
        """The month after the last that the table holds of anything."""
        return max(held.stop for held in self.covered.values())


BY_STEP = {
    ("HS", 12): ("eu27_annual",),
    ("HS", 1): ("members_monthly", "members_products_monthly"),
    ("CN", 12): ("critical_annual",),
}
QUERY = """
SELECT reporter, partner, scheme, product, flow, list(month), list(value)
FROM (SELECT *, CAST(left(period, 4) AS INTEGER) * 12 + coalesce(try_cast(substr(period, 6, 2) AS INTEGER), 1) - 1 AS month
      FROM {table})
GROUP BY ALL
"""


@cache
def table(name: str) -> Table:
    """A trade table of the snapshot, in memory."""
    series = {Key(*row[:5]): dict(zip(row[5], row[6], strict=True)) for row in rows(name, QUERY)}
    step = 12 if name.endswith("annual") else 1
    return Table(
        name,
        manifest()[name].origin,
        step,
        series,
        _coverage(series, step),
        frozenset(key.reporter for key in series),
        frozenset((key.scheme, key.product, key.flow) for key in series),
    )


def _coverage(series: dict[Key, dict[int, int]], step: int) -> dict[tuple[str, str, str], range]:
    held: dict[tuple[str, str, str], range] = {}
    for key, cells in series.items():
        about = (key.partner, key.scheme, key.flow)
        before = held.get(about, range(min(cells), max(cells) + step))
        held[about] = range(min(before.start, *cells), max(before.stop, max(cells) + step))
    return held


def tables(scheme: str, steps: tuple[int, ...], as_of: date | None) -> Iterator[Table]:
    """The tables that may hold such trade, read one by one as they are asked for: in the order of ``steps`` (12 for years,
    1 for months), in each the newest vintage first; with ``as_of`` only what was known then."""
    for step in steps:
        names = BY_STEP.get((scheme, step), ())
        known = {name: manifest()[name].origin.known for name in names}
        for name in sorted(names, key=lambda n: known[n], reverse=True):
            if as_of is None or known[name] <= as_of:
                yield table(name)
