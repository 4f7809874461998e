"""A year of a pair by kind of entry: a lane a kind, a mark an affair.

Width says how exactly a date is known; hollow is planned or offered; a stroke means that it did not
happen; a day that is only lent from the publication is a ring on the base of its lane ("reported").
"""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from itertools import groupby

from markupsafe import Markup
from msgspec import Struct

from legation import lexicon
from legation.charts.drawing import (
    DIAMOND,
    Body,
    at_three_widths,
    bar,
    dot,
    fitting,
    label,
    line,
    linked,
    path,
)
from legation.charts.scales import Time, month_words
from legation.views.questions.entries import Entry
from legation.views.questions.pages import Side

TOP, HIGH, HIGH_NARROW = 22.0, 36.0, 48.0
MARGIN, MARGIN_NARROW, RIGHT = 178.0, 4.0, 10.0
POINT = 9.0
"""Narrower than this a span is drawn as a point."""
SHORTEST = timedelta(days=120)
MONTHS_LABELLED, MONTHS_LABELLED_NARROW = 3, 6
ROUND_KINDS = frozenset({"statement", "figure", "assertion", "proposal"})
CROSSED = "M-7 7l14 -14"


class LaneRow(Struct, frozen=True):
    """A row of ``lanes.csv``: which kinds and types of entry stand in which lane."""

    lane: str
    kind: str
    types: tuple[str, ...] = ()
    by_side: bool = False


class Lane(Struct, frozen=True):
    """A lane with its entries."""

    name: str
    entries: tuple[Entry, ...]


@cache
def rows() -> tuple[LaneRow, ...]:
    """The lanes in their order, from the lexicon."""
    return lexicon.table("lanes", LaneRow)


def lanes(entries: Sequence[Entry], sides: tuple[Side, Side]) -> list[Lane]:
    """The entries of a pair in lanes; those without a date have no place and are left out.

    Args:
        entries: affairs of the pair.
        sides: its first and second side; some lanes are drawn for each.
    """
    made = []
    for name, group in groupby(rows(), key=lambda row: row.lane):
        held = list(group)
        found = [e for e in entries if e.when.start and any(_in(e, row) for row in held)]
        if held[0].by_side:
            made += [
                Lane(f"{name}: {side.name}", tuple(e for e in found if e.side == side.code))
                for side in sides
            ]
        else:
            made.append(Lane(name, tuple(found)))
    return [lane for lane in made if lane.entries]


def _in(entry: Entry, row: LaneRow) -> bool:
    return entry.kind == row.kind and (not row.types or entry.type in row.types)


def year_by_kind(
    entries: Sequence[Entry], sides: tuple[Side, Side], last_story: date, title: str
) -> Markup:
    """The chart of the year before the last story and of what is ahead; empty where no entry has a
    date in it.

    Args:
        entries: the pair's affairs, as its page lists them.
        sides: its first and second side.
        last_story: the day of the newest text; what lies behind it is announced.
        title: what is seen, in words.
    """
    floor = last_story.replace(year=last_story.year - 1, day=1)
    drawn = lanes([e for e in entries if _recent(e, floor)], sides)
    if not drawn:
        return Markup("")
    first, last = _bounds(drawn, last_story)

    def draw(width: float, narrow: bool) -> Body:
        left, high = (MARGIN_NARROW, HIGH_NARROW) if narrow else (MARGIN, HIGH)
        time = Time(first, last, left, width - RIGHT)
        bottom = TOP + high * len(drawn)
        parts = list(_grid(time, bottom, MONTHS_LABELLED_NARROW if narrow else MONTHS_LABELLED))
        for number, lane in enumerate(drawn):
            top = TOP + number * high
            middle = top + high / 2 + (9 if narrow else 0)
            parts += [
                line("grid", 0, top, width, top),
                label(0, top + 15 if narrow else middle + 5, lane.name, "lab"),
            ]
            if not narrow:
                parts.append(label(left - 14, middle + 5, str(len(lane.entries)), "end"))
            parts += _marks(lane, sides, time, middle)
        at = time.x(last_story)
        words = f"last story {last_story.day} {month_words(last_story, year=False)}"
        parts += [
            line("now", at, TOP - 6, at, bottom),
            label(at - 3, bottom + 14, fitting(words, max(at, 60)), "end"),
        ]
        return bottom + 20, parts

    return at_three_widths(draw, title)


def _recent(entry: Entry, floor: date) -> bool:
    """Whether an entry begins in the year that is drawn; what lies before it is in the tables."""
    return entry.when.start is not None and entry.when.start >= floor


def _bounds(drawn: Sequence[Lane], last_story: date) -> tuple[date, date]:
    """From the month of the first entry to the end of the last, at least four months."""
    starts = [e.when.start for lane in drawn for e in lane.entries if e.when.start]
    ends = [e.when.end or e.when.start for lane in drawn for e in lane.entries]
    first = min([*starts, last_story]).replace(day=1)
    last = max([*(end for end in ends if end), last_story]) + timedelta(days=12)
    return first, max(last, first + SHORTEST)


def _grid(time: Time, bottom: float, every: int) -> list[Markup]:
    parts, labelled = [], 0.0
    for day in time.months():
        x = time.x(day)
        parts.append(line("grid", x, TOP - 4, x, bottom))
        if (day.month - 1) % every == 0 or day == time.first:
            words = month_words(day, year=day.month == 1 or day == time.first)
            if x >= labelled:
                parts.append(label(x + 3, 13, words))
                labelled = x + 66
    return parts


def _marks(lane: Lane, sides: tuple[Side, Side], time: Time, middle: float) -> list[Markup]:
    """The marks of a lane; several of one look on one day are one mark with their number."""
    held: dict[tuple[object, ...], list[Entry]] = {}
    for entry in lane.entries:
        held.setdefault((entry.when.start, entry.when.end, *_look(entry)), []).append(entry)
    return [_mark(group, sides, time, middle) for group in held.values()]


def _look(entry: Entry) -> tuple[str, bool, bool, bool]:
    """What a mark shows of an entry: its side, and whether it is planned, negated or only
    reported.
    """
    planned = entry.status in {"planned", "hypothetical", "proposed"} or entry.kind == "proposal"
    return entry.side, planned, entry.status == "negated", entry.when.lent


def _mark(group: Sequence[Entry], sides: tuple[Side, Side], time: Time, middle: float) -> Markup:
    entry = group[0]
    assert entry.when.start is not None
    side, planned, negated, lent = _look(entry)
    kind = colour(side, sides) + (" hollow" if planned or lent else "")
    x1, x2 = time.x(entry.when.start), time.x(entry.when.end or entry.when.start)
    middle_of = x1 if x2 - x1 <= POINT else (x1 + x2) / 2
    parts = []
    if x2 - x1 > POINT:
        parts.append(bar(kind, x1, x2, middle, 9))
    elif entry.kind in ROUND_KINDS:
        parts.append(dot(kind, x1, middle))
    else:
        parts.append(path(kind, x1, middle, DIAMOND))
    if negated:
        parts.append(path("struck", middle_of, middle, CROSSED))
    if len(group) > 1:
        parts.append(label(max(x1, x2) + 10, middle + 4.5, str(len(group)), "lab b"))
    return linked(f"#{entry.id}", "; ".join(_said(e) for e in group), *parts)


def colour(code: str, sides: tuple[Side, Side]) -> str:
    """The class of a side: the first, the second, or everybody else."""
    return {sides[0].code: "a", sides[1].code: "bb"}.get(code, "c")


def _said(entry: Entry) -> str:
    beside = " (reported)" if entry.when.lent else "" if entry.certain else " (less certain)"
    return f"{entry.when.words}: {entry.line}{beside}"
