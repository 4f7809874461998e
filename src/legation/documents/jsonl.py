"""JSON lines: ``{"id", "text"}`` and optionally ``title``, ``published`` (or ``date``),
``publisher``, ``url``, ``language``.
"""

import io
from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO

import msgspec

from legation.documents import days, limits
from legation.documents.finds import Find
from legation.model import Unreadable, UnreadableDocument

BLANK = b"\xef\xbb\xbf \t\r\n"
HEAD = 65_536
OPTIONAL = ("title", "publisher", "url", "language")


def read(stream: BinaryIO, place: str) -> Iterator[Find | Unreadable]:
    """A find a line, or one for each object of a list; what cannot be read does not stop the
    others.
    """
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)  # type: ignore[type-var]
    if not has_lines(buffered):
        yield from _listed(buffered, place)
        return
    yield from lines(buffered, place)


def has_lines(stream: "io.BufferedReader[Any]") -> bool:
    """Whether what comes is one object a line, rather than a list or an object over several lines;
    blank lines before it are passed over.
    """
    _pass_blank(stream)
    start = stream.peek(1)[:1]
    return start != b"[" and not (start == b"{" and _is_spread(stream))


def lines(
    stream: "io.BufferedReader[Any]", place: str, first: int = 1
) -> Iterator[Find | Unreadable]:
    """A find a line; ``first`` is the number of the line that comes next."""
    for number, line in enumerate(_lines(stream), start=first):
        where = f"{place}, line {number}"
        if line.strip(BLANK):
            yield _found(line, where, f"{place}:{number}")


def _found(line: bytes, where: str, name: str) -> Find | Unreadable:
    row: dict[str, Any] = {}
    try:
        row = _row(line)
        return _find(row, where)
    except UnreadableDocument as error:
        return _unreadable(row, where, name, error)


def _unreadable(row: dict[str, Any], where: str, name: str, error: Exception) -> Unreadable:
    given = row.get("id")
    known = isinstance(given, str | int) and not isinstance(given, bool) and str(given)
    return Unreadable(id=str(given) if known else name, error=f"{where}: {error}")


def _is_spread(stream: "io.BufferedReader[Any]") -> bool:
    """Whether an object is written over several lines, as programs print it for people."""
    first = stream.peek(HEAD)[:HEAD].split(b"\n", 1)[0].rstrip()
    return first == b"{"


def _listed(stream: "io.BufferedReader[Any]", place: str) -> Iterator[Find | Unreadable]:
    """The objects of a JSON list, or the one object that a file is.

    Raises:
        UnreadableDocument: it is not JSON.
    """
    data = limits.whole(stream)
    try:
        rows = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise UnreadableDocument(f"is not JSON ({error}); write a list of objects") from error
    for number, row in enumerate(rows if isinstance(rows, list) else [rows], start=1):
        where = f"{place}, entry {number}"
        try:
            yield _find(_object(row), where)
        except UnreadableDocument as error:
            held = row if isinstance(row, dict) else {}
            yield _unreadable(held, where, f"{place}:{number}", error)


def _pass_blank(stream: "io.BufferedReader[Any]") -> None:
    """Pass over blank lines; millions of them must not be read one by one."""
    while blank := _leading(stream.peek(HEAD)):
        stream.read(blank)


def _leading(piece: bytes) -> int:
    return len(piece) - len(piece.lstrip(BLANK))


def _lines(stream: "io.BufferedReader[Any]") -> Iterator[bytes]:
    """Lines, one byte longer than allowed at most; the rest of a longer one is passed over."""
    while line := stream.readline(limits.JSON_LINE + 1):
        yield line
        while len(line) > limits.JSON_LINE and not line.endswith(b"\n"):
            line = stream.readline(limits.JSON_LINE + 1)
        if stream.peek(1)[:1] in {b"\n", b"\r"}:
            yield from _blank(stream)


def _blank(stream: "io.BufferedReader[Any]") -> Iterator[bytes]:
    """Blank lines, passed over a piece at a time; their number counts."""
    while blank := _leading(stream.peek(HEAD)):
        for _ in range(stream.read(blank).count(b"\n")):
            yield b"\n"


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
    return _object(row)


def _object(row: Any) -> dict[str, Any]:
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
    if day is None or not days.is_believable(day):
        raise UnreadableDocument(
            f'"{key}" is {value!r}, which is no date; write it as 2024-10-07 or leave it out'
        )
    return day
