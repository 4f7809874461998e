"""Dates that count from the document's date or from a period just spoken of: "last year", "two days earlier", "on Tuesday"."""

import re
from datetime import date
from functools import cache

from legation.mentions.dates import reckoning as r
from legation.mentions.dates.absolute import part, year_of_month
from legation.mentions.dates.expressions import (
    COUNT,
    WEEKDAY,
    Expression,
    Rule,
    Surroundings,
    count,
    expression,
    month,
    month_pattern,
    weekday,
)
from legation.model import Period

UNIT = r"(?:years?|months?|weeks?|days?|quarters?|decades?|centuries|century|hours?|minutes?|fortnight)"
SEASON = r"(?:spring|summer|autumn|fall|winter)"
LOOSE = (
    r"(?:(?:about|almost|nearly|around|some|roughly|over|just over|more than|less than|at least|only|just|under|up to|barely) )?"
)
EARLY = r"(?:(?P<part>early|late|mid|later|earlier|middle of|end of|the end of|beginning of|the beginning of|start of|the start of)[- ])?"


@cache
def cached_rules() -> list[Rule]:
    """In order of precedence."""
    m = month_pattern()
    return [
        Rule("day before", re.compile(r"(?<![\w-])the day (?P<w>before yesterday|after tomorrow)(?!\w)"), _near_day),
        Rule(
            "day",
            re.compile(r"(?<![\w-])(?:(?:late|early|earlier|later) )?(?P<w>yesterday|today|tomorrow|tonight)(?!\w)"),
            _near_day,
        ),
        Rule(
            "same period",
            re.compile(
                r"(?<![\w-])(?:the )?(?:same|corresponding|comparable|similar|year-earlier|year-ago"
                r"|prior-year) (?P<u>period|quarter|month|months|time|week|day|half|term|timeframe|\w+ months)(?: (?:of|a"
                r"|in|the|from|during) ?(?:the )?(?P<w>last year|previous year|a year (?:earlier|ago|before)"
                r"|year (?:earlier|ago|before)|prior year|(?:19|20)\d\d))?"
            ),
            _same_period,
        ),
        Rule(
            "ago",
            re.compile(
                rf"(?<![\w-]){LOOSE}(?P<n>{COUNT}|several|a few|a couple of|some|many)? ?(?P<u>{UNIT}) (?P<w>ago|earlier"
                rf"|before|later|after|previously|from now|hence|afterwards?)(?!\w)"
            ),
            _ago,
        ),
        Rule(
            "this month name",
            re.compile(rf"(?<![\w-])(?P<w>last|this|next|this past|this coming|the coming|past) (?P<m>{m})"),
            _named_month,
        ),
        Rule(
            "this weekday",
            re.compile(
                rf"(?<![\w-])(?:(?P<late>late|early|earlier|later) )?(?:on )?(?P<w>last|this|next|this past|this coming"
                rf"|the following|the previous) (?P<d>{WEEKDAY})(?!s?\w)"
            ),
            _weekday,
        ),
        Rule(
            "weekday",
            re.compile(
                rf"(?<![\w-])(?:(?P<late>late|early|earlier|later)(?: on)? )?(?P<d>{WEEKDAY})(?!\w)(?P<w>(?: last| this"
                rf"| next) week)?"
            ),
            _weekday,
        ),
        Rule(
            "season",
            re.compile(rf"(?<![\w-])(?P<w>last|this|next|this past|the) (?:(?:early|late|mid)[- ])?(?P<s>{SEASON})(?!s?\w)"),
            _season,
        ),
        Rule(
            "unit",
            re.compile(
                rf"(?<![\w-]){EARLY}(?P<w>last|this|next|the past|the previous|the current|the following|the coming"
                rf"|the next|the last|the latest|the prior|this past|this coming|the same|the preceding|current|previous"
                rf"|all of last|all this) (?P<fiscal>fiscal |financial |full |calendar )?(?P<u>year|month|week|quarter"
                rf"|weekend|decade|century|half|period|day)(?![\w-])"
            ),
            _unit,
        ),
        Rule(
            "the unit",
            re.compile(
                r"(?<![\w-])the (?P<full>full |whole |entire )?(?P<fiscal>fiscal |financial )?(?P<u>year|quarter|week"
                r"|weekend|month|period)(?![\w-])(?![’']s? )"
            ),
            _the_unit,
        ),
        Rule(
            "end of unit",
            re.compile(
                r"(?<![\w-])(?:the (?:end|close|beginning|start|middle) of )(?P<w>the|this|last|next) (?P<u>year|month"
                r"|week|decade)(?!\w)"
            ),
            _end_of_unit,
        ),
        Rule("year-end", re.compile(r"(?<![\w-])(?:year[- ]end|year[’']s end)(?: (?P<y>(?:19|20)\d\d))?(?!\w)"), _year_end),
        Rule(
            "in units",
            re.compile(
                rf"(?<![\w-])(?P<p>in) (?P<x>(?P<n>{COUNT}) (?P<u>years?|months?|weeks?|days?)(?P<t>[’'] time| from now))"
            ),
            _in_time,
        ),
        Rule(
            "that unit",
            re.compile(r"(?<![\w-])(?:that|the same) (?P<u>year|quarter|month|week|day)(?![\w-])"),
            _that_unit,
        ),
        Rule(
            "the day",
            re.compile(r"(?<=(?:later|rlier| late|early) in )the (?P<u>day|year|month|week)(?![\w-])"),
            _later_in,
        ),
        Rule(
            "year's period",
            re.compile(r"(?<![\w-])the (?P<y>(?:19|20)\d\d) (?P<u>period|quarter|half)(?!\w)"),
            _of_another_year,
        ),
        Rule("year-earlier", re.compile(r"(?<![\w-])(?P<w>year-earlier|year-ago|year-on-year)(?!\w)"), _year_earlier),
    ]


def _unknown(match: re.Match[str], edtf: str, value: str | None = None) -> Expression:
    return expression(match, Period(start=None, end=None, edtf=edtf), value)


def _near_day(match: re.Match[str], near: Surroundings) -> Expression | None:
    off = {"yesterday": -1, "today": 0, "tomorrow": 1, "tonight": 0, "before yesterday": -2, "after tomorrow": 2}[match["w"]]
    today = r.shift_days(near.published, off) if near.published else None
    if today is None:
        return _unknown(match, "XXXX-XX-XX", "PRESENT_REF" if off == 0 else None)
    if match["w"] == "tonight":
        return expression(match, r.day(today), f"{today.isoformat()}TNI", "TIME", inherited=True)
    return expression(match, r.day(today), inherited=True)


def _anchor(near: Surroundings) -> Period | None:
    return near.quarter or near.reference


def _same_period(match: re.Match[str], near: Surroundings) -> Expression | None:
    base = near.reference
    year_back = match["w"] or match.group().startswith(("the year-", "year-", "the prior-year", "prior-year"))
    if not year_back:
        return None
    if base is None or base.start is None:
        return _unknown(match, "XXXX") if match["w"] else None
    back = base.start.year - int(match["w"]) if match["w"] and match["w"].isdigit() else 1
    if match["w"] == "last year" and near.published:
        back = base.start.year - (near.published.year - 1) or 1
    period = r.shifted(base, -back)
    return expression(match, period, inherited=True) if period else None


def _year_earlier(match: re.Match[str], near: Surroundings) -> Expression | None:
    if match["w"] == "year-on-year":
        return None
    base = near.reference
    period = r.shifted(base, -1) if base else None
    return expression(match, period, inherited=True) if period else None


def _ago(match: re.Match[str], near: Surroundings) -> Expression | None:
    written, unit, way = match["n"], match["u"].rstrip("s").replace("centurie", "century"), match["w"]
    ahead = way in {"later", "after", "from now", "hence", "afterward", "afterwards"}
    if written is None or not re.fullmatch(COUNT, written):
        if way in {"before", "after"}:
            return None
        return expression(match, Period(start=None, end=None, edtf="XXXX"), "FUTURE_REF" if ahead else "PAST_REF")
    if way in {"before", "after"} and near.paragraph.low[match.end() : match.end() + 1] == " ":
        if near.paragraph.token(match.end() + 1).tag not in {",", ".", "IN", "CC", "TO", ":", "VBD", "HYPH", "''"}:
            return None
    amount = int(count(written))
    if unit == "year" and amount == 1 and way in {"earlier", "ago", "before", "previously"}:
        return _a_year_earlier(match, near)
    base = near.published if way in {"ago", "from now", "hence"} else _base_day(near)
    period = counted(base, unit, amount if ahead else -amount) if base else None
    return expression(match, period, inherited=True) if period else _unknown(match, "XXXX")


def _base_day(near: Surroundings) -> date | None:
    """ "Two days earlier" counts from the day that the sentence named before, else from the document's date."""
    return near.day or near.published


def _a_year_earlier(match: re.Match[str], near: Surroundings) -> Expression | None:
    base = near.reference
    if base is None or base.start is None:
        if near.published is None:
            return _unknown(match, "XXXX")
        number = r.clamp(near.published.year - 1)
        return expression(match, r.year(number), inherited=True) if number else None
    period = r.shifted(base, -1)
    return expression(match, period, inherited=True) if period else None


def counted(base: date, unit: str, amount: int) -> Period | None:
    """The day, week, month, quarter, year … that lies ``amount`` of them away."""
    if unit == "day":
        held = r.shift_days(base, amount)
        return r.day(held) if held else None
    if unit in {"week", "fortnight"}:
        held = r.shift_days(base, 7 * amount * (2 if unit == "fortnight" else 1))
        return r.week(held) if held else None
    if unit in {"month", "quarter"}:
        held = r.shift_months(base, amount * (3 if unit == "quarter" else 1))
        if held is None:
            return None
        return r.month_of(held.year, held.month) if unit == "month" else r.quarter(held.year, (held.month + 2) // 3)
    if unit in {"year", "decade", "century"}:
        number = r.clamp(base.year + amount * {"year": 1, "decade": 10, "century": 100}[unit])
        return r.year(number) if number else None
    return r.day(base) if unit in {"hour", "minute"} else None


def _named_month(match: re.Match[str], near: Surroundings) -> Expression | None:
    m, way = month(match["m"]), match["w"]
    if match["m"] == "may" and near.paragraph.token(match.start("m")).tag == "MD":
        return None
    if near.published is None:
        return _unknown(match, f"XXXX-{m:02d}")
    year, now = near.published.year, near.published.month
    if way in {"last", "this past", "past"}:
        year -= 0 if m < now else 1
    elif way in {"next", "this coming", "the coming"}:
        year += 0 if m > now else 1
    return expression(match, r.month_of(year, m), inherited=True) if r.clamp(year) else None


def _weekday(match: re.Match[str], near: Surroundings) -> Expression | None:
    which, way = weekday(match["d"]), (match["w"] or "").strip()
    if match["d"].endswith(".") and near.paragraph.token(match.start("d")).entity != "DATE":
        return None
    if match["d"].startswith(("sat.", "sun.", "wed.", "mon.")) and not near.paragraph.text[match.start("d")].isupper():
        return None
    today = near.published
    if today is None:
        return _unknown(match, f"XXXX-WXX-{which + 1}")
    off = _weekday_offset(near, match.start("d"), which - today.weekday(), way)
    held = r.shift_days(today, off)
    return expression(match, r.day(held), inherited=True) if held else None


def _weekday_offset(near: Surroundings, offset: int, apart: int, way: str) -> int:
    if way in {"last week", "this week", "next week"}:
        return apart + {"last": -7, "this": 0, "next": 7}[way.split()[0]]
    if way in {"last", "this past", "the previous"}:
        return apart if apart < 0 else apart - 7
    if way in {"next", "this coming", "the following"}:
        return apart if apart > 0 else apart + 7
    tense = near.tense(offset)
    if tense == "future" or (tense == "present" and way == "this"):
        return apart if apart >= 0 else apart + 7
    return apart if apart <= 0 else apart - 7


def _season(match: re.Match[str], near: Surroundings) -> Expression | None:
    if near.published is None:
        return _unknown(match, f"XXXX-{r.SEASONS[match['s']][0]}")
    first, now, way = r.SEASONS[match["s"]][1], near.published.month, match["w"]
    if way == "the" and near.paragraph.token(match.start("s")).tag not in {"NN", "NNP"}:
        return None
    year = near.published.year
    if way in {"last", "this past"}:
        year -= 0 if first + 2 < now and first < 12 else 1
    elif way == "next":
        year += 0 if first > now else 1
    elif match["s"] == "winter" and now < 4:
        year -= 1
    if r.clamp(year) is None:
        return None
    value, period = r.season(year, match["s"])
    return expression(match, period, value, inherited=True)


AWAY = {"last": -1, "the past": -1, "the previous": -1, "the prior": -1, "the preceding": -1, "previous": -1, "this past": -1, "all of last": -1, "this": 0,
        "the current": 0, "current": 0, "the same": 0, "all this": 0, "next": 1, "the following": 1, "the coming": 1, "the next": 1, "this coming": 1, "the latest": 0, "the last": -1}  # fmt: skip


def _unit(match: re.Match[str], near: Surroundings) -> Expression | None:
    way, unit = match["w"], match["u"]
    if unit in {"half", "period"} or way == "the latest":
        return _latest(match, near)
    if unit == "day":
        return None if way not in {"the following", "the next", "the previous", "the same"} else _day_from(match, near)
    if way in {"the past", "the last", "the next", "the coming"} and unit != "weekend":
        return _one(match, near)
    base = near.published
    if (
        way in {"the previous", "the following", "the prior", "the preceding", "the same"}
        and near.reference
        and near.reference.start
    ):
        base = near.reference.start
    if base is None:
        return _unknown(match, {"year": "XXXX", "month": "XXXX-XX", "week": "XXXX-WXX", "quarter": "XXXX-QX"}.get(unit, "XXXX"))
    return _with_part(match, _unit_period(base, unit, AWAY[way]))


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
    return counted(base, unit, away)


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


def _latest(match: re.Match[str], near: Surroundings) -> Expression | None:
    base = _anchor(near)
    if base is None or base.start is None:
        return None
    away = -1 if match["w"] in {"the previous", "the prior", "the preceding"} else 0
    return expression(match, r.shifted(base, away) if away else base, inherited=True)


def _one(match: re.Match[str], near: Surroundings) -> Expression | None:
    """ "The past year" is the twelve months behind us."""
    way, unit = match["w"], match["u"]
    value = f"P1{r.UNITS[unit]}"
    if near.published is None:
        return expression(match, Period(start=None, end=None, edtf=value), value, "DURATION")
    return expression(
        match, rolling(near.published, unit, 1, ahead=way in {"the next", "the coming"}), value, "DURATION", inherited=True
    )


def rolling(base: date, unit: str, amount: int, *, ahead: bool) -> Period | None:
    """The ``amount`` units before (or after) a day, up to that day."""
    sign = 1 if ahead else -1
    length = {"year": 12, "month": 1, "quarter": 3, "decade": 120, "century": 1200}.get(unit)
    days = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}.get(unit)
    other = r.shift_months(base, sign * amount * length) if length else r.shift_days(base, sign * amount * days) if days else None
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
        base = _anchor(near)
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
    return expression(match, counted(near.published, unit, 0), inherited=True) if unit == "week" else None


def _that_unit(match: re.Match[str], near: Surroundings) -> Expression | None:
    """ "That year" is the year of the period spoken of before."""
    unit, base = match["u"], near.reference.start if near.reference else None
    if unit == "day":
        return expression(match, r.day(near.day), inherited=True) if near.day else None
    if unit == "quarter" and near.quarter:
        return expression(match, near.quarter, inherited=True)
    period = counted(base, unit, 0) if base else None
    return expression(match, period, inherited=True) if period else None


def _later_in(match: re.Match[str], near: Surroundings) -> Expression | None:
    base = (near.day if match["u"] == "day" else None) or near.published
    period = counted(base, match["u"], 0) if base else None
    return expression(match, period, inherited=True) if period else None


def _of_another_year(match: re.Match[str], near: Surroundings) -> Expression | None:
    """ "The 1988 quarter" is the quarter spoken of before, in 1988."""
    number, base = int(match["y"]), near.quarter if match["u"] == "quarter" else near.reference
    period = r.shifted(base, number - base.start.year) if base and base.start else None
    return expression(match, period or r.year(number), explicit=True)


def _end_of_unit(match: re.Match[str], near: Surroundings) -> Expression | None:
    if near.published is None:
        return _unknown(match, "XXXX")
    period = _unit_period(near.published, match["u"], AWAY.get(match["w"], 0))
    if period is None:
        return None
    held = part(period, match.group()) if match["u"] in {"year", "month"} else period
    return expression(match, held, period.edtf.rstrip("X"), inherited=True)


def _year_end(match: re.Match[str], near: Surroundings) -> Expression | None:
    number = int(match["y"]) if match["y"] else near.published.year if near.published else None
    if number is None:
        return _unknown(match, "XXXX-12-31")
    return expression(match, r.day(date(number, 12, 31)), inherited=match["y"] is None, explicit=match["y"] is not None)


def _in_time(match: re.Match[str], near: Surroundings) -> Expression | None:
    period = counted(near.published, match["u"].rstrip("s"), int(count(match["n"]))) if near.published else None
    return expression(match, period, inherited=True, group="x") if period else None


__all__ = ["cached_rules", "counted", "rolling", "year_of_month"]
