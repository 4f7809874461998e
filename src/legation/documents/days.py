"""Publication dates as people, feeds and JSON write them."""

import re
from datetime import date
from email.utils import parsedate_tz
from typing import NamedTuple

MONTHS = (
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    "|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
)
SHORT = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NUMBERS = {name: number for number, name in enumerate(SHORT, start=1)}
WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+"
CLOCK = (
    r"(?:,?\s*(?:at\s+|[-–|]\s*)?|T)[0-2]?\d[:.h][0-5]\d(?:[:.][0-5]\d(?:\.\d{1,6})?)?"
    r"(?:\s*(?:hrs|hours))?(?:\s*[ap]\.?m\b\.?)?"
    r"(?:\s*\(?(?:Z|(?:[A-Z][a-z]+ time|local time|[A-Z]{2,5}|[A-Z][a-z]+ Standard Time)?"
    r"(?:\s*[+-][01]?\d(?::?[0-5]\d)?)?)\)?(?![\w]))?"
)
YEAR = r"(?:19|20)\d\d"
ORDINAL = r"(?:st|nd|rd|th)?"
DAY = (
    rf"(?:{WEEKDAY})?(?:"
    rf"(?P<month_first>{MONTHS})\.?\s+(?P<day_second>\d{{1,2}}){ORDINAL}(?![\d:%])"
    rf"(?:\s*,?\s+(?P<year_last>{YEAR})(?![\d-]))?"
    rf"|(?P<day_first>\d{{1,2}}){ORDINAL}(?:\s+of)?(?:\s+|-)(?P<month_second>{MONTHS})\b\.?"
    rf"(?:(?:\s*,?\s+|-)(?P<year_third>{YEAR})(?![\d-]))?"
    rf"|(?P<year_first>{YEAR})(?P<rule>[-/.])(?P<month>\d\d?)(?P=rule)(?P<day>\d\d?)(?!\d)"
    rf"|(?P<one>\d{{1,2}})(?P<sign>[./-])(?P<two>\d{{1,2}})(?P=sign)(?P<year>{YEAR})(?!\d)"
    r")"
)
"""A day as the first lines of an article write it: "Mon, 3 May 2021", "May 3", "03/05/2021"."""
WRITTEN = re.compile(rf"{DAY}(?:{CLOCK})?", re.IGNORECASE)
ISO = re.compile(r"(?P<day>\d{4}-\d\d-\d\d|\d{8})(?:[T ].*)?$")
UNKNOWN = "XX"
EARLIEST, LATEST = date(1800, 1, 1), date(2199, 12, 31)


class Written(NamedTuple):
    """A day as far as its words tell it. ``day`` is ``None`` where the year is missing or two
    orders of day and month are possible; ``edtf`` then says what is known.
    """

    day: date | None
    edtf: str


def is_believable(day: date) -> bool:
    """Whether a day can be one of publication; reckoning from the year 1 or 9999 leads nowhere."""
    return EARLIEST <= day <= LATEST


def written(found: "re.Match[str]") -> Written | None:
    """The day of a match of :data:`WRITTEN` (or a pattern that holds :data:`DAY`); ``None`` if
    there is no such day.
    """
    if found["one"]:
        return _either_order(int(found["one"]), int(found["two"]), found["sign"], found["year"])
    if found["year_first"]:
        return _known(int(found["year_first"]), int(found["month"]), int(found["day"]))
    month = NUMBERS[(found["month_first"] or found["month_second"])[:3].lower()]
    number = int(found["day_second"] or found["day_first"])
    year = found["year_last"] or found["year_third"]
    if year:
        return _known(int(year), month, number)
    leap = _known(2000, month, number)
    return Written(None, f"XXXX-{month:02d}-{number:02d}") if leap else None


def _known(year: int, month: int, number: int) -> Written | None:
    try:
        day = date(year, month, number)
    except ValueError:
        return None
    return Written(day, day.isoformat())


def _either_order(one: int, two: int, sign: str, year: str) -> Written | None:
    """Day and month in figures: with points the day stands first everywhere; with other signs the
    order is known only where one of the two is no month, or both are the same.
    """
    european, american = _known(int(year), two, one), _known(int(year), one, two)
    if european is None or american is None or sign == "." or european == american:
        return european or american
    return Written(None, f"{year}-{UNKNOWN}-{UNKNOWN}")


def iso(text: str) -> date | None:
    """The day of an ISO date or time (``2024-10-07``, ``20241007``, ``2024-10-07T09:00:00Z``)."""
    match = ISO.match(text.strip())
    try:
        return date.fromisoformat(match["day"]) if match else None
    except ValueError:
        return None


def mailed(text: str) -> date | None:
    """The day, in its own zone, of a date as mail and RSS write it (``Mon, 07 Oct 2024 09:00:00
    GMT``), or of an ISO date. A day that the calendar does not have is none.
    """
    if ISO.match(text.strip()):
        return iso(text)
    try:
        parts = parsedate_tz(text)
        return date(*parts[:3]) if parts else None
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def line(text: str) -> date | None:
    """The day that a whole line gives ("Monday, October 7, 2024 at 10:15"); ``None`` if it says
    anything else, or leaves the day open.
    """
    match = WRITTEN.fullmatch(" ".join(text.split()))
    told = written(match) if match else None
    return told.day if told else None


def spelled(text: str) -> date | None:
    """The day of "7 October 2024", "Oct. 7, 2024" or "14/08/2023"; ``None`` if it stays open."""
    return line(text.strip().strip(".,"))
