"""Numbers that are no quantities: names and versions, times, telephone numbers, scores, ages,
articles of law, list numbers.
"""

import re

from legation.lexicon import word_pattern

BEFORE = word_pattern("quantities", "exclusions.before")
KEPT_BEFORE = word_pattern("quantities", "exclusions.kept_before")
AFTER = word_pattern("quantities", "exclusions.after")
SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}\b")
WEB = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\S+|(?<!\w)[#@]\w+")
PHONE = re.compile(r"\+\d[\d ()-]{7,}\d|\(\d{3}\)[ ]?\d{3}[- ]\d{4}|\b\d{3}-\d{3}-\d{4}\b")
LIST_NUMBER = re.compile(r"^\s*(?:\(?\d{1,2}[.)])(?=\s)", re.MULTILINE)


def blanks(low: str) -> list[tuple[int, int]]:
    """Stretches in which no number is a quantity: addresses, telephone numbers, numbers of a
    list.
    """
    return [
        match.span() for pattern in (WEB, PHONE, LIST_NUMBER) for match in pattern.finditer(low)
    ]


def named_before(low: str, start: int) -> bool:
    """Whether what stands before a number makes it part of a name, a version or a reference."""
    window = low[max(0, start - 16) : start]
    return bool(BEFORE.search(window)) and not KEPT_BEFORE.search(window)


def named_after(low: str, end: int) -> bool:
    """Whether what stands after a bare number makes it a time, an ordinal, an age, a score or a
    code.
    """
    return bool(AFTER.match(low, end))
