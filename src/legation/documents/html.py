"""Web pages: the article's words, without menus and advertisements, by trafilatura; the day by
htmldate.
"""

import logging
import re
from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO

from legation.documents import days, encodings, limits, pages, walls
from legation.documents.finds import Find
from legation.model import UnreadableDocument

NO_ARTICLE = "is a page without an article that could be told from its menus; save its text"
OPEN_DAY = (
    "the page writes its day in figures, and which is the month stays open: give it with "
    "--published"
)
TYPES = ("text/html", "application/xhtml+xml")
"""What a server calls a web page."""
LOGGERS = ("trafilatura", "htmldate", "courlan", "justext", "readability")
DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*(?P<name>[\w.:-]{2,40})", re.IGNORECASE)
AS_BROWSERS = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "utf-8": "utf-8-sig",
    "utf8": "utf-8-sig",
}
"""What browsers take some names of encodings for (WHATWG, Encoding Standard)."""
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
    markup = _markup(page, encoding)
    if not markup.strip():
        raise UnreadableDocument(NO_ARTICLE)
    found = trafilatura.bare_extraction(
        pages.tree(markup),
        url=url,
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if found is None or not (found.text or "").strip():
        raise UnreadableDocument(NO_ARTICLE)
    if wall := walls.reason(found.text):
        raise UnreadableDocument(wall)
    return _find(found, place, url, markup)


def _find(found: Any, place: str, url: str | None, markup: str) -> Find:
    published = days.iso(found.date) if found.date else None
    is_open = published is not None and not _is_told(published, markup)
    return Find(
        place=place,
        text=found.text.strip(),
        title=found.title or None,
        published=None if is_open else published,
        publisher=found.sitename or None,
        url=found.url or url,
        notes=(OPEN_DAY,) if is_open else (),
    )


def _is_told(day: date, markup: str) -> bool:
    """Whether a page writes a day so that its month is certain; "03/04/2023" does not."""
    if day.day > 12 or day.day == day.month:
        return True
    both = (
        rf"0?{day.month}[-/.]0?{day.day}[-/.]{day.year}|0?{day.day}[-/]0?{day.month}[-/]{day.year}"
    )
    if not re.search(rf"(?<!\d)(?:{both})(?!\d)", markup):
        return True
    certain = (
        rf"{day.year}[-/.]?0?{day.month}[-/.]?0?{day.day}(?!\d)|\b0?{day.day}\.0?{day.month}\."
    )
    if re.search(certain, markup):
        return True
    return any(
        (told := days.written(found)) is not None and told.day == day and not found["one"]
        for found in days.WRITTEN.finditer(markup)
    )


def _markup(page: bytes, encoding: str | None) -> str:
    """The page as text: by the server's word, by its own, or as any text is read."""
    declared = DECLARED.search(page[:4096])
    names = (encoding, declared["name"].decode("ascii", "replace") if declared else None)
    for name in filter(None, names):
        try:
            return page.decode(AS_BROWSERS.get(name.lower(), name))
        except (LookupError, UnicodeError):
            continue
    return encodings.decode(page)


def text_of(fragment: str) -> str:
    """The words of a piece of HTML as feeds hold it, a block a line; entities are read."""
    from html import unescape

    if "<" not in fragment and "&" not in fragment:
        return fragment.strip()
    bare = TAG.sub("", BLOCK.sub("\n", HIDDEN.sub(" ", fragment)))
    lines = (" ".join(line.split()) for line in unescape(bare).splitlines())
    return "\n".join(line for line in lines if line)
