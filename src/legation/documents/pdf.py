"""PDF files that hold text, by pypdf."""

import logging
import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any, BinaryIO

from legation.documents import headers, limits
from legation.documents.finds import Find
from legation.model import UnreadableDocument

MOST_PAGES = 1_000
JUNK_TITLE = re.compile(
    r"(?i)microsoft word|untitled|\.(?:docx?|pdf|indd|qxd|rtf|txt)$|^\W*$|^document\d*$"
)
UNPAIRED = re.compile("[\ud800-\udfff\x00]")


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
    text = UNPAIRED.sub("", "\n".join(page.extract_text() for page in file.pages)).strip()
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
    )


def _title(file: Any) -> str | None:
    """The title of the file's properties; programs fill it with file names, which are none. Its
    dates are those of the file, not of the publication, and are not taken."""
    given = file.metadata.title if file.metadata else None
    return str(given).strip() if given and not JUNK_TITLE.search(str(given).strip()) else None
