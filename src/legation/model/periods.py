"""Stretches of time with inclusive ends, as a reader of statistics means them."""

from calendar import monthrange
from datetime import date

from msgspec import Struct


class Period(Struct, frozen=True, kw_only=True):
    """From ``start`` to ``end``, both inclusive; an open end, or a date whose year is unknown, is
    ``None``.

    ``edtf`` keeps what is known: ``2024-10-05``, ``2023``, ``2024-01/2024-07``, ``2023-H1``,
    ``XXXX-10-05``.
    """

    start: date | None
    end: date | None
    edtf: str

    @property
    def closed(self) -> bool:
        """Whether both ends are known."""
        return self.start is not None and self.end is not None

    def same(self, other: "Period") -> bool:
        """Whether both cover the same days, however written."""
        return (self.start, self.end) == (other.start, other.end)


def year(number: int) -> Period:
    """A calendar year."""
    return Period(start=date(number, 1, 1), end=date(number, 12, 31), edtf=f"{number:04d}")


def month_end(year_number: int, month: int) -> date:
    """The last day of a month."""
    return date(year_number, month, monthrange(year_number, month)[1])


def months(first: date, last: date) -> Period:
    """Whole months from the month of ``first`` to the month of ``last``."""
    start, end = date(first.year, first.month, 1), month_end(last.year, last.month)
    one = f"{start:%Y-%m}"
    return Period(
        start=start,
        end=end,
        edtf=one if (first.year, first.month) == (last.year, last.month) else f"{one}/{end:%Y-%m}",
    )


def day(when: date) -> Period:
    """One day."""
    return Period(start=when, end=when, edtf=when.isoformat())
