"""Where a record's date comes from: its own words, what was worked out, or the day of the report.

A day lent from publication is never the ground of a link or a verdict; the views mark it.
"""

from bisect import bisect_left
from collections.abc import Sequence

from msgspec.structs import replace

from legation.model import (
    Assertion,
    Date,
    DateFrom,
    Event,
    Figure,
    Instrument,
    Period,
    Reading,
    Record,
    Span,
)


def dated(reading: Reading, records: Sequence[Record]) -> list[Record]:
    """The records, each dated one with ``date_from``."""
    calendar = _Calendar(reading.dates)
    return [_dated(reading, calendar, record) for record in records]


def _dated(reading: Reading, calendar: "_Calendar", record: Record) -> Record:
    if isinstance(record, (Event, Instrument)):
        told = _source(reading, calendar, record, record.date)
        return replace(record, date_from=told)
    if isinstance(record, (Figure, Assertion)):
        return replace(record, date_from=_source(reading, calendar, record, record.period))
    return record


def _source(
    reading: Reading, calendar: "_Calendar", record: Record, period: Period | None
) -> DateFrom | None:
    if period is None:
        return None
    near = calendar.within(record.sentence or record.evidence[0])
    same = [d for d in near if d.period is not None and d.period.same(period)]
    if any(not d.inherited for d in same):
        return "own"
    if same:
        return "resolved"
    return "published" if _is_day_of_report(reading, period) else "resolved"


def _is_day_of_report(reading: Reading, period: Period) -> bool:
    """Whether a period that no words of the sentence tell is the day of publication."""
    day = reading.document.published
    return day is not None and (period.start, period.end) == (day, day)


class _Calendar:
    """The dates of a document by their place."""

    def __init__(self, dates: Sequence[Date]) -> None:
        self._dates = sorted(dates, key=lambda d: d.span)
        self._starts = [d.span.start for d in self._dates]

    def within(self, span: Span) -> list[Date]:
        """The dates that begin within a span."""
        first = bisect_left(self._starts, span.start)
        return self._dates[first : bisect_left(self._starts, span.end)]
