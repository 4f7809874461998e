"""Stretches between two dates, and counted parts of a year: "January through July", "2019-2023",
"the first nine months".
"""

import re
from datetime import date
from functools import cache

from legation.mentions.dates import reckoning as r
from legation.mentions.dates.absolute import a_day, relative_year, year_of_month
from legation.mentions.dates.expressions import (
    ORDINALS,
    Expression,
    Kind,
    Rule,
    Surroundings,
    count,
    day_number,
    expression,
    month,
)
from legation.mentions.dates.rules import Reader, compiled
from legation.mentions.dates.year_parts import year_of_quarter
from legation.model import Period


def _known(match: re.Match[str]) -> bool:
    return bool(match.groupdict().get("y"))


def _months(match: re.Match[str], near: Surroundings) -> Expression | None:
    a, b = month(match["a"]), month(match["b"])
    if (
        "and" in match.group()
        and near.paragraph.low[max(0, match.start() - 8) : match.start()] != "between "
    ):
        return None
    if match["b"] == "may" and near.paragraph.token(match.start("b")).tag == "MD":
        return None
    last = relative_year(match["y"], near) or year_of_month(near, match.start(), b)
    if last is None:
        return expression(match, Period(start=None, end=None, edtf=f"XXXX-{a:02d}/XXXX-{b:02d}"))
    first = int(match["ya"]) if match["ya"] else last if a <= b else last - 1
    period = r.months(date(max(first, 1), a, 1), date(last, b, 1))
    return expression(match, period, inherited=not _known(match), explicit=_known(match))


def _days(match: re.Match[str], near: Surroundings) -> Expression | None:
    m = month(match["m"] or match["ma"])
    ma = month(match["ma"]) if match["ma"] else m
    d, e = day_number(match["d"]), day_number(match["e"])
    if (
        "and" in match.group()
        and near.paragraph.low[max(0, match.start() - 8) : match.start()] != "between "
    ):
        return None
    last = relative_year(match["y"], near) or year_of_month(near, match.start(), m, e)
    if last is None:
        return expression(
            match, Period(start=None, end=None, edtf=f"XXXX-{ma:02d}-{d:02d}/XXXX-{m:02d}-{e:02d}")
        )
    first = int(match["ya"]) if match["ya"] else last if (ma, d) <= (m, e) else last - 1
    start, end = a_day(first, ma, d), a_day(last, m, e)
    if (
        start is None
        or end is None
        or start.start is None
        or end.end is None
        or start.start > end.end
    ):
        return None
    return expression(
        match, r.between(start, end), inherited=not _known(match), explicit=_known(match)
    )


def _years(match: re.Match[str], _: Surroundings) -> Expression | None:
    first, last = int(match["y"]), int(match["z"])
    if last < 100:
        last += first // 100 * 100
    if not first < last <= first + 150:
        return None
    return expression(match, r.between(r.year(first), r.year(last)), explicit=True)


def _split_year(match: re.Match[str], _: Surroundings) -> Expression | None:
    first, last = int(match["y"]), int(match["z"])
    if last % 100 != (first + 1) % 100:
        return None
    return expression(
        match, Period(start=None, end=None, edtf=f"{first}/{first + 1}"), explicit=True
    )


def _year_to(match: re.Match[str], near: Surroundings) -> Expression | None:
    unit, m = match["u"].rstrip("s"), month(match["m"])
    number = relative_year(match["y"], near) or year_of_month(near, match.start("m"), m)
    amount = int(count(match["f"] or match["n"])) if match["n"] else 1
    length = {"year": 12, "month": 1, "quarter": 3, "half": 6}.get(unit)
    value = f"P{amount}{r.UNITS.get(unit, 'M')}" if unit != "half" else "P6M"
    if number is None or length is None:
        return expression(match, Period(start=None, end=None, edtf=value), value, "DURATION")
    first = r.shift_months(date(number, m, 1), 1 - length * amount)
    if first is None:
        return None
    period = r.months(first, date(number, m, 1))
    if unit == "quarter" and amount == 1 and m % 3 == 0:
        period = r.quarter(number, m // 3)
        value = period.edtf
    # "the year ended March 31" is two dates, "the year to March" is one
    whole = 0 if not (match["d"] or match["d2"]) else "unit"
    kind: Kind = "DATE" if value == period.edtf else "DURATION"
    return expression(
        match, period, value, kind, explicit=_known(match), inherited=not _known(match), group=whole
    )


def _half(match: re.Match[str], near: Surroundings) -> Expression | None:
    if match["o"] is None and not _known(match):
        return None
    if match["p"] is None and match["o"] and not _known(match) and match.group().endswith("half"):
        return None
    which = 1 if match["o"] in {"first", "1st", None} else 2
    if near.paragraph.low.startswith(
        (" of the game", " of the match", " of the century", " of his", " of the film"), match.end()
    ):
        return None
    number = relative_year(match["y"], near) or year_of_quarter(near, match.start(), which, 2)
    period = (
        r.half(number, which) if number else Period(start=None, end=None, edtf=f"XXXX-H{which}")
    )
    return expression(match, period, inherited=not _known(match), explicit=_known(match))


def _quarters(match: re.Match[str], near: Surroundings) -> Expression | None:
    amount = int(count(match["n"]))
    number = relative_year(match["y"], near)
    if number is None:
        return None
    if amount == 2:
        return expression(
            match, r.half(number, 1 if match["o"] == "first" else 2), explicit=_known(match)
        )
    months = (1, 9) if match["o"] == "first" else (4, 12)
    return expression(
        match,
        r.months(date(number, months[0], 1), date(number, months[1], 1)),
        "P9M",
        explicit=_known(match),
    )


def _quarter(match: re.Match[str], near: Surroundings) -> Expression | None:
    which = ORDINALS[match["o"]]
    if match["o"] == "last" and not _known(match):
        return None
    written = match["y"] or (match["before"][:-3] if match["before"] else None)
    number = (
        relative_year(written, near) if written else year_of_quarter(near, match.start(), which)
    )
    if number is None:
        return expression(match, Period(start=None, end=None, edtf=f"XXXX-Q{which}"))
    if match["same"] and not written and match["same"].startswith("year"):
        number -= 1
    return expression(
        match, r.quarter(number, which), inherited=not _known(match), explicit=_known(match)
    )


def _of_year(match: re.Match[str], _: Surroundings) -> Expression | None:
    number, which = int(match["y"]), ORDINALS[match["o"]]
    if match["u"] == "half":
        return expression(match, r.half(number, which), explicit=True) if which < 3 else None
    return expression(match, r.quarter(number, which), explicit=True)


def _first_months(match: re.Match[str], near: Surroundings) -> Expression | None:
    if match["n"] in {"couple of", "few"}:
        return None
    amount = int(count(match["n"]))
    number = relative_year(match["y"], near)
    weeks = match["u"] == "weeks"
    value = f"P{amount}{'W' if weeks else 'M'}"
    if not 0 < amount <= 12 or (match["o"] in {"last", "final"} and number is None):
        return None
    inherited = number is None
    if number is None:
        number = near.year_written(match.start()) or (
            near.published.year if near.published else None
        )
        if (
            near.published
            and number == near.published.year
            and amount > near.published.month
            and near.tense(match.start()) == "past"
        ):
            number -= 1
    if number is None or weeks:
        return expression(match, Period(start=None, end=None, edtf=value), value, "DURATION")
    first, last = (1, amount) if match["o"] in {"first", "opening"} else (13 - amount, 12)
    period = r.months(date(number, first, 1), date(number, last, 1))
    return expression(match, period, value, "DURATION", inherited=inherited, explicit=_known(match))


def _n_months(match: re.Match[str], near: Surroundings) -> Expression | None:
    amount, number = int(count(match["n"])), relative_year(match["y"], near)
    if number is None or not 0 < amount <= 12:
        return None
    return expression(
        match,
        r.months(date(number, 1, 1), date(number, amount, 1)),
        f"P{amount}M",
        "DURATION",
        explicit=True,
    )


READERS: dict[str, Reader] = {
    "months": _months,
    "days": _days,
    "month days": _days,
    "fiscal slash": _split_year,
    "years": _years,
    "between years": _years,
    "year to": _year_to,
    "halves": _half,
    "many quarters": _quarters,
    "quarters": _quarter,
    "quarter of a year": _of_year,
    "first months": _first_months,
    "months of year": _n_months,
}
"""What reads the matches of each rule."""


@cache
def cached_rules() -> list[Rule]:
    """In order of precedence."""
    return compiled("stretches", READERS)
