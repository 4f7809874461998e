"""RSS and Atom, by feedparser, for those who ask again and again."""

import re
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

from legation.documents import html, limits
from legation.documents.listings.texts import clipped, day_of, is_whole
from legation.model import UnreadableDocument
from legation.model.watching import Listed, Listing

MINUTE, LONGEST_PAUSE = 60, 6 * 3600
PERIODS = {"hourly": 3600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000}
"""Of the module Syndication (RSS 1.0), in seconds."""
CLOSING = re.compile(rb"</(?:\w+:)?(?:rss|feed|rdf)\s*>", re.IGNORECASE)
ENDING = 4096
"""Bytes in which a whole feed is closed; servers add comments behind it."""


def read(content: bytes, address: str) -> Listing:
    """The entries of a feed, in its order.

    Raises:
        UnreadableDocument: it holds nothing that could be read.
    """
    import feedparser  # late

    feed = feedparser.parse(
        BytesIO(limits.whole(BytesIO(content))), sanitize_html=False, resolve_relative_uris=False
    )
    cut = CLOSING.search(content[-ENDING:]) is None
    if (cut or feed.bozo) and not feed.entries and not feed.version:
        raise UnreadableDocument("is a feed that is damaged or breaks off; ask again later")
    head = feed.feed
    # The last entry of a feed that breaks off may be half of one; it comes whole next time.
    whole = feed.entries[:-1] if cut else feed.entries
    return Listing(
        kind="feed",
        title=html.text_of(words(head, "title")) or None,
        language=words(head, "language") or None,
        entries=tuple(_listed(entry, head, address) for entry in whole),
        pause=_pause(head),
        broken=cut,
    )


def _listed(entry: Any, head: Any, base: str) -> Listed:
    body, is_content = _body(entry)
    updated = words(entry, "updated") if "updated" in entry else ""
    day, note = day_of(words(entry, "published") or updated)
    link = words(entry, "link")
    return Listed(
        guid=clipped(words(entry, "id")) or None,
        address=_address(link, base, words(entry, "id")),
        title=clipped(html.text_of(words(entry, "title"))) or None,
        published=day,
        updated=clipped(updated) or None,
        body=body,
        whole=is_whole(body, is_content),
        publisher=html.text_of(words(head, "title")) or None,
        notes=(note,) if note else (),
    )


def _address(link: str, base: str, guid: str) -> str | None:
    """Where an entry leads. A guid that is no address stands in for a link that is missing."""
    if not link or (link == guid and "/" not in link):
        return None
    try:
        found = urljoin(base, link)
    except ValueError:
        return None
    return found if found.startswith(("http://", "https://")) else None


def _body(entry: Any) -> tuple[str, bool]:
    """The text that an entry gives, and whether it calls that its content: one that is shorter
    than the summary, or says the same, is none.
    """
    content = _longest(entry.get("content"))
    summary = _longest([entry.get("summary"), entry.get("summary_detail")])
    if not content or len(content) < len(summary):
        return summary, False
    teaser = words(entry, "summary_detail").strip()
    return content, content.strip() != teaser


def _longest(given: Any) -> str:
    values = given if isinstance(given, list | tuple) else [given]
    texts = (each.get("value") if isinstance(each, dict) else each for each in values)
    return max((text for text in texts if isinstance(text, str)), key=len, default="")


def words(held: Any, key: str) -> str:
    """A field as text; of several the first."""
    value = held.get(key)
    if isinstance(value, list | tuple):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("value")
    return value if isinstance(value, str) else ""


def _pause(head: Any) -> int:
    """How long a feed wants to be left alone; one that is wrong about that is still asked four
    times a day.
    """
    minutes = words(head, "ttl")
    told = int(minutes) * MINUTE if minutes.isascii() and minutes.isdigit() else 0
    period = PERIODS.get(words(head, "sy_updateperiod").strip().lower(), 0)
    often = words(head, "sy_updatefrequency")
    times = int(often) if often.isascii() and often.isdigit() and int(often) else 1
    return min(LONGEST_PAUSE, max(told, period // times))
