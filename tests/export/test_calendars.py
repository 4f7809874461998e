"""iCalendar: next dates, read by icalendar; what is called off is cancelled, what is denied is not
there.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

import icalendar
import pytest

from legation.export import calendars
from legation.model import Party, Period
from legation.model.account import Promise


@pytest.fixture(scope="module")
def events(written: Callable[..., bytes]) -> dict[date, Any]:
    made = written("ical")
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))
    calendar = icalendar.Calendar.from_ical(made)
    assert calendar["VERSION"] == "2.0"
    found = list(calendar.walk("VEVENT"))
    assert all(not one.errors for one in found)
    return {one.decoded("DTSTART"): one for one in found}


def test_what_is_planned_from_the_last_day_on(events: dict[date, Any]) -> None:
    assert set(events) == {date(2024, 12, 1)}
    visit = events[date(2024, 12, 1)]
    assert visit.decoded("DTEND") == date(2024, 12, 2)
    assert visit["STATUS"] == "TENTATIVE"
    assert visit["LOCATION"] == "Astana"
    assert "is to visit" in visit["SUMMARY"]
    assert "Doubtful mode: the text says no more than visit" in visit["DESCRIPTION"]
    assert "Steppe Courier, Title of coming, 2024-11-20" in visit["DESCRIPTION"]
    assert visit.decoded("DTSTAMP").date() == date(2024, 11, 20)


def test_earlier_plans_when_asked(written: Callable[..., bytes]) -> None:
    calendar = icalendar.Calendar.from_ical(written("ical", since=date(2024, 1, 1)))
    days = {one.decoded("DTSTART") for one in calendar.walk("VEVENT")}
    assert days == {date(2024, 6, 1), date(2024, 12, 1)}


def test_a_promise_is_there_on_the_day_when_it_is_due() -> None:
    due = Period(start=None, end=date(2025, 10, 31), edtf="../2025-10-31")
    promise = Promise(
        id="0f",
        by=(Party(mention=None, actor="RUS", name="Russia"),),
        to=(Party(mention=None, actor="KAZ", name="Kazakhstan"),),
        content="Russia will supply\n    gas; from October, it said",
        due=due,
        said=2,
        state="pledged",
    )
    lines = b"".join(map(calendars._line, calendars._promised(promise, None)))
    event = icalendar.Event.from_ical(lines)
    assert event["SUMMARY"] == (
        "Due (pledged): Russia → Kazakhstan: Russia will supply gas; from October, it said"
    )
    assert event.decoded("DTSTART") == date(2025, 10, 31)
    assert event["UID"] == "0f-due@legation"
