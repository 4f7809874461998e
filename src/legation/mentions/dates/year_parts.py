"""Dates that name a part of a year, or several years: "Q1 2024", "H1", "the 2010s", "the 20th
century", "fiscal 2023-24".
"""

import re
from functools import cache

from legation.lexicon import word_map
from legation.mentions.dates import reckoning as r
from legation.mentions.dates.absolute import part, relative_year
from legation.mentions.dates.expressions import Expression, Rule, Surroundings, expression
from legation.mentions.dates.rules import Reader, compiled
from legation.model import Period


def year_of_quarter(near: Surroundings, offset: int, which: int, parts: int = 4) -> int | None:
    """The year of a quarter (or half) without one: the one that is over, or under way, on the
    document's date.
    """
    written = near.year_written(offset)
    if written is not None:
        return written
    if near.published is None:
        return None
    today = (near.published.month - 1) // (12 // parts) + 1
    if which > today and near.tense(offset) == "past":
        return near.published.year - 1
    return near.published.year


def _sign(match: re.Match[str], near: Surroundings, parts: int) -> tuple[int, int | None, bool]:
    which = int(match["q"] or match["q2"] or match["q3"])
    written = match["y"] or match["y2"]
    return (
        which,
        relative_year(written, near)
        if written
        else year_of_quarter(near, match.start(), which, parts),
        written is not None,
    )


def _quarter_sign(match: re.Match[str], near: Surroundings) -> Expression | None:
    which, number, explicit = _sign(match, near, 4)
    period = (
        r.quarter(number, which) if number else Period(start=None, end=None, edtf=f"XXXX-Q{which}")
    )
    return expression(match, period, inherited=not explicit, explicit=explicit)


def _half_sign(match: re.Match[str], near: Surroundings) -> Expression | None:
    which, number, explicit = _sign(match, near, 2)
    period = (
        r.half(number, which) if number else Period(start=None, end=None, edtf=f"XXXX-H{which}")
    )
    return expression(match, period, inherited=not explicit, explicit=explicit)


def _decade(match: re.Match[str], _: Surroundings) -> Expression | None:
    first = int(match["y"])
    return expression(match, r.decade(first), f"{first // 10}", explicit=True)


TENS = word_map("dates", "year_parts.tens", int)


def _decade_word(match: re.Match[str], near: Surroundings) -> Expression | None:
    """ "The nineties" are those of the century that is called so: the 1990s."""
    if match["w"] and not match.group().startswith("the "):
        return None  # "in his forties", "a man in his late fifties"
    tens = int(match["y"]) if match["y"] else TENS[match["w"]]
    return expression(match, r.decade(1900 + tens), f"{190 + tens // 10}", explicit=True)


def _century(match: re.Match[str], _: Surroundings) -> Expression | None:
    which = int(match["c"])
    return (
        expression(match, r.century(which), f"{which - 1:02d}", explicit=True)
        if 1 <= which <= 30
        else None
    )


def _fiscal_pair(match: re.Match[str], _: Surroundings) -> Expression | None:
    return expression(
        match, Period(start=None, end=None, edtf=f"FY{match['y']}-{match['z'][-2:]}"), explicit=True
    )


def _fiscal(match: re.Match[str], _: Surroundings) -> Expression | None:
    return expression(
        match, Period(start=None, end=None, edtf=f"FY{match['y']}"), match["y"], explicit=True
    )


def _part_of_year(match: re.Match[str], _: Surroundings) -> Expression | None:
    period = r.year(int(match["y"]))
    held = part(period, match["part"])
    return expression(
        match, held, held.edtf if "half" in match["part"] else period.edtf, explicit=True
    )


def _season(match: re.Match[str], _: Surroundings) -> Expression | None:
    value, period = r.season(int(match["y"]), match["s"])
    return expression(match, period, value, explicit=True)


READERS: dict[str, Reader] = {
    "quarter": _quarter_sign,
    "half sign": _half_sign,
    "decade": _decade,
    "decade word": _decade_word,
    "century": _century,
    "fiscal years": _fiscal_pair,
    "fiscal year": _fiscal,
    "part of year": _part_of_year,
    "season": _season,
}
"""What reads the matches of each rule."""


@cache
def cached_rules() -> list[Rule]:
    """In order of precedence."""
    return compiled("year_parts", READERS)
