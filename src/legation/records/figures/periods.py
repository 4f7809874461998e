"""For which time a number holds."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from legation.model import Date, Period, Quantity, Span, Token, day, months, year
from legation.records.figures.anchors import Anchor
from legation.records.figures.cues import cues
from legation.records.figures.listing import place
from legation.records.figures.passages import Passage


class Timing(Struct, frozen=True):
    """The period of a figure and the one it is compared with."""

    period: Period | None = None
    base: Period | None = None


def timing(passage: Passage, quantity: Quantity, anchor: Anchor | None) -> Timing:
    """The dates of the sentence that belong to this number."""
    usable = [d for d in passage.dates if d.period is not None and d.type in ("DATE", "DURATION")]
    bases = [d for d in usable if _is_base(passage, d)]
    plain = [d for d in usable if d not in bases and not d.span.overlaps(quantity.digits)]
    listed = place(passage, quantity)
    ordered = listed.pick(plain) if listed else None
    if ordered is not None:
        return Timing(ordered.period)
    own = _beside(passage, quantity, [*plain, *bases])
    if own is not None and not (own in bases and _is_change(quantity)):
        return Timing(settled(own.period), None)
    base = _beside(passage, quantity, bases) or (bases[0] if len(bases) == 1 else None)
    chosen = None if is_starting_point(passage, quantity) else _for_clause(passage, quantity, anchor, plain)
    return Timing(settled(chosen.period) if chosen else None, base.period if base else None)


def _is_change(quantity: Quantity) -> bool:
    return quantity.unit in ("%", "x", "pp")


def _is_base(passage: Passage, when: Date) -> bool:
    """Whether a date is what something is compared with: "than in 2022", "on a year ago", "compared with May"."""
    words = [t for t in passage.sentence.tokens if t.start < when.span.start][-5:]
    lowered = [t.lower for t in words]
    text = " ".join(t.lower for t in passage.sentence.within(when.span))
    near = bool(cues().base_cues & set(lowered)) and not any(t.tag in ("CD", "$") for t in words[-3:])
    return near or lowered[-1:] == ["from"] or any(word in text for word in cues().base_words)


def is_starting_point(passage: Passage, quantity: Quantity) -> bool:
    """Whether the number is where a change began: "up from 1.94 billion", "from $5bn to $6bn"."""
    words = [t for t in passage.sentence.tokens if t.end <= quantity.digits.start and t.tag not in ("$", "SYM")]
    words = [t for t in words if not t.span.overlaps(quantity.span)]
    lowered = [t.lower for t in words[-3:]]
    return "from" in lowered[-2:] or "compared" in lowered or "against" in lowered[-1:] or "versus" in lowered[-1:]


def _beside(passage: Passage, quantity: Quantity, dates: Sequence[Date]) -> Date | None:
    """The date right after the number, or inside its phrase, with no other number between: "1.94 billion in February"."""
    following = [d for d in dates if d.span.start >= quantity.span.end]
    if not following:
        return None
    first = min(following, key=lambda d: d.span.start)
    between = passage.between(quantity.span.end, first.span.start)
    blocked = any(
        q.span.start >= quantity.span.end and q.span.end <= first.span.start and q != quantity for q in passage.quantities
    )
    return None if blocked or len(between) > 9 or _breaks(between) else first


def _breaks(words: Sequence[Token]) -> bool:
    """Whether a new clause begins among some words."""
    stops = cues().boundaries | {"from", "than", "compared"}
    if any(t.lower in stops or t.tag in ("VBD", "VBZ", "VBP", "MD") for t in words):
        return True
    return any(t.text == "," for t in words) and any(t.lower in ("and", "up", "down") for t in words)


def _for_clause(passage: Passage, quantity: Quantity, anchor: Anchor | None, dates: Sequence[Date]) -> Date | None:
    """A date before the number in its clause, else one that opens the sentence, else the only one there is."""
    earlier = [d for d in dates if d.span.end <= quantity.span.start]
    near = [d for d in earlier if not _new_clause(passage, Span(d.span.end, quantity.span.start))]
    if near:
        return near[-1]
    first_number = min((q.span.start for q in passage.quantities), default=passage.sentence.span.end)
    leading = [d for d in earlier if d.span.end <= first_number]
    if leading:
        return leading[-1]
    later = [d for d in dates if d.span.start >= quantity.span.end]
    if earlier:
        return earlier[-1]
    return later[0] if len({d.edtf for d in later}) == 1 else None


def _new_clause(passage: Passage, gap: Span) -> bool:
    words = passage.between(gap.start, gap.end)
    return any(t.lower in cues().boundaries for t in words) or any(
        q.span.start >= gap.start and q.span.end <= gap.end for q in passage.quantities
    )


def settled(period: Period | None) -> Period | None:
    """A period with an end alone ("by 2035") is the year, month or day that it ends with."""
    if period is None or period.start is not None or period.end is None:
        return period
    if (period.end.month, period.end.day) == (12, 31):
        return year(period.end.year)
    return months(period.end, period.end) if (period.end + _DAY).day == 1 else day(period.end)


def year_before(period: Period) -> Period | None:
    """The same stretch one year earlier; null where an end is open."""
    if period.start is None or period.end is None:
        return None
    start, end = _back(period.start), _back(period.end)
    if (period.start.month, period.start.day, period.end.month, period.end.day) == (1, 1, 12, 31):
        both = start.year == end.year
        return Period(start=start, end=end, edtf=f"{start.year:04d}" if both else f"{start.year:04d}/{end.year:04d}")
    if period.start.day == 1 and (period.end + _DAY).day == 1:
        one, last = f"{start:%Y-%m}", f"{end:%Y-%m}"
        return Period(start=start, end=end, edtf=one if one == last else f"{one}/{last}")
    return Period(start=start, end=end, edtf=f"{start.isoformat()}/{end.isoformat()}")


_DAY = date(2000, 1, 2) - date(2000, 1, 1)


def _back(when: date) -> date:
    """The same day a year before; the last of February stays the last of February."""
    if when.year <= 1:
        return when
    ends_month = (when + _DAY).month != when.month if when != date.max else True
    if when.month == 2 and ends_month:
        return date(when.year - 1, 3, 1) - _DAY
    return when.replace(year=when.year - 1)
