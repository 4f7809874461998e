"""What was asked, how much stands behind an answer, and where its next page begins."""

import base64
import binascii
from datetime import date

from msgspec import Struct

from legation.model import QuestionError

LIMIT = 200


class Scope(Struct, frozen=True, kw_only=True):
    """The filters of a question. ``since`` and ``until`` go by an entry's own period, both
    inclusive. ``possible`` shows the less certain too (they are counted beside in any case);
    ``members`` takes in what a bloc's members do. No ``kinds`` are all kinds.
    """

    since: date | None = None
    until: date | None = None
    kinds: tuple[str, ...] = ()
    members: bool = True
    possible: bool = False
    cursor: str | None = None
    limit: int = LIMIT


class Head(Struct, frozen=True, kw_only=True):
    """The head of an answer. ``notes`` are the remarks a reader needs before he believes it;
    ``made_up``: the account holds the package's invented articles.
    """

    title: str
    beside: str = ""
    scope: Scope
    stories: int = 0
    documents: int = 0
    made_up: bool = False
    notes: tuple[str, ...] = ()


class Tally(Struct, frozen=True, kw_only=True):
    """A count of affairs: the sure ones; beside them, never added, the less certain, those that a
    bloc's members have (``via``) and, in a month, the sure ones whose day is only that of the
    publication (``lent``). ``stories``: the distinct stories behind the sure ones, null where
    there are too many to be asked for.
    """

    sure: int = 0
    possible: int = 0
    via: int = 0
    lent: int = 0
    stories: int | None = None


class Paging(Struct, frozen=True, kw_only=True):
    """``next`` is the cursor of the next page, or null on the last one."""

    next: str | None = None
    limit: int = LIMIT


def cursor(*key: int) -> str:
    """A place in an ordered answer as one word: the key of its last row."""
    return base64.urlsafe_b64encode(".".join(map(str, key)).encode()).decode().rstrip("=")


def place(word: str | None, parts: int) -> tuple[int, ...] | None:
    """The key under a cursor; none where there is no cursor.

    Raises:
        QuestionError: the word is no cursor of this question.
    """
    if word is None:
        return None
    try:
        decoded = base64.urlsafe_b64decode(word + "=" * (-len(word) % 4)).decode()
        key = tuple(int(part) for part in decoded.split("."))
    except (binascii.Error, ValueError) as error:
        raise QuestionError(
            f'"{word}" is no cursor; take the one that the page before gave as "next"'
        ) from error
    if len(key) != parts:
        raise QuestionError(f'"{word}" is the cursor of another question')
    return key
