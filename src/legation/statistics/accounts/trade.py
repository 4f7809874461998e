"""The trade of a dyad: both ways, the balance, both reporters side by side, and what is missing."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from legation.model import Period
from legation.model.accounts import Account, By, Country, Entry, Gap, Row
from legation.statistics import codes, exchange, goods, measures, months, products
from legation.statistics.accounts.entries import country, entry, reasons
from legation.statistics.amounts import Amount, Found
from legation.statistics.cells import SNAPSHOT, Key, Shelf
from legation.statistics.goods import Flow

WAYS = ("exports", "imports")
SHARE = Decimal("0.01")


def trade(
    reporter: str,
    partner: str,
    period: Period | None = None,
    by: By = "year",
    unit: str = "EUR",
    shelf: Shelf = SNAPSHOT,
) -> Account:
    """The account of a dyad; an empty one, with the reasons, where nothing is at hand.

    Args:
        reporter: whose exports and imports; ``EU``, ``DE``, ``DEU`` and so on.
        partner: with whom.
        period: whole months; by default all years at hand, or for another ``by`` the last year at
        hand both ways.
        by: what the lines are. Chapters and sections are listed only where the snapshot has them
        whole.
        unit: an ISO 4217 code; converted at the ECB's mean of each line's own period.
        shelf: where to look.
    """
    one, two = country(reporter), country(partner)
    stretch = months.stretch(period) if period else _default(one.code, two.code, by, shelf)
    if stretch is None:
        return _nothing(
            one,
            two,
            by,
            unit,
            "not whole months" if period else f"no trade of {one.name} with {two.name} at hand",
        )
    flow = Flow(reporter=one.code, partner=two.code, flow="exports", stretch=stretch)
    total = _row(flow, "TOTAL", months.words(stretch), unit, shelf)
    rows = tuple(
        _shared(row, total)
        for row in _rows(flow, by, unit, shelf)
        if _filled(row) or by in {"year", "month"}
    )
    return Account(
        reporter=one,
        partner=two,
        period=months.period(stretch),
        by=by,
        unit=unit,
        rows=rows,
        total=total,
        mirror=tuple(_gap(flow, way, unit, shelf) for way in WAYS),
        covered=_covered(rows, total),
        missing=reasons(
            total.exports, total.imports, *(e for row in rows for e in (row.exports, row.imports))
        ),
    )


def _nothing(one: Country, two: Country, by: By, unit: str, reason: str) -> Account:
    empty = Entry(absence="not_at_hand", reason=reason)
    line = Row(code="TOTAL", name="", exports=empty, imports=empty, total=empty, balance=empty)
    return Account(
        reporter=one,
        partner=two,
        period=None,
        by=by,
        unit=unit,
        rows=(),
        total=line,
        mirror=(),
        covered={},
        missing=(reason,),
    )


def covered(
    reporter: str, partner: str, way: str, shelf: Shelf = SNAPSHOT, product: str = products.TOTAL
) -> list[range]:
    """The stretches for which the tables hold such a flow."""
    held = []
    about = Key(reporter, partner, "HS", product, way)
    for table in shelf.tables("HS", (12, 1), about=about):
        direct = about in table.series
        summed = reporter in goods.UNIONS and table.reporters.issuperset(codes.members())
        if (
            (direct or summed)
            and (partner, "HS", way) in table.covered
            and ("HS", product, way) in table.products
        ):
            held.append(table.covered[partner, "HS", way])
    return held


def _default(reporter: str, partner: str, by: By, shelf: Shelf) -> range | None:
    """All years at hand; or the last whole year that both flows have, or else that either has."""
    exports, imports = (_years(reporter, partner, way, shelf) for way in WAYS)
    either, both = exports | imports, exports & imports
    if not either:
        return None
    last = max(both or either)
    return (
        range(min(either) * 12, max(either) * 12 + 12)
        if by == "year"
        else range(last * 12, last * 12 + 12)
    )


def _years(reporter: str, partner: str, way: str, shelf: Shelf) -> set[int]:
    """The whole years for which a flow is at hand; of a group those of all its members."""
    group = codes.group_members(partner, date.max)
    if group:
        return set.intersection(*(_years(reporter, member, way, shelf) for member in group))
    held = covered(reporter, partner, way, shelf)
    return {month // 12 for c in held for month in range(-(-c.start // 12) * 12, c.stop - 11, 12)}


def _rows(flow: Flow, by: By, unit: str, shelf: Shelf) -> Iterator[Row]:
    if by == "year":
        for start in range(flow.stretch.start // 12 * 12, flow.stretch.stop, 12):
            part = range(max(start, flow.stretch.start), min(start + 12, flow.stretch.stop))
            yield _row(
                replace(flow, stretch=part), str(start // 12), months.words(part), unit, shelf
            )
    elif by == "month":
        for month in flow.stretch:
            at = months.first_day(month)
            yield _row(
                replace(flow, stretch=range(month, month + 1)),
                f"{at:%Y-%m}",
                months.named(month),
                unit,
                shelf,
            )
    elif by == "member":
        for member in (
            codes.union(flow.reporter, months.first_day(flow.stretch.start))
            if flow.reporter in goods.UNIONS
            else ()
        ):
            yield _row(replace(flow, reporter=member), member, codes.name(member), unit, shelf)
    else:
        yield from _products(flow, by, unit, shelf)


def _products(flow: Flow, by: By, unit: str, shelf: Shelf) -> Iterator[Row]:
    """The chapters, or sections, that the tables hold whole; a section only if all its chapters
    are there.
    """
    held = {
        code for t in shelf.tables("HS", (12, 1)) for _, code, _ in t.products if len(code) == 2
    } | _every(flow, shelf)
    if by == "chapter":
        for code in sorted(held):
            yield _row(replace(flow, product=code), code, products.title("HS", code), unit, shelf)
        return
    chapters = [
        row for row in products.titles().values() if len(row.code) == 2 and row.code.isdigit()
    ]
    for section in dict.fromkeys(row.section for row in chapters if row.section):
        inside = [row.code for row in chapters if row.section == section]
        if held.issuperset(inside):
            yield _section(flow, section, inside, unit, shelf)


def _every(flow: Flow, shelf: Shelf) -> set[str]:
    """All chapters, where a large file has every product of those years."""
    about = replace(flow, product="01").key
    reach = [
        covered
        for store in shelf.stores
        if (t := store.table(about))
        for covered in t.covered.values()
    ]
    whole = any(c.start <= flow.stretch.start and flow.stretch.stop <= c.stop for c in reach)
    return (
        {code for code in products.titles() if code.isdigit() and len(code) == 2}
        if whole
        else set()
    )


def _section(flow: Flow, section: str, chapters: Sequence[str], unit: str, shelf: Shelf) -> Row:
    exports, imports = (
        _in(_whole(replace(flow, flow=way), section, chapters, shelf), unit, shelf) for way in WAYS
    )
    return _line(section, products.title("section", section), exports, imports)


def _whole(flow: Flow, section: str, chapters: Sequence[str], shelf: Shelf) -> Found:
    """A section as a large file has it, or else the sum of all its chapters."""
    direct = goods.amount(replace(flow, product=section), shelf)
    if isinstance(direct, Amount):
        return direct
    parts = [goods.amount(replace(flow, product=chapter), shelf) for chapter in chapters]
    return goods.total(flow, parts, f"section {section}")


def _row(flow: Flow, code: str, name: str, unit: str, shelf: Shelf) -> Row:
    exports, imports = (
        _in(goods.amount(replace(flow, flow=way), shelf), unit, shelf) for way in WAYS
    )
    return _line(code, name, exports, imports)


def _line(code: str, name: str, exports: Found, imports: Found) -> Row:
    return Row(
        code=code,
        name=name,
        exports=entry(exports),
        imports=entry(imports),
        total=entry(measures.combined(exports, imports, 1)),
        balance=entry(measures.combined(exports, imports, -1)),
    )


def _in(found: Found, unit: str, shelf: Shelf) -> Found:
    return exchange.converted(found, unit, shelf.as_of) if isinstance(found, Amount) else found


def _filled(row: Row) -> bool:
    return row.exports.value is not None or row.imports.value is not None


def _shared(row: Row, total: Row) -> Row:
    return replace(
        row,
        export_share=_part(row.exports.value, total.exports.value),
        import_share=_part(row.imports.value, total.imports.value),
    )


def _part(value: Decimal | None, whole: Decimal | None) -> Decimal | None:
    return (value / whole * 100).quantize(SHARE) if value is not None and whole else None


def _covered(rows: Sequence[Row], total: Row) -> dict[str, Decimal]:
    """Which part of the total, in per cent, the lines make up, by flow; nothing where there is no
    total.
    """
    found = {}
    for way in WAYS:
        values = [value for row in rows if (value := getattr(row, way).value) is not None]
        part = _part(sum(values, Decimal(0)), getattr(total, way).value)
        if part is not None:
            found[way] = part
    return found


def _gap(flow: Flow, way: str, unit: str, shelf: Shelf) -> Gap:
    """The reporter's exports beside the partner's imports, or the other way round."""
    other = "imports" if way == "exports" else "exports"
    turned = Flow(reporter=flow.partner, partner=flow.reporter, flow=other, stretch=flow.stretch)
    mine, theirs = (
        entry(_in(goods.amount(f, shelf), unit, shelf)) for f in (replace(flow, flow=way), turned)
    )
    difference = None
    if mine.value and theirs.value is not None:
        difference = ((theirs.value / mine.value - 1) * 100).quantize(SHARE)
    return Gap(flow=way, reporters=mine, partners=theirs, per_cent=difference)
