"""Days, months and seasons by name or nearness: "yesterday", "on Tuesday", "last July", "this
summer".
"""

import re
from functools import cache

from legation.mentions.dates import reckoning as r
from legation.mentions.dates.expressions import (
    Expression,
    Rule,
    Surroundings,
    expression,
    month,
    unknown,
    weekday,
)
from legation.mentions.dates.rules import Reader, compiled


def _near_day(match: re.Match[str], near: Surroundings) -> Expression | None:
    off = {
        "yesterday": -1,
        "today": 0,
        "tomorrow": 1,
        "tonight": 0,
        "before yesterday": -2,
        "after tomorrow": 2,
    }[match["w"]]
    today = r.shift_days(near.published, off) if near.published else None
    if today is None:
        return unknown(match, "XXXX-XX-XX", "PRESENT_REF" if off == 0 else None)
    if match["w"] == "tonight":
        return expression(match, r.day(today), f"{today.isoformat()}TNI", "TIME", inherited=True)
    return expression(match, r.day(today), inherited=True)


def _named_month(match: re.Match[str], near: Surroundings) -> Expression | None:
    m, way = month(match["m"]), match["w"]
    if match["m"] == "may" and near.paragraph.token(match.start("m")).tag == "MD":
        return None
    if near.published is None:
        return unknown(match, f"XXXX-{m:02d}")
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
    if (
        match["d"].startswith(("sat.", "sun.", "wed.", "mon."))
        and not near.paragraph.text[match.start("d")].isupper()
    ):
        return None
    today = near.published
    if today is None:
        return unknown(match, f"XXXX-WXX-{which + 1}")
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
        return unknown(match, f"XXXX-{r.SEASONS[match['s']][0]}")
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


READERS: dict[str, Reader] = {
    "day before": _near_day,
    "day": _near_day,
    "this month name": _named_month,
    "this weekday": _weekday,
    "weekday": _weekday,
    "season": _season,
}
"""What reads the matches of each rule."""


@cache
def cached_rules() -> list[Rule]:
    """In order of precedence."""
    return compiled("nearness", READERS)
