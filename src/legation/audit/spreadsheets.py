"""Sheets of an audit as CSV: written for a spreadsheet, read back as a spreadsheet saves them.

How cells are guarded, and the guard taken off again when a sheet is read: :mod:`legation.tables`.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from legation.audit.drawing import Drawn, Sample, Stratum
from legation.audit.precision import Judged, Judgement
from legation.model import AuditError
from legation.tables import plain, table

COLUMNS = (
    "number", "kind", "document", "published", "record", "tier", "confidence", "claim", "sentence",
    "right", "why", "context",
)  # fmt: skip
KEPT = ("kind", "document", "record", "right", "why")
"""What is kept of a judged sheet: no text, which may not be redistributed."""
NEEDED = ("kind", "right")
IDS = ("document", "record")
WORDS: dict[str, Judgement] = {
    **dict.fromkeys(("yes", "y", "right", "true", "1"), "yes"),
    **dict.fromkeys(("no", "n", "wrong", "false", "0"), "no"),
    **dict.fromkeys(("unsure", "?", "u", "not sure", "unclear"), "unsure"),
}
"""What people write under ``right``, in lower case."""
TASK = (
    'Write yes, no or unsure under "right" in each line, and under "why" what is wrong. The '
    "evidence stands in [[…]]."
)


class Judgements(Struct, frozen=True):
    """A sheet as read back: how it was drawn, and its lines."""

    notes: tuple[str, ...]
    rows: tuple[Judged, ...]

    @property
    def begun(self) -> bool:
        """Whether somebody has judged any of it."""
        return any(row.right is not None or row.why for row in self.rows)


def sheet(sample: Sample) -> str:
    """A sample as a sheet to be judged. The first lines, which begin with ``#``, say how it was
    drawn.
    """
    notes = [TASK, *drawn_how(sample)]
    lines = (_line(number, drawn) for number, drawn in enumerate(sample.records, 1))
    return table(COLUMNS, lines, notes=notes, ids=IDS, for_excel=True)


def drawn_how(sample: Sample) -> Iterator[str]:
    """How a sample was drawn: for each kind how many of how many, from which files."""
    wish = sample.wish
    tier = "of both tiers" if wish.tier == "all" else f"of tier {wish.tier}"
    for kind in wish.kinds:
        own = [stratum for stratum in sample.strata if stratum.kind == kind]
        counts = f"{sum(s.drawn for s in own)} drawn at random of {sum(s.held for s in own)}"
        yield f"{kind}: {counts} {tier}, seed {wish.seed}{_files(own)}"


def _files(strata: Sequence[Stratum]) -> str:
    """Each file with its part, where there are several."""
    if len(strata) < 2:
        return f" ({strata[0].file})" if strata else ""
    return " (" + "; ".join(f"{s.file}: {s.drawn} of {s.held}" for s in strata) + ")"


def kept(judgements: Judgements) -> str:
    """The judgements of a sheet without any text of the documents."""
    notes = [note for note in judgements.notes if note != TASK]
    lines = ((r.kind, r.document, r.record, r.right or "", r.why) for r in judgements.rows)
    return table(KEPT, lines, notes=notes, ids=IDS, for_excel=True)


def keeps_all(new: Judgements, old: Judgements | None) -> bool:
    """Whether every judgement of ``old`` stands in ``new`` too, so that nothing is lost if the new
    takes its place.
    """
    held = {(row.kind, row.document, row.record, row.right, row.why) for row in new.rows}
    return old is not None and all(
        (r.kind, r.document, r.record, r.right, r.why) in held for r in old.rows if r.right or r.why
    )


def judgements(content: bytes, place: str) -> Judgements:
    """A judged sheet, or one that was kept, as this room or a spreadsheet wrote it (with commas,
    semicolons or tabs).

    Args:
        content: the file.
        place: its name, for the reader of an error.

    Raises:
        AuditError: it is no sheet of an audit, or a judgement in it cannot be read.
    """
    text = _decoded(content).lstrip("\ufeff")
    notes, rows = _rows(text, place)
    return Judgements(
        tuple(notes), tuple(_judged(row, f"{place}, line {number}") for number, row in rows)
    )


def _decoded(content: bytes) -> str:
    """Excel saves "CSV" in the system's own encoding unless it is told UTF-8; ids and judgements
    survive that.
    """
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _rows(text: str, place: str) -> tuple[list[str], list[tuple[int, Mapping[str, str]]]]:
    notes: list[str] = []
    head: list[str] | None = None
    found: list[tuple[int, Mapping[str, str]]] = []
    for number, cells in _cells(text, place):
        if head is None and cells[0].lstrip("'").startswith("#"):
            notes.append(cells[0].lstrip("'# ").strip())
        elif head is None:
            head = [cell.strip().lower() for cell in cells]
            _need(head, place)
        else:
            found.append((number, dict(zip(head, (plain(cell) for cell in cells), strict=False))))
    if head is None:
        raise AuditError(
            f"{place}: is empty; draw a sheet with: legation audit LEDGERS.jsonl --sheet SHEET.csv"
        )
    return notes, found


def _cells(text: str, place: str) -> Iterator[tuple[int, list[str]]]:
    """The lines that are not empty, with their numbers."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield reader.line_num, cells
    except csv.Error as error:
        raise AuditError(
            f"{place}, line {reader.line_num}: is no CSV ({error}); save the sheet as CSV "
            "and try again"
        ) from error


def _delimiter(text: str) -> Literal[",", ";", "\t"]:
    """What parts the columns: the head of the table tells, for spreadsheets save semicolons or
    tabs in some countries.
    """
    head = next(
        (
            line
            for line in text.splitlines()
            if line.strip() and not line.lstrip("\"'").startswith("#")
        ),
        "",
    )
    if "\t" in head:
        return "\t"
    return ";" if head.count(";") > head.count(",") else ","


def _need(head: Sequence[str], place: str) -> None:
    missing = [column for column in NEEDED if column not in head]
    if missing:
        named = " and ".join(f'"{column}"' for column in missing)
        raise AuditError(
            f"{place}: is no sheet of an audit, it has no column {named}; draw one: legation "
            "audit LEDGERS --sheet"
        )


def _judged(row: Mapping[str, str], place: str) -> Judged:
    word = row.get("right", "").strip().lower().rstrip(".")
    if word and word not in WORDS:
        raise AuditError(
            f'{place}: "{row["right"]}" is no judgement; write yes, no or unsure, or leave it empty'
        )
    kind = row["kind"].strip().lower()
    if not kind:
        raise AuditError(
            f"{place}: has no kind; the line may have been moved, take the sheet as it was drawn"
        )
    return Judged(
        kind=kind,
        document=row.get("document", ""),
        record=row.get("record", ""),
        right=WORDS.get(word),
        why=row.get("why", "").strip(),
    )


def _line(number: int, drawn: Drawn) -> Sequence[str]:
    published = drawn.published.isoformat() if drawn.published else ""
    facts = (
        str(number),
        drawn.kind,
        drawn.document,
        published,
        drawn.record,
        drawn.tier,
        f"{drawn.confidence:.2f}",
    )
    return (*facts, drawn.claim, drawn.sentence, "", "", drawn.context)
