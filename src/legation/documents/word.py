"""Word files (``.docx``), by python-docx."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any, BinaryIO
from zipfile import ZipFile

from legation.documents import headers, limits
from legation.documents.finds import Find
from legation.model import UnreadableDocument

UNPACKED = 200_000_000
"""Bytes that the parts of a file may unpack to."""


def read(stream: BinaryIO, place: str) -> Iterator[Find]:
    """The one text of a file: paragraphs and tables in their order, a paragraph or row a line."""
    import docx  # late

    data = limits.whole(stream)
    with ZipFile(BytesIO(data)) as parts:
        if sum(part.file_size for part in parts.infolist()) > UNPACKED:
            raise UnreadableDocument(
                "unpacks to more than it should; save it again, or give its text"
            )
    file = docx.Document(BytesIO(data))
    text = "\n".join(_lines(file.iter_inner_content())).strip()
    header = headers.find(text)
    title = (file.core_properties.title or "").strip() or header.title
    yield Find(
        place=place, text=text, title=title, published=header.published, publisher=header.publisher
    )


def _lines(blocks: Any) -> Iterator[str]:
    for block in blocks:
        if hasattr(block, "rows"):
            yield from ("\t".join(_cells(row)) for row in block.rows)
        else:
            yield block.text


def _cells(row: Any) -> list[str]:
    """The texts of a row; a cell that spans columns comes once."""
    held = {id(cell._tc): cell.text.replace("\n", " ") for cell in row.cells}
    return list(held.values())
