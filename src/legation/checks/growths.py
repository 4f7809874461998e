"""Growth = the ratio between two figures of the same thing, in one sentence or its neighbour.

"Trade rose 41 percent to 4.61 billion from 2.77 billion": 4.61 / 2.77 is +66.4 %.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from legation.checks import licences, periods, places, tolerances, wording
from legation.checks.bounds import Bounds
from legation.checks.findings import Finding
from legation.model import Figure, Period, Reading, Record, Span

HUNDRED = Decimal(100)
ONE = Bounds(Decimal(1), Decimal(1))
YEARLY = re.compile(
    r"\byear[\s-](?:on|over)[\s-]year\b|\by[/-]?o[/-]?y\b|\ba\s+year\s+(?:ago|earlier"
    r"|before)\b|\bon[\s-]year\b",
    re.IGNORECASE,
)
PER_YEAR = re.compile(
    r"\b(?:per|each|every)\s+(?:year"
    r"|annum)\b|(?<!\bin\s)(?<!\bover\s)\ba\s+year\b(?!\s+(?:ago|earlier|before))"
    r"|\bannually\b"
    r"|\bannual(?:i[sz]ed)?\s+(?:average|mean|rate)\b|\baverage\s+(?:annual"
    r"|yearly)\b|\bcompound\b|\bon\s+average\b",
    re.IGNORECASE,
)
STRETCH = re.compile(
    r"\b(?:in|over|within|during|after)\s+(?:just\s+|only\s+)?(?:the\s+)?(?:(?:past|last"
    r"|previous|following|space\s+of)\s+)?"
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|few|some"
    r"|a\s+few)\s+years\b|\bdecades?\b|\bcumulative",
    re.IGNORECASE,
)
DOUBTFUL = frozenset({"terms", "forecast", "part"})
NOT_LEVELS = frozenset({"growth", "share"})
LEVELS = frozenset({"exports", "imports", "trade_total", "balance", "investment", "volume"})


class Change(Struct, frozen=True):
    """A growth figure with the level that it leads to and the level that it starts from."""

    growth: Figure
    end: Figure
    start: Figure


def findings(
    reading: Reading, records: Sequence[Record], figures: Sequence[Figure]
) -> list[Finding]:
    """Whether each growth of a document is the ratio of the levels that stand with it."""
    found: list[Finding] = []
    near = places.neighbours(reading, [f for f in figures if _is_level(f)])
    for figure in figures:
        change = _change(reading, near(figure), figure) if figure.measure == "growth" else None
        if change is not None:
            found += _judged(reading, records, change)
    return found


def base(reading: Reading, records: Sequence[Record], growth: Figure) -> Period | None:
    """Since when a growth is told: "from 2 billion in 2020 to 3 billion in 2022, an increase of 50
    %" is since 2020.

    ``None`` where the words name no start, or call the growth one of a year.
    """
    own = growth.change.base if growth.change else None
    if own is not None or growth.unit == "pp" or YEARLY.search(licences.words_of(reading, growth)):
        return own
    here = [
        f
        for f in records
        if isinstance(f, Figure) and f.sentence == growth.sentence and _is_level(f)
    ]
    levels = [f for f in here if _of_measure(f, growth) and _compatible(growth, f)]
    pairs = [*_by_words(reading, levels, growth)]
    return _start_of(growth, pairs[0]) if len(pairs) == 1 else None


def of_another_stretch(reading: Reading, records: Sequence[Record], growth: Figure) -> bool:
    """Whether a growth may be one that no two values settle: a mean of years, or since a start
    that the words do not name.
    """
    words = licences.words_of(reading, growth)
    if _is_per_year(reading, growth):
        return True
    if base(reading, records, growth) is not None or YEARLY.search(words):
        return False
    return bool(STRETCH.search(words)) or _earlier_level(records, growth)


def _is_per_year(reading: Reading, growth: Figure) -> bool:
    """Whether a growth is the mean of several years: "growing 20 % a year"."""
    words = licences.words_of(reading, growth)
    return bool(PER_YEAR.search(words)) and not YEARLY.search(words)


def _earlier_level(records: Sequence[Record], growth: Figure) -> bool:
    """Whether its sentence gives an older level that is not the one of the year before, so that it
    may start there.
    """
    here = [
        f
        for f in records
        if isinstance(f, Figure) and f.sentence == growth.sentence and _is_level(f)
    ]
    levels = [
        f
        for f in here
        if _of_measure(f, growth) and _compatible(growth, f) and f.period is not None
    ]
    return growth.period is not None and any(
        _alike_long(f.period, growth.period)
        and not f.period.same(growth.period)
        and not periods.a_year_before(f.period, growth.period)
        for f in levels
        if f.period is not None
    )


def _start_of(growth: Figure, change: Change) -> Period | None:
    """Where the level that a growth starts from stands, if the growth ends with the other and both
    are as long.
    """
    end, start = change.end.period, change.start.period
    if end is None or start is None or growth.period is None or not growth.period.same(end):
        return None
    return start if _alike_long(start, end) else None


def _alike_long(one: Period, other: Period) -> bool:
    """Whether two years, or the same months of two years, are compared: their ends fall on the
    same days of a year.
    """
    if None in (one.start, one.end, other.start, other.end):
        return False
    days = [(p.start.month, p.start.day, p.end.month) for p in (one, other)]  # type: ignore[union-attr]
    years = [p.end.year - p.start.year for p in (one, other)]  # type: ignore[union-attr]
    return days[0] == days[1] and years[0] == years[1]


def _is_level(figure: Figure) -> bool:
    return (
        figure.measure not in NOT_LEVELS
        and figure.nature == "flow"
        and not tolerances.is_range(figure.value)
    )


def _change(reading: Reading, near: Sequence[Figure], growth: Figure) -> Change | None:
    """The levels of a growth: by "from" and "to" in its own sentence, else by their periods in it
    or its neighbour.
    """
    if tolerances.is_range(growth.value) or growth.unit == "pp" or _is_per_year(reading, growth):
        return None
    levels = [f for f in near if _of_measure(f, growth) and _compatible(growth, f)]
    pairs = [*_by_words(reading, levels, growth)] or [*_by_periods(levels, growth)]
    return pairs[0] if len(pairs) == 1 else None


def _of_measure(figure: Figure, growth: Figure) -> bool:
    return growth.of not in LEVELS or figure.measure == growth.of


def _compatible(one: Figure, other: Figure) -> bool:
    """Whether no slot that both fill on their own says that they speak of different things."""
    for slot in ("reporter", "partner"):
        mine, yours = getattr(one, slot), getattr(other, slot)
        if (
            mine
            and yours
            and mine != yours
            and slot not in one.inherited
            and slot not in other.inherited
        ):
            return {one.reporter, one.partner} == {
                other.reporter,
                other.partner,
            } and one.measure == other.measure
    return one.product is None or other.product is None or one.product.code == other.product.code


def _by_words(reading: Reading, levels: Sequence[Figure], growth: Figure) -> Iterator[Change]:
    here = [f for f in levels if f.sentence == growth.sentence]
    starts = [f for f in here if places.is_start(reading, f)]
    ends = [f for f in here if f not in starts]
    for start in starts:
        mates = [f for f in ends if _alike(f, start) and _compatible(f, start)]
        if mates:
            nearest = min(mates, key=lambda f: _gap(reading, f, start))
            if _belongs(reading, growth, (nearest, start), here):
                yield Change(growth, nearest, start)


def _alike(one: Figure, other: Figure) -> bool:
    return one.measure == other.measure and one.unit == other.unit


def _gap(reading: Reading, one: Figure, other: Figure) -> int:
    a, b = places.number(reading, one), places.number(reading, other)
    return max(a.start, b.start) - min(a.end, b.end)


def _belongs(
    reading: Reading, growth: Figure, pair: tuple[Figure, Figure], here: Sequence[Figure]
) -> bool:
    """Whether no other level stands between a growth and the pair."""
    ends = [places.number(reading, f) for f in pair]
    own = places.number(reading, growth)
    reach = Span(min(own.start, *(s.start for s in ends)), max(own.end, *(s.end for s in ends)))
    return not any(reach.overlaps(places.number(reading, f)) for f in here if f not in pair)


def _by_periods(levels: Sequence[Figure], growth: Figure) -> Iterator[Change]:
    for end in levels:
        for start in levels:
            if _alike(end, start) and _same_thing(end, start) and _spans(growth, end, start):
                yield Change(growth, end, start)


def _same_thing(one: Figure, other: Figure) -> bool:
    goods = (
        one.product.code if one.product else None,
        other.product.code if other.product else None,
    )
    return (
        (one.reporter, one.partner) == (other.reporter, other.partner)
        and one.reporter is not None
        and len(set(goods)) == 1
    )


def _spans(growth: Figure, end: Figure, start: Figure) -> bool:
    """Whether a growth runs from the one level's period to the other's."""
    if (
        growth.period is None
        or end.period is None
        or start.period is None
        or not growth.period.same(end.period)
    ):
        return False
    base = growth.change.base if growth.change else None
    return base.same(start.period) if base else periods.a_year_before(start.period, end.period)


def _judged(reading: Reading, records: Sequence[Record], change: Change) -> Iterator[Finding]:
    exact, loose = _ratio(change, tolerances.printed), _ratio(change, tolerances.excusable)
    if exact is None or loose is None:
        return
    if exact.meets(tolerances.printed(change.growth)):
        for figure in (change.growth, change.end, change.start):
            yield Finding(figure.id, "consistent", f"{_told(change)}, as the text says")
    elif not loose.meets(tolerances.excusable(change.growth)):
        reason = f"{_told(change)}, not {wording.written(change.growth.value, change.growth.unit)}"
        others = frozenset((change.end.id, change.start.id))
        if _certain(reading, records, change, loose):
            yield Finding(change.growth.id, "inconsistent", reason, others)
        else:
            yield Finding(change.growth.id, "told", reason, others)


def _ratio(change: Change, read: tolerances.Reader) -> Bounds | None:
    """The growth that the levels give, in the unit that the growth is written in."""
    end, start = read(change.end), read(change.start)
    if _kind(change.growth) == "absolute":
        return end - start if change.growth.unit == change.end.unit else None
    quotient = end.over(start)
    if quotient is None:
        return None
    return quotient if _kind(change.growth) == "factor" else (quotient - ONE) * HUNDRED


def _kind(growth: Figure) -> str:
    if growth.change is not None:
        return growth.change.kind
    return "percent" if growth.unit == "%" else "factor"


def _certain(reading: Reading, records: Sequence[Record], change: Change, loose: Bounds) -> bool:
    """Whether nothing in the words could make the growth one of something else, or of another
    stretch.

    Where not even the direction is the same, the levels are more likely those of two things than a
    slip of the writer.
    """
    said = licences.found(licences.words_of(reading, change.growth))
    if DOUBTFUL & set(said) or not _same_way(change, loose):
        return False
    periods_known = change.end.period is not None and change.start.period is not None
    yearly = YEARLY.search(licences.words_of(reading, change.growth))
    if (
        yearly
        and periods_known
        and not periods.a_year_before(change.start.period, change.end.period)
    ):
        return False
    lent = {*change.end.inherited, *change.start.inherited, *change.growth.inherited}
    return not {"unit", "scale", "value"} & lent


def _same_way(change: Change, loose: Bounds) -> bool:
    if _kind(change.growth) == "factor":
        return True
    return (loose.middle > 0) == (change.growth.value.middle > 0)


def _told(change: Change) -> str:
    start, end = change.start, change.end
    path = (
        f"{wording.short(start.value.middle, start.unit)} → "
        f"{wording.short(end.value.middle, end.unit)}"
    )
    match _kind(change.growth):
        case "absolute":
            return (
                f"{path} is a change of "
                f"{wording.short(end.value.middle - start.value.middle, end.unit)}"
            )
        case "factor":
            return f"{path} is {format(end.value.middle / start.value.middle, '.2f')} times"
        case _:
            return (
                f"{path} is "
                f"{wording.percent((end.value.middle / start.value.middle - 1) * HUNDRED)}"
            )
