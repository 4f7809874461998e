"""JSON feeds (jsonfeed.org, versions 1 and 1.1)."""

import re
from typing import Any
from urllib.parse import urljoin

import msgspec
from msgspec import Struct

from legation.documents.listings.texts import clipped, day_of, is_whole
from legation.model import UnreadableDocument
from legation.model.watching import Listed, Listing

VERSION = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org')


class Entry(Struct, frozen=True, kw_only=True):
    """An item as it stands; ``id`` may be a number where somebody took the standard lightly."""

    id: Any = None
    url: str | None = None
    title: str | None = None
    content_html: str | None = None
    content_text: str | None = None
    summary: str | None = None
    date_published: str | None = None
    date_modified: str | None = None


class Feed(Struct, frozen=True, kw_only=True):
    """The file as it stands, its items not yet looked at."""

    title: str | None = None
    language: str | None = None
    items: tuple[msgspec.Raw, ...] = ()


def begins(head: bytes) -> bool:
    """Whether a file begins like a JSON feed."""
    return head.lstrip().startswith(b"{") and VERSION.search(head) is not None


def read(content: bytes, address: str) -> Listing:
    """The items of a feed; one that is amiss costs itself alone.

    Raises:
        UnreadableDocument: it is no JSON.
    """
    try:
        feed = msgspec.json.decode(content.removeprefix(b"\xef\xbb\xbf"), type=Feed)
    except msgspec.MsgspecError as error:
        raise UnreadableDocument("is a JSON feed that breaks off or is damaged") from error
    entries, broken = [], False
    for raw in feed.items:
        try:
            entries.append(_listed(msgspec.json.decode(raw, type=Entry), feed, address))
        except msgspec.MsgspecError:
            broken = True
    return Listing(
        kind="feed",
        title=feed.title,
        language=feed.language,
        entries=tuple(entries),
        broken=broken,
    )


def _listed(entry: Entry, feed: Feed, base: str) -> Listed:
    content = entry.content_html or entry.content_text or ""
    body = content or entry.summary or ""
    day, note = day_of(entry.date_published or entry.date_modified or "")
    return Listed(
        guid=None if entry.id is None else clipped(str(entry.id)),
        address=urljoin(base, entry.url) if entry.url else None,
        title=clipped(entry.title or "") or None,
        published=day,
        updated=entry.date_modified,
        body=body,
        whole=is_whole(body, bool(content)),
        publisher=feed.title,
        notes=(note,) if note else (),
    )
