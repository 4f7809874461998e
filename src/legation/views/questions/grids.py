"""The view models of questions as sheets for a terminal."""

from collections.abc import Iterable, Iterator, Sequence

from legation.views.questions import tables
from legation.views.questions.pages import (
    Actor,
    Conflicts,
    Dyad,
    Found,
    Promises,
    Rivals,
    Timeline,
)
from legation.views.questions.scopes import Head, Paging
from legation.views.sheets import Column, Grid, Sheet


def dyad(found: Dyad) -> Sheet:
    """A pair: its sections, each with its newest rows."""
    sections = (
        ("Events", found.events),
        ("Events without a date", found.undated),
        (f"Said by {found.a.name}", found.statements_a),
        (f"Said by {found.b.name}", found.statements_b),
        ("Agreements and projects", found.instruments),
        ("Figures", found.figures),
        ("Claims without a number", found.assertions),
        ("Judged wrong or withdrawn, in no count", found.struck),
    )
    grids = [_counts(found), _months(found)]
    grids += [tables.entries(title, rows) for title, rows in sections if rows]
    grids += tables.disagreements(found.conflicts)
    grids += [tables.altered(found.altered)] if found.altered else []
    grids += [tables.promises(found.promises)] if found.promises else []
    grids += [tables.register(found.register)] if found.register else []
    codes = f"{found.a.code} {found.b.code}"
    return _sheet(
        found.head,
        [grid for grid in grids if grid.rows],
        lead=[line.text for line in found.lead],
        hints=(f"legation timeline {codes}", f"legation digest --dyad {codes}"),
        empty=not found.counts,
    )


def _sheet(
    head: Head,
    grids: Sequence[Grid],
    *,
    lead: Iterable[str] = (),
    hints: tuple[str, ...] = (),
    paging: Paging | None = None,
    empty: bool = False,
) -> Sheet:
    behind = f"{head.stories} stories, {head.documents} documents" if head.documents else ""
    more = (f"--cursor {paging.next}   the next page",) if paging and paging.next else ()
    missing = ("nothing is told of this in the account",) if empty else ()
    return Sheet(
        heading=head.title,
        beside=", ".join(part for part in (behind, head.beside) if part),
        lead=(*lead, *(missing if not grids else ())),
        grids=tuple(grids),
        notes=head.notes,
        hints=(*more, *hints),
        missing=missing,
        empty=empty,
    )


def _counts(found: Dyad) -> Grid:
    columns = (Column("Counted in affairs"), Column("sure", right=True), Column("beside"))
    return Grid(
        columns=columns,
        rows=tuple(
            (one.word, str(one.tally.sure), tables.beside(one.tally)) for one in found.counts
        ),
    )


def _months(found: Dyad) -> Grid:
    """Events by month, with the stories behind the month."""
    rows = []
    for month in found.months:
        events = [one for one in month.counts if one.kind == "event"]
        if not events:
            continue
        told = ", ".join(f"{one.word} {tables.tally(one.tally)}" for one in events)
        stories = f"{month.stories + month.via_stories}"
        rows.append((month.month, stories, told))
    columns = (Column("Month"), Column("Stories", right=True), Column("Events", wide=True))
    return Grid(title="Events by month", columns=columns, rows=tuple(rows))


def timeline(found: Timeline) -> Sheet:
    """A pair by day."""
    grids = [Grid(columns=tables.ENTRY, rows=tuple(tables.entry_row(one) for one in found.entries))]
    if found.undated:
        grids.append(tables.entries("Without a date", found.undated))
    return _sheet(
        found.head,
        [grid for grid in grids if grid.rows],
        paging=found.paging,
        empty=not (found.entries or found.undated),
    )


def who(found: Actor) -> Sheet:
    """A person, body or country."""
    sections = (
        ("Says", found.statements),
        ("Figures", found.figures),
        ("Does", found.events),
        ("Other entries", found.others),
    )
    lead = [
        f"{office.role}, {office.of}: in texts from {office.since} to {office.until}"
        for office in found.offices
    ]
    grids = [
        Grid(title=title, columns=tables.ENTRY, rows=tuple(tables.entry_row(one) for one in rows))
        for title, rows in sections
        if rows
    ]
    if found.beside:
        rows = tuple((one.name, one.code or tables.NONE, str(one.stories)) for one in found.beside)
        columns = (Column("Named beside"), Column("Of"), Column("Stories", right=True))
        grids.append(Grid(columns=columns, rows=rows))
    near = tuple(f'legation who "{name}"' for name in found.alike)
    return _sheet(found.head, grids, lead=lead, hints=near, paging=found.paging, empty=not grids)


def find(found: Found) -> Sheet:
    """Hits with their entries."""
    return _sheet(found.head, list(_hits(found)), paging=found.paging, empty=not found.hits)


def _hits(found: Found) -> Iterator[Grid]:
    for hit in found.hits:
        source = hit.source
        title = " · ".join(
            str(part) for part in (source.published, source.publisher, source.title) if part
        )
        rows = ((hit.snippet,), *((f"- {one.line}",) for one in hit.entries))
        yield Grid(title=title or source.document, columns=(Column(wide=True),), rows=rows)


def conflicts(found: Conflicts) -> Sheet:
    """Conflicts, and what copies altered."""
    grids = tables.disagreements(found.conflicts)
    grids += [tables.altered(found.altered)] if found.altered else []
    return _sheet(found.head, grids, paging=found.paging, empty=not grids)


def promises(found: Promises) -> Sheet:
    """Promises."""
    grids = [tables.promises(found.promises)] if found.promises else []
    return _sheet(found.head, grids, paging=found.paging, empty=not grids)


def rivals(found: Rivals) -> Sheet:
    """Rivals side by side: the stories behind each stand first."""
    names = ("meetings and visits", "agreements", "offers made", "demands, refusals, sanctions")
    rows: list[tuple[str, ...]] = [
        ("stories, documents", *(f"{one.stories}, {one.documents}" for one in found.rivals))
    ]
    for at, name in enumerate((*names, "statements")):
        rows.append((name, *(_told_of(one, at) for one in found.rivals)))
    rows.append(
        (
            "trade, as claimed",
            *(
                "; ".join(f"{e.head}: {e.number.written}" for e in one.trade if e.number)
                or tables.NONE
                for one in found.rivals
            ),
        )
    )
    columns = (Column(), *(Column(one.side.name, wide=True) for one in found.rivals))
    return _sheet(
        found.head,
        [Grid(columns=columns, rows=tuple(rows))],
        empty=not any(one.stories for one in found.rivals),
    )


def _told_of(one: object, at: int) -> str:
    fields = ("meetings", "instruments", "offers", "demands", "statements")
    return tables.tally(getattr(one, fields[at])) if at < len(fields) else tables.NONE
