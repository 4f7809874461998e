"""RSS and Atom, by feedparser: an entry a document."""

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Any, BinaryIO

from legation.documents import html, limits
from legation.documents.finds import Find
from legation.documents.listings.syndication import words
from legation.documents.listings.texts import CUT, day_of
from legation.model import UnreadableDocument

SHORTENED = "the feed gives the beginning of the text only"
ONLY_TITLE = "the feed gives the title only"


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
    seen: Counter[str] = Counter()
    for number, entry in enumerate(feed.entries, start=1):
        name = words(entry, "id") or words(entry, "link") or f"{place}#{number}"
        seen[name] += 1
        numbered = name if seen[name] == 1 else f"{name}#{seen[name]}"
        yield _find(entry, feed.feed, f"{place}, entry {number}", numbered)


def _find(entry: Any, feed: Any, where: str, name: str) -> Find:
    body = html.text_of(_body(entry))
    title = html.text_of(words(entry, "title")) or None
    day, note = day_of(
        words(entry, "published") or (words(entry, "updated") if "updated" in entry else "")
    )
    notes = (note, ONLY_TITLE if not body else SHORTENED if CUT.search(body) else None)
    return Find(
        place=where,
        id=name,
        text=body or title or "",
        title=title,
        published=day,
        publisher=html.text_of(words(feed, "title")) or None,
        url=link if (link := words(entry, "link")).startswith(("http://", "https://")) else None,
        notes=tuple(filter(None, notes)),
    )


def _body(entry: Any) -> str:
    """The longest of what an entry gives of its text; an entry may give several of each kind."""
    given: list[Any] = []
    for key in ("content", "summary", "description", "summary_detail"):
        value = entry.get(key)
        given += value if isinstance(value, list | tuple) else [value]
    texts = (each.get("value") if isinstance(each, dict) else each for each in given)
    return max((text for text in texts if isinstance(text, str)), key=len, default="")
