"""Listings that are packed as files (``sitemap.xml.gz``)."""

import zlib

from legation.documents import limits
from legation.model import UnreadableDocument

GZIP = b"\x1f\x8b"


def whole(content: bytes) -> bytes:
    """The bytes, unpacked if they are packed.

    Raises:
        UnreadableDocument: they are damaged, or too many.
    """
    if not content.startswith(GZIP):
        return content
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        bare = unpack.decompress(content, limits.UNPACKED + 1)
    except zlib.error as error:
        raise UnreadableDocument("is packed with gzip and damaged; ask again") from error
    if len(bare) > limits.UNPACKED:
        raise UnreadableDocument(f"unpacks to more than {limits.UNPACKED // 1_000_000} MB")
    return bare
