"""How far the series at hand reach: years of which only a part is there, members without a line,
and what there is instead.
"""

from collections.abc import Iterator
from datetime import date

from legation.model import Period
from legation.model.accounts import Account, Country, Reach, Row
from legation.statistics import codes, goods, months
from legation.statistics.accounts import trade
from legation.statistics.accounts.entries import country
from legation.statistics.cells import SNAPSHOT, Key, Shelf
from legation.statistics.products import TOTAL


def reach(account: Account, shelf: Shelf = SNAPSHOT, *, newer: bool = False) -> Reach:
    """What stands around an account; parts of years only around an account by year.

    Args:
        account: as :func:`trade.trade` made it.
        shelf: where to look.
        newer: also the months after its period, which belong to no whole year yet.
    """
    one, two = account.reporter.code, account.partner.code
    return Reach(
        parts=tuple(_parts(account, shelf, newer)) if account.by == "year" else (),
        unlisted=tuple(_unlisted(account)) if account.by == "member" else (),
        at_hand=() if _filled(account) else tuple(dict.fromkeys(_at_hand(one, two, shelf))),
    )


def _filled(account: Account) -> bool:
    rows = (*account.rows, account.total)
    return any(entry.value is not None for row in rows for entry in (row.exports, row.imports))


def _unlisted(account: Account) -> Iterator[Country]:
    if account.reporter.code in goods.UNIONS and account.rows:
        listed = {row.code for row in account.rows}
        yield from (
            country(code)
            for code in codes.union(account.reporter.code, _end(account.period))
            if code not in listed
        )


def _end(period: Period | None) -> date:
    return (period.end if period else None) or date.max


def _parts(account: Account, shelf: Shelf, newer: bool) -> Iterator[Row]:
    """The broken years at the ends of what is covered, where the account has no full line for
    them.
    """
    full = {
        row.code
        for row in account.rows
        if row.exports.value is not None and row.imports.value is not None
    }
    held = [
        c
        for way in trade.WAYS
        for c in trade.covered(account.reporter.code, account.partner.code, way, shelf)
    ]
    broken = {
        _broken(month, c)
        for c in held
        for month in (c.start, c.stop - 1)
        if str(month // 12) not in full
    }
    within = _asked(account, newer)
    for part in sorted(
        (p for p in broken if p and p.start in within and p[-1] in within),
        key=lambda p: (p.start, p.stop),
    ):
        found = trade.trade(
            account.reporter.code,
            account.partner.code,
            months.period(part),
            unit=account.unit,
            shelf=shelf,
        )
        if found.total.exports.value is not None or found.total.imports.value is not None:
            yield found.total


def _asked(account: Account, newer: bool) -> range:
    """The months that the account is about, and perhaps the year after them."""
    held = months.stretch(account.period) if account.period else None
    return range(held.start, held.stop + (12 if newer else 0)) if held else range(0)


def _broken(month: int, covered: range) -> range | None:
    """The covered months of the year of ``month``; ``None`` if all twelve are."""
    start = month // 12 * 12
    part = range(max(start, covered.start), min(start + 12, covered.stop))
    return part if 0 < len(part) < 12 else None


def _at_hand(one: str, two: str, shelf: Shelf) -> Iterator[str]:
    for reporter, partner in ((one, two), (two, one), (codes.EU, two), (codes.EU, one)):
        for way in trade.WAYS:
            held = trade.covered(reporter, partner, way, shelf)
            if held:
                flow = goods.Flow(reporter=reporter, partner=partner, flow=way, stretch=held[0])
                yield f"{flow.words}: {_spans(held)}"
    for place in (one, two):
        yield from _as_reporter(place, shelf)


def _as_reporter(place: str, shelf: Shelf) -> Iterator[str]:
    partners = {
        key.partner
        for table in shelf.tables("HS", (12, 1))
        if place in table.reporters
        for key in _of(table.series, place)
        if key.product == TOTAL
    } - goods.WITHIN
    named = (
        ", ".join(sorted(codes.name(code) for code in partners))
        if len(partners) <= 10
        else f"{len(partners)} partners"
    )
    if partners:
        yield f"{goods.possessive(codes.name(place))} trade with {named}"


def _of(series: dict[Key, dict[int, int]], place: str) -> Iterator[Key]:
    return (key for key in series if key.reporter == place)


def _spans(held: list[range]) -> str:
    """``2010–2023, January 2019–August 2024``: overlapping stretches joined only where they are of
    one step.
    """
    return ", ".join(
        dict.fromkeys(
            months.words(c) for c in sorted(_outer(held), key=lambda c: (c.start, c.stop))
        )
    )


def _outer(held: list[range]) -> Iterator[range]:
    for one in held:
        if not any(
            o is not one and o.start <= one.start and one.stop <= o.stop and len(o) > len(one)
            for o in held
        ):
            yield one
