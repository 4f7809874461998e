"""Web archives, by fastwarc: a page a document; pictures, scripts and errors in them are passed
over.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any, BinaryIO

from legation.documents import encodings, html, limits, warc_records
from legation.documents.finds import Find
from legation.model import Unreadable, UnreadableDocument


def read(stream: BinaryIO, place: str) -> Iterator[Find | Unreadable]:
    """The pages of an archive, in its order.

    Raises:
        UnreadableDocument: it holds no page.
    """
    seen: dict[str, int] = {}
    for piece in warc_records.read(stream):
        for record in _parsed(piece.data):
            url = str(record.headers.get("WARC-Target-URI") or f"{place}#{record.record_id}")
            seen[url] = seen.get(url, 0) + 1
            name = url if seen[url] == 1 else f"{url}#{seen[url]}"
            yield _page(record, url, name, place, piece.notes)
    if not seen:
        raise UnreadableDocument("holds no web page, or is damaged; is it a WARC file, and whole?")


def _parsed(data: bytes) -> Iterator[Any]:
    """The record that some bytes are, if it is a page."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType  # late

    kinds = WarcRecordType.response | WarcRecordType.conversion
    for record in ArchiveIterator(BytesIO(data), record_types=kinds, parse_http=True):
        if _is_page(record):
            yield record


def _is_page(record: Any) -> bool:
    if record.http_headers is None:
        return str(record.headers.get("Content-Type") or "").startswith("text/plain")
    return (
        record.http_headers.status_code == 200
        and (record.http_content_type or "").lower() in html.TYPES
    )


def _page(
    record: Any, url: str, name: str, place: str, notes: tuple[str, ...]
) -> Find | Unreadable:
    where = f"{place}, {url}"
    try:
        content = limits.whole(record.reader)
        if record.http_headers is None:
            text, note = encodings.read(content)
            told = (*notes, *((note,) if note else ()))
            return Find(place=where, id=name, url=url, text=text, notes=told)
        found = html.article(content, where, url, record.http_charset)
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
        notes=(*notes, *found.notes),
    )
