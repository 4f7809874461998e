"""Bytes -> text, without guessing where a guess could be wrong."""

import codecs

from legation.documents import eight_bit
from legation.model import UnreadableDocument

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""The longer first: UTF-32's mark begins with UTF-16's."""


def decode(data: bytes) -> str:
    """The text of some bytes, without a byte order mark; line ends stay as they are.

    Raises:
        UnreadableDocument: the bytes are in no encoding that we can be sure of.
    """
    return read(data)[0]


def read(data: bytes) -> tuple[str, str | None]:
    """The text of some bytes, and a doubt in words where their encoding is not certain.

    Raises:
        UnreadableDocument: the bytes are in no encoding that we can be sure of.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding), None
    if b"\x00" in data:
        return _without_mark(data), None
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3 and "end of data" in error.reason:
            return data[: error.start].decode("utf-8"), "the text breaks off within a sign"
        return eight_bit.read(data, error.start)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.removesuffix("-sig").upper()
        raise UnreadableDocument(
            f"says that it is {name} but is not, at byte {error.start}; save it as UTF-8"
        ) from error


def _without_mark(data: bytes) -> str:
    """UTF-16 without a byte order mark, which has a NUL in every other place; anything else with
    NULs is binary.
    """
    head = data[:4000]
    for encoding, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        if (
            len(head) >= 8
            and len(data) % 2 == 0
            and zeros.count(0) > 0.7 * len(zeros)
            and head.count(0) < 0.6 * len(head)
        ):
            return _strictly(data, encoding)
    raise UnreadableDocument(
        f"holds a NUL byte at position {data.index(0)}: it is a binary file, or damaged; "
        "give its text"
    )
