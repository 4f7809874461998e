"""RSS and Atom, by feedparser: an entry a document."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any, BinaryIO

from legation.documents import html, limits
from legation.documents.finds import Find
from legation.model import UnreadableDocument


def read(stream: BinaryIO, place: str) -> Iterator[Find]:
    """The entries of a feed, in its order.

    Raises:
        UnreadableDocument: the file is no feed, or an empty one.
    """
    import feedparser  # late

    feed = feedparser.parse(
        BytesIO(limits.whole(stream)), sanitize_html=False, resolve_relative_uris=False
    )
    if not feed.version and not feed.entries:
        raise UnreadableDocument(
            "is XML, but neither RSS nor Atom; give the article as HTML or text"
        )
    if not feed.entries:
        raise UnreadableDocument("is a feed without entries; fetch it again")
    for number, entry in enumerate(feed.entries, start=1):
        yield _find(entry, feed.feed, f"{place}, entry {number}", f"{place}#{number}")


def _find(entry: Any, feed: Any, where: str, fallback: str) -> Find:
    bodies = [body.get("value") or "" for body in entry.get("content") or ()]
    body = max([*bodies, entry.get("summary") or ""], key=len)
    title = html.text_of(entry.get("title") or "") or None
    return Find(
        place=where,
        id=entry.get("id") or entry.get("link") or fallback,
        text=html.text_of(body) or title or "",
        title=title,
        published=_day(entry),
        publisher=html.text_of(feed.get("title") or "") or None,
        url=entry.get("link") or None,
    )


def _day(entry: Any) -> date | None:
    when = entry.get("published_parsed") or entry.get("updated_parsed")
    return date(*when[:3]) if when else None
