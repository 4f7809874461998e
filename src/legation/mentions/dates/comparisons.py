"""Periods that lean on one spoken of before: "the same period of last year", "that year", "the
1988 quarter", "year-earlier".
"""

import re
from functools import cache

from legation.lexicon import word_list
from legation.mentions.dates import reckoning as r
from legation.mentions.dates.expressions import Expression, Rule, Surroundings, expression, unknown
from legation.mentions.dates.rules import Reader, compiled
from legation.model import Period

YEAR_BEFORE = word_list("dates", "comparisons.year_before")


def latest(match: re.Match[str], near: Surroundings) -> Expression | None:
    base = anchor(near)
    if base is None or base.start is None:
        return None
    away = -1 if match["w"] in {"the previous", "the prior", "the preceding"} else 0
    return expression(match, r.shifted(base, away) if away else base, inherited=True)


def anchor(near: Surroundings) -> Period | None:
    return near.quarter or near.reference


def _same_period(match: re.Match[str], near: Surroundings) -> Expression | None:
    base = near.reference
    year_back = match["w"] or match.group().startswith(YEAR_BEFORE)
    if not year_back:
        return None
    if base is None or base.start is None:
        return unknown(match, "XXXX") if match["w"] else None
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


def _that_unit(match: re.Match[str], near: Surroundings) -> Expression | None:
    """ "That year" is the year of the period spoken of before."""
    unit, base = match["u"], near.reference.start if near.reference else None
    if unit == "day":
        return expression(match, r.day(near.day), inherited=True) if near.day else None
    if unit == "quarter" and near.quarter:
        return expression(match, near.quarter, inherited=True)
    period = r.counted(base, unit, 0) if base else None
    return expression(match, period, inherited=True) if period else None


def _of_another_year(match: re.Match[str], near: Surroundings) -> Expression | None:
    """ "The 1988 quarter" is the quarter spoken of before, in 1988."""
    number, base = int(match["y"]), near.quarter if match["u"] == "quarter" else near.reference
    period = r.shifted(base, number - base.start.year) if base and base.start else None
    return expression(match, period or r.year(number), explicit=True)


READERS: dict[str, Reader] = {
    "same period": _same_period,
    "that unit": _that_unit,
    "year's period": _of_another_year,
    "year-earlier": _year_earlier,
}
"""What reads the matches of each rule."""


@cache
def cached_rules() -> list[Rule]:
    """In order of precedence."""
    return compiled("comparisons", READERS)
