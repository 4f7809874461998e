"""Sitemaps and indexes of them (sitemaps.org, protocol 0.9), with the dates and titles of news
sitemaps (Google, schemas/sitemap-news/0.9).
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

from legation.documents import days
from legation.documents.listings.texts import clipped, day_of
from legation.model import UnreadableDocument
from legation.model.watching import Listed, Listing, Part

MOST = 50_000
"""Addresses of one sitemap, by its protocol."""


def read(content: bytes, address: str) -> Listing:
    """The pages of a sitemap, or the sitemaps of an index.

    Raises:
        UnreadableDocument: it names none.
    """
    pages: list[Listed] = []
    parts: list[Part] = []
    broken = False
    for name, held in _blocks(content):
        if name is None:
            broken = True
        elif not (where := _address(held.get("loc"), address)):
            continue
        elif name == "sitemap":
            parts.append(Part(where, held.get("lastmod")))
        elif len(pages) < MOST:
            pages.append(_page(where, held))
    if not pages and not parts:
        raise UnreadableDocument("is a sitemap without addresses; ask again later")
    kind = "index" if parts and not pages else "sitemap"
    return Listing(kind=kind, entries=tuple(pages), parts=tuple(parts), broken=broken)  # type: ignore[arg-type]


def _page(where: str, held: dict[str, str]) -> Listed:
    day, note = day_of(held.get("publication_date", ""))
    return Listed(
        address=where,
        title=held.get("title"),
        published=day,
        updated=held.get("lastmod"),
        publisher=held.get("name"),
        notes=(note,) if note else (),
    )


def _address(written: str | None, base: str) -> str | None:
    if not written:
        return None
    try:
        found = urljoin(base, written)
    except ValueError:
        return None
    return found if found.lower().startswith(("http://", "https://")) else None


def _blocks(content: bytes) -> Iterator[tuple[str | None, dict[str, str]]]:
    """Each ``url`` or ``sitemap``, with the words of what stands in it by local name; ``None``
    where the file breaks off. Nothing outside the file is asked, no entity is resolved.
    """
    from lxml import etree  # late

    try:
        walk: Any = etree.iterparse(
            BytesIO(content), events=("end",), resolve_entities=False, no_network=True
        )
        for _, element in walk:
            name = _local(element.tag)
            if name in {"url", "sitemap"}:
                yield (
                    name,
                    {
                        _local(each.tag): clipped(each.text or "")
                        for each in element.iter()
                        if (each.text or "").strip()
                    },
                )
                element.clear()
    except etree.XMLSyntaxError:
        yield None, {}


def _local(tag: Any) -> str:
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def changed(entry: Listed) -> Any:
    """The day on which a sitemap says that a page was changed; ``None`` where it does not."""
    return entry.published or days.iso(entry.updated or "")
