"""Files cut into stretches that can be read apart, each as if the whole had been read."""

import io
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct

from legation.documents import files, formats, jsonl
from legation.documents.finds import Find
from legation.model import Source, Stretch, Unreadable

PIECE = 1 << 20
"""Bytes of a line that are looked at together: no line has to fit in memory."""


class Piece(Struct, frozen=True, kw_only=True):
    """A source that can be read apart from others, and how many bytes it has. ``alone``: packed,
    or a stretch of a larger file, so that it makes a part of its own.
    """

    source: Source
    bytes: int
    alone: bool


def pieces(paths: Iterable[str], published: date | None, size: int) -> Iterator[Piece]:
    """What some paths stand for, in the order in which they are read: large files of JSON lines in
    stretches of about ``size`` bytes, other files whole.

    Args:
        paths: files and folders; what is missing is a piece too, which tells so when it is read.
        published: the day of documents that have none of their own.
    """
    for location in paths:
        path = Path(location)
        inside = files.inside(path) if path.is_dir() else []
        for file in map(str, inside) if inside else [location]:
            yield from _of_file(Source(location=file, published=published), size)


def _of_file(source: Source, size: int) -> Iterator[Piece]:
    path = Path(source.location)
    if not path.is_file():
        yield Piece(source=source, bytes=0, alone=False)
        return
    stretches = _cut(path, size)
    if len(stretches) < 2:
        yield Piece(source=source, bytes=path.stat().st_size, alone=_packed(path))
        return
    for stretch in stretches:
        part = Source(location=source.location, published=source.published, stretch=stretch)
        yield Piece(source=part, bytes=stretch.end - stretch.start, alone=True)


def _packed(path: Path) -> bool:
    with path.open("rb") as stream:
        return stream.read(len(formats.GZIP)) == formats.GZIP


def _cut(path: Path, size: int) -> list[Stretch]:
    """The stretches of a file of JSON lines; none of any other, nor of one that is small."""
    if path.stat().st_size <= size:
        return []
    with path.open("rb") as stream:
        head = stream.peek(formats.HEAD)[: formats.HEAD]
        if head[:2] == formats.GZIP or formats.reader(path.name, head) is not jsonl.read:
            return []
        return list(_stretches(stream, size)) if jsonl.has_lines(stream) else []


def _stretches(stream: "io.BufferedReader[Any]", size: int) -> Iterator[Stretch]:
    """Whole lines of at least ``size`` bytes together, from where the stream stands."""
    start = at = stream.tell()
    first = number = 1
    while line := stream.readline(PIECE):
        at += len(line)
        if not line.endswith(b"\n"):
            continue
        number += 1
        if at - start >= size:
            yield Stretch(start=start, end=at, first_line=first)
            start, first = at, number
    if at > start:
        yield Stretch(start=start, end=at, first_line=first)


def read(path: Path, place: str, stretch: Stretch) -> Iterator[Find | Unreadable]:
    """What the lines of a stretch hold, with the numbers that they have in the whole file.

    Raises:
        UnreadableDocument: the file is missing, or may not be read.
    """
    with files.opened(path) as stream:
        stream.seek(stretch.start)
        cut = io.BufferedReader(_Within(stream, stretch.end - stretch.start))
        yield from jsonl.lines(cut, place, stretch.first_line)


class _Within(io.RawIOBase):
    """So many bytes of a stream from where it stands, as if the file ended there."""

    def __init__(self, stream: Any, left: int) -> None:
        self.stream, self.left = stream, left

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, into: Any) -> int:
        """Fill ``into`` as far as there is anything; 0 at the end."""
        piece = self.stream.read(min(len(into), self.left))
        into[: len(piece)] = piece
        self.left -= len(piece)
        return len(piece)
