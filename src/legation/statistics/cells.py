"""Trade in the snapshot: one table a file, one series a key, newest vintage first."""

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


MONTHLY = ("members_monthly", "members_products_monthly")
ANNUAL = ("eu27_annual",)
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


def tables(scheme: str, step: int, as_of: date | None) -> list[Table]:
    """The tables that may hold such trade, the newest vintage first; with ``as_of`` only what was known then."""
    names = (("critical_annual",) if step == 12 else ()) if scheme == "CN" else ANNUAL if step == 12 else MONTHLY
    wanted = [n for n in names if as_of is None or manifest()[n].origin.known <= as_of]
    return sorted((table(n) for n in wanted), key=lambda t: t.origin.known, reverse=True)
