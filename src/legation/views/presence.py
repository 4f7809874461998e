"""A country among its rivals as a sheet: what each reports of its trade with it, shares, and what
is not at hand.
"""

from collections.abc import Iterator
from decimal import Decimal

from legation.model.accounts import Entry, Presence, Rival
from legation.views.amounts import NONE, Scale, capital, per_cent, scale, written
from legation.views.sheets import Column, Footnotes, Grid, Room, Sheet, charted, largest, sources

SHOWN = 10
RECONCILED = "As CEPII reconciled both countries' reports (BACI, FOB)"
PARTS = ("exports", "imports", "export_share", "import_share")
HOW = (
    "Their: by the rival's own statistics. In its: their share in the country's trade with the "
    "world, by its own."
)


def presence(found: Presence, room: Room, reconciled: Presence | None = None) -> Sheet:
    """The sheet; empty where not one rival's trade is at hand.

    ``reconciled`` is the same as CEPII worked it out of both countries' reports: shown beside, in a
    table of its own.
    """
    notes = Footnotes()
    unit = scale(
        [*(entry.value for rival in found.rivals for entry in (rival.exports, rival.imports))]
    )
    known = [rival for rival in found.rivals if _known(rival)]
    grids = (
        *((_rivals(found, known, notes, unit),) if known else ()),
        *_reconciled(reconciled, notes),
        *_members(found, unit, room),
    )
    others = [e for rival in (reconciled.rivals if reconciled else ()) for e in _entries(rival)]
    entries = (
        [e for rival in found.rivals for e in _entries(rival)]
        + [e for _, e in found.members]
        + [found.rank]
    )
    currency = next(
        (
            e.observation.unit
            for e in entries
            if e.observation and e.observation.unit not in {"%", "rank"}
        ),
        "",
    )
    return Sheet(
        heading=f"Who is present in the trade of {found.place.name}",
        beside=f"{found.period.edtf}, goods, {currency} {unit.word}".strip()
        if known
        else found.period.edtf,
        lead=tuple(_lead(found)),
        grids=grids,
        missing=(*notes.told, *_absent(found)),
        notes=(HOW,),
        hints=_hints(found),
        sources=sources([*entries, *others]),
        empty=not known and not others,
    )


def _entries(rival: Rival) -> tuple[Entry, ...]:
    return rival.exports, rival.imports, rival.export_share, rival.import_share


def _known(rival: Rival) -> bool:
    return any(entry.value is not None for entry in _entries(rival))


def _lead(found: Presence) -> Iterator[str]:
    seen = found.rank.observation
    if found.rank.value is not None and seen is not None:
        what, _, neighbours = seen.definition.partition(": ")
        yield f"{capital(what)}: number {found.rank.value:f}."
        if neighbours:
            yield f"Beside it: {neighbours}."
    if not any(_known(rival) for rival in found.rivals):
        yield "Nothing is at hand for this."


def _reconciled(found: Presence | None, notes: Footnotes) -> Iterator[Grid]:
    if found:
        known = [rival for rival in found.rivals if _known(rival)]
        money = [entry for rival in known for entry in (rival.exports, rival.imports)]
        unit = scale(entry.value for entry in money)
        currency = next((entry.observation.unit for entry in money if entry.observation), "")
        title = f"{RECONCILED}, {currency} {unit.word}".rstrip()
        yield _rivals(found, known, notes, unit, title)


def _rivals(
    found: Presence, known: list[Rival], notes: Footnotes, unit: Scale, title: str = ""
) -> Grid:
    columns = (
        Column("Rival"),
        Column("Their exports", right=True),
        Column("Their imports", right=True),
        Column("In its exports", right=True),
        Column("In its imports", right=True),
    )
    rows = tuple(
        (
            _short(rival),
            notes.cell(rival.exports, unit),
            notes.cell(rival.imports, unit),
            _part(rival.export_share, notes),
            _part(rival.import_share, notes),
        )
        for rival in known
    )
    absent = tuple((_short(r), *[NONE] * len(PARTS)) for r in found.rivals if not _known(r))
    return Grid(title=title, columns=columns, rows=rows + absent)


def _short(rival: Rival) -> str:
    return rival.rival.name.removeprefix("the ")


def _part(entry: Entry, notes: Footnotes) -> str:
    return (
        per_cent(entry.value) if entry.value is not None else f"{NONE} {notes.mark(entry.reason)}"
    )


def _absent(found: Presence) -> Iterator[str]:
    """The rivals of whom there is nothing, in one sentence: their reasons differ in nothing but
    the names.
    """
    names = [rival.rival.name for rival in found.rivals if not _known(rival)]
    if names:
        joined = ", ".join(names[:-1]) + (" and " if names[1:] else "") + names[-1]
        whose = (
            f"{joined}: no statistics of theirs on {found.place.name}, nor {found.place.name}'s "
            "own on them, are at hand"
        )
        yield f"{capital(whose)} for {found.period.edtf} (each reason: --csv)"


def _members(found: Presence, unit: Scale, room: Room) -> Iterator[Grid]:
    """The EU's largest members by their exports, and the others in one line."""
    values = [entry.value for _, entry in found.members]
    if not values:
        return
    whole = sum((value for value in values if value is not None), Decimal(0))
    rows: list[tuple[str | Decimal | None, ...]] = [
        (member.name, unit.of(entry.value), per_cent(_ratio(entry.value, whole)), entry.value)
        for member, entry in found.members[:SHOWN]
    ]
    rest = found.members[SHOWN:]
    if rest:
        value = sum((entry.value for _, entry in rest if entry.value is not None), Decimal(0))
        rows.append((f"{len(rest)} more", unit.of(value), per_cent(_ratio(value, whole)), ""))
    columns = (
        Column("Member"),
        Column("Exports", right=True),
        Column("of these", right=True),
        Column(chart=True),
    )
    title = f"Exports to {found.place.name} of the {len(values)} EU members that have a value"
    yield charted(columns, rows, largest(*values), room, title=title)


def _ratio(value: Decimal | None, whole: Decimal) -> Decimal | None:
    return value / whole * 100 if value is not None and whole else None


def _hints(found: Presence) -> tuple[str, ...]:
    code = written(found.place)
    return (
        "legation fetch totals   brings the EU's and its members' trade with everybody",
        f"legation trade EU {code} --by member | year",
        "LEGATION_COMTRADE_KEY   a key of your own opens UN Comtrade, with what all others report",
    )
