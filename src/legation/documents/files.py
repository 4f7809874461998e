"""Files and folders on disk, packed or not, as streams of finds."""

import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, cast

from msgspec import structs

from legation.documents import formats, packing
from legation.documents.finds import Find
from legation.model import Unreadable, UnreadableDocument

CUT_OFF = "is packed with gzip and breaks off or is damaged"


def inside(folder: Path) -> list[Path]:
    """The files of a folder that we can read, in the order of their names, folders within it
    included; hidden ones not.
    """
    found = (path for path in folder.rglob("*") if formats.suffix(path.name) in formats.SUFFIXES)
    return sorted(
        path for path in found if path.is_file() and not _hidden(path.relative_to(folder))
    )


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def read(path: Path, place: str) -> Iterator[Find | Unreadable]:
    """What a file holds; a find without an id of its own is named after the file.

    Raises:
        UnreadableDocument: the file is missing, locked, empty or of no use.
    """
    with opened(path) as stream:
        for found in contents(stream, path.name, place):
            yield found if found.id else structs.replace(found, id=place)


def opened(path: Path) -> BinaryIO:
    """A file on disk.

    Raises:
        UnreadableDocument: it is missing, or may not be read.
    """
    try:
        return path.open("rb")
    except FileNotFoundError as error:
        raise UnreadableDocument("does not exist; check the path") from error
    except PermissionError as error:
        raise UnreadableDocument("may not be read; change its permissions") from error
    except (OSError, ValueError) as error:
        raise UnreadableDocument(
            f"could not be opened ({getattr(error, 'strerror', None) or error}); check the path"
        ) from error


def contents(
    stream: BinaryIO, name: str, place: str, served_as: str = ""
) -> Iterator[Find | Unreadable]:
    """What an open file holds, by the reader that its first bytes or its name ask for.

    Raises:
        UnreadableDocument: why it cannot be read.
    """
    buffered = _buffered(stream)
    if buffered.peek(2)[:2] == formats.GZIP:
        yield from _unpacked(buffered, name, place)
        return
    head = buffered.peek(formats.HEAD)[: formats.HEAD]
    if not head:
        raise UnreadableDocument("is empty; give a text")
    yield from _guarded(buffered, name, place, head, served_as)


def _buffered(stream: BinaryIO) -> "io.BufferedReader[Any]":
    return (
        stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast("Any", stream))
    )


def _unpacked(packed: BinaryIO, name: str, place: str) -> Iterator[Find | Unreadable]:
    raw = packing.Unpacked(packed)
    stream = io.BufferedReader(raw)
    head = stream.peek(formats.HEAD)[: formats.HEAD]
    if not head and raw.broken:
        raise UnreadableDocument(f"{CUT_OFF}; nothing of it could be read")
    yield from _guarded(stream, name, place, head, "")
    if raw.broken:
        yield Unreadable(id=place, error=f"{place}: {CUT_OFF}; what stands before was read")


def _guarded(
    stream: BinaryIO, name: str, place: str, head: bytes, served_as: str
) -> Iterator[Find | Unreadable]:
    """The finds of a reader; a failure of the library behind it is trouble with the file, not with
    us.
    """
    empty = True
    try:
        for found in formats.reader(name, head, served_as)(stream, place):
            empty = False
            yield found
    except UnreadableDocument:
        raise
    except Exception as error:  # parsers of foreign formats fail in every way there is
        what = str(error).strip().rstrip(".").replace("\n", " ")[:200] or type(error).__name__
        raise UnreadableDocument(
            f"is damaged, or not what its name says ({what}); save it again"
        ) from error
    if empty:
        raise UnreadableDocument("is empty; give a text")


def piped(place: str) -> Iterator[Find | Unreadable]:
    """Standard input: JSON lines, or one pasted text.

    Raises:
        UnreadableDocument: there is no standard input, or nothing in it.
    """
    if sys.stdin is None or sys.stdin.closed:
        raise UnreadableDocument("there is no standard input; give a file")
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        stream = io.BytesIO(sys.stdin.read().encode("utf-8", "surrogatepass"))
    yield from _piped(_buffered(stream), place)


def _piped(stream: "io.BufferedReader[Any]", place: str) -> Iterator[Find | Unreadable]:
    head = stream.peek(formats.HEAD)
    if not head:
        raise UnreadableDocument("nothing came on standard input; give JSON lines or a text")
    if head[:2] == formats.GZIP:
        yield from _unpacked(stream, "-.jsonl.gz", place)
    elif any(line.lstrip(b"\xef\xbb\xbf \t").startswith(b"{") for line in head.splitlines()):
        yield from _guarded(stream, "-.jsonl", place, b"", "")
    else:
        yield from _guarded(stream, "-", place, head[: formats.HEAD], "")
