"""Bytes -> text, without guessing where a guess could be wrong."""

import codecs

from legation.model import UnreadableDocument

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""The longer first: UTF-32's mark begins with UTF-16's."""
ODD_SHARE = 0.08
"""Windows-1252 is believed only where at most this share of the bytes is not ASCII: English with
its dashes, quotation marks and foreign names has up to 4 %, any other alphabet in an eight-bit code
more than 60 %."""


def decode(data: bytes) -> str:
    """The text of some bytes, without a byte order mark; line ends stay as they are.

    Raises:
        UnreadableDocument: the bytes are in no encoding that we can be sure of.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding)
    if b"\x00" in data:
        return _without_mark(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _western(data, error.start)


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


def _western(data: bytes, place: int) -> str:
    odd = sum(byte >= 0x80 for byte in data)
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    if text and odd <= max(2, ODD_SHARE * len(data)):
        return text
    raise UnreadableDocument(
        f"is not UTF-8 (byte {place}) and no other encoding fits; save it as UTF-8"
    )
