"""Stretches of time."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from legation.model import day, month_end, months, year

DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 30))


@given(DAYS)
def test_a_month_ends_the_day_before_the_next_begins(when: date) -> None:
    last = month_end(when.year, when.month)
    assert last.month == when.month
    if last < date(9999, 12, 31):
        assert (last + timedelta(days=1)).day == 1


def test_the_last_month_of_the_calendar_has_an_end() -> None:
    assert month_end(9999, 12) == date(9999, 12, 31)


@given(DAYS, DAYS)
def test_whole_months_hold_both_days(one: date, other: date) -> None:
    first, last = sorted((one, other))
    held = months(first, last)
    assert held.start is not None
    assert held.end is not None
    assert held.start <= first <= last <= held.end
    assert ("/" in held.edtf) == ((first.year, first.month) != (last.year, last.month))


def test_the_same_days_are_the_same_period_however_written() -> None:
    assert months(date(2023, 1, 5), date(2023, 12, 5)).same(year(2023))
    assert not year(2023).same(year(2022))
    assert day(date(2024, 10, 5)).edtf == "2024-10-05"
    assert year(987).edtf == "0987"
