"""The bytes of an answer, unpacked here, a piece at a time: the library unpacks a whole packet at
once, however much comes of it.
"""

import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from legation.model.errors import Unfetched

if TYPE_CHECKING:
    import httpx

ACCEPTED = "gzip, identity"
"""Other ways of packing unpack without a bound: 7 KB of brotli to 4 GB."""
PIECE = 65_536
PLAIN = ("", "identity")
GZIP = ("gzip", "x-gzip")
MAGIC = b"\x1f\x8b"
DAMAGED = "came damaged; try again, or save the page"


def pieces(answer: "httpx.Response") -> Iterator[bytes]:
    """What came, unpacked; no piece is longer than what a packet holds, or :data:`PIECE`.

    Raises:
        Unfetched: it is packed in a way that was not asked for, or damaged.
    """
    packed = answer.headers.get("content-encoding", "").strip().lower()
    if packed not in (*PLAIN, *GZIP):
        raise Unfetched(f"is packed as {packed[:20]}, which was not asked for; save it", "packed")
    if answer.is_stream_consumed:  # an answer made in memory has been unpacked when it was made
        yield answer.content
    elif packed in GZIP:
        yield from _unpacked(answer.iter_raw())
    else:
        yield from answer.iter_raw()


def _unpacked(packets: Iterator[bytes]) -> Iterator[bytes]:
    """Of several streams in a row (RFC 1952, section 2.2) all; what follows the last is nothing."""
    unpack, begun = _unpacker(), False
    for packet in packets:
        while packet and not (begun and unpack.eof and packet[:2] != MAGIC):
            if unpack.eof:
                unpack = _unpacker()
            begun = True
            try:
                yield unpack.decompress(packet, PIECE)
            except zlib.error as error:
                raise Unfetched(DAMAGED, "broken") from error
            packet = unpack.unconsumed_tail or unpack.unused_data
    if begun and not unpack.eof:
        raise Unfetched(DAMAGED, "broken")


def _unpacker() -> "zlib._Decompress":
    return zlib.decompressobj(zlib.MAX_WBITS | 16)
