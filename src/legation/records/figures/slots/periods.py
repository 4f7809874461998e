"""For which time a number holds."""

import re
from collections.abc import Sequence

from msgspec import Struct

from legation.model import Date, Period, Quantity, Span, Token, year
from legation.records.figures.slots.bases import is_base, is_starting_point, relative, words_of
from legation.records.figures.slots.colons import introduces, is_anothers, is_held_against
from legation.records.figures.slots.comparisons import looked_back
from legation.records.figures.slots.split_dates import OF_YEAR, YEAR, joined
from legation.records.figures.slots.stretches import (
    first_of,
    first_year,
    in_year,
    last_of,
    months_of,
    rounded,
    settled,
    year_before,
)
from legation.records.measures import Passage, cues, place

BARE_MONTHS = re.compile(r"XXXX-(\d\d)(?:/XXXX-(\d\d))?")
CHANGES = ("%", "x", "pp")
"""Units of numbers that tell a change or a share."""
BESIDE = 9
"""How many words may stand between a number and the date after it."""


class Timing(Struct, frozen=True):
    """The period of a figure and the one it is compared with. ``told`` is true where the sentence
    says when, even if we cannot tell what it means ("this fiscal year" in an undated text): then
    nothing may be taken from context."""

    period: Period | None = None
    base: Period | None = None
    told: bool = False
    words: str = ""
    """The words of the date, for what else they say."""
    is_back: bool = False
    """Whether it is an earlier time that the text only looks back to."""
    lent: bool = False
    """Whether part of the period (the year of a bare month) comes from the figure before."""


class When(Struct, frozen=True):
    """A date of the sentence with the period it means here."""

    span: Span
    period: Period | None
    is_base: bool
    words: str = ""
    lent: bool = False


def timing(passage: Passage, quantity: Quantity, main: Period | None) -> Timing:
    """The dates of the sentence that belong to a number.

    Args:
        passage: the sentence.
        quantity: the number.
        main: the period that the sentence is about as far as it is known from before; "a year
        earlier" counts from it.
    """
    dates = meant(passage, quantity, main)
    held = _beside(passage, quantity, dates) if is_held_against(passage, quantity) else None
    if held is not None:
        return Timing(held.period, told=True, words=held.words)
    plain = [d for d in dates if not d.is_base]
    bases = [d for d in dates if d.is_base]
    listed = place(passage, quantity)
    ordered = listed.pick(plain) if listed else None
    if ordered is not None:
        return Timing(ordered.period, told=True, words=ordered.words)
    if quantity.unit in CHANGES or not is_starting_point(passage, quantity):
        return _at_main(passage, quantity, plain, bases, main)
    own = _beside(passage, quantity, dates)
    stretch = _for_clause(passage, quantity, plain) if own is None else None
    if stretch is not None and stretch.period is not None and _is_span(passage, stretch):
        return Timing(first_of(stretch.period), told=True, words=stretch.words)
    return Timing(own.period, told=True, words=own.words) if own else Timing()


def meant(passage: Passage, quantity: Quantity, main: Period | None) -> list[When]:
    """The dates of the sentence that may be a number's, each with the time that it means here."""
    found = _dates(passage, quantity, main)
    return [d for d in found if not is_anothers(passage, d.span, quantity)]


def _at_main(
    passage: Passage,
    quantity: Quantity,
    plain: Sequence[When],
    bases: Sequence[When],
    main: Period | None,
) -> Timing:
    back = _looked_back_to(passage, quantity, plain, bases)
    if back is not None:
        return Timing(back.period, told=True, words=back.words, is_back=True)
    own = _own_date(passage, quantity, plain)
    base = _beside(passage, quantity, bases) or (bases[0] if len(bases) == 1 else None)
    if own is None:
        return Timing(base=base.period if base else _year_on_year(passage, quantity, main))
    stretched = _of_stretch(passage, quantity, own, plain, bases)
    if stretched is not None:
        return stretched
    if base is None and _is_change_since(passage, quantity, own):
        return Timing(own.period, _start(own), told=True, words=own.words)
    based = base.period if base else _year_on_year(passage, quantity, own.period)
    return Timing(own.period, based, told=True, words=own.words, lent=own.lent)


def _looked_back_to(
    passage: Passage, quantity: Quantity, plain: Sequence[When], bases: Sequence[When]
) -> When | None:
    """The earlier time that a number is of, where the sentence only looks back to it."""
    against = _set_against(passage, quantity, bases)
    if against is not None:
        return against
    if _beside(passage, quantity, plain) is not None:
        return None
    return _right_after(passage, quantity, bases) or _opening(passage, quantity, plain, bases)


def _own_date(passage: Passage, quantity: Quantity, plain: Sequence[When]) -> When | None:
    """The date of a number: beside it, else beside the level that it led to, else its clause's."""
    return (
        _beside(passage, quantity, plain)
        or _through_level(passage, quantity, plain)
        or _for_clause(passage, quantity, plain)
    )


def _of_stretch(
    passage: Passage,
    quantity: Quantity,
    own: When,
    plain: Sequence[When],
    bases: Sequence[When],
) -> Timing | None:
    """A number dated by a stretch: the change over it, or the level that stood at its end."""
    if own.period is None:
        return None
    is_span = _is_span(passage, own)
    is_between = is_span and not bases and quantity.unit in CHANGES
    if is_between and _in_years(own.period):
        return Timing(last_of(own.period), first_of(own.period), told=True)
    if is_span and _leads(passage, quantity):
        return Timing(last_of(own.period), told=True, words=own.words)
    level = _through_level(passage, quantity, plain) if _is_since(passage, own) else None
    if level is None or level.span == own.span:
        return None
    return Timing(level.period, _start(own), told=True, words=level.words)


def _is_change_since(passage: Passage, quantity: Quantity, own: When) -> bool:
    is_known = own.period is not None and quantity.unit in CHANGES
    return is_known and _is_since(passage, own)


def _start(own: When) -> Period | None:
    return first_year(own.period) if own.period is not None else None


def _set_against(passage: Passage, quantity: Quantity, bases: Sequence[When]) -> When | None:
    """The date of a number that another is set against: "against a 2021 deficit of 3 bn", "last
    year, which saw 3 bn".
    """
    before = [
        q
        for q in passage.quantities
        if q.span.end <= quantity.span.start and q.unit == quantity.unit
    ]
    if quantity.unit in CHANGES or not before:
        return None
    near = [
        d
        for d in bases
        if before[-1].span.end <= d.span.start and d.span.end <= quantity.span.start
    ]
    leading = passage.between(before[-1].span.end, near[-1].span.start) if near else []
    if not (cues().base_cues | {"below", "above"}) & {t.lower for t in leading}:
        return None
    gap = passage.between(near[-1].span.end, quantity.span.start)
    joined = any(t.lower in ("which", "when") for t in gap[:3]) or not _breaks(gap)
    return near[-1] if len(gap) <= BESIDE and joined else None


def _right_after(passage: Passage, quantity: Quantity, bases: Sequence[When]) -> When | None:
    """The earlier time of a level that stands alone: "trade had been 3 bn a year earlier", not "3
    bn, up on a year earlier".
    """
    following = [
        d
        for d in bases
        if d.span.start >= quantity.span.end and not {"year-on-year", "on"} & set(d.words.split())
    ]
    if quantity.unit in CHANGES or not following:
        return None
    between = passage.between(quantity.span.end, following[0].span.start)
    joined = len(between) < 3 and all(
        t.tag.startswith("NN") or t.lower in ("in", "during", "of") for t in between
    )
    return following[0] if joined else None


def _opening(
    passage: Passage, quantity: Quantity, plain: Sequence[When], bases: Sequence[When]
) -> When | None:
    """The earlier time that opens a sentence without another: "A year earlier imports had been 159
    bn".
    """
    first = bases[0] if len(bases) == 1 and not plain and quantity.unit not in CHANGES else None
    opens = (
        first is not None
        and len(passage.between(passage.sentence.span.start, first.span.start)) < 2
    )
    return first if opens else None


def _in_years(period: Period) -> bool:
    """Whether a stretch is of whole years, so that a change "from 2015 to 2022" is from its first
    to its last.
    """
    if period.start is None or period.end is None:
        return False
    return (period.start.month, period.start.day, period.end.month, period.end.day) == (
        1,
        1,
        12,
        31,
    )


def _is_since(passage: Passage, when: When) -> bool:
    """Whether a change is told since a date: "has tripled since 2010" has its base there."""
    before = [t.lower for t in passage.sentence.tokens if t.end <= when.span.start][-1:]
    return "since" in (*before, *when.words.split()[:1])


def _year_on_year(passage: Passage, quantity: Quantity, period: Period | None) -> Period | None:
    """The year before, where a change is said to be "year on year"."""
    if quantity.unit not in CHANGES or period is None or not period.closed:
        return None
    beside = [t.lower for t in passage.sentence.tokens if quantity.span.end <= t.start][:7]
    before = [t.lower for t in passage.sentence.tokens if t.end <= quantity.span.start][-4:]
    said = any(
        " ".join(words).replace(" - ", " ").find("year on year") >= 0 for words in (before, beside)
    )
    return (
        year_before(period) if said or {"yoy", "y/y", "year-on-year"} & {*before, *beside} else None
    )


def _leads(passage: Passage, quantity: Quantity) -> bool:
    """Whether a number is where a change led to, beside the one where it began: "from 4 billion to
    6 billion".
    """
    before = [
        q
        for q in passage.quantities
        if q.span.end <= quantity.span.start and q.unit == quantity.unit
    ]
    if not before or not is_starting_point(passage, before[-1]):
        return False
    return "to" in [t.lower for t in passage.between(before[-1].span.end, quantity.digits.start)]


def _is_span(passage: Passage, when: When) -> bool:
    """Whether a change is told from one end of a stretch to the other: "doubled between 2019 and
    2022".
    """
    before = [t.lower for t in passage.sentence.tokens if t.start < when.span.start + 1]
    if [t.lower for t in passage.sentence.tokens if t.start >= when.span.end][:1] == ["when"]:
        return False
    return bool(
        {"between", "from"}
        & {*before[-2:], *(t.lower for t in passage.sentence.within(when.span)[:1])}
    )


def _dates(passage: Passage, quantity: Quantity, main: Period | None) -> list[When]:
    """The dates of the sentence; those told from another ("the same period of 2022") reckoned from
    the main one.
    """
    dated = [
        d
        for d in passage.dates
        if d.type in ("DATE", "DURATION") and not d.span.overlaps(quantity.digits)
    ]
    usable = [d for d in joined(passage, dated) if d.edtf]
    whole = {d.span for d in usable if words_of(passage, d) in cues().whole_years}
    told = [d for d in usable if d.period and d.period.closed and d.span not in whole]
    first = next(
        (
            d.period
            for d in told
            if not is_base(passage, d) and not relative(passage, d) and not _of_start(passage, d)
        ),
        None,
    )
    here = first or _year_after(passage, usable) or main
    return [
        _when(passage, d, main if d.span in whole else here, lent=here is main)
        for d in usable
        if d.period is not None
    ]


def _of_start(passage: Passage, when: Date) -> bool:
    """Whether a date is that of the number before it, with which a change began: "from 14.9
    billion in February 1986".
    """
    before = [q for q in passage.quantities if q.span.end <= when.span.start and q.unit != "count"]
    return (
        bool(before)
        and len(passage.between(before[-1].span.end, when.span.start)) < 2
        and is_starting_point(passage, before[-1])
    )


def _when(passage: Passage, when: Date, main: Period | None, lent: bool) -> When:
    bare = (
        BARE_MONTHS.fullmatch(when.edtf or "") is not None
        and main is not None
        and main.end is not None
    )
    return When(
        when.span,
        _meant(passage, when, main),
        is_base(passage, when),
        words_of(passage, when),
        bare and lent,
    )


def _year_after(passage: Passage, dates: Sequence[Date]) -> Period | None:
    """Months without a year that are set beside "the same period in 2003": those of the year
    after.
    """
    named = [YEAR.search(words_of(passage, d)) for d in dates if relative(passage, d)]
    bare = next(
        (BARE_MONTHS.fullmatch(d.edtf) for d in dates if d.edtf and BARE_MONTHS.fullmatch(d.edtf)),
        None,
    )
    if len(named) != 1 or named[0] is None or bare is None:
        return None
    return months_of(bare, int(named[0].group()) + 1)


def _meant(passage: Passage, when: Date, main: Period | None) -> Period | None:
    words = words_of(passage, when)
    if words in cues().whole_years and main is not None and main.end is not None:
        return year(main.end.year)
    if relative(passage, when):
        named = YEAR.search(words) or (
            YEAR.search(when.value) if when.value.startswith(OF_YEAR) else None
        )
        if main is None or not main.closed:
            return None
        return in_year(main, int(named.group())) if named else looked_back(words, main)
    bare = BARE_MONTHS.fullmatch(when.edtf or "")
    if bare and main is not None and main.end is not None:
        return months_of(bare, main.end.year)
    period = rounded(settled(when.period)) if when.type == "DURATION" else settled(when.period)
    return (
        None if period is None or period.edtf == "XXXX" or period.edtf.startswith("P") else period
    )


def _beside(passage: Passage, quantity: Quantity, dates: Sequence[When]) -> When | None:
    """The date right after the number with no other number between: "1.94 billion in February"."""
    owner = next((d for d in dates if _owns(passage, d, quantity)), None)
    if owner is not None:
        return owner
    following = [d for d in dates if d.span.start >= quantity.span.end]
    if not following:
        return None
    first = min(following, key=lambda d: d.span.start)
    between = passage.between(quantity.span.end, first.span.start)
    blocked = _numbers(passage, Span(quantity.span.end, first.span.start))
    return None if blocked or len(between) > BESIDE or _breaks(between) else first


def _owns(passage: Passage, when: When, quantity: Quantity) -> bool:
    """Whether a date is the owner of the number after it: "December's 36.45 billion", "2018:
    €40.1bn".
    """
    if introduces(passage, when.span, quantity):
        return True
    between = [
        t
        for t in passage.between(when.span.end, quantity.digits.start)
        if t.tag not in ("$", "SYM")
    ]
    ended = [t for t in passage.sentence.within(when.span)[-1:] if t.text in ("'s", "’s", "'", "’")]
    return when.span.end <= quantity.digits.start and [t.tag for t in (*ended, *between)] == ["POS"]


def _numbers(passage: Passage, gap: Span) -> bool:
    return any(gap.holds(q.span) for q in passage.quantities if q.unit != "count")


def _breaks(words: Sequence[Token]) -> bool:
    """Whether a new clause begins among some words."""
    stops = cues().boundaries | {"than", "compared"}
    if any(t.lower in stops or t.tag in ("VBD", "VBZ", "VBP", "MD") for t in words):
        return True
    return any(t.text == "," for t in words) and any(
        t.lower in ("and", "up", "down") for t in words
    )


def _through_level(passage: Passage, quantity: Quantity, dates: Sequence[When]) -> When | None:
    """The date of the level that a change leads to: "rose 41 percent to $4.61 billion in 2022"."""
    later = [
        q for q in passage.quantities if q.span.start >= quantity.span.end and q.unit != "count"
    ]
    if not later or quantity.unit not in CHANGES:
        return None
    between = [t.lower for t in passage.between(quantity.span.end, later[0].span.start)]
    leads = "to" in between and len(between) <= BESIDE and "from" not in between
    return _beside(passage, later[0], dates) if leads else None


def _for_clause(passage: Passage, quantity: Quantity, dates: Sequence[When]) -> When | None:
    """A date before the number in its clause, else one that opens the sentence, else the only one
    there is.
    """
    earlier = [
        d for d in dates if d.span.end <= quantity.span.start and not _starts_a_change(passage, d)
    ]
    near = [d for d in earlier if not _new_clause(passage, Span(d.span.end, quantity.span.start))]
    if near:
        return near[-1]
    first_number = min(
        (q.span.start for q in passage.quantities), default=passage.sentence.span.end
    )
    leading = [d for d in earlier if d.span.end <= first_number]
    if leading or earlier:
        return (leading or earlier)[-1]
    later = [
        d for d in dates if d.span.start >= quantity.span.end and not _starts_a_change(passage, d)
    ]
    later = [d for d in later if not _is_compared(passage, Span(quantity.span.end, d.span.start))]
    later = [
        d
        for d in later
        if not any(t.tag == "WDT" for t in passage.between(quantity.span.end, d.span.start))
    ]
    return later[0] if len({d.period.edtf if d.period else "" for d in later}) == 1 else None


def _is_compared(passage: Passage, gap: Span) -> bool:
    """Whether another number that this one is held against stands before a date: "35 million,
    compared with 56 million in …".
    """
    between = passage.between(gap.start, gap.end)
    if not _numbers(passage, gap) or any(
        t.lemma in ("export", "import") for t in between
    ):  # "2 billion against imports of 7"
        return False
    return bool({t.lower for t in between} & (cues().base_cues | {"after"}))


def _starts_a_change(passage: Passage, when: When) -> bool:
    """Whether a date stands right after a number that a change began with."""
    before = [q for q in passage.quantities if q.span.end <= when.span.start and q.unit != "count"]
    return (
        bool(before)
        and is_starting_point(passage, before[-1])
        and _beside(passage, before[-1], [when]) is not None
    )


def _new_clause(passage: Passage, gap: Span) -> bool:
    return any(
        t.lower in cues().boundaries for t in passage.between(gap.start, gap.end)
    ) or _numbers(passage, gap)
