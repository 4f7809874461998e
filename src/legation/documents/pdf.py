"""PDF files that hold text, by pypdf."""

import logging
import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any, BinaryIO

from legation.documents import headers, layout, limits
from legation.documents.finds import Find
from legation.documents.layout import Line, Run
from legation.model import UnreadableDocument

MOST_PAGES = 1_000
JUNK_TITLE = re.compile(
    r"(?i)microsoft word|^about:|^https?://|untitled|\.(?:docx?|pdf|indd|qxd|rtf|txt)$|^\W*$|^document\d*$"
)
UNPAIRED = re.compile("[\ud800-\udfff\x00]")
FAR = 100.0
"""Points: a move this far along a line leads to another column or cell."""
COLUMNS = "two columns were put one after the other"
FURNITURE = "running heads and page numbers are left out"


def read(stream: BinaryIO, place: str) -> Iterator[Find]:
    """The one text of a file, page after page.

    Raises:
        UnreadableDocument: it is protected by a password, too long, or holds pictures of text only.
    """
    import pypdf  # late: a third of a second

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    file = pypdf.PdfReader(BytesIO(limits.whole(stream)))
    if file.is_encrypted and not file.decrypt(""):
        raise UnreadableDocument("is protected by a password; save it without one")
    if len(file.pages) > MOST_PAGES:
        raise UnreadableDocument(
            f"has {len(file.pages):,} pages, more than {MOST_PAGES:,}; split it"
        )
    text, notes = _text([_lines(page) for page in file.pages])
    if not text:
        raise UnreadableDocument(
            "holds no text, perhaps pictures of pages; run a text recognition over it first"
        )
    header = headers.find(text)
    yield Find(
        place=place,
        text=text,
        title=_title(file) or header.title,
        published=header.published,
        publisher=header.publisher,
        notes=notes,
    )


def _text(pages: list[list[Line]]) -> tuple[str, tuple[str, ...]]:
    bare, furniture = layout.without_furniture(pages)
    ordered = [layout.in_order(page) for page in bare]
    text = UNPAIRED.sub("", layout.joined([page for page, _ in ordered])).strip()
    told = ((COLUMNS, any(mixed for _, mixed in ordered)), (FURNITURE, furniture))
    return text, tuple(note for note, holds in told if holds)


def _lines(page: Any) -> list[Line]:
    """The lines of a page. Where its file jumps sideways within one piece of text, as from column
    to column, the library's own picture of the page tells them apart.
    """
    jumps = _Jumps()
    held: list[Run] = []

    def take(text: str, page_matrix: Any, line_matrix: Any, _: Any, size: Any) -> None:
        if text.strip():
            held.append(_run(text, page_matrix, line_matrix, float(size or 0)))

    page.extract_text(visitor_text=take, visitor_operand_before=jumps.see)
    if jumps.count >= layout.FEWEST_ROWS:
        drawn = layout.spread(
            page.extract_text(extraction_mode="layout", layout_mode_space_vertically=False)
        )
        if layout.has_columns(drawn):
            return drawn
    return layout.lines(_placed(held))


def _run(text: str, page_matrix: Any, line_matrix: Any, size: float) -> Run:
    """A run of text where it stands on the page, in points."""
    x, y = line_matrix[4], line_matrix[5]
    scale = (line_matrix[3] or line_matrix[1] or 1) * (page_matrix[3] or page_matrix[1] or 1)
    return Run(
        text,
        x * page_matrix[0] + y * page_matrix[2] + page_matrix[4],
        x * page_matrix[1] + y * page_matrix[3] + page_matrix[5],
        abs(size * scale) or 1.0,
    )


class _Jumps:
    """Counts the moves far to the right on one line."""

    def __init__(self) -> None:
        self.count = 0
        self._y: float | None = None

    def see(self, operator: bytes, operands: Any, _: Any, __: Any) -> None:
        """Called before each operation of a page."""
        try:
            if operator in {b"Td", b"TD"}:
                self.count += float(operands[1]) == 0 and float(operands[0]) > FAR
            elif operator == b"Tm":
                y = float(operands[5])
                self.count += y == self._y
                self._y = y
        except (IndexError, TypeError, ValueError):  # a broken operation moves nothing
            return


def _placed(runs: list[Run]) -> Iterator[Run]:
    """Runs without the bare line ends between them, which stand nowhere; a run that holds several
    lines is parted at their ends.
    """
    for run in runs:
        pieces = run.text.split("\n")
        for number, piece in enumerate(pieces):
            if piece.strip():
                yield run._replace(text=piece, y=run.y - number * 1.2 * run.size)


def _title(file: Any) -> str | None:
    """The title of the file's properties; programs fill it with file names, which are none. Its
    dates are those of the file, not of the publication, and are not taken."""
    given = file.metadata.title if file.metadata else None
    return str(given).strip() if given and not JUNK_TITLE.search(str(given).strip()) else None
