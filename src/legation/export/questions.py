"""The answers of an account as CSV: one line an entry, with the text that tells it."""

from collections.abc import Iterable, Iterator, Sequence

from legation.export.guarded import Cell, csv_table
from legation.model.accounts import Presence
from legation.views.questions.digests import Digest
from legation.views.questions.entries import Entry, Source
from legation.views.questions.pages import (
    Actor,
    Change,
    Conflicts,
    Disagreement,
    Dyad,
    Found,
    Promised,
    Promises,
    Rivals,
    Timeline,
)

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


def dyad(found: Dyad) -> str:
    """All entries of the page, each under the name of its section; then the register's facts."""
    sections = (
        ("events", found.events),
        ("undated", found.undated),
        ("statements_a", found.statements_a),
        ("statements_b", found.statements_b),
        ("instruments", found.instruments),
        ("figures", found.figures),
        ("assertions", found.assertions),
        ("struck", found.struck),
    )
    lines = [line for name, rows in sections for line in entry_lines(name, rows)]
    for fact in found.register:
        blank = [None] * (len(ENTRY) + len(SOURCE))
        row: list[Cell] = list(blank)
        row[0], row[2], row[4], row[6], row[9] = (
            "register",
            fact.kind,
            fact.status,
            fact.day,
            fact.what,
        )
        row[len(ENTRY) + 6] = fact.source
        lines.append(row)
    return csv_table((*ENTRY, *SOURCE), lines)


def timeline(found: Timeline) -> str:
    """The entries of the page."""
    lines = [*entry_lines("dated", found.entries), *entry_lines("undated", found.undated)]
    return csv_table((*ENTRY, *SOURCE), lines)


def who(found: Actor) -> str:
    """The entries of the page."""
    sections = (
        ("statements", found.statements),
        ("figures", found.figures),
        ("events", found.events),
        ("others", found.others),
    )
    lines = [line for name, rows in sections for line in entry_lines(name, rows)]
    return csv_table((*ENTRY, *SOURCE), lines)


def find(found: Found) -> str:
    """One line an entry of a hit; a hit without entries has one for itself."""
    head = ("hit", "snippet", *ENTRY[1:], *SOURCE)
    lines: list[Sequence[Cell]] = []
    for at, hit in enumerate(found.hits, start=1):
        rows = list(entry_lines("", hit.entries))
        blank = [None] * len(ENTRY)
        rows = rows or [[*blank, *_source(hit.source)]]
        lines += [[at, hit.snippet, *row[1:]] for row in rows]
    return csv_table(head, lines)


def conflicts(found: Conflicts) -> str:
    """One line a value of a conflict; then one a change that a copy made."""
    head = (
        "id",
        "of",
        "what",
        "value",
        "verdict",
        "stories",
        "since",
        "official",
        "spread",
        "settled_by",
        "because",
        "entries",
        "documents",
    )
    lines = [line for one in found.conflicts for line in _values(one)]
    lines += [_change(one) for one in found.altered]
    return csv_table(head, lines)


def _values(one: Disagreement) -> Iterator[Sequence[Cell]]:
    for value in one.values:
        sources = [*value.sources, *(s for entry in value.entries for s in entry.sources)]
        yield (
            one.id,
            one.of,
            one.what,
            value.value,
            value.badge,
            value.stories,
            value.since.isoformat() if value.since else None,
            one.official,
            one.spread,
            one.settled,
            one.because,
            " ".join(entry.id for entry in value.entries),
            _documents(sources),
        )


def _change(one: Change) -> Sequence[Cell]:
    return (
        f"{one.copy.document}:{one.field}",
        "altered",
        f"{one.field}: {one.before} in {one.original.document}",
        one.after,
        None,
        0,
        one.copy.published.isoformat() if one.copy.published else None,
        None,
        None,
        None,
        one.because,
        None,
        _documents((one.copy, one.original)),
    )


def promises(found: Promises) -> str:
    """One line a promise."""
    head = (
        "id",
        "by",
        "to",
        "content",
        "amount",
        "delivered",
        "due",
        "overdue",
        "said",
        "state",
        "steps",
        "certain",
        "documents",
    )
    return csv_table(head, (_promise(one) for one in found.promises))


def _promise(one: Promised) -> Sequence[Cell]:
    return (
        one.id,
        ", ".join(party.person or party.name for party in one.by),
        ", ".join(party.person or party.name for party in one.to),
        one.content,
        one.amount,
        one.delivered,
        one.due.words if one.due else None,
        one.overdue,
        one.said,
        one.state,
        " > ".join(f"{step.word} {step.told or ''}".strip() for step in one.steps),
        one.certain,
        _documents(one.entry.sources),
    )


def rivals(found: Rivals | None, traded: Presence, reconciled: Presence | None = None) -> str:
    """One line a count of a rival, with the stories behind it; then one a value of its trade."""
    head = (
        "part",
        "country",
        "rival",
        "measure",
        "sure",
        "less_certain",
        "by_members",
        "stories",
        "value",
        "unit",
        "period",
        "source",
        "reason",
    )
    lines = [*(_told(found) if found else ()), *_traded(traded, "trade")]
    lines += _traded(reconciled, "trade, reconciled by CEPII") if reconciled else []
    return csv_table(head, lines)


def _told(found: Rivals) -> Iterator[Sequence[Cell]]:
    blank = (None,) * 5
    for one in found.rivals:
        ends = ("account", found.country.code, one.side.code)
        yield (*ends, "stories", one.stories, None, None, one.stories, *blank)
        yield (*ends, "documents", one.documents, None, None, one.stories, *blank)
        for name in ("meetings", "statements", "instruments", "offers", "demands"):
            tally = getattr(one, name)
            yield (*ends, name, tally.sure, tally.possible, tally.via, tally.stories, *blank)


def _traded(found: Presence, part: str) -> Iterator[Sequence[Cell]]:
    for one in found.rivals:
        for measure in ("exports", "imports", "export_share", "import_share"):
            entry = getattr(one, measure)
            seen = entry.observation
            about = (
                (seen.unit, seen.period.edtf, f"{seen.dataset}, {seen.vintage}")
                if seen
                else (None,) * 3
            )
            ends = (part, found.place.code, one.rival.code, measure)
            yield (*ends, *[None] * 4, entry.value, *about, entry.reason or None)


def digest(found: Digest) -> str:
    """One line a row of the digest, with its documents."""
    head = (
        "section",
        "id",
        "when",
        "what",
        "status",
        "told_by",
        "changed",
        "certain",
        "documents",
        "spans",
    )
    lines: list[Sequence[Cell]] = []
    for name in ("happened", "changed", "promised", "disagreeing", "dates"):
        for row in getattr(found, name):
            spans = " ".join(f"{s.document}:{s.span[0]}-{s.span[1]}" for s in row.sources if s.span)
            lines.append(
                (
                    name,
                    row.id,
                    row.when,
                    row.what,
                    row.status,
                    row.told,
                    row.changed,
                    row.certain,
                    _documents(row.sources),
                    spans,
                )
            )
    for name in ("short", "doubts", "rivals"):
        for line in getattr(found, name):
            documents = _documents(line.sources)
            lines.append(
                (
                    name,
                    " ".join(line.entries),
                    None,
                    line.text,
                    None,
                    None,
                    None,
                    line.certain,
                    documents,
                    None,
                )
            )
    return csv_table(head, lines)


def _documents(sources: Iterable[Source]) -> str:
    return " ".join(dict.fromkeys(source.document for source in sources))


def entry_lines(section: str, entries: Sequence[Entry]) -> Iterator[list[Cell]]:
    """Entries under the name of a section, each with the first text that tells it."""
    for entry in entries:
        first = entry.sources[0] if entry.sources else None
        yield [*_entry(section, entry), *(_source(first) if first else [None] * len(SOURCE))]


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


def _source(source: Source) -> list[Cell]:
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
