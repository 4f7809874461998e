"""The view models of questions as sheets for a terminal."""

from collections.abc import Iterable, Iterator, Sequence

from legation.views.questions import telling
from legation.views.questions.entries import Entry
from legation.views.questions.pages import (
    Actor,
    Change,
    Conflicts,
    Disagreement,
    Dyad,
    Fact,
    Found,
    Promised,
    Promises,
    Rivals,
    Timeline,
)
from legation.views.questions.scopes import Head, Paging, Tally
from legation.views.sheets import Column, Grid, Sheet

ID = 8
"""Signs of an id that a terminal shows; ``--json`` and ``--csv`` have all."""
NONE = "–"
ON_A_PAGE = 12
ENTRY = (Column("When"), Column("What", wide=True), Column("Told by"), Column("Id"))


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
    grids += [_entries(title, rows) for title, rows in sections if rows]
    grids += _disagreements(found.conflicts)
    grids += [_altered(found.altered)] if found.altered else []
    grids += [_promises(found.promises)] if found.promises else []
    grids += [_register(found.register)] if found.register else []
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


def tally(one: Tally) -> str:
    """``3 (+2 less certain, +1 by members)``; behind it the stories."""
    beside = [
        f"+{number} {word}"
        for number, word in (
            (one.possible, "less certain"),
            (one.via, "by members"),
            (one.lent, "day lent"),
        )
        if number
    ]
    stories = "" if one.stories is None else f", {one.stories} st."
    words = f" ({', '.join(beside)})" if beside else ""
    return f"{one.sure}{words}{stories if one.sure else ''}"


def _counts(found: Dyad) -> Grid:
    columns = (Column("Counted in affairs"), Column("sure", right=True), Column("beside"))
    return Grid(
        columns=columns,
        rows=tuple((one.word, str(one.tally.sure), _beside(one.tally)) for one in found.counts),
    )


def _beside(one: Tally) -> str:
    return tally(one).partition(" (")[2].removesuffix(")")


def _months(found: Dyad) -> Grid:
    """Events by month, with the stories behind the month."""
    rows = []
    for month in found.months:
        events = [one for one in month.counts if one.kind == "event"]
        if not events:
            continue
        told = ", ".join(f"{one.word} {tally(one.tally)}" for one in events)
        stories = f"{month.stories + month.via_stories}"
        rows.append((month.month, stories, told))
    columns = (Column("Month"), Column("Stories", right=True), Column("Events", wide=True))
    return Grid(title="Events by month", columns=columns, rows=tuple(rows))


def entry_row(entry: Entry) -> tuple[str, str, str, str]:
    """When, what, who tells it, and the id to judge or cite it by."""
    via = f" (by {entry.via})" if entry.via else ""
    badge = entry.number.badge if entry.number else None
    verdict = f" {badge.sign} {badge.word}" if badge and badge.tone != "mute" else ""
    struck = f" [{entry.struck}]" if entry.struck else ""
    steps = " → ".join(dict.fromkeys(step.word for step in entry.steps))
    path = f" [{steps}]" if len(entry.steps) > 1 else ""
    return (
        entry.when.words or NONE,
        f"{entry.line}{path}{verdict}{via}{struck}",
        told(entry),
        entry.id[:ID],
    )


def told(entry: Entry) -> str:
    """``Steppe Courier``, and how many stories more."""
    first = entry.sources[0] if entry.sources else None
    outlet = (first.publisher or first.document) if first else NONE
    return f"{outlet} +{entry.stories - 1}" if entry.stories > 1 else outlet


def _entries(title: str, rows: Sequence[Entry]) -> Grid:
    return Grid(title=title, columns=ENTRY, rows=tuple(entry_row(one) for one in rows[:ON_A_PAGE]))


def _disagreements(conflicts: Sequence[Disagreement]) -> list[Grid]:
    if not conflicts:
        return []
    columns = (Column("Disagree"), Column("Values", wide=True), Column("State"), Column("Id"))
    rows = tuple(_disagreement(one) for one in conflicts[:ON_A_PAGE])
    return [Grid(title="Where stories disagree", columns=columns, rows=rows)]


def _disagreement(one: Disagreement) -> tuple[str, str, str, str]:
    values = " · ".join(
        f"{value.value}{f' {value.badge}' if value.badge else ''} ({value.stories})"
        for value in one.values
    )
    official = f"; official {one.official}" if one.official else ""
    state = f"settled by {one.settled}" if one.settled else "open"
    return one.what, f"{values}{official}", state, one.id[:ID]


def _altered(changes: Sequence[Change]) -> Grid:
    columns = (Column("Where"), Column("Altered", wide=True), Column("Because"))
    rows = tuple(
        (
            one.copy.publisher or one.copy.document,
            f"{one.field}: {one.before} → {one.after}",
            one.because,
        )
        for one in changes[:ON_A_PAGE]
    )
    return Grid(title="Altered in copies and later versions", columns=columns, rows=rows)


def _promises(promises: Sequence[Promised]) -> Grid:
    columns = (
        Column("Who"),
        Column("What", wide=True),
        Column("State"),
        Column("Due"),
        Column("Said", right=True),
        Column("Id"),
    )
    rows = tuple(_promise(one) for one in promises[:ON_A_PAGE])
    return Grid(title="Asked, offered, promised", columns=columns, rows=rows)


def _promise(one: Promised) -> tuple[str, ...]:
    beside = f" ({one.amount})" if one.amount and one.amount not in one.content else ""
    paid = f", {one.delivered} delivered" if one.delivered else ""
    due = f"{one.due.words}{' overdue' if one.overdue else ''}" if one.due else NONE
    doubt = "" if one.certain else " ?"
    return (
        telling.ends(one),
        f"{one.content}{beside}{doubt}",
        f"{one.state}{paid}",
        due,
        f"{one.said}",
        one.id[:ID],
    )


def _register(facts: Sequence[Fact]) -> Grid:
    columns = (Column("Day"), Column("What", wide=True), Column("Status"), Column("Source"))
    return Grid(
        title="Facts of the register, told by no text",
        columns=columns,
        rows=tuple((one.day, one.what, one.status, one.source) for one in facts),
    )


def timeline(found: Timeline) -> Sheet:
    """A pair by day."""
    grids = [Grid(columns=ENTRY, rows=tuple(entry_row(one) for one in found.entries))]
    if found.undated:
        grids.append(_entries("Without a date", found.undated))
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
        Grid(title=title, columns=ENTRY, rows=tuple(entry_row(one) for one in rows))
        for title, rows in sections
        if rows
    ]
    if found.beside:
        rows = tuple((one.name, one.code or NONE, str(one.stories)) for one in found.beside)
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
    grids = _disagreements(found.conflicts)
    grids += [_altered(found.altered)] if found.altered else []
    return _sheet(found.head, grids, paging=found.paging, empty=not grids)


def promises(found: Promises) -> Sheet:
    """Promises."""
    grids = [_promises(found.promises)] if found.promises else []
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
                "; ".join(f"{e.head}: {e.number.written}" for e in one.trade if e.number) or NONE
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
    return tally(getattr(one, fields[at])) if at < len(fields) else NONE
