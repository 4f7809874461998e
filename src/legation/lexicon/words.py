"""The word lists that the rules look for: a row a list, in ``en/words`` and ``en/meanings``.

A list is named after the module that reads it and what it holds: ``nominal.posted`` in
``words/events.csv`` are the offices to which ``records/events/candidates/nominal.py`` knows people
to be posted. Whoever edits a row changes what the rule sees, and nothing else.
"""

from collections.abc import Callable
from functools import cache
from typing import TypeVar

from msgspec import Struct

from legation.lexicon.loader import table
from legation.model.errors import LexiconError

T = TypeVar("T")


class WordList(Struct, frozen=True):
    """A row of a file in ``en/words``."""

    list: str
    words: tuple[str, ...]
    why: str = ""


class Meaning(Struct, frozen=True):
    """A row of a file in ``en/meanings``: words of a list that mean the same."""

    list: str
    words: tuple[str, ...]
    means: str


@cache
def _lists(room: str) -> dict[str, tuple[str, ...]]:
    return {row.list: row.words for row in table(f"words/{room}", WordList)}


def word_list(room: str, name: str) -> tuple[str, ...]:
    """The words of a list in the order of the file.

    Args:
        room: the file in ``en/words``, e.g. ``"events"``.
        name: the list in it, e.g. ``"nominal.posted"``.

    Raises:
        LexiconError: there is no such file or list; the message names both.
    """
    try:
        return _lists(room)[name]
    except KeyError:
        raise LexiconError(f"lexicon/en/words/{room}.csv has no list {name!r}") from None


def word_set(room: str, name: str) -> frozenset[str]:
    """The words of a list where their order does not matter; as :func:`word_list`."""
    return frozenset(word_list(room, name))


def word_map(room: str, name: str, read: Callable[[str], T]) -> dict[str, T]:
    """What each word of a list means, in the order of the file.

    Args:
        room: the file in ``en/meanings``.
        name: the list in it.
        read: makes a value of what stands in the column ``means``: ``str``, ``int``, ``Decimal``.

    Raises:
        LexiconError: there is no such file or list; the message names both.
    """
    rows = [row for row in table(f"meanings/{room}", Meaning) if row.list == name]
    if not rows:
        raise LexiconError(f"lexicon/en/meanings/{room}.csv has no list {name!r}")
    return {word: read(row.means) for row in rows for word in row.words}
