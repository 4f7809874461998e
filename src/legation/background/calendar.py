"""Days and stretches that only the calendar gives: "the first ten days of May", "the last Friday of
this month", "the three years to 2023", "mid-October".

What the mentions room reads as a whole month or year is narrowed here; a date within a person's
name ("President April Summers"), and a day that does not exist ("31 June"), is dropped.
"""

import re
from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date

from legation.lexicon import word_list, word_map
from legation.model import Date, Period, Reading, Span, day, months

NAMES = word_list("background", "calendar.names")
SHORT = {name[:3]: number for number, name in enumerate(NAMES, start=1)} | {"sept": 9}
DAYS = word_list("background", "calendar.days")
ORDINALS = word_map("background", "calendar.ordinals", int)
COUNTS = word_map("background", "calendar.counts", int)
MONTH = rf"(?P<month>{'|'.join(NAMES)})"
YEAR = r"(?:,? (?P<year>(?:19|20)\d\d))?"
COUNT = rf"(?P<count>\d{{1,2}}|{'|'.join(COUNTS)})"
RULES = tuple(
    (kind, re.compile(rf"\b{pattern}\b", re.IGNORECASE))
    for kind, pattern in (
        ("days", rf"(?:the )?(?P<which>first|last) {COUNT} (?P<unit>days|weeks) of {MONTH}{YEAR}"),
        ("week", rf"(?:the )?(?P<which>first|second|third|fourth|last) week of {MONTH}{YEAR}"),
        ("half", rf"(?:the )?(?P<which>first|second) half of {MONTH}{YEAR}"),
        ("run", rf"{MONTH} (?P<first>\d{{1,2}}) ?(?:-|–|to) ?(?P<last>\d{{1,2}}){YEAR}"),
        (
            "weekday",
            rf"(?:the )?(?P<which>first|second|third|fourth|last) (?P<day>{'|'.join(DAYS)}) of "
            rf"(?:(?P<near>this|next|the|last) month|{MONTH}{YEAR})",
        ),
        ("years", rf"(?:the )?{COUNT} years to (?P<year>(?:19|20)\d\d)"),
        ("to", rf"(?:the )?(?:twelve|12) months (?:to|through) (?:the end of )?{MONTH}{YEAR}"),
        (
            "from",
            r"between the (?:start|beginning) of (?P<year>(?:19|20)\d\d) and "
            rf"(?:the end of )?(?P<mid>mid-)?{MONTH}",
        ),
        ("short", r"(?P<name>[A-Z][a-z]{2,8})\.? (?P<number>\d{1,2}),? [’'‘](?P<two>\d\d)"),
        ("short", r"(?P<number>\d{1,2}) (?P<name>[A-Z][a-z]{2,8})\.? [’'‘]?(?P<two>\d\d)"),
    )
)
IMPOSSIBLE = re.compile(
    rf"\b(?:(?P<number>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{MONTH}"
    rf"|{MONTH.replace('month', 'other')} (?P<after>\d{{1,2}})(?:st|nd|rd|th)?)\b",
    re.IGNORECASE,
)
MID = 15


def sifted(reading: Reading) -> tuple[Date, ...]:
    """The dates of a reading, narrowed where the calendar says more and without those that are
    none.
    """
    found = list(_found(reading))
    taken = sorted([d.span for d in found] + list(_none(reading)))
    kept = [d for d in reading.dates if not _overlaps(taken, d.span)]
    return tuple(sorted([*kept, *found], key=lambda d: d.span))


def _overlaps(spans: Sequence[Span], own: Span) -> bool:
    at = bisect_right(spans, own)
    return any(s.overlaps(own) for s in spans[max(0, at - 2) : at + 2])


def _none(reading: Reading) -> Iterator[Span]:
    """Where no date stands whatever the words look like: in names, and on days that are none."""
    for actor in reading.actors:
        if actor.person is not None and actor.form == "person":
            yield from _within_name(reading, actor.span, actor.person)
    for match in IMPOSSIBLE.finditer(reading.document.text):
        month = NAMES.index((match["month"] or match["other"]).lower()) + 1
        number = int(match["number"] or match["after"])
        if monthrange(2000, month)[1] < number <= 31 or (number > 31 and match["number"]):
            yield Span(match.start(), match.end())


def _within_name(reading: Reading, span: Span, name: str) -> Iterator[Span]:
    """The words of a person's name, where its mention spells them."""
    words = reading.text(span)
    for part in name.split():
        at = words.find(part)
        if at >= 0 and part.lower() in (*NAMES, *DAYS):
            yield Span(span.start + at, span.start + at + len(part))


def _found(reading: Reading) -> Iterator[Date]:
    text, last = reading.document.text, -1
    matches = [(m.start(), -m.end(), kind, m) for kind, p in RULES for m in p.finditer(text)]
    for start, back, kind, match in sorted(matches, key=lambda m: m[:2]):
        period = _period(kind, match, reading.document.published) if start >= last else None
        if period is None:
            continue
        last = -back
        lacking = "month" in match.groupdict() and not match.groupdict().get("year")
        yield Date(
            span=Span(start, last),
            type="DATE",
            value=period.edtf,
            edtf=period.edtf,
            period=period,
            inherited=lacking or kind == "weekday",
        )


def _period(kind: str, match: re.Match[str], published: date | None) -> Period | None:
    held = match.groupdict()
    if kind == "years":
        last = int(held["year"])
        first = last - _count(held["count"]) + 1
        return Period(start=date(first, 1, 1), end=date(last, 12, 31), edtf=f"{first}/{last}")
    if kind == "short":
        marked = any(sign in match.group() for sign in "’'‘")
        return _short(held) if marked or len(held["name"] or "") <= 4 else None
    month = NAMES.index(held["month"].lower()) + 1 if held.get("month") else None
    year = int(held["year"]) if held.get("year") else _year(month, held, published)
    if year is None:
        return None
    if kind == "weekday":
        return _weekday(year, month, held, published)
    return _in_month(kind, year, month, held) if month is not None else None


def _year(month: int | None, held: dict[str, str | None], published: date | None) -> int | None:
    """The year of a month without one: the last that has begun on the day of publication."""
    if published is None:
        return None
    if month is None:
        return published.year
    return published.year if month <= published.month else published.year - 1


def _in_month(kind: str, year: int, month: int, held: dict[str, str | None]) -> Period | None:
    size = monthrange(year, month)[1]
    if kind == "to":
        begin = date(year, 1, 1) if month == 12 else date(year - 1, month + 1, 1)
        return months(begin, date(year, month, 1))
    if kind == "from":
        end = date(year, month, MID if held["mid"] else size)
        return _between(date(year, 1, 1), end)
    first, last = _edges(kind, size, held)
    if not 1 <= first <= last <= size:
        return None
    return _between(date(year, month, first), date(year, month, last))


def _edges(kind: str, size: int, held: dict[str, str | None]) -> tuple[int, int]:
    """The first and last day of a part of a month."""
    if kind == "run":
        return int(held["first"] or 0), int(held["last"] or 0)
    which = ORDINALS[(held["which"] or "first").lower()]
    if kind == "half":
        return (1, MID) if which == 1 else (MID + 1, size)
    length = _count(held["count"]) if kind == "days" else 7
    length *= 7 if (held.get("unit") or "").lower() == "weeks" else 1
    if which == -1:
        return size - length + 1, size
    return (which - 1) * 7 + 1, (which - 1) * 7 + length


def _count(words: str | None) -> int:
    low = (words or "0").lower()
    return COUNTS[low] if low in COUNTS else int(low)


def _between(first: date, last: date) -> Period:
    return Period(start=first, end=last, edtf=f"{first.isoformat()}/{last.isoformat()}")


def _weekday(
    year: int, month: int | None, held: dict[str, str | None], published: date | None
) -> Period | None:
    """ "The last Friday of this month"."""
    if month is None:
        if published is None:
            return None
        shift = {"next": 1, "last": -1}.get((held["near"] or "").lower(), 0)
        place = published.year * 12 + published.month - 1 + shift
        year, month = place // 12, place % 12 + 1
    which = ORDINALS[(held["which"] or "first").lower()]
    wanted = DAYS.index((held["day"] or "monday").lower())
    size = monthrange(year, month)[1]
    fitting = [n for n in range(1, size + 1) if date(year, month, n).weekday() == wanted]
    return day(date(year, month, fitting[which if which < 0 else which - 1]))


def _short(held: dict[str, str | None]) -> Period | None:
    """ "Oct 5 '21", "3 Sep 15": a year in two figures, of this century."""
    name = (held["name"] or "").lower()
    month = SHORT.get(name) or (NAMES.index(name) + 1 if name in NAMES else None)
    number, year = int(held["number"] or 0), 2000 + int(held["two"] or 0)
    if month is None or not 1 <= number <= monthrange(year, month)[1]:
        return None
    return day(date(year, month, number))
