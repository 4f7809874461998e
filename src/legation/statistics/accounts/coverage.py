"""What is at hand for a country or a dyad, and how old it is."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

from legation.model import UnknownName
from legation.model.accounts import Coverage, Fetchable, Held
from legation.statistics import codes, economies, goods, months
from legation.statistics.accounts.entries import country
from legation.statistics.cells import BY_STEP, SNAPSHOT, Key, Shelf, Table
from legation.statistics.reading import Origin, manifest, rows

FEW = 4
"""So many partners are named; more are counted."""
WAYS = ("exports", "imports")
PARTNERS = "factbook_partners"


def coverage(
    place: str,
    other: str | None = None,
    shelf: Shelf = SNAPSHOT,
    fetches: tuple[Fetchable, ...] = (),
    today: date | None = None,
) -> Coverage:
    """What is at hand for ``place``, or for its trade with ``other``; ``fetches`` is what could be
    brought.

    Raises:
        UnknownName: both are the same.
    """
    one, two = country(place), country(other) if other else None
    if two is not None and one.code == two.code:
        raise UnknownName(f"{place!r} and {other!r} are the same; a dyad has two ends")
    now = today or datetime.now(UTC).date()
    found = [*_trade(one.code, two.code if two else None, shelf, now)]
    if two is None:
        found += _alone(one.code, shelf, now)
    return Coverage(
        place=one,
        other=two,
        held=tuple(found),
        fetches=fetches,
    )


def _trade(one: str, two: str | None, shelf: Shelf, today: date) -> Iterator[Held]:
    """Its own statistics first, then those of others on it."""
    for reporter, partner in ((one, two), (two, one)):
        for scheme, step in BY_STEP:
            for table in shelf.tables(scheme, (step,)):
                yield from _of_table(table, scheme, reporter, partner, today)


def _of_table(
    table: Table, scheme: str, reporter: str | None, partner: str | None, today: date
) -> Iterator[Held]:
    """One line a flow: whose it is, with whom, of what, from when to when."""
    by_flow: dict[tuple[str, str], list[Key]] = {}
    for key in table.series:
        if key.scheme == scheme and _meets(table, key, reporter, partner):
            whose = reporter or _whose(table, key)
            by_flow.setdefault((whose, key.flow), []).append(key)
    for (whose, flow), keys in by_flow.items():
        starts = [min(table.series[key]) for key in keys]
        ends = [max(table.series[key]) + table.step for key in keys]
        yield _held(table, whose, flow, keys, range(min(starts), max(ends)), today)


def _meets(table: Table, key: Key, reporter: str | None, partner: str | None) -> bool:
    if partner is not None and key.partner != partner:
        return False
    return reporter is None or _is_of(table, key, reporter)


def _is_of(table: Table, key: Key, reporter: str) -> bool:
    """Whether the key is the reporter's; the EU is all its members, where all are there."""
    if key.reporter == reporter:
        return True
    summed = reporter in goods.UNIONS and table.reporters.issuperset(codes.members())
    return summed and key.reporter in codes.members()


def _whose(table: Table, key: Key) -> str:
    united = table.reporters.issuperset(codes.members()) and key.reporter in codes.members()
    return codes.EU if united else key.reporter


def _held(
    table: Table, whose: str, flow: str, keys: list[Key], stretch: range, today: date
) -> Held:
    who = "EU" if whose == codes.EU else goods.possessive(codes.name(whose))
    what = _what(keys[0].scheme, {key.product for key in keys})
    with_whom = _named({key.partner for key in keys})
    words = f"{who} {goods.NAMED.get(flow, flow)}{what} {goods.WAYS.get(flow, 'with')} {with_whom}"
    monthly = table.step == 1
    ends = (stretch.start, stretch.stop - 1)
    first, last = (months.named(m) if monthly else str(m // 12) for m in ends)
    return _line(words, (first, last), table.origin, today, "months" if monthly else "years")


def _what(scheme: str, products: set[str]) -> str:
    if scheme == goods.BOTH_KINDS:
        return " of goods and services"
    single = products - {"TOTAL"}
    if not single:
        return ""
    chapters = f"{len(single)} {'chapter' if len(single) == 1 else 'products'}"
    return f", all goods and {chapters}," if "TOTAL" in products else f" of {len(single)} products"


def _named(partners: set[str]) -> str:
    known = [p for p in partners if p in codes.crosswalk()]
    countries = sorted(p for p in known if codes.crosswalk()[p].kind == "country")
    named = countries or sorted(known)
    if len(named) <= FEW:
        return ", ".join(codes.name(p) for p in named)
    return f"{len(named)} partners"


def _alone(code: str, shelf: Shelf, today: date) -> Iterator[Held]:
    """What is measured of a country alone, and its first partners."""
    for what, kinds in economies.kinds().items():
        for kind in kinds:
            years = sorted(y for c, y in economies.values(kind.table, what) if c == code)
            if years and _is_known(manifest()[kind.table].origin, shelf):
                yield _line(kind.title, _ends(years), manifest()[kind.table].origin, today)
    if not _is_known(manifest()[PARTNERS].origin, shelf):
        return
    listed = rows(PARTNERS, "SELECT DISTINCT reporter, flow, period FROM {table}")
    for flow in WAYS:
        years = sorted(int(year) for who, way, year in listed if (who, way) == (code, flow))
        if years:
            yield _line(
                f"first partners in {flow}", _ends(years), manifest()[PARTNERS].origin, today
            )


def _line(
    what: str, ends: tuple[str, str], origin: Origin, today: date, frequency: str = "years"
) -> Held:
    return Held(
        what=what,
        first=ends[0],
        last=ends[1],
        frequency=frequency,
        dataset=origin.dataset,
        vintage=origin.vintage,
        source=origin.source,
        licence=origin.licence,
        age=max(0, (today - origin.known).days),
    )


def _ends(years: list[int]) -> tuple[str, str]:
    return str(years[0]), str(years[-1])


def _is_known(origin: Origin, shelf: Shelf) -> bool:
    return shelf.as_of is None or origin.known <= shelf.as_of
