"""What a document is: its text, canonical address, publisher and day. The hash covers all four."""

from hashlib import blake2b

from legation.model import Document
from legation.model.addresses import canonical

NAME = 16
"""Signs of the hash that name a document without an id of its own."""


def of(document: Document) -> bytes:
    """Sixteen bytes; equal for equal (text, canonical address, publisher, published)."""
    parts = (
        document.text,
        canonical(document.url) or "",
        document.publisher or "",
        document.published.isoformat() if document.published else "",
    )
    joined = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return blake2b(joined, digest_size=16).digest()


def name(hash: bytes) -> str:
    """The first sixteen signs of a hash."""
    return hash.hex()[:NAME]
