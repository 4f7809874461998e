"""Web pages: the article's words, without menus and advertisements, by trafilatura; the day by
htmldate.
"""

import logging
import re
from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO

from legation.documents import days, encodings, limits
from legation.documents.finds import Find
from legation.model import UnreadableDocument

TYPES = ("text/html", "application/xhtml+xml")
"""What a server calls a web page."""
LOGGERS = ("trafilatura", "htmldate", "courlan", "justext", "readability")
DECLARED = re.compile(rb"charset\s*=", re.IGNORECASE)
BLOCK = re.compile(
    r"</?(?:p|div|br|li|ul|ol|h[1-6]|tr|table|blockquote|section|article)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
TAG = re.compile(r"<(?:!--.{0,5000}?--|/?[a-zA-Z][^<>]{0,5000})>", re.DOTALL)
HIDDEN = re.compile(r"<(script|style)\b.{0,100000}?</\1\s*>", re.IGNORECASE | re.DOTALL)


def read(stream: BinaryIO, place: str) -> Iterator[Find]:
    """The one article of a page."""
    yield article(limits.whole(stream), place)


def article(page: bytes, place: str, url: str | None = None, encoding: str | None = None) -> Find:
    """The article of a page.

    Args:
        page: the page as served.
        place: its name in messages.
        url: where it was had; pages that name their own address win.
        encoding: as the server gave it; the page's own word counts otherwise.

    Raises:
        UnreadableDocument: there is no text in it that could be an article.
    """
    import trafilatura  # late: half a second

    for name in LOGGERS:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    found = trafilatura.bare_extraction(
        _markup(page, encoding),
        url=url,
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if found is None or not (found.text or "").strip():
        raise UnreadableDocument(
            "is a page without an article that could be told from its menus; save its text"
        )
    return _find(found, place, url)


def _find(found: Any, place: str, url: str | None) -> Find:
    return Find(
        place=place,
        text=found.text.strip(),
        title=found.title or None,
        published=_day(found.date),
        publisher=found.sitename or None,
        url=found.url or url,
    )


def _day(written: str | None) -> date | None:
    return days.iso(written) if written else None


def _markup(page: bytes, encoding: str | None) -> bytes | str:
    """The page as text where its encoding is known; trafilatura reads the page's own
    declaration.
    """
    if encoding:
        try:
            return page.decode(encoding)
        except (LookupError, UnicodeError):
            return page
    return page if DECLARED.search(page[:4096]) else encodings.decode(page)


def text_of(fragment: str) -> str:
    """The words of a piece of HTML as feeds hold it, a block a line; entities are read."""
    from html import unescape

    if "<" not in fragment and "&" not in fragment:
        return fragment.strip()
    bare = TAG.sub("", BLOCK.sub("\n", HIDDEN.sub(" ", fragment)))
    lines = (" ".join(line.split()) for line in unescape(bare).splitlines())
    return "\n".join(line for line in lines if line)
