"""An entry as a line of a table: what it says, how sure, and the text that tells it."""

from collections.abc import Iterator, Sequence

from legation.tables import Cell
from legation.views.questions.entries import Entry, Source

ENTRY = (
    "section",
    "id",
    "kind",
    "type",
    "status",
    "certain",
    "start",
    "end",
    "date_from",
    "head",
    "line",
    "quote",
    "stance",
    "value",
    "low",
    "high",
    "unit",
    "verdict",
    "place",
    "side",
    "via",
    "conflict",
    "judged",
    "struck",
    "stories",
    "documents",
)
SOURCE = (
    "document",
    "record",
    "hash",
    "story",
    "publisher",
    "published",
    "title",
    "url",
    "span_start",
    "span_end",
    "words",
    "made_up",
)


def entry_lines(section: str, entries: Sequence[Entry]) -> Iterator[list[Cell]]:
    """Entries under the name of a section, each with the first text that tells it."""
    for entry in entries:
        first = entry.sources[0] if entry.sources else None
        yield [*_entry(section, entry), *(source_cells(first) if first else [None] * len(SOURCE))]


def _entry(section: str, entry: Entry) -> list[Cell]:
    number, when = entry.number, entry.when
    return [
        section,
        entry.id,
        entry.kind,
        entry.type,
        entry.status,
        entry.certain,
        when.start.isoformat() if when.start else None,
        when.end.isoformat() if when.end else None,
        "none" if when.undated else "published" if when.lent else "own",
        entry.head,
        entry.line,
        entry.quote,
        entry.stance,
        number.written if number else None,
        number.low if number else None,
        number.high if number else None,
        number.unit if number else None,
        number.badge.word if number and number.badge else None,
        entry.place,
        entry.side,
        entry.via,
        entry.conflict,
        entry.judged,
        entry.struck,
        entry.stories,
        entry.documents,
    ]


def source_cells(source: Source) -> list[Cell]:
    """The cells of a text that tells an entry."""
    return [
        source.document,
        source.record,
        source.hash,
        source.story,
        source.publisher,
        source.published.isoformat() if source.published else None,
        source.title,
        source.url,
        source.span[0] if source.span else None,
        source.span[1] if source.span else None,
        source.words,
        source.made_up,
    ]
