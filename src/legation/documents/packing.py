"""Gzip, unpacked piece by piece: what stands before a cut is read, a bomb is not."""

import io
import zlib
from typing import BinaryIO

from legation.model import UnreadableDocument

PIECE = 65_536
ONCE_UNPACKED = 8_000_000
"""Bytes below which the ratio is not looked at."""
HIGHEST_RATIO = 250
"""Text packs to a tenth, lists of the same line to a hundredth; deflate's limit is a thousandth."""
HEAD = zlib.MAX_WBITS | 16


class Unpacked(io.RawIOBase):
    """The bytes of a gzip file, all its members one after another. At a cut or damage it ends as if
    the file did, and ``broken`` says so.

    Raises:
        UnreadableDocument: while read, if it unpacks to far more than any text.
    """

    def __init__(self, packed: BinaryIO) -> None:
        self.broken = False
        self._packed = packed
        self._member = zlib.decompressobj(HEAD)
        self._waiting = b""
        self._taken = self._given = 0
        self._ended = False

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, into: "memoryview") -> int:  # type: ignore[override]
        """Fill ``into`` as far as there is anything; 0 at the end."""
        while not self._ended:
            piece = self._next(len(into))
            if piece:
                into[: len(piece)] = piece
                self._given += len(piece)
                self._check()
                return len(piece)
        return 0

    def _next(self, most: int) -> bytes:
        if self._member.eof and not self._renew():
            return b""
        if not self._waiting:
            self._waiting = self._packed.read(PIECE)
            self._taken += len(self._waiting)
            if not self._waiting:
                self._end(broken=True)
                return b""
        try:
            piece = self._member.decompress(self._waiting, most)
        except zlib.error:
            self._end(broken=True)
            return b""
        self._waiting = self._member.unconsumed_tail
        return piece

    def _renew(self) -> bool:
        """Go on to the next member of the file, if there is one; padding ends it."""
        rest = self._member.unused_data or self._packed.read(PIECE)
        self._taken += len(rest)
        rest = rest.lstrip(b"\x00")
        if not rest:
            self._end(broken=False)
            return False
        self._member = zlib.decompressobj(HEAD)
        self._waiting = rest
        return True

    def _end(self, broken: bool) -> None:
        self._ended, self.broken = True, broken

    def _check(self) -> None:
        if self._given > max(ONCE_UNPACKED, HIGHEST_RATIO * self._taken):
            raise UnreadableDocument(
                f"unpacks to more than {HIGHEST_RATIO} times its size, as no text does; unpack it "
                "and look at it"
            )
