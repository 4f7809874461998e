"""Exports and imports of goods: one cell, or the sum of members, months and partners that was asked
for.

A sum is made only where every month is covered; a cell that a member left empty within the covered
months counts as no trade in a sum of members, which says so, and as unpublished where that member
alone is asked for.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from legation.statistics import bands, codes, exchange, months, products
from legation.statistics.amounts import Amount, Found, Gap, Title, absent, unpublished
from legation.statistics.cells import SNAPSHOT, USUAL, Key, Shelf, Table
from legation.statistics.reading import manifest

BOTH_KINDS = "GS"
"""The scheme of series of goods and services together; their only product is the total."""
UNIONS = frozenset({codes.EU, codes.EU28})
INDICATOR = "VALUE_IN_EUROS"
WAYS = {"exports": "to", "imports": "from", "duties": "from", "consumption": "from"}
NAMED = {
    "duties": "duty on imports",
    "consumption": "imports for consumption",
    "trade_total": "trade",
}
"""How flows are called that are no plain exports or imports."""
NUMBERS = {"exports": "2", "imports": "1"}
FORMER = frozenset({"GBR"})
WITHIN = frozenset({"QR", "QV", "QY", codes.INTRA, codes.EXTRA, codes.WORLD, *UNIONS})
"""What is no partner outside the EU: stores and secrets of trade within it, and the published
sums.
"""


class Flow(Struct, frozen=True, kw_only=True):
    """One flow of goods over a stretch of months. ``flow`` is ``exports`` or ``imports``, the
    reporter's.
    """

    reporter: str
    partner: str
    flow: str
    stretch: range
    scheme: str = "HS"
    product: str = "TOTAL"

    @property
    def key(self) -> Key:
        """The key of its series."""
        return Key(self.reporter, self.partner, self.scheme, self.product, self.flow)

    @property
    def words(self) -> str:
        """``EU imports of mineral fuels (HS 27) from Kazakhstan``; of all goods simply ``EU
        imports from Kazakhstan``.
        """
        what = (
            ""
            if self.product == products.TOTAL and self.scheme != BOTH_KINDS
            else f" of {self.what}"
        )
        named = NAMED.get(self.flow, self.flow)
        return f"{self.who} {named}{what} {self._way} {codes.name(self.partner)}"

    @property
    def titled(self) -> str:
        """``EU imports from Kazakhstan, 2021``: it stands alone."""
        return f"{self.words}, {months.words(self.stretch)}"

    def valued(self, how: str, unit: str) -> str:
        """``EU imports from Kazakhstan, 2021 (goods, CIF, EUR)``."""
        kind = "goods" if self.what == "goods" else ""
        return f"{self.titled} ({', '.join(part for part in (kind, how, unit) if part)})"

    @property
    def what(self) -> str:
        """``goods``, ``goods and services``, or the product."""
        if self.scheme == BOTH_KINDS:
            return "goods and services"
        return (
            "goods" if self.product == products.TOTAL else products.words(self.scheme, self.product)
        )

    @property
    def who(self) -> str:
        """``EU``, ``Germany's``."""
        return {codes.EU: "EU", codes.EU28: "EU28"}.get(self.reporter) or possessive(
            codes.name(self.reporter)
        )

    @property
    def _way(self) -> str:
        return WAYS.get(self.flow, "with")


def possessive(name: str) -> str:
    """``Germany's``, ``the Netherlands'``."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def amount(flow: Flow, shelf: Shelf = SNAPSHOT) -> Found:
    """The value of a flow, in the currency of its table.

    Whole years come from annual figures where there are any, everything else from months; the
    newest vintage that covers the stretch is used, whole, never two vintages in one sum.
    """
    if flow not in shelf.answered:
        shelf.answered[flow] = _amount_of(flow, shelf)
    found: Found = shelf.answered[flow]
    return found


def _amount_of(flow: Flow, shelf: Shelf) -> Found:
    partners = codes.group_members(flow.partner, months.first_day(flow.stretch.stop - 1))
    if partners:
        return _group(flow, partners, shelf)
    if flow.reporter == codes.EU and flow.partner == codes.WORLD:
        return _outside(flow, shelf)
    found = _pair(flow, shelf)
    if isinstance(found, Amount) or found.absence == "not_published":
        return found
    if flow.partner == codes.WORLD and flow.scheme != BOTH_KINDS:
        summed = _outside(flow, shelf)
        return summed if isinstance(summed, Amount) else found
    if flow.partner in UNIONS and not european(flow.reporter):
        return _with_union(flow, shelf, found)
    return found


def _with_union(flow: Flow, shelf: Shelf, gap: Gap) -> Found:
    """The trade with the members of the EU added up, where nobody published it for the union."""
    members = codes.union(flow.partner, months.first_day(flow.stretch.start))
    found = [amount(replace(flow, partner=member), shelf) for member in members]
    if not all(isinstance(part, Amount) for part in found):
        return gap
    return total(flow, found, f"sum of its trade with {len(members)} members")


def _pair(flow: Flow, shelf: Shelf) -> Found:
    if not _may_be_held(flow, shelf):
        return absent(f"no series at hand: {flow.words}")
    gaps: list[tuple[bool, int, Gap]] = []
    for table in _tables_of(flow, shelf):
        found = _from(table, flow)
        if isinstance(found, Amount):
            return found
        if found is not None:
            gaps.append((found.absence == "not_at_hand", _missing(table, flow), found))
    parted = _in_several(flow, shelf) if len(gaps) > 1 else ""
    if parted:
        return absent(parted)
    return min(gaps, key=lambda gap: gap[:2])[2] if gaps else _nothing(flow, shelf)


def _tables_of(flow: Flow, shelf: Shelf) -> Iterable[Table]:
    """The tables that hold anything of the pair in that flow, known once for all its years; large
    files are asked each time.
    """
    if shelf.stores:
        return shelf.tables(flow.scheme, (12, 1), flow.product, flow.key)
    if flow.key not in shelf.answered:
        every = shelf.tables(flow.scheme, (12, 1), flow.product, flow.key)
        shelf.answered[flow.key] = tuple(t for t in every if _holds(t, flow))
    found: tuple[Table, ...] = shelf.answered[flow.key]
    return found


def _holds(table: Table, flow: Flow) -> bool:
    return _about(flow) in table.covered and _reported(table, flow)


def _may_be_held(flow: Flow, shelf: Shelf) -> bool:
    """Whether it is worth looking: files too large to be known at a glance always are, and single
    products stand in a table of their own.
    """
    if shelf.stores or flow.product != products.TOTAL or flow.reporter in UNIONS:
        return True
    return flow.reporter in shelf.reporters(flow.scheme)


def _in_several(flow: Flow, shelf: Shelf) -> str:
    """In words, that the stretch is at hand whole, but only out of several vintages."""
    held = [
        (table.covered[_about(flow)], table.origin)
        for table in shelf.tables(flow.scheme, (12,), flow.product, flow.key)
        if flow.key in table.series
    ]
    years = months.years(flow.stretch) or range(0)
    if not years or not all(any(y * 12 in covered for covered, _ in held) for y in years):
        return ""
    told = "; ".join(
        f"{months.words(covered)} of {o.vintage}"
        for covered, o in sorted(held, key=lambda item: item[0].start)
    )
    return (
        f"{flow.words}, {months.words(flow.stretch)}: at hand only out of several vintages "
        f"({told}), which are not added up"
    )


def _missing(table: Table, flow: Flow) -> int:
    """How many months of the stretch the table does not cover: the table that lacks least gives
    the reason.
    """
    covered = table.covered[_about(flow)]
    return len(flow.stretch) - len(
        range(max(covered.start, flow.stretch.start), min(covered.stop, flow.stretch.stop))
    )


def _nothing(flow: Flow, shelf: Shelf) -> Gap:
    """What the snapshot lacks: the reporter, the partner in that flow, the product, or only this
    finer period.
    """
    near = _near(flow, shelf)
    if not near:
        return absent(f"no series at hand: {flow.words}")
    if all(key.product != flow.product for key in near):
        other = sorted(
            {
                products.words(key.scheme, key.product)
                for key in near
                if key.product != products.TOTAL
            }
        )
        singles = (
            ["single products that sanctions name"] if flow.flow == "exports" and other else []
        )
        return absent(
            f"no series at hand: {flow.words}; there is "
            f"{', '.join(['total trade', *other[:3], *singles])}"
        )
    return absent(f"no series at hand: {flow.words} by month; there are whole years")


def _near(flow: Flow, shelf: Shelf) -> set[Key]:
    """The series of the pair in that flow, of whatever product, known once for all its years."""
    asked = ("near", flow.key)
    if asked not in shelf.answered:
        shelf.answered[asked] = {
            key
            for table in shelf.tables(flow.scheme, (1, 12), flow.product)
            for key in _beside(table, flow)
        }
    found: set[Key] = shelf.answered[asked]
    return found


def _beside(table: Table, flow: Flow) -> Iterator[Key]:
    """The series of the same pair and flow, of whatever product."""
    held = _ways(_Series(table.series)).get((flow.partner, flow.flow), ())
    own = UNIONS.union(codes.members()) if flow.reporter in UNIONS else {flow.reporter}
    return (key for key in held if key.reporter in own)


class _Series:
    """The series of a table as what they are one by one: two tables are the same only if they are
    one object.
    """

    def __init__(self, held: dict[Key, dict[int, int]]) -> None:
        self.held = held

    def __hash__(self) -> int:
        return id(self.held)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Series) and other.held is self.held


@lru_cache(maxsize=16)
def _ways(series: _Series) -> dict[tuple[str, str], list[Key]]:
    """The keys of a table by partner and flow: it has a hundred thousand, and is asked for them at
    every gap.
    """
    found: dict[tuple[str, str], list[Key]] = {}
    for key in series.held:
        found.setdefault((key.partner, key.flow), []).append(key)
    return found


def _from(table: Table, flow: Flow) -> Found | None:
    """What one table says; ``None`` where it holds nothing of the kind."""
    if table.step == 12 and months.years(flow.stretch) is None:
        return None
    if not _holds(table, flow):
        return None
    outside = _uncovered(table.covered[_about(flow)], flow, _whose(table))
    if outside:
        return absent(outside)
    if flow.reporter in UNIONS:
        return _of_union(table, flow)
    return _of_one(table, flow)


def _about(flow: Flow) -> tuple[str, str, str]:
    return flow.partner, flow.scheme, flow.flow


def _reported(table: Table, flow: Flow) -> bool:
    """Whether the table has this reporter and product at all, for whatever partner of the flow."""
    summed = flow.reporter in UNIONS and table.reporters.issuperset(codes.members())
    return (flow.reporter in table.reporters or summed) and (
        flow.scheme,
        flow.product,
        flow.flow,
    ) in table.products


def _whose(table: Table) -> str:
    return "" if table.name.split("/")[0] in manifest() else f" in {table.origin.dataset}"


def _uncovered(covered: range, flow: Flow, where: str = "") -> str:
    """In words, what of the stretch the table does not reach; empty if nothing."""
    if flow.stretch.start < covered.start:
        return f"no series at hand: {flow.words} before {months.named(covered.start)}{where}"
    if flow.stretch.stop > covered.stop:
        return f"no series at hand: {flow.words} after {months.named(covered.stop - 1)}{where}"
    return ""


def _of_one(table: Table, flow: Flow) -> Found:
    """The reporter's own cells, all of them."""
    cells = table.series.get(
        Key(flow.reporter, flow.partner, flow.scheme, flow.product, flow.flow), {}
    )
    wanted = range(flow.stretch.start, flow.stretch.stop, table.step)
    empty = [month for month in wanted if month not in cells]
    if (
        empty
        and flow.reporter in FORMER
        and flow.reporter not in codes.members(months.first_day(empty[0]))
    ):
        return absent(
            f"{flow.words}: it was no member of the EU in {months.named(empty[0])} and does "
            "not report to Comext"
        )
    if empty:
        return unpublished(
            f"{flow.words}: {_cells(len(empty), len(wanted), table)} in "
            f"{table.origin.dataset}; empty is not zero"
        )
    how = (
        ""
        if len(wanted) == 1
        else f"; sum of {len(wanted)} {'years' if table.step == 12 else 'months'}"
    )
    return _amount(table, flow, sum(cells[month] for month in wanted), how)


def _cells(empty: int, wanted: int, table: Table) -> str:
    unit = "year" if table.step == 12 else "month"
    return (
        f"no value published for {empty} of {wanted} {unit}s"
        if wanted > 1
        else f"no value published for that {unit}"
    )


def _of_union(table: Table, flow: Flow) -> Found:
    """The published aggregate, or else the sum of those who were members."""
    if flow.reporter in table.reporters:
        return _of_one(table, flow)
    total, empty, who = 0, 0, set[str]()
    for month in range(flow.stretch.start, flow.stretch.stop, table.step):
        for member in codes.union(flow.reporter, months.first_day(month)):
            value = table.series.get(
                Key(member, flow.partner, flow.scheme, flow.product, flow.flow), {}
            ).get(month)
            who.add(member)
            total, empty = total + (value or 0), empty + (value is None)
    if empty == len(who) * (len(flow.stretch) // table.step):
        return unpublished(f"{flow.words}: no member published a value in {table.origin.dataset}")
    silent = f"; {empty} empty cells counted as no trade" if empty else ""
    each = "years" if table.step == 12 else "months"
    return _amount(table, flow, total, f"; sum of {len(who)} members' {each}{silent}")


def _amount(table: Table, flow: Flow, value: int, how: str) -> Amount:
    valued = table.valued(flow.flow)
    return Amount(
        value=Decimal(value),
        unit=table.unit,
        origin=table.origin,
        series=series_key(table.step, flow),
        stretch=flow.stretch,
        said=f"{flow.valued(valued, table.unit)}{how}",
        title=Title(flow=flow, valued=valued),
        band=_band(table, flow),
        early=_early(table, flow),
    )


def _band(table: Table, flow: Flow) -> Decimal:
    whole = bands.of_dataset(table.origin.dataset)
    if whole:
        return whole
    of = flow.flow if flow.product == products.TOTAL else "products"
    return bands.band(
        flow.stretch,
        table.end,
        table.origin.known,
        "union" if flow.reporter in UNIONS else "member",
        of,
    )


def _early(table: Table, flow: Flow) -> Decimal:
    """The band of a first print: of a stretch whose months were all of the kind revised most but
    the newest.
    """
    whole = bands.of_dataset(table.origin.dataset)
    of = flow.flow if flow.product == products.TOTAL else "products"
    level = "union" if flow.reporter in UNIONS else "member"
    return whole or bands.measured(of)[level, "earlier month"]


def series_key(step: int, flow: Flow) -> str:
    """The key in the order of Comext's: ``A.EU27_2020.KZ.TOTAL.2.VALUE_IN_EUROS``."""
    number = NUMBERS.get(flow.flow, flow.flow)
    places = (
        "A" if step == 12 else "M",
        codes.comext(flow.reporter),
        codes.comext(flow.partner),
        flow.product,
        number,
    )
    return ".".join((*places, INDICATOR))


def _group(flow: Flow, partners: tuple[str, ...], shelf: Shelf) -> Found:
    """The sum over the members of a group of partners; one gap is a gap."""
    found = [amount(replace(flow, partner=partner), shelf) for partner in partners]
    return total(flow, found, f"sum of {', '.join(codes.name(partner) for partner in partners)}")


def _outside(flow: Flow, shelf: Shelf) -> Found:
    """Trade with the world, for the EU with all outside it: the published sum where there is one,
    else the sum of the partners.
    """
    if european(flow.reporter):
        published = _pair(replace(flow, partner=codes.EXTRA), shelf)
        if isinstance(published, Amount):
            return published
    for table in shelf.tables(flow.scheme, (12,), about=flow.key):
        if table.whole and flow.reporter in table.reporters and months.years(flow.stretch):
            found = [_from(table, replace(flow, partner=p)) for p in outside(table, flow)]
            held = [f for f in found if isinstance(f, Amount)]
            if held and not _uncovered(_whole(table, flow), flow):
                return total(
                    flow,
                    held,
                    f"sum of {len(held)} partners{_beyond(flow)}; the published total is not "
                    "in the snapshot",
                )
    return _nothing(flow, shelf)


def _beyond(flow: Flow) -> str:
    return " outside the EU" if european(flow.reporter) else ""


def _whole(table: Table, flow: Flow) -> range:
    held = [covered for (_, _, way), covered in table.covered.items() if way == flow.flow]
    return range(min(c.start for c in held), max(c.stop for c in held))


def outside(table: Table, flow: Flow) -> list[str]:
    """All partners of the table in that flow: those outside the EU for the EU and its members, for
    others all countries.
    """
    inside = WITHIN | set(codes.members() if european(flow.reporter) else ())
    held = {
        key.partner for key in table.series if key[0] == flow.reporter and key[2:] == flow.key[2:]
    }
    return sorted(held - inside)


def european(reporter: str) -> bool:
    """Whether it is the EU or one of its members, whose partners are counted outside the EU."""
    return reporter in UNIONS or reporter in codes.members()


def total(flow: Flow, parts: Sequence[Found], how: str) -> Found:
    """The sum of parts of one flow, in the currency of the first; one gap is a gap."""
    unit = next((part.unit for part in parts if isinstance(part, Amount)), "EUR")
    held: list[Amount] = []
    for part in parts:
        same = exchange.converted(part, unit) if isinstance(part, Amount) else part
        if isinstance(same, Gap):
            return Gap(absence=same.absence, reason=f"{flow.words}: {same.reason}")
        held.append(same)
    first = held[0]
    step = 12 if first.series.startswith("A") else 1
    valued = first.title.valued if first.title else USUAL[flow.flow]
    return Amount(
        value=sum((part.value for part in held), Decimal(0)),
        unit=unit,
        origin=first.origin,
        series=series_key(step, flow),
        stretch=flow.stretch,
        said=f"{flow.valued(valued, unit)}; {how}",
        title=Title(flow=flow, valued=valued),
        band=max(part.band for part in held),
        early=max(part.early for part in held),
    )
