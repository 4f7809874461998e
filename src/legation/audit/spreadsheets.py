"""Sheets of an audit as CSV: written for a spreadsheet, read back as a spreadsheet saves them.

How cells are guarded, and the guard taken off again when a sheet is read: :mod:`legation.tables`.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from legation.audit.drawing import Drawn, Sample, Stratum
from legation.audit.precision import Judged, Judgement
from legation.model import AuditError, Tier
from legation.tables import plain, table

COLUMNS = (
    "number", "kind", "document", "published", "record", "tier", "confidence", "claim", "sentence",
    "right", "wrong", "why", "undoubted", "doubtful", "context",
)  # fmt: skip
KEPT = (
    "kind", "document", "record", "tier", "confidence", "right", "wrong", "undoubted", "doubtful",
    "why",
)  # fmt: skip
"""What is kept of a judged sheet: no text, which may not be redistributed."""
NEEDED = ("kind", "right")
IDS = ("document", "record")
DRAWN = re.compile(
    r"(?P<kind>\w+): \d+ drawn at random of (?P<held>\d+) of tier (?P<tier>sure|possible)\b"
)
TIERS: dict[str, Tier] = {"sure": "sure", "possible": "possible"}
WORDS: dict[str, Judgement] = {
    **dict.fromkeys(("yes", "y", "right", "true", "1"), "yes"),
    **dict.fromkeys(("no", "n", "wrong", "false", "0"), "no"),
    **dict.fromkeys(("unsure", "?", "u", "not sure", "unclear"), "unsure"),
}
"""What people write under ``right``, in lower case."""
TASK = (
    'Write yes, no or unsure under "right" in each line: is the core right (who says what and how '
    "he stands to it; what was done by whom to whom and whether it has happened; the number with "
    'all that it is of)? Under "wrong" name the fields under "undoubted" and "doubtful" that are '
    'wrong, apart by blanks, and under "why" say what. The evidence stands in [[…]].'
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
    """How a sample was drawn: for each kind and tier how many of how many, from which files."""
    wish = sample.wish
    one = "of both tiers" if wish.tier == "all" else f"of tier {wish.tier}"
    for kind in wish.kinds:
        own = [stratum for stratum in sample.strata if stratum.kind == kind]
        for tier in dict.fromkeys(s.tier for s in own) or (None,):
            held = [s for s in own if s.tier == tier]
            counts = f"{sum(s.drawn for s in held)} drawn at random of {sum(s.held for s in held)}"
            of = f"of tier {tier}" if tier is not None else one
            yield f"{kind}: {counts} {of}, seed {wish.seed}{_files(held)}"


def held_of(notes: Sequence[str]) -> dict[tuple[str, Tier], int]:
    """Of how many records of each kind and tier a sheet was drawn, as its first lines tell."""
    found = (DRAWN.match(note) for note in notes)
    return {(m["kind"], TIERS[m["tier"]]): int(m["held"]) for m in found if m is not None}


def _files(strata: Sequence[Stratum]) -> str:
    """Each file with its part, where there are several."""
    if len(strata) < 2:
        return f" ({strata[0].file})" if strata else ""
    return " (" + "; ".join(f"{s.file}: {s.drawn} of {s.held}" for s in strata) + ")"


def kept(judgements: Judgements) -> str:
    """The judgements of a sheet without any text of the documents."""
    notes = [note for note in judgements.notes if note != TASK]
    lines = (
        (
            *(r.kind, r.document, r.record, r.tier or ""),
            "" if r.confidence is None else f"{r.confidence:.2f}",
            r.right or "",
            *(" ".join(names) for names in (r.wrong, r.undoubted, r.doubtful)),
            r.why,
        )
        for r in judgements.rows
    )
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
        tier=TIERS.get(row.get("tier", "").strip()),
        confidence=_share(row.get("confidence", ""), place),
        wrong=_names(row, "wrong"),
        undoubted=_names(row, "undoubted"),
        doubtful=_names(row, "doubtful"),
    )


def _names(row: Mapping[str, str], column: str) -> tuple[str, ...]:
    """The fields that a cell names, apart by blanks, commas or semicolons."""
    return tuple(re.split(r"[\s,;]+", row.get(column, "").strip())) if row.get(column) else ()


def _share(cell: str, place: str) -> float | None:
    """A confidence; spreadsheets write a comma for the point in some countries."""
    if not cell.strip():
        return None
    try:
        return float(cell.strip().replace(",", "."))
    except ValueError as error:
        raise AuditError(
            f'{place}: "{cell}" is no confidence; take the column as it was drawn'
        ) from error


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
    beside = (" ".join(drawn.undoubted), " ".join(drawn.doubtful))
    return (*facts, drawn.claim, drawn.sentence, "", "", "", *beside, drawn.context)
