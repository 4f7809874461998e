"""JSON lines: ``{"id", "text"}`` and optionally ``title``, ``published`` (or ``date``),
``publisher``, ``url``, ``language``.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO

import msgspec

from legation.documents import days, limits
from legation.documents.finds import Find
from legation.model import Unreadable, UnreadableDocument

OPTIONAL = ("title", "publisher", "url", "language")


def read(stream: BinaryIO, place: str) -> Iterator[Find | Unreadable]:
    """A find a line; a line that cannot be read does not stop the others."""
    for number, line in enumerate(_lines(stream), start=1):
        where = f"{place}, line {number}"
        if not line.strip(b"\xef\xbb\xbf \t\r\n"):
            continue
        row: dict[str, Any] = {}
        try:
            row = _row(line)
            yield _find(row, where)
        except UnreadableDocument as error:
            given = row.get("id")
            known = isinstance(given, str | int) and not isinstance(given, bool) and str(given)
            yield Unreadable(
                id=str(given) if known else f"{place}:{number}", error=f"{where}: {error}"
            )


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Lines, one byte longer than allowed at most; the rest of a longer one is passed over."""
    while line := stream.readline(limits.JSON_LINE + 1):
        yield line
        while len(line) > limits.JSON_LINE and not line.endswith(b"\n"):
            line = stream.readline(limits.JSON_LINE + 1)


def _row(line: bytes) -> dict[str, Any]:
    if len(line) > limits.JSON_LINE:
        raise UnreadableDocument(
            f"is longer than {limits.JSON_LINE // 1_000_000} MB; split it into its articles"
        )
    try:
        row = msgspec.json.decode(line.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise UnreadableDocument(
            f"is not JSON ({error}); write one object a line, in UTF-8"
        ) from error
    if not isinstance(row, dict):
        raise UnreadableDocument('is JSON but no object; write {"id": …, "text": …}')
    return row


def _find(row: dict[str, Any], where: str) -> Find:
    given = row.get("id")
    if isinstance(given, bool) or not isinstance(given, str | int) or not str(given).strip():
        raise UnreadableDocument('has no "id"; give each line a name of its own')
    text = row.get("text")
    if not isinstance(text, str):
        raise UnreadableDocument(
            'has no "text"; put the article\'s words there'
            if text is None
            else '"text" is not a string'
        )
    title, publisher, url, language = (_words(row, key) for key in OPTIONAL)
    return Find(
        place=where,
        id=str(given),
        text=text,
        title=title,
        published=_published(row),
        publisher=publisher,
        url=url,
        language=language,
        stated=True,
    )


def _words(row: dict[str, Any], key: str) -> str | None:
    value = row.get(key)
    if value is not None and not isinstance(value, str):
        raise UnreadableDocument(
            f'"{key}" is not a string; write it in quotation marks or leave it out'
        )
    return value or None


def _published(row: dict[str, Any]) -> date | None:
    key = "published" if row.get("published") else "date"
    value = row.get(key)
    if value in (None, ""):
        return None
    day = days.mailed(value) or days.spelled(value) if isinstance(value, str) else None
    if day is None:
        raise UnreadableDocument(
            f'"{key}" is {value!r}, which is no date; write it as 2024-10-07 or leave it out'
        )
    return day
