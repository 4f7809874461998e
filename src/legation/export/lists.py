"""The lists of pages as CSV, with the ids of exactly the rows that are drawn."""

from collections.abc import Iterable, Sequence

from legation.export.questions import ENTRY, SOURCE, entry_lines
from legation.model.account import Judgement
from legation.store.dossiers import Dossier
from legation.tables import table
from legation.views.questions.entries import Entry
from legation.views.questions.pages import Rivals
from legation.views.questions.sheets import Aside, Compared, Map, Pair

PRESENCE = ("meetings", "statements", "instruments", "offers", "demands")


def entries(*sections: tuple[str, Iterable[Entry]]) -> str:
    """Entries, each under the name of its section, with the text that tells it."""
    lines = [line for name, rows in sections for line in entry_lines(name, tuple(rows))]
    return table((*ENTRY, *SOURCE), lines)


def pairs(rows: Sequence[Pair]) -> str:
    """One line a pair."""
    head = ("id", "a", "a_name", "b", "b_name", "affairs", "stories", "doubts", "last")
    lines = [
        (
            f"{row.a.code}-{row.b.code}",
            row.a.code,
            row.a.name,
            row.b.code,
            row.b.name,
            row.affairs,
            sum(count for _, count in row.stories),
            row.doubts,
            row.last.line if row.last else None,
        )
        for row in rows
    ]
    return table(head, lines)


def rivals(view: Rivals) -> str:
    """One line a rival: the stories first, then what they tell."""
    counts = [f"{name}{more}" for name in PRESENCE for more in ("", "_less_certain")]
    lines = []
    for one in view.rivals:
        tallies = [getattr(one, name) for name in PRESENCE]
        told = [number for tally in tallies for number in (tally.sure, tally.possible)]
        lines.append((one.side.code, one.side.name, one.stories, one.documents, *told))
    return table(("id", "name", "stories", "documents", *counts), lines)


def compared(view: Compared) -> str:
    """One line a count of a pair."""
    head = ("id", "a", "b", "stories", "kind", "sure", "less_certain", "told_by_stories")
    lines = [
        (
            f"{column.a.code}-{column.b.code}",
            column.a.code,
            column.b.code,
            column.stories,
            count.word,
            count.tally.sure,
            count.tally.possible,
            count.tally.stories,
        )
        for column in view.columns
        for count in column.counts
    ]
    return table(head, lines)


def places(view: Map) -> str:
    """The entries of the map, each under its place."""
    return entries(*((spot.name, spot.entries) for spot in view.spots))


def judged(rows: Sequence[Judgement]) -> str:
    """One line a judgement, undone ones marked."""
    head = ("id", "of", "verdict", "slot", "value", "because", "by", "at", "undone", "core")
    lines = [
        (
            one.id,
            " ".join(one.of),
            one.verdict,
            one.slot,
            one.value,
            one.because,
            one.by,
            one.at.isoformat(),
            one.undone,
            one.core,
        )
        for one in rows
    ]
    return table(head, lines)


def dossiers(rows: Sequence[Dossier]) -> str:
    """One line a dossier."""
    return table(("id", "pins"), [(one.name, one.pins) for one in rows])


def asides(rows: Sequence[Aside]) -> str:
    """One line a document that stands in no count."""
    head = ("id", "published", "publisher", "title", "because")
    lines = [
        (
            row.source.document,
            row.source.published.isoformat() if row.source.published else None,
            row.source.publisher,
            row.source.title,
            row.because,
        )
        for row in rows
    ]
    return table(head, lines)
