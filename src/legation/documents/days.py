"""Publication dates as people, feeds and JSON write them."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

ISO = re.compile(r"(?P<day>\d{4}-\d\d-\d\d|\d{8})(?:[T ].*)?$")
WRITTEN = re.compile(
    r"(?:(?:published|updated|posted|date|released|issued)(?: on| at)?:? "
    r")?(?:[A-Z][a-z]{2,8}day,? |[A-Z][a-z]{2},? )?"
    r"(?P<day>[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
    r"|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?,? \d{4}|\d{4}-\d\d-\d\d)"
    r"(?:,? (?:at |- |\| )?\d{1,2}[:.]\d\d.{0,20})?\.?",
    re.IGNORECASE,
)
LAYOUTS = ("%B %d %Y", "%b %d %Y", "%d %B %Y", "%d %b %Y", "%Y-%m-%d")


def iso(written: str) -> date | None:
    """The day of an ISO date or time (``2024-10-07``, ``20241007``, ``2024-10-07T09:00:00Z``)."""
    match = ISO.match(written.strip())
    try:
        return date.fromisoformat(match["day"]) if match else None
    except ValueError:
        return None


def mailed(written: str) -> date | None:
    """The day of a date as mail and RSS write it (``Mon, 07 Oct 2024 09:00:00 GMT``), or of an ISO
    date.
    """
    try:
        return iso(written) or parsedate_to_datetime(written).date()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def line(written: str) -> date | None:
    """The day that a whole line gives ("Published: Monday, October 7, 2024 at 10:15"); ``None`` if
    it says anything else.
    """
    match = WRITTEN.fullmatch(" ".join(written.split()))
    return spelled(match["day"]) if match else None


def spelled(written: str) -> date | None:
    """The day of "7 October 2024" or "Oct. 7, 2024"."""
    plain = (
        re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|[.,]", "", written, flags=re.IGNORECASE)
        .replace("Sept ", "Sep ")
        .strip()
    )
    for layout in LAYOUTS:
        try:
            return datetime.strptime(plain, layout).date()
        except ValueError:
            continue
    return None
