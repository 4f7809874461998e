"""Who stands where: ranks, concentration and trends over partners, members, suppliers and years.

The answer's definition carries the universe, for a rank without its universe says nothing.
"""

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from legation.statistics import codes, comparisons, goods, materials, measures, months
from legation.statistics.amounts import Amount, Found, Gap, absent, unpublished
from legation.statistics.cells import SNAPSHOT, Shelf, Table
from legation.statistics.goods import Flow
from legation.statistics.reading import Origin, manifest

STEPS = Decimal("0.01")


class Standing(Struct, frozen=True, kw_only=True):
    """Values by code over a named universe."""

    values: Mapping[str, Decimal]
    universe: str
    origin: Origin
    series: str
    stretch: range
    band: Decimal = Decimal(0)


def partners(flow: Flow, of: str = codes.WORLD, shelf: Shelf = SNAPSHOT) -> Standing | Gap:
    """The reporter's flow by partner: all outside the EU, or the members of the group ``of``.

    Only published cells count, and a universe with a hole is none: of a group every member must be
    at hand.
    """
    group = codes.group_members(of, months.first_day(flow.stretch.stop - 1))
    wanted = group or _all_partners(flow, shelf)
    found = {partner: measures.flows(replace(flow, partner=partner), shelf) for partner in wanted}
    all_of = f"{len(wanted)} partners{' outside the EU' if goods.european(flow.reporter) else ''}"
    name = f"the {len(wanted)} countries of {codes.name(of)}" if group else all_of
    return _standing(found, replace(flow, partner=of), name, whole=bool(group))


def _all_partners(flow: Flow, shelf: Shelf) -> list[str]:
    """Every country outside the EU with a cell, where the table has them all; of a few dyads no
    ranking is made. Where the place asked for is the EU's, it stands for its members.
    """
    plain = replace(flow, flow="exports") if flow.flow == "trade_total" else flow
    about = replace(plain, partner=codes.WORLD).key
    for table in shelf.tables(flow.scheme, (12,), about=about):
        if _is_whole(table, plain):
            held = [p for p in goods.outside(table, plain) if _overlaps(table, plain, p)]
            countries = [p for p in held if codes.crosswalk()[p].kind == "country"]
            return _as_asked(countries, plain)
    return []


def _is_whole(table: Table, flow: Flow) -> bool:
    """Whether the table has all partners of that reporter then."""
    held = (flow.scheme, flow.product, flow.flow) in table.products
    if not (table.whole and held and flow.reporter in table.reporters):
        return False
    reach = [c for (_, _, way), c in table.covered.items() if way == flow.flow]
    return any(c.start <= flow.stretch.start and flow.stretch.stop <= c.stop for c in reach)


def _as_asked(countries: list[str], flow: Flow) -> list[str]:
    if flow.partner != codes.EU or goods.european(flow.reporter):
        return countries
    return [*(code for code in countries if code not in codes.members()), codes.EU]


def _overlaps(table: Table, flow: Flow, partner: str) -> bool:
    """Whether the table has anything of a partner then: the Netherlands Antilles end in 2012."""
    covered = table.covered[partner, flow.scheme, flow.flow]
    return covered.start < flow.stretch.stop and flow.stretch.start < covered.stop


def reporters(flow: Flow, shelf: Shelf = SNAPSHOT) -> Standing | Gap:
    """The trade of each member of the EU with the partner of the flow."""
    members = codes.union(codes.EU, months.first_day(flow.stretch.start))
    found = {member: measures.flows(replace(flow, reporter=member), shelf) for member in members}
    return _standing(found, replace(flow, reporter=codes.EU), "the EU's members", whole=False)


def suppliers(reporter: str, material: str, stage: str | None, year: int) -> Standing | Gap:
    """The suppliers of a raw material to ``reporter`` (``EUR`` or ``WLD``) at a stage."""
    wanted = materials.named(material)
    stages = [
        s
        for s in materials.STAGES
        if (reporter, wanted, s, year) in materials.supplies() and stage in {None, s}
    ]
    if len(stages) != 1:
        why = "the stage is not named" if stages else f"not in a study of {year} at hand"
        return absent(f"supply of {wanted} to {codes.name(reporter)}: {why}")
    held = materials.supplies()[reporter, wanted, stages[0], year]
    return Standing(
        values={code: supply.share for code, supply in held.items()},
        universe=f"{len(held)} suppliers of {materials.title(wanted)} to {codes.name(reporter)}, "
        f"{stages[0]}, study of {year}",
        origin=manifest()[materials.TABLE].origin,
        series=f"{reporter}.*.{wanted}.{stages[0]}",
        stretch=range(year * 12, year * 12 + 12),
    )


def _standing(
    found: Mapping[str, Found], flow: Flow, universe: str, *, whole: bool
) -> Standing | Gap:
    held = {code: amount for code, amount in found.items() if isinstance(amount, Amount)}
    gaps = [gap for gap in found.values() if isinstance(gap, Gap)]
    fatal = [gap for gap in gaps if whole or gap.absence == "not_at_hand"]
    if fatal or not held:
        return (
            fatal[0]
            if fatal
            else absent(f"{flow.words}: partners in this flow are not at hand as a whole")
        )
    first = next(iter(held.values()))
    silent = f", {len(gaps)} without a published value" if gaps else ""
    return Standing(
        values={code: amount.value for code, amount in held.items()},
        universe=f"{universe}, {flow.titled}{silent}",
        origin=first.origin,
        series=first.series.replace(codes.comext(next(iter(held))), "*", 1),
        stretch=flow.stretch,
        band=max(amount.band for amount in held.values()),
    )


def rank(standing: Standing | Gap, code: str) -> Found:
    """The place of a code, 1 being the largest; its definition names those next to it."""
    if isinstance(standing, Gap):
        return standing
    order = comparisons.ranking(standing.values)
    at = next((i for i, (_, name, _) in enumerate(order) if name == code), None)
    if at is None:
        return unpublished(f"{codes.name(code)} is not among {standing.universe}")
    near = [
        f"{place}. {codes.name(name)} {value:,}"
        for place, name, value in order[max(0, at - 1) : at + 2]
    ]
    return _amount(
        standing,
        Decimal(order[at][0]),
        "rank",
        f"rank of {codes.name(code)} among {standing.universe}: {'; '.join(near)}",
    )


def concentration(standing: Standing | Gap) -> Found:
    """The Herfindahl-Hirschman index of a standing."""
    if isinstance(standing, Gap):
        return standing
    value = comparisons.concentration(list(standing.values.values())).quantize(Decimal(1))
    return _amount(
        standing, value, "HHI", f"Herfindahl-Hirschman index (0 to 10,000) of {standing.universe}"
    )


def trend(flow: Flow, base: range | None, shelf: Shelf = SNAPSHOT) -> Found:
    """The slope over the years from ``base`` to the flow's, in per cent of their mean a year."""
    years = months.years(flow.stretch)
    started = months.years(base) if base else None
    if not years or not started or started[0] >= years[-1]:
        return absent(f"{flow.words}: a trend needs whole years, from a first to a later last one")
    found = [
        measures.flows(replace(flow, stretch=range(y * 12, y * 12 + 12)), shelf)
        for y in range(started[0], years[-1] + 1)
    ]
    held = [amount for amount in found if isinstance(amount, Amount)]
    if len(held) < len(found):
        return next(gap for gap in found if isinstance(gap, Gap))
    last = held[-1]
    if any(amount.origin != last.origin for amount in held):
        return absent(measures.mixed(flow, held))
    told = ", ".join(f"{started[0] + i}: {amount.value:,}" for i, amount in enumerate(held))
    return Amount(
        value=comparisons.slope([amount.value for amount in held]).quantize(STEPS),
        unit="%",
        origin=last.origin,
        series=last.series,
        stretch=range(started[0] * 12, flow.stretch.stop),
        said=f"trend of {flow.words}, {started[0]}–{years[-1]}: least-squares slope, % of the "
        f"mean a year; {last.unit}: {told}",
        band=last.band,
    )


def _amount(standing: Standing, value: Decimal, unit: str, said: str) -> Amount:
    return Amount(
        value=value,
        unit=unit,
        origin=standing.origin,
        series=standing.series,
        stretch=standing.stretch,
        said=said,
        band=standing.band,
    )
