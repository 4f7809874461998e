"""Dates that name a part of a year, or several years: "Q1 2024", "H1", "the 2010s", "the 20th
century", "fiscal 2023-24".
"""

import re
from functools import cache

from legation.lexicon import word_map
from legation.mentions.dates import reckoning as r
from legation.mentions.dates.absolute import PART, part, relative_year
from legation.mentions.dates.expressions import YEAR, Expression, Rule, Surroundings, expression
from legation.model import Period


@cache
def cached_rules() -> list[Rule]:
    """In order of precedence."""
    return [
        Rule(
            "quarter",
            re.compile(
                r"(?<![\w-])(?:(?:q(?P<q>[1-4])|(?P<q2>[1-4])q)(?: of)?[ "
                rf"-/]?[’']?(?P<y>{YEAR}|\d\d(?!\d))?"
                rf"|(?P<y2>{YEAR})[- ]?q(?P<q3>[1-4]))(?!\w)"
            ),
            _quarter_sign,
        ),
        Rule(
            "half sign",
            re.compile(
                rf"(?<![\w-])(?:(?:h(?P<q>[12])|(?P<q2>[12])h)(?: of)?[ -/]?[’']?(?P<y>{YEAR}"
                r"|\d\d(?!\d))?"
                rf"|(?P<y2>{YEAR})[- ]?h(?P<q3>[12]))(?!\w)"
            ),
            _half_sign,
        ),
        Rule(
            "decade",
            re.compile(
                r"(?<![\w.,$-])(?:(?:the )?(?P<part>early|mid|late|mid-)[- ])?(?:the "
                r")?(?P<y>(?:1[5-9]|20)\d0)[’']?s(?!\w)"
            ),
            _decade,
        ),
        Rule(
            "decade word",
            re.compile(
                r"(?<![\w-])(?:the )?(?:(?:early|mid|late)[- ])?(?:[’'](?P<y>[2-9]0)s"
                r"|(?P<w>twenties|thirties|forties"
                r"|fifties|sixties|seventies|eighties|nineties))(?!\w)"
            ),
            _decade_word,
        ),
        Rule(
            "century",
            re.compile(
                r"(?<![\w-])(?:the )?(?:(?:early|late|mid)[- ])?(?P<c>\d{1,2})(?:st|nd|rd"
                r"|th)[- ]century"
            ),
            _century,
        ),
        Rule(
            "fiscal years",
            re.compile(
                rf"(?<![\w-])(?:the )?(?:(?:fiscal|financial)(?: years?)?|fy) ?(?P<y>{YEAR}) "
                rf"?[-–/] ?(?P<z>{YEAR}|\d\d(?!\d))"
            ),
            _fiscal_pair,
        ),
        Rule(
            "fiscal year",
            re.compile(
                rf"(?<![\w-])(?:(?:the )?(?:fiscal|financial)(?: years?)?|fy) ?(?P<y>{YEAR})"
            ),
            _fiscal,
        ),
        Rule("part of year", re.compile(rf"(?<![\w-]){PART}(?P<y>{YEAR})"), _part_of_year),
        Rule(
            "season",
            re.compile(
                r"(?<![\w-])(?:the )?(?:(?:early|late|mid)[- ])?(?P<s>spring|summer|autumn"
                rf"|fall|winter)(?: of)? (?P<y>{YEAR})"
            ),
            _season,
        ),
    ]


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
