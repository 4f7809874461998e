"""What listings share: days, clipped words, whether a text is whole."""

import re
from datetime import date

from legation.documents import days, html

LONGEST = 2000
"""Signs of a title, guid or date; whoever writes more means something else."""
CUT = re.compile(
    r"(?:\[?(?:…|\.\.\.)\]?|\b(?:read|see) (?:more|on|the full [a-z]+)|continue reading)\W*$",
    re.IGNORECASE,
)
ENOUGH_OF_CONTENT, ENOUGH_OF_SUMMARY = 40, 150
"""Words from which on a text is taken for whole: what a source calls the content, and what it calls
a summary, for many put the whole text there."""


def clipped(text: str) -> str:
    """Some words without the blanks around them, and not without end."""
    return text.strip()[:LONGEST]


def day_of(written: str) -> tuple[date | None, str | None]:
    """The day as it is written, in its own zone, and why there is none if one is written that the
    calendar does not have.
    """
    if not written.strip():
        return None, None
    day = days.mailed(written) or days.spelled(written)
    if day is not None and days.is_believable(day):
        return day, None
    return None, f'the feed gives the day "{written.strip()[:40]}", which could not be read'


def is_whole(body: str, is_content: bool) -> bool:
    """Whether a source gives the whole text of an entry."""
    words = html.text_of(body)
    enough = ENOUGH_OF_CONTENT if is_content else ENOUGH_OF_SUMMARY
    return len(words.split()) >= enough and not CUT.search(words)
