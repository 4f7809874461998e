"""Where, when and for whom a text says that it was written, by its first lines.

"NAIROBI, 3 May 2021 (Agency) – ", "Published: 3 May 2021", "03/05/2021". Only what is clearly such
is taken: a wrong day would move every "last year" of the article.
"""

import re
from datetime import date
from typing import NamedTuple

from legation.documents import openings
from legation.documents.days import DAY, Written, written
from legation.documents.openings import Opening
from legation.model import Dateline, Period, Span
from legation.model import day as day_of

LINES = 6
TIMELINE = re.compile(rf"[ \t]*(?:[*_•-][ \t]*)*{DAY}", re.IGNORECASE)
"""An entry of a chronology; where several lines are such, none tells when the text was written."""
PUBLISHED = re.compile(rf"\b(?:published|posted|updated)(?: on)?:? {DAY}", re.IGNORECASE)


class Heading(NamedTuple):
    """What the first lines of a text say of it."""

    dateline: Dateline | None = None
    published: date | None = None
    publisher: str | None = None
    note: str | None = None


def find(text: str) -> Heading:
    """Dateline, day and publisher, by the first lines of a text.

    Of several days the labelled one counts ("Published: …"), then a line that is nothing else,
    then the dateline's, at last that of an update. A day without its year, or one whose order is
    open, gives no day of publication: ``note`` says so.
    """
    found = sorted(_openings(text), key=lambda entry: _rank(entry[1]))
    dated = [line for _, line in found if line.day is not None]
    day = next((line.day.day for line in dated if line.day and line.day.day), None)
    return Heading(
        _dateline(found),
        day or _mentioned(text),
        next(filter(None, (_publisher(line) for _, line in found)), None),
        _note(dated) if dated and day is None else None,
    )


def _openings(text: str) -> list[tuple[int, Opening]]:
    """The openings of the first lines, each with where its line begins."""
    lines = list(re.finditer(r"[^\r\n]*\S[^\r\n]*", text[:4000]))[:LINES]
    entries = sum(bool(TIMELINE.match(line.group())) for line in lines)
    found = []
    for number, line in enumerate(lines, start=1):
        told = openings.opening(line.group())
        alone = told is not None and not (told.place or told.agency or told.label)
        if told is None or (alone and (entries > 1 or number == len(lines) > 1)):
            continue
        found.append((line.start(), told))
    return found


def _rank(told: Opening) -> int:
    if told.label:
        return 3 if told.label.startswith(("last ", "updated", "modified")) else 0
    return 2 if told.closed_by else 1


def _dateline(found: list[tuple[int, Opening]]) -> Dateline | None:
    """That of the first line that names a place or an agency, else of the one with a day."""
    named = [entry for entry in found if entry[1].place or entry[1].agency]
    best = next(iter(sorted(named) or [entry for entry in found if entry[1].day]), None)
    if best is None:
        return None
    start, told = best
    return Dateline(
        span=Span(start, start + told.end),
        place=told.place,
        date=_period(told.day) if told.day else None,
        agency=told.agency,
    )


def _period(told: Written) -> Period:
    return day_of(told.day) if told.day else Period(start=None, end=None, edtf=told.edtf)


def _publisher(told: Opening) -> str | None:
    """The agency that signs, or the paper of a line like "Strelsau Courier, 12 March 2024"."""
    if told.agency:
        return told.agency if openings.is_agency(told.agency) else None
    paper = told.place and told.day and not told.closed_by and not told.label
    if paper and told.place and openings.names_media(told.place):
        return told.place
    return None


def _mentioned(text: str) -> date | None:
    """The day of "published on 12 January 2024" within one of the first lines."""
    lines = [line for line in text[:4000].splitlines() if line.strip()][:LINES]
    for found in filter(None, map(PUBLISHED.search, lines)):
        told = written(found)
        if told and told.day:
            return told.day
    return None


def _note(dated: list[Opening]) -> str:
    told = next(line.day for line in dated if line.day)
    why = "without a year" if told.edtf.startswith("XXXX") else "with its month and day open"
    return (
        f"the first lines give a day {why} ({told.edtf}): the day of publication is not known, "
        "give it with --published"
    )
