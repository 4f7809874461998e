"""The words of the frames: ``lexicon/en/frame_words.csv``."""

import re
from functools import cache

from msgspec import Struct

from legation.lexicon import table


class FrameWords(Struct, frozen=True, kw_only=True):
    """A row of ``frame_words.csv``."""

    list: str
    words: tuple[str, ...]
    means: str = ""


@cache
def meanings(name: str) -> dict[str, str]:
    """What each word of a list means; empty where the list is one of words alone."""
    rows = (row for row in table("frame_words", FrameWords) if row.list == name)
    return {word: row.means for row in rows for word in row.words}


@cache
def alternatives(name: str) -> str:
    """The words of a list as a part of a pattern, the longest first."""
    held = sorted(meanings(name), key=len, reverse=True)
    return f"(?:{'|'.join(re.escape(word) for word in held)})"
