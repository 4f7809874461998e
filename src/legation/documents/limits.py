"""How much is read. Beyond it an input is no article, and a parser would run out of memory."""

from typing import IO

from legation.model import UnreadableDocument

BYTES = 50_000_000
"""Of one file or web page."""
UNPACKED = 60_000_000
"""Of the part of a packed file that holds its text."""
CHARACTERS = 2_000_000
"""Of one document: about 300,000 words, a long book."""
TOKENS = 450_000
"""Words and signs of one document; a book of the greatest length has 360,000."""
LINE = 200_000
"""Characters of one line of a document; the longest paragraph of a treaty that we met has 9,000."""
JSON_LINE = 16_000_000
"""Bytes of one line of JSONL: a document of the largest size with all its characters escaped."""


def whole(stream: IO[bytes], most: int = BYTES) -> bytes:
    """All bytes of an open file.

    Raises:
        UnreadableDocument: there are more than ``most``.
    """
    data = stream.read(most + 1)
    if len(data) > most:
        raise UnreadableDocument(
            f"is larger than {most // 1_000_000} MB; split it, or give its text as JSONL"
        )
    return data
