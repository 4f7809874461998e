"""The tables of which a terminal's sheets are made."""

from collections.abc import Mapping, Sequence

from legation.views.questions import telling
from legation.views.questions.entries import Entry
from legation.views.questions.folding import on_their_own
from legation.views.questions.pages import Change, Disagreement, Fact, Promised
from legation.views.questions.scopes import Tally
from legation.views.sheets import Column, Grid

ID = 8
"""Signs of an id that a terminal shows; ``--json`` and ``--csv`` have all."""
NONE = "–"
ON_A_PAGE = 12
ENTRY = (Column("When"), Column("What", wide=True), Column("Told by"), Column("Id"))


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


def beside(one: Tally) -> str:
    """What stands beside the sure ones of a count."""
    return tally(one).partition(" (")[2].removesuffix(")")


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


def entries(title: str, rows: Sequence[Entry]) -> Grid:
    """A section of entries, its newest ones."""
    return Grid(title=title, columns=ENTRY, rows=tuple(entry_row(one) for one in rows[:ON_A_PAGE]))


def disagreements(conflicts: Sequence[Disagreement]) -> list[Grid]:
    """Conflicts with their values; no table where there are none."""
    if not conflicts:
        return []
    columns = (Column("Disagree"), Column("Values", wide=True), Column("State"), Column("Id"))
    whats = {one.id: one.what for one in conflicts}
    rows = tuple(_disagreement(one, whats) for one in on_their_own(conflicts)[:ON_A_PAGE])
    return [Grid(title="Where stories disagree", columns=columns, rows=rows)]


def _disagreement(one: Disagreement, whats: Mapping[str, str]) -> tuple[str, str, str, str]:
    values = " · ".join(
        f"{value.value}{f' {value.badge}' if value.badge else ''} ({value.stories})"
        for value in one.values
    )
    official = f"; official {one.official}" if one.official else ""
    state = f"settled by {one.settled}" if one.settled else "open"
    state += f": {one.stands}" if one.stands else ""
    state += f" ({one.because})" if one.because and not one.official else ""
    below = ", ".join(whats[uid] for uid in one.folded if uid in whats)
    state += f"; from it follows: {below}" if below else ""
    return one.what, f"{values}{official}", state, one.id[:ID]


def altered(changes: Sequence[Change]) -> Grid:
    """What copies and later versions changed."""
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


def promises(promises: Sequence[Promised]) -> Grid:
    """Promises with their state and date."""
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


def register(facts: Sequence[Fact]) -> Grid:
    """Facts of the register."""
    columns = (Column("Day"), Column("What", wide=True), Column("Status"), Column("Source"))
    return Grid(
        title="Facts of the register, told by no text",
        columns=columns,
        rows=tuple((one.day, one.what, one.status, one.source) for one in facts),
    )
