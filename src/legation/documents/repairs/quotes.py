"""Odd quotation marks as “ ” and ‘ ’, where it is clear which of the two is meant.

German „ “ and » «, French « », Russian « „ “ », TeX `` '', doubled single marks and inch signs all
come in wire copy. Straight marks are left to the room that pairs quotations: they do not say which
end they are.
"""

import re
from collections.abc import Iterator

from legation.documents.repairs.edits import Draft, Edit, apply

ODD = re.compile("``|''|‘‘|’’|,,(?=\\w)|\"\"|[«»‹›„‟‚‛″〝〞＂]|(?<=\\w)[`´‘ʼ′](?=\\w)|[“‘\n]")
SPACED = frozenset(" \n([{—–-")
FALLBACK = {"«": "“", "»": "”", "‹": "‘", "›": "’"}
OPENING = {"„": "“", "‟": "“", ",,": "“", "``": "“", "‘‘": "“", "〝": "“", "‚": "‘", "‛": "‘"}
SIMPLE = {"’’": "”", "″": '"', "＂": '"', '""': '"', "〞": "”"}
APOSTROPHES = frozenset("`´‘ʼ′")


def level(draft: Draft) -> Draft:
    """The draft with odd quotation marks made plain."""
    return apply(draft, _edits(draft.text), "levelled {} odd quotation mark{s}")


def _edits(text: str) -> Iterator[Edit]:
    low_double = low_single = False  # an opening „ or ‚ that waits for its “ or ‘
    for match in ODD.finditer(text):
        mark, start, end = match.group(), match.start(), match.end()
        if mark == "\n":
            low_double = low_single = False
        elif mark == "“":
            if low_double:
                yield Edit(start, end, "”")
            low_double = False
        elif mark == "‘" and low_single:
            yield Edit(start, end, "’")
            low_single = False
        elif new := _plain(mark, text[start - 1 : start], text[end : end + 1]):
            low_double, low_single = low_double or mark in {"„", ",,"}, low_single or mark == "‚"
            yield Edit(start, end, new)


def _plain(mark: str, before: str, after: str) -> str | None:
    """The plain mark for an odd one, by what stands on either side; ``None`` to leave it."""
    starts, ends = not before or before in SPACED, not after or after in SPACED
    if mark in APOSTROPHES:
        return "’" if before.isalnum() and after.isalnum() else None
    if mark == "''":
        return "“" if starts and not ends else "”"
    if mark == "‚" and (ends or not starts):
        return None
    if mark in FALLBACK:
        return _pointed(mark, starts, ends)
    return OPENING.get(mark) or SIMPLE.get(mark)


def _pointed(mark: str, starts: bool, ends: bool) -> str:
    """A pointed mark opens or closes by its place; with a space on both sides or neither, by the
    French custom.
    """
    if starts == ends:
        return FALLBACK[mark]
    if mark in "‹›":
        return "‘" if starts else "’"
    return "“" if starts else "”"
