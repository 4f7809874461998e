"""A country among its rivals: who trades with it, by their own statistics and by its own, as far
as these are at hand.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from legation.model import Period
from legation.model.accounts import Country, Entry, Presence, Rival
from legation.statistics import codes, comparisons, exchange, goods, measures, months, standings
from legation.statistics.accounts import trade
from legation.statistics.accounts.entries import country, entry, reasons
from legation.statistics.amounts import Amount, Found, Gap
from legation.statistics.cells import SNAPSHOT, Shelf
from legation.statistics.goods import Flow

RIVALS = ("EUR", "CHN", "RUS", "TUR", "USA", "GBR")


def presence(
    place: str,
    period: Period | None = None,
    rivals: Sequence[str] = RIVALS,
    shelf: Shelf = SNAPSHOT,
) -> Presence:
    """The presence of rivals in the trade of ``place``; by default in the last year of EU exports
    at hand.

    ``rank`` is the place's among the EU's partners by exports, ``members`` the EU's members by
    their exports to it.
    """
    where = country(place)
    stretch = (months.stretch(period) if period else None) or _last(where.code, shelf)
    flow = Flow(reporter=codes.EU, partner=where.code, flow="exports", stretch=stretch)
    lines = tuple(
        _rival(country(rival), where, stretch, shelf)
        for rival in rivals
        if codes.ours(rival) != where.code
    )
    return Presence(
        place=where,
        period=months.period(stretch),
        rivals=lines,
        members=_members(where, stretch, shelf),
        rank=entry(standings.rank(standings.partners(flow, shelf=shelf), where.code)),
        missing=reasons(
            *(e for line in lines for e in (line.exports, line.imports, line.export_share))
        ),
    )


def _last(place: str, shelf: Shelf) -> range:
    held = trade.covered(codes.EU, place, "exports", shelf)
    year = max((c.stop // 12 - 1 for c in held), default=2023)
    return range(year * 12, year * 12 + 12)


def _rival(rival: Country, where: Country, stretch: range, shelf: Shelf) -> Rival:
    own = Flow(reporter=rival.code, partner=where.code, flow="exports", stretch=stretch)
    places = Flow(reporter=where.code, partner=rival.code, flow="exports", stretch=stretch)
    return Rival(
        rival=rival,
        exports=entry(_in_euros(own, shelf)),
        imports=entry(_in_euros(replace(own, flow="imports"), shelf)),
        export_share=entry(measures.share(places, codes.WORLD, shelf)),
        import_share=entry(measures.share(replace(places, flow="imports"), codes.WORLD, shelf)),
    )


def _in_euros(flow: Flow, shelf: Shelf) -> Found:
    """All rivals in one currency, so that they can stand beside each other."""
    found = goods.amount(flow, shelf)
    return exchange.converted(found, "EUR", shelf.as_of) if isinstance(found, Amount) else found


def _members(where: Country, stretch: range, shelf: Shelf) -> tuple[tuple[Country, Entry], ...]:
    """The EU's members by their exports, the largest first; those without a value are left out."""
    flow = Flow(reporter=codes.EU, partner=where.code, flow="exports", stretch=stretch)
    found = standings.reporters(flow, shelf)
    if isinstance(found, Gap):
        return ()
    order = comparisons.ranking(found.values)
    return tuple(
        (country(code), entry(goods.amount(replace(flow, reporter=code), shelf)))
        for _, code, _ in order
    )
