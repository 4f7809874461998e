"""The trade of a dyad as a sheet: both flows with bars, the balance, both reporters side by side,
what is missing.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from legation.model.accounts import Account, Entry, Gap, Reach, Row
from legation.views import charts
from legation.views.amounts import NONE, Scale, capital, per_cent, scale, whose, written
from legation.views.sheets import Column, Footnotes, Grid, Room, Sheet, charted, largest, sources

HEADS = {
    "year": "Year",
    "month": "Month",
    "member": "Member",
    "chapter": "HS chapter",
    "section": "HS section",
}
OVER_TIME = frozenset({"year", "month"})
ALL = "All"
ENDS = 50
"""What the words around a sparkline take."""
RECONCILED = "As CEPII reconciled both countries' reports (BACI, FOB): neither's own number"
VALUATION = (
    "Exports are valued FOB, imports CIF (with freight and insurance). Goods only: services are "
    "in no series here."
)

AMERICAN = (
    "The United States values exports FAS (alongside the ship) and general imports at customs "
    "value, without freight; others value FOB and CIF. Goods only: services are in no series here."
)


def trade(account: Account, reach: Reach, room: Room, reconciled: Account | None = None) -> Sheet:
    """The sheet of a dyad's account; an empty one says what there is instead.

    ``reconciled`` is the same dyad as CEPII worked it out of both countries' reports: shown beside,
    in a table of its own.
    """
    if not reach.parts and all(value is None for value in _values((*account.rows, account.total))):
        return _empty(account, reach, reconciled)
    notes, unit = Footnotes(), scale(_values(account.rows or (account.total,)))
    grids = (*_grids(account, reach, notes, unit, room), *_reconciled(reconciled, notes, unit))
    told = f"{account.unit} {unit.word}".strip()
    return Sheet(
        heading=f"{_name(account)}: trade in goods",
        beside=", ".join(
            (_span(account), *([f"by {account.by}"] if len(account.rows) > 1 else []), told)
        ),
        lead=tuple(_lead(account, unit, room)),
        grids=grids,
        missing=(*notes.told, *_unlisted(reach)),
        notes=(*_coverage(account), *_reading(account), _valuation(account)),
        hints=_hints(account),
        sources=sources(_entries(*account.rows, *reach.parts, account.total, *_rows(reconciled))),
    )


def _valuation(account: Account) -> str:
    """How the values are made: most offices count FOB and CIF, the United States otherwise."""
    seen = (e.observation for e in _entries(*account.rows, account.total))
    american = any("(goods, FAS" in one.definition for one in seen if one)
    return AMERICAN if american else VALUATION


def _rows(account: Account | None) -> Sequence[Row]:
    return account.rows if account else ()


def _reconciled(account: Account | None, notes: Footnotes, unit: Scale) -> Iterator[Grid]:
    if account:
        cells = tuple(_cells(row, notes, unit) for row in account.rows)
        yield Grid(title=RECONCILED, columns=_columns("Year"), rows=cells)


def _empty(account: Account, reach: Reach, reconciled: Account | None) -> Sheet:
    notes, unit = Footnotes(), scale(_values(_rows(reconciled)))
    return Sheet(
        heading=f"{_name(account)}: trade in goods",
        beside=f"{account.unit} {unit.word}".strip() if reconciled else "",
        lead=(
            "Neither country's own statistics are at hand for this."
            if reconciled
            else "Nothing is at hand for this.",
        ),
        grids=tuple(_reconciled(reconciled, notes, unit)),
        sources=sources(_entries(*_rows(reconciled))),
        missing=(*notes.told, *account.missing),
        notes=tuple(f"At hand: {words}" for words in reach.at_hand),
        hints=(
            "legation fetch totals   brings what the EU and its members report of all their "
            "partners",
            "legation series find    says what else there is",
        ),
        empty=reconciled is None,
    )


def _name(account: Account) -> str:
    return f"{capital(account.reporter.name)} – {account.partner.name}"


def _span(account: Account) -> str:
    return account.total.name


def _entries(*rows: Row) -> Iterator[Entry]:
    return (entry for row in rows for entry in (row.exports, row.imports))


def _values(rows: Sequence[Row]) -> Iterator[Decimal | None]:
    return (entry.value for entry in _entries(*rows))


def _lead(account: Account, unit: Scale, room: Room) -> Iterator[str]:
    if account.by in OVER_TIME and len(account.rows) > 1:
        for word, entries in (
            ("Exports", [r.exports for r in account.rows]),
            ("Imports", [r.imports for r in account.rows]),
        ):
            line = charts.sparkline(
                charts.thinned([entry.value for entry in entries], room.width - ENDS),
                plain=room.plain,
            )
            yield f"{word}  {line}  {_ends(account.rows, entries, unit)}"
    latest = next((row for row in reversed(account.rows) if row.balance.value is not None), None)
    chosen = latest if account.by in OVER_TIME else account.total
    if chosen and chosen.balance.value is not None:
        yield _favour(account, chosen, chosen.balance.value, unit)


def _ends(rows: Sequence[Row], entries: Sequence[Entry], unit: Scale) -> str:
    known = [
        (row.code, entry.value)
        for row, entry in zip(rows, entries, strict=True)
        if entry.value is not None
    ]
    if not known:
        return "nothing at hand"
    (first, start), (last, end) = known[0], known[-1]
    return f"{unit.of(start)} ({first})" + (f" → {unit.of(end)} ({last})" if last != first else "")


def _favour(account: Account, row: Row, balance: Decimal, unit: Scale) -> str:
    favoured = account.reporter.name if balance > 0 else account.partner.name
    return (
        f"Balance {row.name}: {account.unit} {unit.of(abs(balance))} {unit.word} in favour of "
        f"{favoured}"
    ).replace("  ", " ")


def _grids(
    account: Account, reach: Reach, notes: Footnotes, unit: Scale, room: Room
) -> Iterator[Grid]:
    if account.rows:
        yield (
            _over_time(account, notes, unit, room)
            if account.by in OVER_TIME
            else _broken_down(account, notes, unit, room)
        )
    if reach.parts:
        cells = tuple(_cells(row, notes, unit) for row in reach.parts)
        title = "Years of which only some months are at hand"
        yield Grid(title=title, columns=_columns("Months"), rows=cells)
    yield _mirror(account, notes, unit)


def _columns(head: str) -> tuple[Column, ...]:
    return (
        Column(head),
        *(Column(name, right=True) for name in ("Exports", "Imports", "Balance", "Total")),
    )


def _cells(row: Row, notes: Footnotes, unit: Scale) -> tuple[str, ...]:
    return (
        row.name,
        *(notes.cell(entry, unit) for entry in (row.exports, row.imports, row.balance, row.total)),
    )


def _over_time(account: Account, notes: Footnotes, unit: Scale, room: Room) -> Grid:
    head, exports, imports, *rest = _columns(HEADS[account.by])
    rows = []
    for row in account.rows:
        name, out, into, balance, total = _cells(row, notes, unit)
        short = row.code if account.by == "month" else name
        rows.append((short, out, row.exports.value, into, row.imports.value, balance, total))
    name, out, into, balance, total = _cells(account.total, notes, unit)
    foot = (
        (name if account.by == "year" else ALL, out, "", into, "", balance, total)
        if len(rows) > 1
        else ()
    )
    columns = (head, exports, Column(chart=True), imports, Column(chart=True), *rest)
    return charted(columns, rows, largest(*_values(account.rows)), room, foot)


def _broken_down(account: Account, notes: Footnotes, unit: Scale, room: Room) -> Grid:
    """Members by how much they trade, with bars; chapters and sections in their own order, with
    their long titles.
    """
    rows = list(account.rows)
    if account.by == "member":
        rows.sort(key=lambda row: -sum(value for value in _values([row]) if value is not None))
    share, bars = Column("share", right=True), Column(chart=account.by == "member")
    columns = (
        Column(HEADS[account.by], wide=account.by != "member"),
        Column("Exports", right=True),
        share,
        bars,
        Column("Imports", right=True),
        share,
        bars,
        Column("Balance", right=True),
    )
    lines = [_line(account, row, notes, unit) for row in rows]
    foot = _cells(account.total, notes, unit)
    total = (ALL, foot[1], "", "", foot[2], "", "", foot[3])
    if account.by == "member":
        return charted(columns, lines, largest(*_values(rows)), room, total)
    kept = [at for at, column in enumerate(columns) if column.head]
    words = tuple(tuple(str(line[at]) for at in kept) for line in lines)
    return Grid(
        columns=tuple(columns[at] for at in kept), rows=words, total=tuple(total[at] for at in kept)
    )


def _line(
    account: Account, row: Row, notes: Footnotes, unit: Scale
) -> tuple[str | Decimal | None, ...]:
    return (
        row.name if account.by == "member" else f"{row.code} {row.name}",
        notes.cell(row.exports, unit),
        per_cent(_part(row.exports, account.total.exports)),
        row.exports.value,
        notes.cell(row.imports, unit),
        per_cent(_part(row.imports, account.total.imports)),
        row.imports.value,
        notes.cell(row.balance, unit),
    )


def _mirror(account: Account, notes: Footnotes, unit: Scale) -> Grid:
    one, two = (capital(place.name) for place in (account.reporter, account.partner))
    rows = tuple(_gap(account, gap, notes, unit) for gap in account.mirror)
    columns = (
        Column("", wide=True),
        Column(f"{one} says", right=True),
        Column(f"{two} says", right=True),
        Column("Gap", right=True),
    )
    return Grid(title=f"Both reporters side by side, {_span(account)}", columns=columns, rows=rows)


def _gap(account: Account, gap: Gap, notes: Footnotes, unit: Scale) -> tuple[str, ...]:
    way = "to" if gap.flow == "exports" else "from"
    what = f"{capital(whose(account.reporter))} {gap.flow} {way} {account.partner.name}"
    ratio = _part(gap.partners, gap.reporters)
    apart = NONE if ratio is None else f"{ratio - 100:+.1f} %".replace("-", "−")
    return what, notes.cell(gap.reporters, unit), notes.cell(gap.partners, unit), apart


def _part(entry: Entry, whole: Entry) -> Decimal | None:
    """In per cent, from the values themselves: the shares of an account are rounded already, and
    twice is once too often.
    """
    return entry.value / whole.value * 100 if entry.value is not None and whole.value else None


def _unlisted(reach: Reach) -> tuple[str, ...]:
    names = ", ".join(member.name for member in reach.unlisted)
    return (f"No value at all is at hand for {names}: no line",) if names else ()


def _coverage(account: Account) -> Iterator[str]:
    """Which part of the total the lines are, for lines that may not be all."""
    if account.by in OVER_TIME:
        return
    if not account.rows:
        yield (
            f"No {_kind(account)} is listed: none is at "
            f"hand{'' if account.by == 'member' else ' whole'}."
        )
        return
    if account.by != "member":
        count = len(account.rows)
        yield (
            f"{count} {_kind(account)}{' is' if count == 1 else 's are'} listed: only those that "
            "are at hand whole."
        )
    parts = [f"{part:.2f} % of {way}" for way, part in account.covered.items()]
    if parts:
        yield f"The lines make up {' and '.join(parts)}; the rest is in no line."
    unknown = [way for way in ("exports", "imports") if way not in account.covered]
    if unknown:
        yield (
            f"What part of {' and '.join(unknown)} they make up cannot be said: the total is not "
            "at hand."
        )


def _kind(account: Account) -> str:
    return HEADS[account.by].replace("Member", "member")


def _reading(account: Account) -> Iterator[str]:
    if account.by in OVER_TIME and len(account.rows) > 1:
        yield (
            "Bars share one scale. A sparkline goes from zero to its own highest; a dot in it is "
            "a missing value."
        )


def _hints(account: Account) -> tuple[str, ...]:
    ends = f"{written(account.reporter)} {written(account.partner)}"
    others = [by for by in ("month", "member", "chapter") if by != account.by]
    return (
        f"legation trade {ends} --by {others[0]} | {others[1]}",
        "--csv and --json give every value with its source",
    )
