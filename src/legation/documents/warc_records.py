"""The records of a web archive, one by one, each with its true length.

A record tells its length in its head. Where that is wrong, or the archive breaks off, a reader that
trusts it loses the pages behind it (ISO 28500, section 4): the next head is looked for instead.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from legation.model import UnreadableDocument

PIECE = 1 << 20
LONGEST_HEAD = 65_536
LONGEST = 12_000_000
"""Bytes of a record that is looked at; a longer one holds no article."""
START = re.compile(rb"WARC/[01]\.\d{1,3}\r?\n")
NEXT = re.compile(rb"\r?\n(?=WARC/[01]\.\d{1,3}\r?\n[A-Za-z-]+:)")
END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
LENGTH = re.compile(rb"(?im)^content-length[ \t]*:[ \t]*(?P<bytes>\d{1,15})[ \t]*\r?$")
WRONG = "the archive tells a wrong length for this page"
CUT = "the archive breaks off within this page"


class Piece(NamedTuple):
    """The bytes of a record, its head corrected, and what was wrong with it."""

    data: bytes
    notes: tuple[str, ...]


class _Window:
    """The bytes of an archive from one place on."""

    def __init__(self, stream: BinaryIO) -> None:
        self.data = b""
        self._stream = stream

    def fill(self, most: int) -> bool:
        """Read on until there are ``most`` bytes; whether there are."""
        pieces = [self.data]
        held = len(self.data)
        while held < most and (piece := self._stream.read(PIECE)):
            pieces.append(piece)
            held += len(piece)
        self.data = b"".join(pieces)
        return held >= most

    def skip(self, count: int) -> None:
        """Pass over so many bytes."""
        while count > len(self.data):
            count -= len(self.data)
            self.data = self._stream.read(PIECE)
            if not self.data:
                return
        self.data = self.data[count:]


def read(stream: BinaryIO) -> Iterator[Piece]:
    """The records of an archive that are not too long for an article, in its order.

    Raises:
        UnreadableDocument: it does not begin as one.
    """
    window = _Window(stream)
    window.fill(LONGEST_HEAD)
    if not START.match(window.data.lstrip(b"\r\n")):
        raise UnreadableDocument("is damaged, or no web archive; save it again")
    while window.fill(LONGEST_HEAD) or window.data.strip(b"\r\n"):
        window.data = window.data.lstrip(b"\r\n")
        piece = _next(window)
        if piece is not None:
            yield piece


def _next(window: _Window) -> Piece | None:
    """The record that the window begins with; it stands behind it afterwards."""
    window.fill(LONGEST_HEAD)
    head = END_OF_HEAD.search(window.data, 0, LONGEST_HEAD)
    told = LENGTH.search(window.data, 0, head.end()) if head else None
    if head is None or told is None or not START.match(window.data):
        _resume(window)
        return None
    length = int(told["bytes"])
    if length > LONGEST:
        window.skip(head.end())
        _pass(window, length)
        return None
    end = head.end() + length
    whole = window.fill(end + 64) or len(window.data) >= end
    if whole and _ends(window.data, head.end(), end):
        data = window.data[:end]
        window.data = window.data[end:]
        return Piece(data, ())
    return _corrected(window, head.end())


def _ends(data: bytes, begins: int, end: int) -> bool:
    """Whether a record ends where its head says: behind it stand the next one, the end, or the
    empty lines that close a record, and no other record begins within.
    """
    rest = data[end : end + 64]
    bare = rest.lstrip(b"\r\n")
    if not bare or START.match(bare):
        return True
    return rest.startswith((b"\r\n\r\n", b"\n\n")) and not NEXT.search(data, begins, end)


def _corrected(window: _Window, begins: int) -> Piece:
    """A record whose length is wrong: it goes as far as the next head, or the end."""
    window.fill(begins + LONGEST)
    following = NEXT.search(window.data, begins)
    end = following.end() if following else len(window.data)
    content = window.data[begins:end].rstrip(b"\r\n")
    head = LENGTH.sub(b"Content-Length: %d\r" % len(content), window.data[:begins], count=1)
    window.data = window.data[end:]
    return Piece(head + content, (WRONG if following else CUT,))


def _pass(window: _Window, length: int) -> None:
    """Pass over a long record; if its length is wrong, as far as the next head."""
    while length > 0 and window.fill(1):
        taken = window.data[:length]
        if found := NEXT.search(taken):
            window.skip(found.end())
            return
        window.skip(len(taken))
        length -= len(taken)


def _resume(window: _Window) -> None:
    """Go on to the next head behind bytes that are no record."""
    while window.fill(LONGEST_HEAD) or window.data:
        if found := NEXT.search(window.data, 1):
            window.data = window.data[found.end() :]
            return
        if len(window.data) < LONGEST_HEAD:
            window.data = b""
            return
        window.skip(len(window.data) - 128)
