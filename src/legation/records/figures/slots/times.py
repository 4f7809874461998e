"""For when a number holds, chosen among the times that the text tells, no time among them.

Candidates are the dates of the sentence as they are meant there, the years before and the ends of
stretches, the times of the figures before, and those that the stretch and the lead are told for;
never one that only the day of publication gives. What the rules say is one of the facts weighed.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from legation.lexicon import word_set
from legation.model import Background, Period, year
from legation.records.figures.candidates.context import Earlier
from legation.records.figures.candidates.drafts import Draft
from legation.records.figures.slots.bases import is_starting_point
from legation.records.figures.slots.periods import CHANGES, Timing, When
from legation.records.figures.slots.stretches import first_of, last_of, year_before
from legation.records.measures import FLOWS, Passage
from legation.records.ranking import Candidate, Filled, Preference, fill

WEIGHTS = "figure_times.json"
RANKED = frozenset(FLOWS) | {"share", "growth", "investment"}
"""Measures whose times are chosen."""
NEAR, FAR = 3, 9
"""Words of distance that make a date beside a number, near it, or away from it."""
ANNUAL = word_set("figures", "times.annual")
LAST = 12
"""The month with which a year ends."""
OTHERS = 4
"""Times that sentences before name, which may hold on."""
LATER = 2
"""Times that sentences after it name: a lead may leave its time to the next one."""
BACK = 3
"""Figures before whose times may hold on."""


class Moment(Struct, frozen=True, kw_only=True):
    """A number with all that may tell its time: the dates of its sentence, the rules' answer, the
    figures before, and what the whole text says."""

    passage: Passage
    draft: Draft
    rules: Timing
    lent: bool
    dates: Sequence[When]
    earlier: Sequence[Earlier]
    known: Background
    told: Sequence[tuple[int, Period]]
    """The times that the text names anywhere, each with its sentence."""
    published: date | None


Fact = tuple[Period, str]


def chosen(moment: Moment, model: Preference) -> Filled[Period]:
    """The time of a number as the weights have it; its source tells whether the sentence names
    it.
    """
    return fill(candidates(moment), model)


def candidates(moment: Moment) -> list[Candidate[Period]]:
    """Every time that the number may have, each once with all that speaks for it; the rules' own
    first, no time last.
    """
    told: dict[object, list[str]] = {}
    values: dict[object, Period] = {}
    bases = _bases(moment)
    for period, fact in _facts(moment):
        if not fact.startswith(("here", "ruled")) and any(period.same(base) for base in bases):
            continue
        key = (period.start, period.end) if period.closed else period.edtf
        values.setdefault(key, period)
        told.setdefault(key, []).append(fact)
    found = [
        Candidate(period, _source(told[key]), _features(moment, period, told[key]))
        for key, period in values.items()
    ]
    if moment.rules.period is not None and moment.rules.told and not moment.lent:
        return found  # what the sentence tells is not left out
    return [*found, Candidate(None, "none", tuple(_nothing(moment, found)))]


def _bases(moment: Moment) -> list[Period]:
    """Times that the text only compares with: "up 31 percent on the same months of 2021" lends
    2021 to no number after it but one from which a change starts.
    """
    if is_starting_point(moment.passage, moment.draft.quantity):
        return []
    told = [t.period for t in moment.known.times]
    bases = [t.base for t in moment.known.times if t.base is not None]
    return [base for base in bases if not any(base.same(period) for period in told)]


def _source(facts: Sequence[str]) -> str:
    return "words" if any(fact.startswith("here") for fact in facts) else "context"


def _features(moment: Moment, period: Period, facts: Sequence[str]) -> tuple[str, ...]:
    kind = _kind(moment)
    held = [*dict.fromkeys(facts), f"grain={grain(period)}"]
    if moment.published is not None and period.closed and period.end is not None:
        held.append(f"years ago={max(-1, min(moment.published.year - period.end.year, 3))}")
    if moment.rules.period is None:
        held.append("rules know none")
    elif "ruled" not in facts:
        held.append("rules know another")
    return (*held, *(f"{fact}|{kind}" for fact in held))


def _nothing(moment: Moment, found: Sequence[object]) -> Iterator[str]:
    yield "nothing"
    yield f"nothing|{moment.draft.measure}"
    yield f"nothing|rules={moment.rules.period is not None}|lent={moment.lent}"
    yield f"nothing|dates={min(len(moment.dates), 2)}"
    yield f"nothing|told={moment.rules.told}"
    yield f"nothing|of {min(len(found), 3)}"


def _kind(moment: Moment) -> str:
    """Whether a number is a change, where one began, or a level."""
    quantity = moment.draft.quantity
    if moment.draft.measure == "growth":
        return "growth"
    if is_starting_point(moment.passage, quantity):
        return "start"
    return "share" if quantity.unit in CHANGES else "level"


def grain(period: Period) -> str:
    """How long a time is, by the days between its ends."""
    if period.start is None or period.end is None:
        return "open"
    days = (period.end - period.start).days
    steps = ((2, "day"), (32, "month"), (360, "months"), (370, "year"))
    return next((name for most, name in steps if days < most), "years")


def _facts(moment: Moment) -> Iterator[Fact]:
    if moment.rules.period is not None:
        yield moment.rules.period, "ruled"
        yield moment.rules.period, f"ruled|lent={moment.lent}|told={moment.rules.told}"
    for when in moment.dates:
        if when.period is not None:
            yield from _of_date(moment, when, when.period)
    yield from _of_figures(moment)
    yield from _of_text(moment)
    yield from _of_other_sentences(moment)


def _of_date(moment: Moment, when: When, period: Period) -> Iterator[Fact]:
    """A date of the sentence, the year before it, and the ends of a stretch."""
    yield period, "here"
    yield from ((period, f"here {fact}") for fact in _place(moment, when))
    base = "base" if when.is_base else "plain"
    before = year_before(period)
    if before is not None:
        yield before, f"here year before|{base}"
    yield from _of_whole_year(moment, period, "here")
    first, last = first_of(period), last_of(period)
    if first is not None:
        yield first, "here first of"
    if last is not None and not last.same(period):
        yield last, "here last of"


def _of_whole_year(moment: Moment, period: Period, where: str) -> Iterator[Fact]:
    """The year that a part of one lies in: "5 billion in December, and 60 billion for the year"."""
    if period.start is None or period.end is None or period.start.year != period.end.year:
        return
    whole = year(period.end.year)
    if not whole.same(period):
        yield whole, f"year of a part|{where}"
        yield whole, f"year of a part|said={_says_year(moment)}"
        yield whole, f"year of a part|december={period.end.month == LAST}"


def _says_year(moment: Moment) -> bool:
    """Whether a word beside the number says that it is a year's."""
    digits = moment.draft.quantity.digits
    words = moment.passage.sentence.tokens
    before = [t.lower for t in words if t.end <= digits.start][-FAR:]
    after = [t.lower for t in words if t.start >= digits.end][:FAR]
    return bool(ANNUAL & {*before, *after})


def _place(moment: Moment, when: When) -> Iterator[str]:
    """Where a date stands, seen from the number."""
    passage, digits = moment.passage, moment.draft.quantity.digits
    base = "base" if when.is_base else "plain"
    side = "before" if when.span.start < digits.start else "after"
    low, high = (when.span.end, digits.start) if side == "before" else (digits.end, when.span.start)
    between = passage.between(low, high)
    gap = "beside" if len(between) <= NEAR else "near" if len(between) <= FAR else "away"
    numbers = sum(low <= q.digits.start < high for q in passage.quantities if q.unit != "count")
    yield base
    yield f"{side}|{gap}|{base}"
    yield f"{side}|numbers={min(numbers, 2)}|{base}"
    yield f"only date={len(moment.dates) == 1}|{base}"
    lead = [t.lower for t in passage.sentence.tokens if t.end <= when.span.start][-1:]
    inner = [t.lower for t in passage.sentence.within(when.span)][:1]
    yield from (f"after {word}" for word in lead)
    yield from (f"begins {word}" for word in inner if word.isalpha())
    if when.span.start - passage.sentence.span.start < NEAR:
        yield "opens the sentence"


def _of_figures(moment: Moment) -> Iterator[Fact]:
    """The times of the figures before; that of a start only for another start."""
    here = moment.passage.sentence.index
    starts = is_starting_point(moment.passage, moment.draft.quantity)
    dated = [
        e for e in reversed(moment.earlier) if e.period is not None and (starts or not e.is_start)
    ]
    for n, figure in enumerate(dated[:BACK]):
        if figure.period is None:
            continue
        where = "beside" if figure.sentence == here else "above"
        start = "start" if figure.is_start else "plain"
        yield figure.period, f"before {n}|{where}|{start}"
        yield figure.period, f"before|{where}|{start}"
        yield from _of_whole_year(moment, figure.period, where)
        before = year_before(figure.period)
        if before is not None:
            yield before, f"year before the one before|{where}"


def _of_text(moment: Moment) -> Iterator[Fact]:
    """The times that the text is told for."""
    here = moment.passage.sentence.index
    past = [t for t in moment.known.times if t.first < here and not t.ahead]
    if past:
        yield past[0].period, "first told"
        yield past[-1].period, "last told"
        yield past[-1].period, f"last told|{min(here - past[-1].first, 4)}"
        before = year_before(past[-1].period)
        if before is not None:
            yield before, "year before the last told"
    held = moment.known.time_at(here)
    if held is not None:
        yield held.period, "told here"
        if held.base is not None:
            yield held.base, "base told here"


def _of_other_sentences(moment: Moment) -> Iterator[Fact]:
    """The times that sentences before name, of trade or not, the nearest first."""
    here = moment.passage.sentence.index
    before = [(n, period) for n, period in moment.told if n < here]
    for place, (n, period) in enumerate(reversed(before[-OTHERS:])):
        yield period, f"named before {place}"
        yield period, f"named before|{min(here - n, 3)}"
    if before:
        yield before[0][1], "named first"
    after = [period for n, period in moment.told if n > here]
    for place, period in enumerate(after[:LATER]):
        yield period, f"named later {place}"
