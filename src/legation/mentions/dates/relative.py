"""Dates that count from the document's date or from a period just spoken of: "last year", "two
days earlier".
"""

import re
from datetime import date
from functools import cache

from msgspec.structs import replace

from legation.lexicon import word_list, word_set
from legation.mentions.dates import reckoning as r
from legation.mentions.dates.absolute import part
from legation.mentions.dates.comparisons import anchor, latest
from legation.mentions.dates.expressions import (
    COUNT,
    Expression,
    Rule,
    Surroundings,
    count,
    expression,
    unknown,
)
from legation.mentions.dates.rules import Reader, compiled
from legation.model import Period

SUNDAY = 6
"""On a Sunday, what is to happen "this week" happens in the one that begins the day after."""
LATER = word_set("dates", "relative.later")
ONE_DAY_ON = word_set("dates", "relative.one_day_on")
RUNNING = word_set("dates", "relative.running")
FROM_REFERENCE = word_set("dates", "relative.from_reference")


def _ago(match: re.Match[str], near: Surroundings) -> Expression | None:
    written, unit, way = (
        match["n"],
        match["u"].rstrip("s").replace("centurie", "century"),
        match["w"],
    )
    ahead = way in LATER
    if written is None or not re.fullmatch(COUNT, written):
        if way in {"before", "after"}:
            return None
        return expression(
            match, Period(start=None, end=None, edtf="XXXX"), "FUTURE_REF" if ahead else "PAST_REF"
        )
    if way in {"before", "after"} and _goes_on(near, match.end()):
        return None
    amount = int(count(written))
    if unit == "year" and amount == 1 and way in {"earlier", "ago", "before", "previously"}:
        return _a_year_earlier(match, near)
    base = near.published if way in {"ago", "from now", "hence"} else _base_day(near)
    period = r.counted(base, unit, amount if ahead else -amount) if base else None
    return expression(match, period, inherited=True) if period else unknown(match, "XXXX")


def _goes_on(near: Surroundings, end: int) -> bool:
    """ "Two days after the vote": what follows says from when, so that nothing can be counted
    here.
    """
    if near.paragraph.low[end : end + 1] != " ":
        return False
    return near.paragraph.token(end + 1).tag not in {
        ",",
        ".",
        "IN",
        "CC",
        "TO",
        ":",
        "VBD",
        "HYPH",
        "''",
    }


def _base_day(near: Surroundings) -> date | None:
    """ "Two days earlier" counts from the day that the sentence named before, else from the
    document's date.
    """
    return near.day or near.published


def _a_year_earlier(match: re.Match[str], near: Surroundings) -> Expression | None:
    base = near.reference
    if base is None or base.start is None:
        if near.published is None:
            return unknown(match, "XXXX")
        number = r.clamp(near.published.year - 1)
        return expression(match, r.year(number), inherited=True) if number else None
    period = r.shifted(base, -1)
    return expression(match, period, inherited=True) if period else None


BACK = word_list("dates", "relative.back")
HERE = word_list("dates", "relative.here")
AHEAD = word_list("dates", "relative.ahead")
AWAY = dict.fromkeys(BACK, -1) | dict.fromkeys(HERE, 0) | dict.fromkeys(AHEAD, 1)
"""How many units away from the document's own a word looks."""


def _unit(match: re.Match[str], near: Surroundings) -> Expression | None:
    """ "Last year"; of a fiscal year only the name is known, for its days are each country's
    own.
    """
    found = _whole_unit(match, near)
    fiscal = (match["fiscal"] or "").strip() in {"fiscal", "financial"}
    if not (found and fiscal):
        return found
    return replace(found, period=None) if found.kind == "DATE" else unknown(match, "XXXX")


def _whole_unit(match: re.Match[str], near: Surroundings) -> Expression | None:
    way, unit = match["w"], match["u"]
    if unit in {"half", "period"} or way == "the latest":
        return latest(match, near)
    if unit == "day":
        return None if way not in ONE_DAY_ON else _day_from(match, near)
    if way in RUNNING and unit != "weekend":
        return _one(match, near)
    base = near.published
    if way in FROM_REFERENCE and near.reference and near.reference.start:
        base = near.reference.start
    if base is None:
        return unknown(
            match,
            {"year": "XXXX", "month": "XXXX-XX", "week": "XXXX-WXX", "quarter": "XXXX-QX"}.get(
                unit, "XXXX"
            ),
        )
    away = AWAY[way] + (unit == "week" and way == "this" and _is_coming(match, near))
    return _with_part(match, _unit_period(base, unit, away))


def _is_coming(match: re.Match[str], near: Surroundings) -> bool:
    """Whether "this week" is the one that begins tomorrow: told on a Sunday, of what is to come."""
    today = near.published
    ends = today is not None and today.weekday() == SUNDAY
    return ends and near.tense(match.start()) == "future"


def _unit_period(base: date, unit: str, away: int) -> Period | None:
    if unit == "weekend":
        held = r.shift_days(base, 7 * away)
        return r.weekend(held) if held else None
    if unit == "decade":
        first = (base.year // 10 + away) * 10
        return r.decade(first) if 10 <= first < 9990 else None
    if unit == "century":
        which = base.year // 100 + 1 + away
        return r.century(which) if 1 <= which <= 99 else None
    return r.counted(base, unit, away)


def _with_part(match: re.Match[str], period: Period | None) -> Expression | None:
    if period is None:
        return None
    written = match.groupdict().get("part")
    value = period.edtf
    if period.edtf.endswith("X"):
        value = period.edtf.rstrip("X")
    if written and written not in {"earlier", "later"}:
        period = part(period, written)
    return expression(match, period, value, inherited=True)


def _one(match: re.Match[str], near: Surroundings) -> Expression | None:
    """ "The past year" is the twelve months behind us."""
    way, unit = match["w"], match["u"]
    value = f"P1{r.UNITS[unit]}"
    if near.published is None:
        return expression(match, Period(start=None, end=None, edtf=value), value, "DURATION")
    return expression(
        match,
        rolling(near.published, unit, 1, ahead=way in {"the next", "the coming"}),
        value,
        "DURATION",
        inherited=True,
    )


def rolling(base: date, unit: str, amount: int, *, ahead: bool) -> Period | None:
    """The ``amount`` units before (or after) a day, up to that day."""
    sign = 1 if ahead else -1
    length = {"year": 12, "month": 1, "quarter": 3, "decade": 120, "century": 1200}.get(unit)
    days = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}.get(unit)
    other = (
        r.shift_months(base, sign * amount * length)
        if length
        else r.shift_days(base, sign * amount * days)
        if days
        else None
    )
    if other is None:
        return None
    first, last = (base, other) if ahead else (other, base)
    return Period(start=first, end=last, edtf=f"{first.isoformat()}/{last.isoformat()}")


def _day_from(match: re.Match[str], near: Surroundings) -> Expression | None:
    base = _base_day(near)
    held = r.shift_days(base, AWAY[match["w"]]) if base else None
    return expression(match, r.day(held), inherited=True) if held else None


def _the_unit(match: re.Match[str], near: Surroundings) -> Expression | None:
    unit = match["u"]
    ahead = near.paragraph.low[max(0, match.start() - 10) : match.start()]
    if ahead.endswith((" of ", "half of ", "rest of ", "part of ")) and unit not in {"quarter"}:
        return None
    if unit in {"quarter", "period"}:
        base = anchor(near)
        return expression(match, base, inherited=True) if base and base.start else None
    if near.published is None:
        return None
    if unit == "weekend":
        ended = near.published.weekday() < 5 and near.tense(match.start()) != "future"
        held = r.shift_days(near.published, -7 if ended else 0)
        return expression(match, r.weekend(held), inherited=True) if held else None
    if unit == "year":
        if match["full"]:
            return expression(match, r.year(near.published.year), inherited=True)
        return expression(match, r.year(near.published.year), "P1Y", "DURATION", inherited=True)
    return (
        expression(match, r.counted(near.published, unit, 0), inherited=True)
        if unit == "week"
        else None
    )


def _later_in(match: re.Match[str], near: Surroundings) -> Expression | None:
    base = (near.day if match["u"] == "day" else None) or near.published
    period = r.counted(base, match["u"], 0) if base else None
    return expression(match, period, inherited=True) if period else None


def _end_of_unit(match: re.Match[str], near: Surroundings) -> Expression | None:
    if near.published is None:
        return unknown(match, "XXXX")
    period = _unit_period(near.published, match["u"], AWAY.get(match["w"], 0))
    if period is None:
        return None
    held = part(period, match.group()) if match["u"] in {"year", "month"} else period
    return expression(match, held, period.edtf.rstrip("X"), inherited=True)


def _year_end(match: re.Match[str], near: Surroundings) -> Expression | None:
    number = int(match["y"]) if match["y"] else near.published.year if near.published else None
    if number is None:
        return unknown(match, "XXXX-12-31")
    return expression(
        match,
        r.day(date(number, 12, 31)),
        inherited=match["y"] is None,
        explicit=match["y"] is not None,
    )


def _in_time(match: re.Match[str], near: Surroundings) -> Expression | None:
    period = (
        r.counted(near.published, match["u"].rstrip("s"), int(count(match["n"])))
        if near.published
        else None
    )
    return expression(match, period, inherited=True, group="x") if period else None


READERS: dict[str, Reader] = {
    "ago": _ago,
    "unit": _unit,
    "the unit": _the_unit,
    "end of unit": _end_of_unit,
    "year-end": _year_end,
    "in units": _in_time,
    "the day": _later_in,
}
"""What reads the matches of each rule."""


@cache
def cached_rules() -> list[Rule]:
    """In order of precedence."""
    return compiled("relative", READERS)
