"""Days of publication as sources tell them: lent where there is none, refused where yet to come."""

from datetime import UTC, date, datetime, timedelta

from msgspec.structs import replace

from legation.documents import days
from legation.model import Document
from legation.model.watching import Listed

LENT = "its source gives no day of publication: the day on which it was first seen stands for it"
AHEAD = "its source gives the day {day}, which is yet to come: it is not believed"
LONG_AGO = "its source gives the day {day}, which stands for none: it is not believed"
CHANGED = "another text at an address that was known: its day is that of the change"
FIRST_FEEDS = date(1990, 1, 1)
"""Before the web: such days are zeros of a clock (1970-01-01, 1900-01-01)."""
ZONES = timedelta(days=1)
"""Tomorrow is today somewhere."""


def today(now: float) -> date:
    """The day of an instant, in UTC."""
    return datetime.fromtimestamp(now, UTC).date()


def believed(day: date | None, on: date) -> tuple[date | None, str | None]:
    """A day of publication if it can be one, else why not."""
    if day is None:
        return None, None
    if day > on + ZONES:
        return None, AHEAD.format(day=day.isoformat())
    if day < FIRST_FEEDS:
        return None, LONG_AGO.format(day=day.isoformat())
    return day, None


def dated(document: Document, lent: date, on: date) -> tuple[Document, bool]:
    """A document whose source gave no day, with the one that it gives itself, or with the lent
    one; whether that is lent.
    """
    own, why = believed(document.published, on)
    if own is not None:
        return document, False
    notes = (*document.notes, *((why,) if why else ()), LENT)
    return replace(document, published=lent, notes=notes), True


def of_change(listing: Listed, before: date, on: date) -> date:
    """The day of a changed text: as its source tells it, else that on which the change was seen;
    never before the text that it changes.
    """
    written, _ = believed(told(listing.updated), on)
    return max(before, written if written is not None else on)


def told(written: str | None) -> date | None:
    """The day of a time as a listing writes it."""
    return days.mailed(written) if written else None
