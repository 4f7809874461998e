"""Web archives, by fastwarc: a page a document; pictures, scripts and errors in them are passed
over.
"""

from collections.abc import Iterator
from typing import Any, BinaryIO

from legation.documents import encodings, html, limits
from legation.documents.finds import Find
from legation.model import Unreadable, UnreadableDocument

PAGE_BYTES = 10_000_000


def read(stream: BinaryIO, place: str) -> Iterator[Find | Unreadable]:
    """The pages of an archive, in its order.

    Raises:
        UnreadableDocument: it holds no page, or breaks off.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType  # late

    kinds = WarcRecordType.response | WarcRecordType.conversion
    seen: dict[str, int] = {}
    for record in ArchiveIterator(
        stream, record_types=kinds, parse_http=True, max_content_length=PAGE_BYTES
    ):
        if _is_page(record):
            url = str(record.headers.get("WARC-Target-URI") or f"{place}#{record.record_id}")
            seen[url] = seen.get(url, 0) + 1
            yield _page(record, url, url if seen[url] == 1 else f"{url}#{seen[url]}", place)
    if not seen:
        raise UnreadableDocument("holds no web page; is it a WARC file, and whole?")


def _is_page(record: Any) -> bool:
    if record.http_headers is None:
        return str(record.headers.get("Content-Type") or "").startswith("text/plain")
    return (
        record.http_headers.status_code == 200
        and (record.http_content_type or "").lower() in html.TYPES
    )


def _page(record: Any, url: str, name: str, place: str) -> Find | Unreadable:
    where = f"{place}, {url}"
    try:
        if record.http_headers is None:
            return Find(
                place=where, id=name, url=url, text=encodings.decode(limits.whole(record.reader))
            )
        found = html.article(limits.whole(record.reader), where, url, record.http_charset)
    except UnreadableDocument as error:
        return Unreadable(id=name, error=f"{where}: {error}")
    return Find(
        place=where,
        id=name,
        text=found.text,
        title=found.title,
        published=found.published,
        publisher=found.publisher,
        url=url,
    )
