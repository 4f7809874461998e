"""Bytes into a listing, by what they begin with."""

import re
from urllib.parse import urljoin

from legation.documents import encodings
from legation.documents.listings import addresses, jsonfeeds, sitemaps, syndication, unpacking
from legation.model import UnreadableDocument
from legation.model.watching import Listing

OPENING = re.compile(
    rb"(?>\s*(?:<\?[^>]*>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?[^>]*>))*+"
    rb"\s*<(?:\w+:)?(?P<root>\w+)",
    re.DOTALL | re.IGNORECASE,
)
"""No step of it is taken back: a hundred comments in a row could else be parted in as many ways as
there are grains of sand.
"""
FEEDS = {b"rss", b"feed", b"rdf"}
MAPS = {b"urlset", b"sitemapindex"}
HEAD = 8192
UTF16 = (b"\xff\xfe", b"\xfe\xff")
DECLARED = re.compile(r"""(?<=<\?xml)[^>]*?\?(?=>)""")
LINK = re.compile(r"<link\b[^<>]{0,1000}>", re.IGNORECASE)
FEED_TYPE = re.compile(r"type\s*=\s*[\"']?application/(?:rss|atom|feed)\+(?:xml|json)", re.I)
ALTERNATE = re.compile(r"rel\s*=\s*[\"']?[^\"'>]*\balternate\b", re.IGNORECASE)
HREF = re.compile(r"href\s*=\s*[\"']?(?P<address>[^\"'\s>]+)", re.IGNORECASE)


def listing(content: bytes, address: str) -> Listing | None:
    """What some bytes list; ``None`` where they are no listing (a page, a file).

    Args:
        content: what came, still packed where the file itself is (``sitemap.xml.gz``).
        address: where it was had: addresses in it may be relative to that.

    Raises:
        UnreadableDocument: it is a listing, but damaged or of no use; the message says why.
    """
    bare = _in_utf8(unpacking.whole(content))
    head = bare.removeprefix(b"\xef\xbb\xbf")[:HEAD]
    opening = OPENING.match(head)
    root = opening["root"].lower() if opening else b""
    try:
        if root in FEEDS:
            return syndication.read(bare, address)
        if root in MAPS:
            return sitemaps.read(bare, address)
        if jsonfeeds.begins(head):
            return jsonfeeds.read(bare, address)
        return addresses.read(bare) if not opening else None
    except UnreadableDocument:
        raise
    except Exception as error:  # parsers of foreign formats fail in every way
        what = str(error).strip().replace("\n", " ")[:200] or type(error).__name__
        raise UnreadableDocument(f"is damaged ({what}); ask again later") from error


def _in_utf8(content: bytes) -> bytes:
    """UTF-16 in UTF-8; the parsers of XML take it for that only where it says so itself."""
    if content[:2] not in UTF16:
        return content
    text = content.decode("utf-16", "replace")
    return DECLARED.sub(' version="1.0"?', text, count=1).encode("utf-8", "replace")


def alternate(page: bytes, address: str) -> str | None:
    """The feed that a web page names as its own (``<link rel="alternate">``); the first of
    several.
    """
    for found in LINK.finditer(encodings.decode(page[:200_000])):
        link = found[0]
        if FEED_TYPE.search(link) and ALTERNATE.search(link) and (href := HREF.search(link)):
            named = str(href["address"])
            return urljoin(address, named.replace("&amp;", "&"))
    return None
