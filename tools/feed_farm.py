"""A farm of feeds that never was: some hundred sources on a made-up internet, each with a fault of
its own, the same for the same seed. It knows what it published and what it was
asked, so that whoever watches it can be held to both.
"""

import gzip
import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import format_datetime
from random import Random
from typing import NamedTuple

import httpx

BEGIN = 1_772_409_600
"""2026-03-02 00:00 UTC."""
HOUR, DAY = 3600, 86_400
WINDOW = 20
"""Entries that a feed lists."""
PRIVATE, PUBLIC = "10.0.0.1", "93.184.216.34"
STEMS = "ba be bo da de do ka ke ko la le lo ma me mo na ne no ra re ro sa se so ta te to"
CONSENT = (
    "We value your privacy. We and our partners store and access information on a device, such as "
    "cookies. We process personal data for personalised advertising, with your consent. Accept all "
    "or manage your preferences; you can withdraw your consent at any time in our cookie policy. "
    "Our partners have a legitimate interest. Reject all. Cookie settings."
)


class Article(NamedTuple):
    """What one source published: when, and when it was corrected."""

    feed: int
    number: int
    at: int
    changed: int | None = None

    def version(self, now: float) -> int:
        return 2 if self.changed is not None and now >= self.changed else 1

    def token(self, version: int) -> str:
        """A word that stands in this version alone."""
        return f"qx{self.feed:03d}x{self.number:03d}x{version}"

    def text(self, version: int) -> str:
        """A text unlike any other, but for its own other version."""
        chance = Random(f"{self.feed} {self.number}")
        words = ["".join(chance.choices(STEMS.split(), k=3)) for _ in range(90)]
        lines = [
            f"The {' '.join(words[n : n + 9])} said the minister of Ruritania."
            for n in range(0, 90, 9)
        ]
        return f"The number of this paper is {self.token(version)} for now.\n" + "\n".join(lines)


class Asked(NamedTuple):
    """One request."""

    at: float
    host: str
    path: str
    conditional: bool
    status: int


class Feed:
    """One source: where it is, what is wrong with it, what it published."""

    def __init__(self, number: int, fault: str, articles: list[Article]) -> None:
        self.number, self.fault, self.articles = number, fault, articles
        self.host = f"h{number:03d}.example"
        self.whole = number % 2 == 0 and fault not in ONLY_PAGES
        self.polls = 0

    @property
    def url(self) -> str:
        return f"https://{self.host}/feed"

    def page(self, article: Article) -> str:
        return f"/p/{article.number}"

    def listed(self, now: float) -> list[Article]:
        return [one for one in self.articles if one.at <= now][-WINDOW:]


Reply = tuple[int, dict[str, str], bytes]
ONLY_PAGES = frozenset(
    {
        "pages fail", "pages missing", "pages shut", "consent", "crawl delay", "another time",
        "syndicated", "tracking words", "sitemap", "sitemap index", "page with a feed",
    }
)  # fmt: skip
FAULTS = (
    "none", "no validators", "syndicated", "304 for ever", "another etag each time",
    "one etag for ever", "304 at first", "429 seconds", "503 date", "429 silent", "500",
    "no answer", "breaks off", "cut", "moved", "elsewhere for now", "gone",
    "another guid each time", "session", "one guid", "one address",
    "tracking words", "no day", "a day to come", "another time",
    "pages shut", "crawl delay", "robots fails", "consent", "pages fail", "pages missing", "gzip",
    "a page for a feed", "nothing", "inside", "sitemap", "sitemap index", "json",
    "atom", "corrections", "page with a feed",
)  # fmt: skip
TROUBLE = (6 * HOUR, 8 * HOUR)
"""When what comes and goes is there."""
MOVES, ENDS = 12 * HOUR, 18 * HOUR
PAUSE = 2 * HOUR


class Farm:
    """The whole of it.

    Args:
        feeds: how many sources; every fault comes in turn.
        hours: for how long they publish.
        seed: of when and what.
        now: the clock.
    """

    def __init__(self, feeds: int, hours: int, seed: int, now: Callable[[], float]) -> None:
        self._now = now
        self.asked: list[Asked] = []
        chance = Random(seed)
        self.feeds = [self._feed(number, hours, chance) for number in range(feeds)]
        for before, one in zip(self.feeds, self.feeds[1:], strict=False):
            if one.fault == "syndicated":
                one.articles = before.articles
        self.by_host = {one.host: one for one in self.feeds}
        self.left_alone: dict[str, float] = {}

    def _feed(self, number: int, hours: int, chance: Random) -> Feed:
        fault = FAULTS[number % len(FAULTS)]
        times = sorted(
            [BEGIN - chance.randrange(1, DAY) for _ in range(3)]
            + [BEGIN + chance.randrange(0, hours * HOUR) for _ in range(max(2, hours // 3))]
        )
        articles = [
            Article(number, order, at, at + chance.randrange(4 * HOUR, 6 * HOUR))
            if at > BEGIN and fault in {"corrections", "none", "json"} and order % 2
            else Article(number, order, at)
            for order, at in enumerate(times)
        ]
        return Feed(number, fault, articles)

    def resolve(self, host: str, port: int) -> list[str]:
        return [PRIVATE if host.startswith("inside") else PUBLIC]

    def carry(self, request: httpx.Request) -> httpx.Response:
        """Answer a request, and remember it."""
        host = str(request.extensions["sni_hostname"])
        path = request.url.raw_path.decode()
        headers = {name.lower(): value for name, value in request.headers.items()}
        conditional = "if-none-match" in headers or "if-modified-since" in headers
        try:
            status, told, body = self._reply(self.by_host[host.removeprefix("new.")], path, headers)
        except httpx.HTTPError:
            self.asked.append(Asked(self._now(), host, path, conditional, 0))
            raise
        self.asked.append(Asked(self._now(), host, path, conditional, status))
        return httpx.Response(status, headers=told, stream=httpx.ByteStream(body))

    def _reply(self, feed: Feed, path: str, headers: Mapping[str, str]) -> Reply:
        if path == "/robots.txt":
            return self._robots(feed)
        if path.startswith("/p/"):
            return self._page(feed, int(path[3:].partition("?")[0]))
        if path == "/part.xml":
            return 200, {}, sitemap(feed, self._now())
        return self._listing(feed, path, headers)

    def troubled(self) -> bool:
        return TROUBLE[0] <= self._now() - BEGIN < TROUBLE[1]

    def _robots(self, feed: Feed) -> Reply:
        if feed.fault == "robots fails" and self._now() < BEGIN + 3 * HOUR:
            return 503, {}, b""
        told = {
            "pages shut": b"User-agent: *\nDisallow: /p/\n",
            "crawl delay": b"User-agent: *\nCrawl-delay: 90\n",
        }
        return (200, {}, told[feed.fault]) if feed.fault in told else (404, {}, b"")

    def _page(self, feed: Feed, number: int) -> Reply:
        if feed.fault == "pages missing":
            return 404, {}, b"no such page"
        if feed.fault == "pages fail" and self.troubled():
            return 500, {}, b"oops"
        text = CONSENT
        if feed.fault != "consent":
            article = feed.articles[number]
            text = article.text(article.version(self._now()))
        paragraphs = "".join(f"<p>{line}</p>" for line in text.splitlines())
        page = (
            f"<!DOCTYPE html><html><head><title>A paper</title></head><body><nav>Home</nav>"
            f"<article><h1>A paper</h1>{paragraphs}</article></body></html>"
        )
        return 200, {"Content-Type": "text/html; charset=utf-8"}, page.encode()

    def _listing(self, feed: Feed, path: str, headers: Mapping[str, str]) -> Reply:
        feed.polls += 1
        instead = self._instead(feed, path, headers)
        if instead is not None:
            return instead
        body = self.body(feed, self._now())
        tag = {"another etag each time": f'"{feed.polls}"', "one etag for ever": '"same"'}.get(
            feed.fault, f'"{hash_of(body)}"'
        )
        told = {} if feed.fault == "no validators" else {"ETag": tag}
        asks = headers.get("if-none-match")
        honest = feed.fault not in {"one etag for ever", "no validators"} and asks == tag
        if honest or (asks and feed.fault == "304 for ever"):
            return 304, told, b""
        if feed.fault == "gzip":
            return 200, {**told, "Content-Encoding": "gzip"}, gzip.compress(body)
        return 200, told, body

    def _instead(self, feed: Feed, path: str, headers: Mapping[str, str]) -> Reply | None:
        """What a source answers in place of its listing."""
        special = self._special(feed, path)
        if special is not None:
            return special
        if not self.troubled():
            return None
        if feed.fault == "no answer":
            raise httpx.ReadTimeout("late")
        if feed.fault == "breaks off":
            raise httpx.RemoteProtocolError("peer closed connection")
        if feed.fault in BUSY:
            return self._busy(feed)
        if feed.fault == "cut":
            whole = self.body(feed, self._now())
            return 200, {"ETag": '"cut"'}, whole[: len(whole) // 2]
        return DURING.get(feed.fault)

    def _special(self, feed: Feed, path: str) -> Reply | None:
        since = self._now() - BEGIN
        if feed.fault == "304 at first" and feed.polls <= 2:
            return 304, {}, b""
        if feed.fault == "moved" and since >= MOVES and path == "/feed":
            return 301, {"Location": f"https://new.{feed.host}/moved"}, b""
        if feed.fault == "elsewhere for now" and path == "/feed":
            return 302, {"Location": "/other"}, b""
        if feed.fault == "gone" and since >= ENDS:
            return 410, {}, b""
        if feed.fault == "page with a feed" and path == "/feed":
            link = '<link rel="alternate" type="application/rss+xml" href="/real">'
            return 200, {}, f"<html><head>{link}</head><body>Home</body></html>".encode()
        return None

    def _busy(self, feed: Feed) -> Reply:
        until = self._now() + PAUSE
        if feed.fault == "429 silent":
            return 429, {}, b"slow down"
        self.left_alone[feed.host] = until
        if feed.fault == "503 date":
            stamp = format_datetime(datetime.fromtimestamp(int(until), UTC), usegmt=True)
            return 503, {"Retry-After": stamp}, b""
        return 429, {"Retry-After": str(PAUSE)}, b""

    def body(self, feed: Feed, now: float) -> bytes:
        """What a source lists at a time."""
        if feed.fault == "sitemap":
            return sitemap(feed, now)
        if feed.fault == "sitemap index":
            latest = max(one.at for one in feed.listed(now))
            loc = f"<loc>https://{feed.host}/part.xml</loc><lastmod>{iso(latest)}</lastmod>"
            return f"<sitemapindex {SITEMAPS}><sitemap>{loc}</sitemap></sitemapindex>".encode()
        if feed.fault == "json":
            return json_feed(feed, now)
        return atom(feed, now) if feed.fault in {"atom", "another time"} else self._rss(feed, now)

    def _rss(self, feed: Feed, now: float) -> bytes:
        listed = "".join(self._item(feed, one, now) for one in reversed(feed.listed(now)))
        content = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        return (
            f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0" {content}><channel>'
            f"<title>Ministry {feed.number}</title>{listed}</channel></rss>"
        ).encode()

    def _item(self, feed: Feed, one: Article, now: float) -> str:
        version = one.version(now)
        text = one.text(version)
        parts = [f"<title>Paper {one.feed} {one.number}</title>"]
        parts += [f"<link>{self._link(feed, one)}</link>", guid(feed, one), pub_date(feed, one)]
        parts.append(f"<description>{summary(one, version)}</description>")
        if feed.whole:
            parts.append(f"<content:encoded><![CDATA[{text}]]></content:encoded>")
        return f"<item>{''.join(parts)}</item>"

    def _link(self, feed: Feed, one: Article) -> str:
        base = f"https://{feed.host}{feed.page(one)}"
        if feed.fault == "syndicated":  # the papers of the source before
            return f"https://{self.feeds[feed.number - 1].host}{feed.page(one)}"
        return {
            "one address": f"https://{feed.host}/",
            "tracking words": f"{base}?utm_source=rss&amp;utm_id={feed.polls}",
            "session": f"{base}?session={feed.polls}",
            "inside": f"https://inside{feed.number}.example{feed.page(one)}",
        }.get(feed.fault, base)


BUSY = frozenset({"429 seconds", "503 date", "429 silent"})
DURING: dict[str, Reply] = {
    "500": (500, {}, b"oops"),
    "a page for a feed": (200, {}, b"<!DOCTYPE html><html><body>Maintenance</body></html>"),
    "nothing": (200, {}, b" \n"),
}
SITEMAPS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def hash_of(body: bytes) -> str:
    return f"{sum(body) % 65_521}-{len(body)}"


def iso(instant: int) -> str:
    return f"{datetime.fromtimestamp(instant, UTC):%Y-%m-%dT%H:%M:%SZ}"


def guid(feed: Feed, one: Article) -> str:
    if feed.fault in {"session", "no guid"}:
        return ""
    name = {
        "another guid each time": f"{one.number}-{feed.polls}",
        "one guid": "0",
    }.get(feed.fault, f"n{one.feed}-{one.number}")
    return f'<guid isPermaLink="false">{name}</guid>'


def pub_date(feed: Feed, one: Article) -> str:
    if feed.fault == "no day":
        return ""
    at = one.at + 400 * DAY if feed.fault == "a day to come" else one.at
    return f"<pubDate>{format_datetime(datetime.fromtimestamp(at, UTC), usegmt=True)}</pubDate>"


def summary(one: Article, version: int) -> str:
    return f"In short, the paper {one.token(version)} of Ruritania on the matter."


def atom(feed: Feed, now: float) -> bytes:
    entries = []
    for one in reversed(feed.listed(now)):
        version = one.version(now)
        updated = (
            int(now) if feed.fault == "another time" else (one.at if version == 1 else one.changed)
        )
        assert updated is not None
        body = f'<content type="text">{one.text(version)}</content>' if feed.whole else ""
        entries.append(
            f"<entry><id>n{one.number}</id><title>Paper {one.feed} {one.number}</title>"
            f'<link href="https://{feed.host}{feed.page(one)}"/>'
            f"<published>{iso(one.at)}</published><updated>{iso(updated)}</updated>"
            f"<summary>{summary(one, version)}</summary>{body}</entry>"
        )
    head = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Ministry {feed.number}</title>'
    return f"{head}{''.join(entries)}</feed>".encode()


def json_feed(feed: Feed, now: float) -> bytes:
    items = [
        {
            "id": one.number,
            "url": f"https://{feed.host}{feed.page(one)}",
            "title": f"Paper {one.feed} {one.number}",
            "date_published": iso(one.at),
            "summary": summary(one, one.version(now)),
            **({"content_text": one.text(one.version(now))} if feed.whole else {}),
        }
        for one in reversed(feed.listed(now))
    ]
    feed_head = {"version": "https://jsonfeed.org/version/1.1", "title": f"Ministry {feed.number}"}
    return json.dumps({**feed_head, "items": items}).encode()


def sitemap(feed: Feed, now: float) -> bytes:
    urls = "".join(
        f"<url><loc>https://{feed.host}{feed.page(one)}</loc><lastmod>{iso(one.at)}</lastmod></url>"
        for one in feed.listed(now)
    )
    return f"<urlset {SITEMAPS}>{urls}</urlset>".encode()
