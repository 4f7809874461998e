"""The lines of a PDF's pages in the order in which people read them.

A PDF tells where each run of signs stands, not what follows what: columns lie beside each other,
heads and page numbers between the halves of a sentence, marks of notes above the line.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median
from typing import NamedTuple

from legation.documents import marks

SAME_LINE = 0.35
"""Of the size of the type: runs whose feet differ by less stand on one line."""
SMALLER, HIGHEST = 0.85, 0.9
"""A raised mark is at most this large beside its line, and stands at most so much above it."""
WIDEST_GAP = 2.5
"""Of the size: a wider gap parts columns or cells."""
NARROWEST = 60.0
"""Points from the beginning of a column to that of the next."""
EM = 0.5
"""The mean width of a sign, of the size of its type (Helvetica and Times lie around it)."""
FEWEST_ROWS = 4
"""Fewer rows side by side are a table or a chance."""
COLUMN_SHARE = 0.6
"""Of the rows from the first to the last that has two halves, how many must have them."""
PROSE_WORDS = 3.0
"""Mean words of the halves of a row; the cells of tables have fewer."""
PITCH = 5.0
"""Points that a sign takes in a page laid out with spaces."""
ROUGHLY = 10
"""Signs by which the beginning of a column may waver in such a page."""
CELL = re.compile(r"\S+(?: {1,4}\S+)*")
EDGE_LINES = 2
"""How many lines at the head and foot of a page may be furniture."""
PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|p\.|seite|стр\.?)\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/|from|\|)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
TOLD_NUMBER = re.compile(r"\W*page\s+\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)
STOPPED = re.compile(r"[.!?:;][\"'”’»)\]]*\s*$")


class Run(NamedTuple):
    """Signs of one size, and where they begin; ``y`` grows upwards."""

    text: str
    x: float
    y: float
    size: float


class Line(NamedTuple):
    """A line of text: where it begins and stands, and about where it ends."""

    text: str
    x: float
    y: float
    end: float
    size: float = 10.0


class Row:
    """Runs on one line; ``base`` is the largest of them, on whose foot the line stands."""

    def __init__(self, run: Run) -> None:
        self.runs = [run]
        self.base = run
        self.end = _end(run)

    def takes(self, run: Run, starts: frozenset[int]) -> bool:
        """Whether a run stands on this line, raised or not, and begins no other column or cell."""
        size = max(self.base.size, run.size)
        apart = abs(run.y - self.base.y)
        level = apart < SAME_LINE * size or is_raised(run, self.base) or is_raised(self.base, run)
        if not level or self._same_place(run):
            return level
        forward = run.x - self.runs[-1].x
        near = forward > 0 and run.x - self.end < WIDEST_GAP * size
        other = forward > NARROWEST and round(run.x) in starts and not is_raised(run, self.base)
        return near and not other

    def _same_place(self, run: Run) -> bool:
        """The library does not move on behind signs shown: a new size begins where they began."""
        return (run.x, run.y) == (self.runs[-1].x, self.runs[-1].y)

    def add(self, run: Run) -> None:
        """Take a run in."""
        self.end = _end(run) + (self.end - run.x if self._same_place(run) else 0.0)
        self.runs.append(run)
        if (run.size, len(run.text)) > (self.base.size, len(self.base.text)):
            self.base = run

    def line(self) -> Line:
        """The line that its runs make."""
        pieces: list[marks.Piece] = []
        for run in self.runs:
            is_mark = run is not self.base and is_raised(run, self.base)
            parted = bool(pieces) and pieces[-1].raised and not is_mark and run.text[:1].isalnum()
            pieces.append(marks.Piece(f" {run.text}" if parted else run.text, is_mark))
        text = " ".join(marks.without(pieces).split())
        return Line(text, self.runs[0].x, self.base.y, self.end, self.base.size)


def lines(runs: Iterable[Run]) -> list[Line]:
    """The lines of a page, in the order of its file; what stands beside another column is a line of
    its own, raised marks of notes are gone.
    """
    held = list(runs)
    begun = Counter(round(run.x) for run in held)
    starts = frozenset(x for x, often in begun.items() if often >= FEWEST_ROWS)
    rows: list[Row] = []
    for run in held:
        if rows and rows[-1].takes(run, starts):
            rows[-1].add(run)
        else:
            rows.append(Row(run))
    return [line for row in rows if (line := row.line()).text]


def spread(text: str) -> list[Line]:
    """The lines of a page laid out with spaces, cells and columns apart. Such a picture keeps
    places roughly; what begins near the usual place is set to it.
    """
    rows = [list(CELL.finditer(row)) for row in text.split("\n")]
    seconds = [row[1].start() for row in rows if len(row) == 2]
    usual = median(seconds) if seconds else 0.0
    return [
        Line(
            " ".join(found.group().split()),
            PITCH * (usual if abs(found.start() - usual) <= ROUGHLY else found.start()),
            -2 * PITCH * number,
            PITCH * found.end(),
        )
        for number, row in enumerate(rows)
        for found in row
    ]


def is_raised(run: Run, base: Run) -> bool:
    """Whether a run is smaller than its line and stands on it or above its foot."""
    above = run.y - base.y
    return run.size <= SMALLER * base.size and -0.1 * base.size < above < HIGHEST * base.size


def _end(run: Run) -> float:
    return run.x + EM * run.size * len(run.text.strip())


def in_order(page: Sequence[Line]) -> tuple[list[Line], bool]:
    """The lines of a page as they are read, and whether two columns had to be put one after the
    other: where the file goes to and fro between them, the left one is read first.
    """
    rows = [list(group) for _, group in groupby(page, key=lambda line: round(line.y))]
    right = _right_column(rows)
    if right is None:
        return [_whole(row) for row in rows], False
    ordered: list[Line] = []
    left_lines: list[Line] = []
    right_lines: list[Line] = []
    for row in rows:
        across = len(row) == 1 and row[0].x < right - 3 and row[0].end > right + 20
        if across:
            ordered += left_lines + right_lines + row
            left_lines, right_lines = [], []
            continue
        left_lines += [line for line in row if line.x < right - 3]
        right_lines += [line for line in row if line.x >= right - 3]
    return ordered + left_lines + right_lines, True


def _whole(row: Sequence[Line]) -> Line:
    """The pieces of one row as one line; cells are apart by tabs, as those of other tables."""
    ordered = sorted(row, key=lambda line: line.x)
    text = ordered[0].text
    for before, line in pairwise(ordered):
        text += ("\t" if line.x - before.end > WIDEST_GAP * line.size else " ") + line.text
    return row[0]._replace(text=text, end=ordered[-1].end)


def has_columns(page: Sequence[Line]) -> bool:
    """Whether a page has two columns whose lines its file mixes."""
    rows = [list(group) for _, group in groupby(page, key=lambda line: round(line.y))]
    return _right_column(rows) is not None


def _right_column(rows: Sequence[Sequence[Line]]) -> float | None:
    """Where the right column begins, if the page has two that its file mixes."""
    double = [n for n, row in enumerate(rows) if len(row) == 2]
    if len(double) < FEWEST_ROWS:
        return None
    starts = Counter(round(rows[n][1].x) for n in double)
    right, often = starts.most_common(1)[0]
    spread = double[-1] - double[0] + 1
    words = [len(line.text.split()) for n in double for line in rows[n]]
    prose = sum(words) / len(words) >= PROSE_WORDS
    return float(right) if prose and often >= COLUMN_SHARE * spread else None


def without_furniture(pages: Sequence[list[Line]]) -> tuple[list[list[Line]], bool]:
    """Pages without running heads, running feet and page numbers; whether there were any."""
    edges = [_edges(page) for page in pages]
    often = Counter(key for edge in edges for key in {_key(line) for line in edge})
    enough = max(2, (len(pages) + 1) // 2)
    numbered = sum(any(PAGE_NUMBER.fullmatch(line.text) for line in edge) for edge in edges)
    kept, found = [], False
    for page, edge in zip(pages, edges, strict=True):
        gone = {
            id(line)
            for line in edge
            if (len(pages) > 1 and often[_key(line)] >= enough)
            or TOLD_NUMBER.fullmatch(line.text)
            or (numbered >= enough and PAGE_NUMBER.fullmatch(line.text))
        }
        found = found or bool(gone)
        kept.append([line for line in page if id(line) not in gone])
    return kept, found


def _edges(page: Sequence[Line]) -> list[Line]:
    """The highest and the lowest lines of a page, never all of it."""
    ordered = sorted(page, key=lambda line: -line.y)
    most = min(EDGE_LINES, max(len(ordered) - 1, 0) // 2 or len(ordered) // 2)
    return ordered[:most] + ordered[len(ordered) - most :] if most else []


def _key(line: Line) -> str:
    """A head or foot without its numbers: "Bulletin 14 / page #"."""
    return re.sub(r"\d+", "#", line.text.lower()).strip()


def joined(pages: Sequence[Sequence[Line]]) -> str:
    """The text of all pages, a line a line; a sentence that runs over a page's end is one line."""
    text = ""
    for page in pages:
        words = "\n".join(_with_gaps(page))
        if not words:
            continue
        open_end = text and not STOPPED.search(text[-40:]) and not text.endswith("-")
        goes_on = open_end and (words[0].islower() or words[0].isdigit())
        text += (" " if goes_on else "\n" if text else "") + words
    return text


def _with_gaps(page: Sequence[Line]) -> Iterator[str]:
    """The lines of a page, an empty one where more than a line's height parts two of them."""
    steps = [a.y - b.y for a, b in pairwise(page) if a.y > b.y]
    usual = median(steps) if steps else 0.0
    for before, line in zip([None, *page], page, strict=False):
        if before is not None and usual and before.y - line.y > 1.6 * usual:
            yield ""
        yield line.text
