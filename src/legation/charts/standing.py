"""Agreements and projects over time: thin what is planned or negotiated, thick what is signed,
built or in force, dotted what is promised and when; an arrow where that lies beyond the axis.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from markupsafe import Markup
from msgspec import Struct

from legation.charts.drawing import (
    DIAMOND,
    LETTER,
    Body,
    at_three_widths,
    bar,
    fitting,
    label,
    line,
    linked,
    path,
)
from legation.charts.scales import Time
from legation.views.questions.entries import Entry, Step, When

TOP, HIGH, HIGH_NARROW = 22.0, 42.0, 52.0
MARGIN, MARGIN_NARROW, RIGHT = 232.0, 4.0, 12.0
THICK = frozenset(
    {"signed", "ratified", "in_force", "under_construction", "operating", "delivered"}
)
OVER = frozenset({"suspended", "ended", "refused", "withdrawn", "negated"})
AHEAD = timedelta(days=730)
"""So far behind the last story a due date is still drawn; what is later is an arrow."""
YEAR_LABEL = 46.0
ARROW = "M-7 -5l7 5l-7 5"


class Stretch(Struct, frozen=True):
    """A status and the days for which it stood."""

    status: str
    word: str
    first: date
    last: date


def over_time(entries: Sequence[Entry], last_story: date, title: str) -> Markup:
    """The chart of those that have a day; empty where none has.

    Args:
        entries: agreements, projects, promises, each with its steps.
        last_story: the day of the newest text: a status holds until then.
        title: what is seen, in words.
    """
    rows = [(e, made) for e in entries if (made := stretches(e, last_story))]
    if not rows:
        return Markup("")
    dues = [(due.start or due.end) for e, _ in rows if (due := _due(e, last_story))]
    first = min(s.first for _, made in rows for s in made).replace(month=1, day=1)
    last = max([last_story, *(d for d in dues if d and d <= last_story + AHEAD)])
    last = max(last + timedelta(days=90), first + timedelta(days=365))

    def draw(width: float, narrow: bool) -> Body:
        left, high = (MARGIN_NARROW, HIGH_NARROW) if narrow else (MARGIN, HIGH)
        time = Time(first, last, left, width - RIGHT)
        bottom = TOP + high * len(rows)
        parts = list(_years(time, bottom))
        for number, (entry, made) in enumerate(rows):
            top = TOP + number * high
            middle = top + high / 2 + (12 if narrow else 2)
            parts += [
                line("grid", 0, top, width, top),
                label(
                    0,
                    top + 15 if narrow else middle + 4,
                    fitting(entry.head, width if narrow else left - 10),
                    "lab",
                ),
                linked(f"#{entry.id}", _said(entry), *_row(entry, made, time, middle, last_story)),
            ]
        now = time.x(last_story)
        return bottom + 6, [*parts, line("now", now, TOP - 4, now, bottom)]

    return at_three_widths(draw, title)


def stretches(entry: Entry, last_story: date) -> list[Stretch]:
    """The statuses of an affair, each from its day (or that of the text that first tells it) to the
    next; one announced for later is no stretch.
    """
    dated = sorted(
        ((day, step) for step in entry.steps if (day := _day(step)) and day <= last_story),
        key=lambda pair: pair[0],
    )
    ends = [*(day for day, _ in dated[1:]), *([last_story] if dated else [])]
    return [
        Stretch(step.status, step.word, day, end)
        for (day, step), end in zip(dated, ends, strict=True)
    ]


def _day(step: Step) -> date | None:
    held = step.when.start if step.when and not step.when.lent else None
    return held or step.told


def _due(entry: Entry, last_story: date) -> When | None:
    """When what is announced is due: the last step's time, where that lies ahead."""
    ahead = [s.when for s in entry.steps if s.when and (s.when.end or date.min) > last_story]
    return ahead[-1] if ahead else None


def _years(time: Time, bottom: float) -> list[Markup]:
    """A line a year, labelled where there is room."""
    parts, free = [], 0.0
    for year in range(time.first.year, time.last.year + 1):
        x = time.x(date(year, 1, 1))
        parts.append(line("grid", x, TOP - 4, x, bottom))
        if x >= free:
            parts.append(label(x + 3, 13, str(year)))
            free = x + YEAR_LABEL
    return parts


def _row(
    entry: Entry, made: Sequence[Stretch], time: Time, middle: float, last_story: date
) -> list[Markup]:
    parts: list[Markup] = []
    free = 0.0
    for stretch in made:
        x1, x2 = time.x(stretch.first), time.x(stretch.last)
        if stretch.status in THICK:
            parts.append(bar("c thick", x1, max(x2, x1 + 4), middle, 9))
        elif stretch.status in OVER:
            parts.append(line("gone", x1, middle, max(x2, x1 + 4), middle))
        else:
            parts.append(bar("c hollow", x1, max(x2, x1 + 4), middle, 7))
        at = min(x1 + 2, time.right - len(stretch.word) * LETTER)
        if at >= free:
            parts.append(label(at, middle - 9, stretch.word))
            free = at + len(stretch.word) * LETTER + 8
    due = _due(entry, last_story)
    if due is not None:
        parts += _promised(due, time, middle, last_story)
    return parts


def _promised(due: When, time: Time, middle: float, last_story: date) -> list[Markup]:
    day = due.end or due.start or last_story
    x1, x2 = time.x(last_story), time.x(day)
    sign = (
        path("c hollow", x2, middle, DIAMOND)
        if day <= time.last
        else path("arrow", x2, middle, ARROW)
    )
    words = f"due {due.words}"
    room = min(x2 + 4, time.right)
    return [
        line("promised", x1, middle, x2 - 8, middle),
        sign,
        label(room, middle - 10, words, "end"),
    ]


def _said(entry: Entry) -> str:
    told = "; ".join(
        f"{step.word} {step.when.words if step.when else ''}".strip() for step in entry.steps
    )
    return f"{entry.head}: {told or entry.word}"
