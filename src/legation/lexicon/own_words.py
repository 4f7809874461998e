"""A user's own words that change no number, beside the ones that ship.

A text file, a word a line, ``#`` before a remark: ``$LEGATION_NEUTRAL_WORDS``, else
``neutral_words.txt`` in the platform's folder for settings. It is read once a process; every
verdict that rests on one of its words says so.
"""

import os
from functools import cache
from pathlib import Path

from platformdirs import user_config_path

from legation.model.errors import LexiconError

VARIABLE = "LEGATION_NEUTRAL_WORDS"
NAME = "neutral_words.txt"


def place() -> Path:
    """Where the list is, or would be; nothing is made here."""
    told = os.environ.get(VARIABLE)
    return Path(told) if told else user_config_path("legation") / NAME


def neutral() -> frozenset[str]:
    """The words of the list in lower case; empty where there is none.

    Raises:
        LexiconError: the file is there and is no text, or a line holds more than a word.
    """
    return _read(place())


@cache
def _read(path: Path) -> frozenset[str]:
    if not path.is_file():
        return frozenset()
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path}: cannot be read as a list of words: {error}") from error
    words = [line.partition("#")[0].strip().lower() for line in lines]
    for number, word in enumerate(words, start=1):
        if len(word.split()) > 1:
            raise LexiconError(f"{path}, line {number}: one word a line, not {word!r}")
    return frozenset(word for word in words if word)
