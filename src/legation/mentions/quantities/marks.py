"""Signs of money that only their capitals or their place tell apart: "$US", "NZ $", "SR54 billion".

"A $3bn deal" begins with an article and "the firm's $3bn" ends a name: one letter before a dollar
sign with a blank between is a country's only in capitals, behind a word in small letters.
"""

import re
from functools import cache

from legation.mentions.quantities.money import currencies

WINDOW = 14
"""How far before a number its sign may begin."""
SCALE_AHEAD = re.compile(r"[\d.,]+ ?(?:[mb]n?|tn|million|billion|trillion|crore|lakh)\b")


def before(text: str, start: int) -> tuple[str, int] | None:
    """The currency of a sign that ends where a number starts, and where it begins."""
    window = max(0, start - WINDOW)
    ahead = text[window:start]
    if match := _dollars().search(ahead):
        return _by_prefix()[(match["prefix"] or match["suffix"]).upper()], window + match.start()
    match = _letters().search(ahead)
    if match and (match.end(1) == len(ahead) or SCALE_AHEAD.match(text, start)):
        return _by_letters()[match[1]], window + match.start(1)
    return None


@cache
def _by_prefix() -> dict[str, str]:
    """The currency of the letters before a dollar sign: NZ, AU, HK."""
    held = {}
    for row in currencies().values():
        for symbol in row.symbols:
            letters = symbol.removesuffix("$").strip()
            if symbol.endswith("$") and letters.isalpha():
                held[letters.upper()] = row.code
    return held


@cache
def _dollars() -> re.Pattern[str]:
    several = "|".join(sorted((p for p in _by_prefix() if len(p) > 1), key=lambda p: (-len(p), p)))
    every = "|".join(sorted(_by_prefix(), key=lambda p: (-len(p), p)))
    single = "|".join(sorted(p for p in _by_prefix() if len(p) == 1))
    return re.compile(
        rf"(?:(?<![A-Za-z])(?P<prefix>{several}|(?<=[a-z] )(?:{single})) \$"
        rf"|(?<![A-Za-z])\$(?P<suffix>{every}))[ ]?$"
    )


@cache
def _by_letters() -> dict[str, str]:
    return {mark: row.code for row in currencies().values() for mark in row.letters}


@cache
def _letters() -> re.Pattern[str]:
    marks = "|".join(sorted(_by_letters(), key=lambda mark: (-len(mark), mark)))
    return re.compile(rf"(?<![\w’'&/.-])({marks}) ?$")
