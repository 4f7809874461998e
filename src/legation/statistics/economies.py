"""What is known of a country alone: its product, its growth, its people.

A growth is *real* growth as the source publishes it. None is worked out here from two levels in
current dollars: that would be growth of prices and exchange rates too.
"""

from decimal import Decimal
from functools import cache
from typing import Literal

from msgspec import Struct

from legation import lexicon
from legation.statistics import bands, codes, goods, measures, months
from legation.statistics.amounts import Amount, Found, absent, unpublished
from legation.statistics.cells import SNAPSHOT, Shelf
from legation.statistics.goods import Flow, possessive
from legation.statistics.reading import Origin, manifest, rows

Indicator = Literal["gdp", "gdp_growth", "population"]
GDP = "GDP"
QUERY = "SELECT country, period, value, unit FROM {table} WHERE indicator = '{what}'"
CENTS = Decimal("0.01")


class Kind(Struct, frozen=True, kw_only=True):
    """A row of ``economy_indicators.csv``: where an indicator stands, and its definition."""

    indicator: str
    table: str
    title: str
    definition: str


@cache
def kinds() -> dict[str, tuple[Kind, ...]]:
    """The tables of each indicator, the one that is asked first in front."""
    held: dict[str, tuple[Kind, ...]] = {}
    for row in lexicon.table("economy_indicators", Kind):
        held[row.indicator] = (*held.get(row.indicator, ()), row)
    return held


@cache
def values(table: str, what: str) -> dict[tuple[str, int], tuple[Decimal, str]]:
    """Value and unit by country and year."""
    found = rows(table, QUERY.replace("{what}", what))
    return {(code, int(year)): (Decimal(value), unit) for code, year, value, unit in found}


def indicator(what: str, code: str, stretch: range, shelf: Shelf = SNAPSHOT) -> Found:
    """An indicator of a country in one year.

    Args:
        what: one of those in ``economy_indicators.csv``.
        code: the country, ``EUR`` or ``WLD``.
        stretch: the months of one calendar year.
        shelf: only its ``as_of`` counts.
    """
    title = kinds()[what][0].title
    about = f"{title} of {codes.name(code)}"
    years = months.years(stretch)
    if years is None or len(years) != 1:
        return absent(f"no series at hand: {about} for {months.words(stretch)}; there are years")
    known = [k for k in kinds()[what] if _is_known(manifest()[k.table].origin, shelf)]
    for kind in known:
        held = values(kind.table, what).get((code, years[0]))
        if held is not None:
            return _amount(kind, what, code, stretch, *held)
    last = max((y for k in known for c, y in values(k.table, what) if c == code), default=None)
    if last is None:
        return absent(f"no series at hand: {about}")
    if years[0] > last:
        return absent(f"no series at hand: {about} after {last}")
    return unpublished(f"{about}: no value published for {years[0]}")


def _is_known(origin: Origin, shelf: Shelf) -> bool:
    return shelf.as_of is None or origin.known <= shelf.as_of


def _amount(kind: Kind, what: str, code: str, stretch: range, value: Decimal, unit: str) -> Amount:
    origin = manifest()[kind.table].origin
    plain = value.normalize() if unit == "%" else value.quantize(Decimal(1))
    return Amount(
        value=plain,
        unit=unit,
        origin=origin,
        series=f"A.{code}.{what}",
        stretch=stretch,
        said=f"{kind.title} of {codes.name(code)}, {months.words(stretch)} ({kind.definition})",
        band=_band(what, origin, plain),
    )


def _band(what: str, origin: Origin, value: Decimal) -> Decimal:
    """Of a growth the band is in percentage points, and so a larger part of a small value."""
    if what != "gdp_growth":
        return bands.of_dataset(origin.dataset)
    points = bands.of_dataset(f"{origin.dataset}: growth")
    return abs(points / value) if value else Decimal(0)


def share_of_gdp(flow: Flow, shelf: Shelf = SNAPSHOT) -> Found:
    """What part of its gross domestic product a country's trade is, in per cent."""
    part = measures.flows(flow, shelf)
    if not isinstance(part, Amount):
        return part
    whole = indicator("gdp", flow.reporter, flow.stretch, shelf)
    if not isinstance(whole, Amount):
        return whole
    return measures.ratio(part, whole, shelf.as_of)


def beside_goods(flow: Flow, shelf: Shelf = SNAPSHOT) -> str:
    """In words, what goods *and services* came to, where the goods alone are not at hand; empty
    where neither is.
    """
    if flow.partner != codes.WORLD or flow.scheme == goods.BOTH_KINDS:
        return ""
    both = Flow(
        reporter=flow.reporter,
        partner=flow.partner,
        flow=flow.flow,
        stretch=flow.stretch,
        scheme=goods.BOTH_KINDS,
    )
    found = measures.flows(both, shelf)
    if not isinstance(found, Amount):
        return ""
    who = possessive(codes.name(flow.reporter))
    return (
        f"{who} {flow.flow.replace('_', ' ')} of goods and services together, another "
        f"definition, came to {found.value / 10**9:,.1f} billion {found.unit} "
        f"({found.origin.dataset})"
    )
