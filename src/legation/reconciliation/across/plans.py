"""A sentence that moves a planned meeting or calls it off: "has cancelled his visit, planned for 20
October", "the visit has been moved from 25 June to 3 July". Readers find an act there, or a meeting
without a day; linking reads it as the plan that it changes.
"""

import re
from datetime import date, timedelta
from functools import cache

from msgspec.structs import replace

from legation.lexicon import word_set
from legation.model import Event, day
from legation.model.links import Card
from legation.reconciliation.across import days, visits
from legation.reconciliation.across.words import stem, stems
from legation.reconciliation.writing import month_names

MEETING = "CONSULT"
TOWARDS = re.compile(r"\b(?:to|until|till|for)\s*$")
PLANNED = re.compile(r"\b(?:planned|scheduled|set|due|expected) (?:for|on)\s*$")
BEFORE = timedelta(days=31)
"""How long before its text a day may lie that a plan was for."""


def named_days(sentence: str) -> list[tuple[int, int]]:
    """The days that a sentence names, each as month and day."""
    return [found[:2] for found in _found(sentence.casefold())]


def facts(
    event: Event, sentence: str, cues: frozenset[str], published: date | None
) -> dict[str, str]:
    """What a sentence does to a plan: ``change`` and the day that the plan is for now, or was where
    it is called off; nothing where it does nothing, or the record itself says it.
    """
    if published is None or not _changes_a_meeting(event, sentence):
        return {}
    folded = sentence.casefold()
    found = _found(folded)
    if "called_off" in cues:
        planned = [one for one in found if PLANNED.search(folded[: one[3]])]
        held = planned or found
        return _change("negated", held[0], published) if len(held) == 1 else {}
    if "moved" in cues:
        later = [one for one in found if TOWARDS.search(folded[: one[3]])]
        later = [one for one in later if not PLANNED.search(folded[: one[3]])]
        return _change("planned", later[-1], published) if later else {}
    return {}


def _changes_a_meeting(event: Event, sentence: str) -> bool:
    if event.type == MEETING:
        return days.own(event) is None and event.status != "hypothetical"
    return event.type == "REJECT" and bool(stems(sentence) & _meetings())


@cache
def _meetings() -> frozenset[str]:
    return frozenset(map(stem, word_set("account", "plans.meetings")))


@cache
def _date() -> re.Pattern[str]:
    months = "|".join(sorted(month_names(), key=len, reverse=True))
    return re.compile(
        rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?({months})|({months})\.? (\d{{1,2}}))\b"
        r"(?:,? (\d{4})\b)?"
    )


def _found(folded: str) -> list[tuple[int, int, int | None, int]]:
    """Month, day, year and place of each day in some small letters."""
    found = []
    for match in _date().finditer(folded):
        month = month_names()[match.group(2) or match.group(3)]
        year = int(match.group(5)) if match.group(5) else None
        found.append((month, int(match.group(1) or match.group(4)), year, match.start()))
    return found


def _change(status: str, told: tuple[int, int, int | None, int], published: date) -> dict[str, str]:
    month, number, year, _ = told
    years = (year,) if year else (published.year - 1, published.year, published.year + 1)
    held = [when for y in years if (when := _day(y, month, number)) and when >= published - BEFORE]
    when = min(held, default=None)
    return {} if when is None else {"change": status, "day": when.isoformat()}


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def read(card: Card) -> Card:
    """A card as the plan that its sentence changes, or with the day of the meeting beside it;
    others as they are.
    """
    status, event = card.facts.get("change"), card.record
    if status is None or not isinstance(event, Event):
        return visits.read(card)
    when = day(date.fromisoformat(card.facts["day"]))
    changed = replace(event, type=MEETING, status=status, date=when, date_from="resolved")
    return replace(card, record=changed)
