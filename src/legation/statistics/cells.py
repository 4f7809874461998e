"""Trade in the snapshot: one table a file, one series a key, newest vintage first."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol

from legation.statistics.reading import Origin, manifest, rows

USUAL = {"exports": "FOB", "imports": "CIF"}


class Key(NamedTuple):
    """What a series of goods trade is of; in the order of Comext's own keys."""

    reporter: str
    partner: str
    scheme: str
    product: str
    flow: str


class Table(NamedTuple):
    """One vintage of one dataset. ``step`` is 1 for months and 12 for years; cells are keyed by
    (first) month.

    ``covered`` says for which months the table holds this trade of *somebody*: a cell that is empty
    there was not published.
    """

    name: str
    origin: Origin
    step: int
    series: dict[Key, dict[int, int]]
    covered: dict[tuple[str, str, str], range]
    reporters: frozenset[str]
    products: frozenset[tuple[str, str, str]]
    unit: str = "EUR"
    whole: bool = False
    """Whether it holds all partners of those who report in it: only then is its sum the world."""
    valuation: str = ""
    """How its values are made, where that is not exports FOB and imports CIF."""
    by_flow: Mapping[str, str] = MappingProxyType({})
    """The same, where each flow is valued in its own way."""

    def valued(self, flow: str) -> str:
        """How a flow of it is valued: ``FOB``, ``CIF``, ``FAS``."""
        return self.by_flow.get(flow) or self.valuation or USUAL.get(flow, "")

    @property
    def schemes(self) -> frozenset[str]:
        """The product classifications of its series."""
        return frozenset(scheme for scheme, _, _ in self.products)

    @property
    def end(self) -> int:
        """The month after the last that the table holds of anything."""
        return max(held.stop for held in self.covered.values())


BY_STEP = {
    ("HS", 12): ("eu27_annual", "us_goods_to_2022", "us_goods_since_2023", "us_duties_annual"),
    ("GS", 12): ("factbook_trade_annual",),
    ("HS", 1): ("members_monthly", "members_products_monthly"),
    ("CN", 12): ("critical_annual",),
}
COMPILED = frozenset({"factbook_trade_annual"})
"""Compiled by somebody out of others' statistics: asked after those themselves, whatever its
vintage.
"""
PRODUCTS = "products_monthly"
SINGLE = {4: "HS", 8: "CN"}
"""The table of single products is read one product at a time; these are the lengths of its
codes.
"""
QUERY = """
SELECT reporter, partner, scheme, product, flow, list(month), list(value)
FROM (SELECT *, CAST(left(period, 4) AS INTEGER) * 12 + coalesce(try_cast(substr(period, 6, 2) AS
    INTEGER), 1) - 1 AS month
      FROM {table}
      WHERE {which})
GROUP BY ALL
"""


@cache
def table(name: str) -> Table:
    """A trade table of the snapshot, in memory."""
    held = manifest()[name]
    step = next(step for (_, step), names in BY_STEP.items() if name in names)
    found = made(name, held.origin, step, _series(name, "true"), held.unit, whole=held.whole)
    return found._replace(by_flow=held.valued)


def _series(name: str, which: str) -> dict[Key, dict[int, int]]:
    found = rows(name, QUERY.replace("{which}", which))
    return {Key(*row[:5]): dict(zip(row[5], row[6], strict=True)) for row in found}


@lru_cache(maxsize=256)
def single(product: str) -> Table | None:
    """The exports of one product, of all members and partners of its table; ``None`` for a product
    that is not in it.
    """
    if not product.isdigit() or SINGLE.get(len(product)) is None:
        return None
    series = _series(PRODUCTS, f"product = '{product}'")
    if not series:
        return None
    found = made(f"{PRODUCTS}/{product}", manifest()[PRODUCTS].origin, 1, series)
    reporters, partners, covered = _extent()
    scheme = SINGLE[len(product)]
    return found._replace(
        reporters=reporters, covered={(partner, scheme, "exports"): covered for partner in partners}
    )


@cache
def _extent() -> tuple[frozenset[str], tuple[str, ...], range]:
    """Who reports in the table of single products, with whom, and for which months."""
    query = (
        "SELECT list(DISTINCT reporter), list(DISTINCT partner), min(period), max(period) FROM "
        "{table}"
    )
    ((reporters, partners, first, last),) = rows(PRODUCTS, query)
    start, end = (int(period[:4]) * 12 + int(period[5:7]) - 1 for period in (first, last))
    return frozenset(reporters), tuple(sorted(partners)), range(start, end + 1)


def made(
    name: str,
    origin: Origin,
    step: int,
    series: dict[Key, dict[int, int]],
    unit: str = "EUR",
    *,
    whole: bool = False,
) -> Table:
    """A table of series none of which is empty; what they cover is worked out."""
    reporters = frozenset(key.reporter for key in series)
    products = frozenset((key.scheme, key.product, key.flow) for key in series)
    return Table(
        name, origin, step, series, _coverage(series, step), reporters, products, unit, whole
    )


def _coverage(series: dict[Key, dict[int, int]], step: int) -> dict[tuple[str, str, str], range]:
    held: dict[tuple[str, str, str], range] = {}
    for key, cells in series.items():
        about = (key.partner, key.scheme, key.flow)
        before = held.get(about, range(min(cells), max(cells) + step))
        held[about] = range(min(before.start, *cells), max(before.stop, max(cells) + step))
    return held


class Store(Protocol):
    """A file too large to be read as a whole: it gives the few series that a question needs."""

    @property
    def origin(self) -> Origin:
        """Where its rows come from."""
        ...

    @property
    def step(self) -> int:
        """1 for months, 12 for years."""
        ...

    def table(self, about: Key) -> Table | None:
        """The series of a reporter and product with that partner, or with all where the partner is
        the world; or ``None``.
        """
        ...


class Shelf:
    """Where to look: the snapshot (unless it is left aside), what else is at hand, and up to which
    day anything is known.

    It never changes, so what it holds is worked out once, and ``answered`` keeps what was found:
    one article asks for the same flows hundreds of times. With ``only`` nothing but that origin is
    at hand: two periods of it are of one vintage.
    """

    def __init__(
        self,
        as_of: date | None = None,
        more: tuple[Table, ...] = (),
        stores: tuple[Store, ...] = (),
        *,
        snapshot: bool = True,
        only: Origin | None = None,
    ) -> None:
        self.as_of, self.more, self.stores = as_of, more, stores
        self.snapshot, self.only = snapshot, only
        self.answered: dict[Any, Any] = {}
        self._of: dict[Origin, Shelf] = {}
        self._added = {table.name: table for table in more}
        self._reporters: dict[str, frozenset[str]] = {}
        self._names: dict[tuple[str, int], tuple[str, ...]] = {}

    def restricted(self, only: Origin) -> "Shelf":
        """The same shelf with nothing on it but one vintage of one dataset."""
        if only not in self._of:
            self._of[only] = Shelf(
                self.as_of, self.more, self.stores, snapshot=self.snapshot, only=only
            )
        return self._of[only]

    def reporters(self, scheme: str) -> frozenset[str]:
        """Whoever reports anything in the tables of a scheme, known once: whoever does not need not
        be looked for in each.
        """
        if scheme not in self._reporters:
            held = [t for step in (12, 1) for t in self._held(scheme, step)]
            self._reporters[scheme] = frozenset().union(*(t.reporters for t in held))
        return self._reporters[scheme]

    def tables(
        self, scheme: str, steps: tuple[int, ...], product: str = "", about: Key | None = None
    ) -> Iterator[Table]:
        """The tables that may hold such trade, read one by one as they are asked for: in the order
        of ``steps`` (12 for years, 1 for months), in each the newest vintage first, then that of a
        single product, then large files if it is said what they are asked ``about``."""
        for step in steps:
            yield from self._held(scheme, step)
            yield from self._alone(scheme, step, product)
            yield from self._stored(step, about) if about else ()

    def _held(self, scheme: str, step: int) -> Iterator[Table]:
        if (scheme, step) not in self._names:
            self._names[scheme, step] = self._newest(scheme, step)
        for name in self._names[scheme, step]:
            yield self._added[name] if name in self._added else table(name)

    def _newest(self, scheme: str, step: int) -> tuple[str, ...]:
        own = BY_STEP.get((scheme, step), ()) if self.snapshot else ()
        held = {name: manifest()[name].origin for name in own}
        added = {t.name: t.origin for t in self.more if t.step == step and scheme in t.schemes}
        known = [item for item in {**held, **added}.items() if self._is_known(item[1])]
        newest = sorted(known, key=lambda item: item[1].known, reverse=True)
        return tuple(name for name, _ in sorted(newest, key=lambda item: item[0] in COMPILED))

    def _is_known(self, origin: Origin) -> bool:
        if self.only is not None and origin != self.only:
            return False
        return self.as_of is None or origin.known <= self.as_of

    def _alone(self, scheme: str, step: int, product: str) -> Iterator[Table]:
        if self.snapshot and step == 1 and SINGLE.get(len(product)) == scheme:
            found = single(product)
            if found and self._is_known(found.origin):
                yield found

    def _stored(self, step: int, about: Key) -> Iterator[Table]:
        known = [s for s in self.stores if s.step == step and self._is_known(s.origin)]
        newest = sorted(known, key=lambda s: (s.origin.known, s.origin.dataset), reverse=True)
        yield from (found for store in newest if (found := store.table(about)))


SNAPSHOT = Shelf()
