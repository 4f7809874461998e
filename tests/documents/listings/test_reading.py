"""Feeds, sitemaps and lists: told by their bytes, read to the last entry that can be."""

import contextlib
import gzip
import json
import time
from datetime import date

import pytest
from hypothesis import given as whatever
from hypothesis import settings, strategies

from legation.documents import listings
from legation.documents.listings.texts import is_whole
from legation.model import UnreadableDocument
from legation.model.watching import Listed, Listing

BASE = "https://example.org/press/feed"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
LONG = "The minister of Ruritania spoke of the railway and of the fees. " * 20


def read(text: str | bytes) -> Listing:
    found = listings.listing(text.encode() if isinstance(text, str) else text, BASE)
    assert found is not None
    return found


def rss(items: str, head: str = "<title>M</title>") -> str:
    return (
        f'<?xml version="1.0"?><rss version="2.0" xmlns:content="{CONTENT}"'
        ' xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel>'
        f"{head}{items}</channel></rss>"
    )


def entry(inner: str) -> Listed:
    [found] = read(rss(f"<item>{inner}</item>")).entries
    return found


def test_an_entry_of_rss() -> None:
    found = entry(
        "<guid>x1</guid><title>A &amp;amp; B</title><link>../news/1</link>"
        "<pubDate>Mon, 02 Mar 2026 23:30:00 -0500</pubDate><description>Short.</description>"
    )
    assert (found.guid, found.title, found.body) == ("x1", "A & B", "Short.")
    assert found.address == "https://example.org/news/1"
    assert found.published == date(2026, 3, 2)
    assert (found.whole, found.updated, found.publisher) == (False, None, "M")


def test_a_guid_that_is_no_address_is_no_link() -> None:
    assert entry("<guid>tag-17</guid><title>A</title>").address is None
    assert entry("<guid>https://example.org/7</guid><title>A</title>").address == (
        "https://example.org/7"
    )


def test_an_entry_of_atom() -> None:
    [found] = read(
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>M</title><entry><id>u1</id>"
        "<title>A</title><link href='/a'/><updated>2026-03-03T01:00:00Z</updated>"
        f"<published>2026-03-01T00:00:00Z</published><content>{LONG}</content></entry></feed>"
    ).entries
    assert (found.published, found.updated) == (date(2026, 3, 1), "2026-03-03T01:00:00Z")
    assert (found.address, found.whole) == ("https://example.org/a", True)


@pytest.mark.parametrize(
    ("inner", "whole"),
    [
        (f"<description>{LONG}</description>", True),
        (f"<description>{LONG[:400]}</description>", False),
        (f"<content:encoded>{LONG[:400]}</content:encoded>", True),
        (f"<content:encoded>{LONG[:400]} […]</content:encoded>", False),
        (f"<content:encoded>{LONG} Read more</content:encoded>", False),
        (f"<description>{LONG[:400]}</description>"
         f"<content:encoded>{LONG[:400]}</content:encoded>", False),
        (f"<description>{LONG}</description><content:encoded>Short.</content:encoded>", True),
        ("<description>Short.</description>", False),
    ],
)  # fmt: skip
def test_whether_the_text_is_whole(inner: str, whole: bool) -> None:
    assert entry(f"<guid>1</guid>{inner}").whole is whole


def test_words_that_only_end_like_a_cut_text_are_whole() -> None:
    assert is_whole(f"{LONG} The treaty has more.", is_content=True)
    assert not is_whole(f"{LONG} Continue reading →", is_content=True)


@pytest.mark.parametrize(
    ("head", "pause"),
    [
        ("<ttl>60</ttl>", 3600),
        ("<ttl>never</ttl>", 0),
        ("<ttl>999999</ttl>", 6 * 3600),
        ("<sy:updatePeriod>hourly</sy:updatePeriod>"
         "<sy:updateFrequency>2</sy:updateFrequency>", 1800),
        ("", 0),
    ],
)  # fmt: skip
def test_how_long_a_feed_wants_to_be_left_alone(head: str, pause: int) -> None:
    assert read(rss("<item><title>A</title></item>", head)).pause == pause


def test_a_feed_without_entries_is_one() -> None:
    assert read(rss("")).entries == ()


def test_the_half_entry_of_a_feed_that_breaks_off_is_left_for_the_next_time() -> None:
    whole = rss("".join(f"<item><title>T{n}</title></item>" for n in range(3)))
    found = read(whole[: whole.index("T2") + 1])
    assert ([one.title for one in found.entries], found.broken) == (["T0", "T1"], True)
    assert not read(whole + "<!-- served in 3 ms -->").broken
    assert not read(whole.encode("utf-16")).broken


def test_a_feed_that_is_ill_formed_in_the_middle_gives_all() -> None:
    found = read(rss("<item><title>A & B</title></item><item><title>C</title></item>"))
    assert (len(found.entries), found.broken) == (2, False)


def test_nothing_outside_a_feed_is_asked() -> None:
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
        "<rss version='2.0'><channel><title>&a;</title><item><title>A&a;</title></item></channel>"
        "</rss>"
    )
    assert "root:" not in str(read(bomb))
    swollen = (
        '<?xml version="1.0"?><!DOCTYPE urlset [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
        f'<urlset xmlns="{SITEMAP}"><url><loc>https://example.org/&a;</loc></url>'
        "<url><loc>https://example.org/b</loc></url></urlset>"
    )
    assert "root:" not in str(read(swollen))


SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"


def test_a_sitemap_with_news() -> None:
    found = read(
        gzip.compress(
            f'<urlset xmlns="{SITEMAP}" xmlns:news="{NEWS}"><url><loc>/a</loc><news:news>'
            "<news:publication><news:name>M</news:name></news:publication>"
            "<news:publication_date>2026-03-02T10:00:00Z</news:publication_date>"
            "<news:title>A &amp; B</news:title></news:news></url>"
            "<url><loc> https://example.org/b </loc><lastmod>2026-03-01</lastmod></url>"
            "<url><loc>ftp://example.org/c</loc></url></urlset>".encode()
        )
    )
    assert found.kind == "sitemap"
    one, two = found.entries
    assert (one.address, one.title, one.published, one.publisher) == (
        "https://example.org/a",
        "A & B",
        date(2026, 3, 2),
        "M",
    )
    assert (two.address, two.updated, two.published) == (
        "https://example.org/b",
        "2026-03-01",
        None,
    )


def test_an_index_of_sitemaps() -> None:
    found = read(
        f'<sitemapindex xmlns="{SITEMAP}"><sitemap><loc>/one.xml</loc>'
        "<lastmod>2026-03-02</lastmod></sitemap></sitemapindex>"
    )
    assert (found.kind, found.parts[0].address) == ("index", "https://example.org/one.xml")
    assert found.parts[0].updated == "2026-03-02"


def test_a_sitemap_that_breaks_off_gives_what_it_has() -> None:
    found = read(f'<urlset xmlns="{SITEMAP}"><url><loc>/a</loc></url><url><loc>/b')
    assert ([one.address for one in found.entries], found.broken) == (
        ["https://example.org/a"],
        True,
    )


def test_a_json_feed() -> None:
    items = [
        {"id": 7, "url": "/a", "title": "A", "content_html": LONG, "date_published": "2026-03-02"},
        {"id": "8", "summary": "Short."},
        "no item",
    ]
    found = read(
        json.dumps({"version": "https://jsonfeed.org/version/1", "title": "M", "items": items})
    )
    one, two = found.entries
    assert (one.guid, one.address, one.whole) == ("7", "https://example.org/a", True)
    assert (two.guid, two.body, two.whole) == ("8", "Short.", False)
    assert found.broken


def test_a_list_of_addresses() -> None:
    found = read("# ministries\nhttps://example.org/a\n\nHTTPS://example.org/b\n")
    assert (found.kind, len(found.entries)) == ("list", 2)


@pytest.mark.parametrize(
    "content",
    [
        b"<!DOCTYPE html><html><body>Hello</body></html>",
        b"https://example.org/a\nThe minister spoke.",
        b'{"id": "1", "text": "Hello"}',
        b"%PDF-1.4",
        b"",
        b"# only a comment",
    ],
)
def test_what_is_no_listing(content: bytes) -> None:
    assert listings.listing(content, BASE) is None


@pytest.mark.parametrize(
    "content",
    [
        b"<rss",
        b"\x1f\x8bdamaged",
        b'{"version": "https://jsonfeed.org/version/1", "items": [',
        f'<urlset xmlns="{SITEMAP}"></urlset>'.encode(),
    ],
)
def test_what_is_a_damaged_one(content: bytes) -> None:
    with pytest.raises(UnreadableDocument):
        listings.listing(content, BASE)


@pytest.mark.parametrize(
    ("link", "feed"),
    [
        ('<link rel="alternate" type="application/rss+xml" href="/rss">', "https://example.org/rss"),
        ("<LINK href=feed.atom TYPE=application/atom+xml REL='alternate'>",
         "https://example.org/press/feed.atom"),
        ('<link rel="alternate" hreflang="fr" href="/fr">', None),
        ('<link rel="stylesheet" type="application/rss+xml" href="/x">', None),
    ],
)  # fmt: skip
def test_the_feed_that_a_page_names(link: str, feed: str | None) -> None:
    page = f"<html><head>{link}</head><body>Hello</body></html>"
    assert listings.alternate(page.encode(), BASE) == feed


PIECES = """
<?xml version="1.0"?>|<rss version='2.0'>|<channel>|<item>|</item>|</rss>|<feed>|<entry>|<urlset>
<url>|<link href='http://[::1'/>|<guid>x</guid>|<pubDate>Mon, 99 Feb 0000</pubDate>|<loc>http://[</loc>
</url>|<!--|-->|<![CDATA[|]]>|&a;|\x00|{"version": "https://jsonfeed.org/version/1", "items": [
{"id": []}|]}|https://example.org/a|<!DOCTYPE rss [|]>|<ttl>²</ttl>|<updated>x</updated>
"""


@whatever(
    strategies.lists(
        strategies.sampled_from(PIECES.replace("\n", "|").split("|")), max_size=12
    ).map("".join)
)
@settings(deadline=None, max_examples=200)
def test_debris_is_a_listing_or_none_or_refused(text: str) -> None:
    for content in (text.encode("utf-8", "replace"), text.encode("utf-16", "replace")):
        with contextlib.suppress(UnreadableDocument):
            found = listings.listing(content, BASE)
            assert found is None or isinstance(found, Listing)


def test_a_hundred_comments_are_read_in_no_time() -> None:
    begun = time.monotonic()
    assert listings.listing(b"<!-- a -->" * 400 + b"<", BASE) is None
    assert time.monotonic() - begun < 5
