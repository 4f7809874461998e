"""Days that may carry a link: those that a text gives, never one that is only lent."""

from datetime import date, timedelta
from typing import NamedTuple

from legation.model import Assertion, Event, Figure, Instrument, Period

WIDEST = timedelta(days=10)
"""A wider date carries no link of events: joined through month-wide dates the measured rules
chained 25 events into one.
"""
NEAR = 3
"""Days by which two tellings of one event may differ, as measured."""
Dated = Event | Figure | Instrument | Assertion


class Days(NamedTuple):
    """The first and last day of something."""

    start: date
    end: date

    @property
    def wide(self) -> bool:
        """Whether it is too wide to say which event is meant."""
        return self.end - self.start > WIDEST

    @property
    def single(self) -> bool:
        """Whether it is one day."""
        return self.start == self.end

    def overlaps(self, other: "Days") -> bool:
        """Whether both have a day in common."""
        return self.start <= other.end and other.start <= self.end

    def gap(self, other: "Days") -> int:
        """Days between the two; 0 where they overlap or touch."""
        return max(0, (other.start - self.end).days, (self.start - other.end).days)


def period(record: Dated) -> Period | None:
    """The date of a record, whatever it is called there."""
    return record.period if isinstance(record, Figure | Assertion) else record.date


def lent(record: Dated) -> bool:
    """Whether a date is only the day of publication, or taken from elsewhere in the text."""
    if record.date_from is not None:
        return record.date_from == "published"
    return "date" in record.inherited or "period" in record.inherited


def own(record: Dated) -> Days | None:
    """The days of a record, where its own words give them."""
    when = period(record)
    if when is None or when.start is None or when.end is None or lent(record):
        return None
    return Days(when.start, when.end)


def words(days: Days) -> str:
    """In words, as reasons quote them."""
    start = f"{days.start.day} {days.start:%b %Y}"
    return start if days.single else f"{start} to {days.end.day} {days.end:%b %Y}"
