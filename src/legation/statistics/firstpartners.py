"""The place of a country among another's first partners, as the World Factbook lists them.

The list has five names with shares in whole per cent. Who is on it is placed where the shares leave
no doubt; who is not is somewhere below. Of exports and imports together only one thing follows: who
leads both leads their sum.
"""

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from legation.statistics import codes, months
from legation.statistics.amounts import Amount, Found, absent
from legation.statistics.cells import SNAPSHOT, Shelf
from legation.statistics.goods import Flow, possessive
from legation.statistics.reading import manifest, rows

TABLE = "factbook_partners"
QUERY = "SELECT reporter, flow, period, partner, share FROM {table} ORDER BY place"
BOTH = ("exports", "imports")


class Placed(NamedTuple):
    """A partner with its share in whole per cent."""

    code: str
    share: Decimal


@cache
def _lists() -> dict[tuple[str, str, int], tuple[Placed, ...]]:
    held: dict[tuple[str, str, int], tuple[Placed, ...]] = {}
    for reporter, flow, year, partner, share in rows(TABLE, QUERY):
        key = (reporter, flow, int(year))
        held[key] = (*held.get(key, ()), Placed(partner, Decimal(share)))
    return held


def rank(flow: Flow, shelf: Shelf = SNAPSHOT) -> Found:
    """The place of the flow's partner among the first partners of its reporter in that year."""
    origin = manifest()[TABLE].origin
    years = months.years(flow.stretch)
    known = shelf.snapshot and (shelf.as_of is None or origin.known <= shelf.as_of)
    if years is None or len(years) != 1 or not known or flow.product != "TOTAL":
        return absent(f"no list of partners at hand: {flow.titled}")
    if flow.flow == "trade_total":
        return _in_both(flow, years[0])
    return _in_one(flow, flow.flow, years[0])


def _in_one(flow: Flow, way: str, year: int) -> Found:
    listed = _lists().get((flow.reporter, way, year), ())
    own = next((held for held in listed if held.code == flow.partner), None)
    if own is None:
        return absent(_not_listed(flow, way, listed))
    above = [held for held in listed if held.share > own.share]
    level = [held for held in listed if held.share == own.share]
    if len(level) > 1 or own == listed[-1]:
        return absent(f"{_named(flow, way, listed)}: too near to say who is before whom")
    return _amount(flow, Decimal(len(above) + 1), _named(flow, way, listed))


def _in_both(flow: Flow, year: int) -> Found:
    lists = {way: _lists().get((flow.reporter, way, year), ()) for way in BOTH}
    if not all(lists.values()):
        return absent(f"no list of partners at hand: {flow.titled}")
    places = [_in_one(flow, way, year) for way in BOTH]
    told = "; ".join(_named(flow, way, lists[way]) for way in BOTH)
    if all(isinstance(place, Amount) and place.value == 1 for place in places):
        return _amount(flow, Decimal(1), f"{told}; who leads both leads their sum")
    return absent(f"{told}: of both together no place follows")


def _not_listed(flow: Flow, way: str, listed: Sequence[Placed]) -> str:
    if not listed:
        return f"no list of partners at hand: {flow.titled}"
    return f"{codes.name(flow.partner)} is not among them: {_named(flow, way, listed)}"


def _named(flow: Flow, way: str, listed: Sequence[Placed]) -> str:
    """``the first five partners in Kazakhstan's exports, 2023: China 16 %, …``."""
    names = ", ".join(f"{codes.name(held.code)} {held.share.normalize():f} %" for held in listed)
    who = possessive(codes.name(flow.reporter))
    return f"the first partners in {who} {way}, {months.words(flow.stretch)}: {names}"


def _amount(flow: Flow, place: Decimal, said: str) -> Amount:
    return Amount(
        value=place,
        unit="rank",
        origin=manifest()[TABLE].origin,
        series=f"A.{flow.reporter}.{flow.flow}.first_partners",
        stretch=flow.stretch,
        said=f"rank of {codes.name(flow.partner)}: {said}",
    )
