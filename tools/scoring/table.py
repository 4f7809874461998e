"""The scores as people read them: a row a measure, ours beside the best peer's."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct, convert

from scoring.bench import Scores, value

ROWS = Path(__file__).with_name("rows.csv")
SHORT = {"p": "p", "r": "r", "coverage": "answered"}


class Row(Struct, frozen=True):
    """One measure of one task, and what the best peer reaches on like gold."""

    label: str
    gold: str
    task: str
    path: str
    also: str
    unit: str
    peer: str


def rows() -> list[Row]:
    """The rows in their order."""
    lines = (
        line for line in ROWS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")
    )
    return [convert(cells, Row) for cells in csv.DictReader(lines)]


def gold_table(found: Mapping[str, Scores]) -> Iterator[str]:
    """A Markdown table of the tasks that were scored."""
    yield from ("| task | gold | Legation | best peer |", "|---|---|---|---|")
    for row in rows():
        if row.task in found:
            yield f"| {row.label} | {row.gold} | {_told(found[row.task], row)} | {row.peer} |"


def _told(found: Scores, row: Row) -> str:
    held = value(found, row.path)
    if held is None:
        return "not measured"
    if f"{row.path}" == "met":
        return f"{held:.0f} of {found['of']}"
    also = [
        f"{SHORT[path.rsplit('.')[-1]]} {value(found, path):.1f}"
        for path in row.also.split(";")
        if path
    ]
    return f"{held:.1f}{' %' if row.unit else ''}{' (' + ', '.join(also) + ')' if also else ''}"


def corpus_table(found: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    """A Markdown table of the corpus's own test part."""
    yield from (
        "| kind | in the test part | found, F1 | precision | recall | right in all, of those "
        "made | sure | sure and right |",
        "|---|---|---|---|---|---|---|---|",
    )
    for kind, one in found.items():
        cells: Iterable[str] = (
            *(kind, f"{one['gold']:.0f}", f"{one['f1']:.1f}", f"{one['p']:.1f}", f"{one['r']:.1f}"),
            *(f"{one['right']:.1f} %", f"{one['sure']:.0f}", f"{one['sure_right']:.1f} %"),
        )
        yield f"| {' | '.join(cells)} |"


MARK = re.compile(r"(<!-- (\w+): made by make scores -->\n).*?(<!-- end -->)", re.DOTALL)


def written(page: str, tables: Mapping[str, Iterable[str]]) -> str:
    """A page with its tables renewed between their marks; marks without a table are left as they
    are.
    """

    def renewed(found: re.Match[str]) -> str:
        lines = tables.get(found[2])
        return found[0] if lines is None else f"{found[1]}\n{chr(10).join(lines)}\n\n{found[3]}"

    return MARK.sub(renewed, page)


def short_table(found: Mapping[str, Scores]) -> Iterator[str]:
    """The rows for which a peer is known, for the README."""
    yield from ("| task | Legation | best peer |", "|---|---|---|")
    for row in rows():
        if row.task in found and row.peer != "–":
            yield f"| {row.label} ({row.gold}) | {_told(found[row.task], row)} | {row.peer} |"
