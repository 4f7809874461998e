"""Text with one byte a sign: Windows-1252, unless another old encoding makes better words of it.

The same byte is a euro sign to one and a capital letter to another: "Û12.1 billion" is €12.1
billion as an old Macintosh wrote it. What stands around such a sign tells: no capital stands before
a figure, no closing quotation mark behind a space.
"""

import re
from collections.abc import Callable
from itertools import islice

from legation.model import UnreadableDocument

NAMES = {
    "cp1252": "Windows-1252",
    "mac_roman": "Mac Roman",
    "cp850": "DOS code page 850",
    "iso8859_15": "ISO 8859-15",
}
ODD_SHARE = 0.08
"""An eight-bit code is believed only where at most this share of the bytes is not ASCII: English
with its dashes, quotation marks and foreign names has up to 4 %, any other alphabet in an eight-bit
code more than 60 %."""
MISFITS = 0.2
"""Share of odd signs that may stand where they do not belong: texts have slips."""
SAMPLE = 2_000
"""Odd signs looked at."""
CURRENCIES = frozenset("€£¥¢")
DASHES = frozenset("–—")
NEUTRAL = frozenset("…•·°§©®™\xa0‰±×÷½¼¾²³¹ºª¡¿«»´")
OPENING, CLOSING, LOW = frozenset("“‘"), frozenset("”’"), frozenset("„‚")


def read(data: bytes, place: int) -> tuple[str, str | None]:
    """The text of bytes that are no UTF-8, and the doubt that remains.

    Args:
        data: the bytes.
        place: where they cease to be UTF-8.

    Raises:
        UnreadableDocument: no encoding makes words of them by a margin.
    """
    odd = sum(byte >= 0x80 for byte in data)
    if odd <= max(2, ODD_SHARE * len(data)):
        for encoding, told in NAMES.items():
            text = _decoded(data, encoding)
            if text and _misfits(text) <= MISFITS:
                return text, None if encoding == "cp1252" else _doubt(told)
    raise UnreadableDocument(
        f"is not UTF-8 (byte {place}) and no other encoding fits{_guess(data)}; save it as UTF-8"
    )


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _doubt(name: str) -> str:
    return f"the file says nothing of its encoding; {name} makes the best words of it"


def _guess(data: bytes) -> str:
    """What a detector takes the bytes for, as a help; it is not believed."""
    from charset_normalizer import from_bytes  # late: rarely needed

    best = from_bytes(data[:50_000]).best()
    return f" (it may be {best.encoding})" if best is not None else ""


def _misfits(text: str) -> float:
    """The share of signs beyond ASCII that stand where they do not belong."""
    odd = [found.start() for found in islice(re.finditer(r"[^\x00-\x7f]", text), SAMPLE)]
    return sum(not _fits(text, place) for place in odd) / max(1, len(odd))


def _fits(text: str, place: int) -> bool:
    sign, before, after = text[place], text[place - 1 : place], text[place + 1 : place + 2]
    if sign in CURRENCIES:
        return any(c.isdigit() for c in text[max(0, place - 2) : place + 3])
    for signs, rule in RULES:
        if sign in signs:
            return rule(before, after)
    if sign.isalpha():
        return _letter_fits(sign, before, after)
    return sign in NEUTRAL


def _letter_fits(sign: str, before: str, after: str) -> bool:
    """Letters stand beside letters; a capital begins a word or stands among capitals."""
    if before.isdigit() or after.isdigit() or not (before.isalpha() or after.isalpha()):
        return False
    return not sign.isupper() or not before.islower()


RULES: tuple[tuple[frozenset[str], Callable[[str, str], bool]], ...] = (
    (OPENING, lambda before, after: not before.isalnum() and not after.isspace()),
    (CLOSING, lambda before, after: (bool(before) and not before.isspace()) or after.isdigit()),
    (LOW, lambda before, after: not before.isalnum() and after.isalnum()),
    (DASHES, lambda before, after: before.isspace() == after.isspace()),
)
