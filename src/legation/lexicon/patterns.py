"""Patterns made of words: the files in ``en/patterns``, a pattern with two examples each.

Like a word list, a pattern is named after the module that reads it and what it finds.
"""

import re
from functools import cache
from typing import Literal

from msgspec import Struct

from legation.lexicon.loader import nested
from legation.model.errors import LexiconError

PLACE = re.compile(r"<([A-Z_]+)>")


class Pattern(Struct, frozen=True, forbid_unknown_fields=True):
    """A regular expression with what it must find and what it must not, looked for as the reader
    does: anywhere, from the start, or as a whole.
    """

    pattern: str
    example: str
    counterexample: str
    use: Literal["search", "match", "fullmatch"] = "search"


class Patterns(Struct, frozen=True, forbid_unknown_fields=True):
    """A file in ``en/patterns``."""

    patterns: dict[str, Pattern]


@cache
def patterns(room: str) -> dict[str, Pattern]:
    """The patterns of a file by their names."""
    held: Patterns = nested(f"patterns/{room}", Patterns)
    return held.patterns


def word_pattern(room: str, name: str, **parts: str) -> re.Pattern[str]:
    """A pattern of the lexicon, ready to be used.

    Args:
        room: the file in ``en/patterns``, e.g. ``"quantities"``.
        name: the pattern in it, e.g. ``"fractions.grew"``.
        parts: what stands for ``<NAME>`` in the pattern.

    Raises:
        LexiconError: there is no such file or pattern, or a part is missing; the message names it.
    """
    if name not in patterns(room):
        raise LexiconError(f"lexicon/en/patterns/{room}.toml has no pattern {name!r}")
    written = patterns(room)[name].pattern
    missing = set(PLACE.findall(written)) - parts.keys()
    if missing:
        raise LexiconError(f"lexicon/en/patterns/{room}.toml, {name}: nobody gives {missing}")
    return re.compile(PLACE.sub(lambda match: parts[match[1]], written))
