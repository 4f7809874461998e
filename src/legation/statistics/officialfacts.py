"""Single figures that an official page gives where no table at hand has the series: a balance, a
share, and the one flow that follows from a balance and the other flow.

They stand last: what a table holds is asked first. A figure that a page prints in whole billions is
known to half a billion, and that is its band.
"""

from datetime import date
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from msgspec.structs import replace

from legation.statistics import codes, goods, measures, months
from legation.statistics.amounts import Amount
from legation.statistics.cells import SNAPSHOT, Shelf
from legation.statistics.goods import Flow
from legation.statistics.reading import Origin, manifest, rows

TABLE = "official_facts"
QUERY = (
    "SELECT reporter, partner, measure, flow, period, value, half, unit, published, page, title "
    "FROM {table}"
)
OTHER = {"imports": "exports", "exports": "imports"}
MOVED_SINCE = Decimal("0.012")
"""How far exports may have moved between the day of the page and the vintage of the table: the
revision seen of months before the newest, of the EU's exports (``revision_bands``)."""


class Fact(NamedTuple):
    """One figure with how far its rounding may hide, and the page that has it."""

    value: Decimal
    half: Decimal
    unit: str
    published: str
    page: str
    title: str

    @property
    def band(self) -> Decimal:
        """What the rounding hides, as a share of the value."""
        return self.half / abs(self.value) if self.value else Decimal(0)


@cache
def _facts() -> dict[tuple[str, str, str, str, int], Fact]:
    return {
        (reporter, partner, measure, flow, int(year)): Fact(*rest)
        for reporter, partner, measure, flow, year, *rest in rows(TABLE, QUERY)
    }


def _fact(measure: str, flow: Flow, way: str, shelf: Shelf) -> Fact | None:
    years = months.years(flow.stretch)
    if years is None or len(years) != 1 or flow.product != "TOTAL" or flow.scheme != "HS":
        return None
    found = _facts().get((flow.reporter, flow.partner, measure, way, years[0]))
    if not shelf.snapshot or found is None or not _out(found, shelf.as_of):
        return None
    return found


def _out(fact: Fact, as_of: date | None) -> bool:
    return as_of is None or fact.published <= as_of.isoformat()


def balance(flow: Flow, shelf: Shelf = SNAPSHOT) -> Amount | None:
    """A published balance; ``None`` where no page at hand has it."""
    fact = _fact("balance", flow, "", shelf)
    if fact is None:
        return None
    said = f"EU trade balance in goods with {codes.name(flow.partner)}, {_when(flow)}"
    return _amount(fact, flow, f"{said} (goods, {fact.unit}), as {fact.title} prints it")


def share_of_world(flow: Flow, shelf: Shelf = SNAPSHOT) -> Amount | None:
    """A published share of the reporter's trade with all partners; ``None`` as before."""
    fact = _fact("share", flow, flow.flow, shelf)
    if fact is None:
        return None
    way = "from" if flow.flow == "imports" else "to"
    what = f"share of {flow.titled} in its {flow.flow} {way} all outside it"
    return _amount(fact, flow, f"{what}, as {fact.title} prints it")


def by_balance(flow: Flow, shelf: Shelf = SNAPSHOT) -> Amount | None:
    """The flow that is not at hand: the other one, less or plus the published balance."""
    known = balance(flow, shelf)
    if known is None or flow.flow not in OTHER:
        return None
    other = goods.amount(replace(flow, flow=OTHER[flow.flow]), shelf)
    if not isinstance(other, Amount) or other.unit != known.unit:
        return None
    sign = -1 if flow.flow == "imports" else 1
    value = (other.value + sign * known.value).quantize(Decimal(1))
    hidden = abs(known.value) * known.band + other.value * MOVED_SINCE
    return replace(
        known,
        value=value,
        said=f"{flow.titled}: worked out from {OTHER[flow.flow]} of {other.value:,} {other.unit} "
        f"(vintage {other.origin.vintage}) and a balance of {known.value:,} {known.unit} that is "
        "printed in whole billions",
        band=hidden / value if value else Decimal(0),
    )


def total(flow: Flow, shelf: Shelf = SNAPSHOT) -> Amount | None:
    """Exports and imports together, where one of them follows from the balance."""
    ways = {way: goods.amount(replace(flow, flow=way), shelf) for way in OTHER}
    for way in OTHER:
        derived = by_balance(replace(flow, flow=way), shelf)
        if derived is not None and isinstance(ways[OTHER[way]], Amount):
            both = {**ways, way: derived}
            found = measures.combined(both["exports"], both["imports"], 1)
            return found if isinstance(found, Amount) else None
    return None


def _when(flow: Flow) -> str:
    return months.words(flow.stretch)


def _amount(fact: Fact, flow: Flow, said: str) -> Amount:
    held = manifest()[TABLE]
    origin = Origin(
        dataset="official page", source=fact.page, vintage=fact.published, licence=held.licence
    )
    return Amount(
        value=fact.value.quantize(Decimal(1)) if fact.unit != "%" else fact.value.normalize(),
        unit=fact.unit,
        origin=origin,
        series=fact.page,
        stretch=flow.stretch,
        said=said,
        band=fact.band,
    )
