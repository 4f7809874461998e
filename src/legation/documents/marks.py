"""Raised signs: marks of notes are left out, exponents and squares kept.

Glued to a number a mark makes another number of it: "4.5" with a raised 2 is not 4.52.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

MARK = re.compile(
    r"\s*[(\[]?(?:\d{1,3}|[a-z]|[ivx]{1,4}|[*†‡§¶#]{1,3})"
    r"(?:\s*[,;–-]\s*(?:\d{1,3}|[a-z]))*[)\]]?\s*"
)
"""What a note's mark looks like: "2", "[12]", "1,3", "*", "a"."""
POWER = re.compile(r"(?:^|[^\d.,])10$|[×x*^]\s?10$")
UNIT = re.compile(r"(?:^|[^a-zA-Z])(?:[kcm]?m|ft|mi|in|yd|hm|dm)$")
SMALL = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Piece(NamedTuple):
    """A run of text, and whether it stands above the line."""

    text: str
    raised: bool


def without(pieces: Iterable[Piece]) -> str:
    """The text of some pieces without marks of notes; "10" with a raised 6 and "km" with a raised 2
    keep theirs as raised signs, ordinals ("1st") their letters.
    """
    text = ""
    for piece in pieces:
        text += raised(text, piece.text) if piece.raised else piece.text
    return text


def raised(before: str, sign: str) -> str:
    """What a raised sign behind a text is to be read as; nothing for a note's mark."""
    bare = sign.strip()
    if bare.isdigit() and POWER.search(before[-4:]):
        return bare.translate(SMALL)
    if bare in {"2", "3"} and UNIT.search(before[-4:]):
        return bare.translate(SMALL)
    if MARK.fullmatch(sign):
        return " " if sign[:1].isspace() or sign[-1:].isspace() else ""
    return sign
