"""Lengths of time and what comes again: "five years", "a three-day visit", "the past two months",
"every year", "annually".
"""

import re
from functools import cache

from legation.lexicon import word_map, word_pattern, word_set
from legation.mentions.dates import reckoning as r
from legation.mentions.dates.expressions import (
    COUNT,
    SMALL,
    Expression,
    Rule,
    Surroundings,
    count,
    expression,
    month,
    weekday,
)
from legation.mentions.dates.relative import rolling
from legation.mentions.dates.rules import Reader, compiled

SHARE_AFTER = word_pattern("dates", "durations.share_after")
RATED = word_pattern("dates", "durations.rated")
MARK = {"hour": "T", "minute": "T", "second": "T"}
ADVERBS = word_map("dates", "durations.adverbs", str)
PLACED_IN_TIME = word_set("dates", "durations.placed_in_time")


def duration(amount: float | str, unit: str) -> str:
    """TimeML's duration: ``P5Y``, ``PT2H``, ``PXM``."""
    name = {"centurie": "century", "fortnight": "week"}.get(unit, unit)
    if unit == "fortnight" and not isinstance(amount, str):
        amount *= 2
    if name == "decade" and not isinstance(amount, str):
        name, amount = "year", amount * 10
    if name == "century" and not isinstance(amount, str):
        name, amount = "year", amount * 100
    number = amount if isinstance(amount, str) else f"{amount:g}"
    return f"P{MARK.get(name, '')}{number}{r.UNITS[name]}"


def _single(written: str) -> str:
    return {"centuries": "century", "millennia": "millennium"}.get(written, written.rstrip("s"))


def _amount(written: str) -> float | None:
    return count(written) if re.fullmatch(COUNT, written) else None


def _every(match: re.Match[str], _: Surroundings) -> Expression | None:
    if match["d"]:
        return expression(match, None, f"XXXX-WXX-{weekday(match['d']) + 1}", "SET")
    if match["m"]:
        return expression(match, None, f"XXXX-{month(match['m']):02d}", "SET")
    amount = 1.0 if match["n"] is None else _amount(match["n"])
    return expression(
        match, None, duration("X" if amount is None else amount, _single(match["u"])), "SET"
    )


def _bare(match: re.Match[str], _: Surroundings) -> Expression | None:
    return expression(match, None, duration("X", _single(match["u"] or match["u2"])), "DURATION")


def _weekdays(match: re.Match[str], _: Surroundings) -> Expression | None:
    return expression(match, None, f"XXXX-WXX-{weekday(match['d']) + 1}", "SET")


def _adverb(match: re.Match[str], near: Surroundings) -> Expression | None:
    if near.paragraph.token(match.start()).tag.startswith(("JJ", "NN")):
        return None  # "a quarterly dividend" names a kind, not a time
    return expression(match, None, ADVERBS[match["w"]], "SET")


def _rate(match: re.Match[str], near: Surroundings) -> Expression | None:
    if not RATED.search(near.paragraph.low[max(0, match.start() - 12) : match.start()]):
        return None
    return expression(match, None, duration(1, match["u"]), "SET")


def _past(match: re.Match[str], near: Surroundings) -> Expression | None:
    amount, unit = _amount(match["n"]), _single(match["u"])
    ahead = match["way"] in {"next", "coming", "following"}
    if amount is None:
        two = match["n"] == "a couple of"
        value = duration(2 if two else "X", unit)
        return expression(match, None, value, "DURATION")
    value = duration(amount, unit)
    if near.published is None or match["way"] in PLACED_IN_TIME:
        return expression(match, None, value, "DURATION")
    return expression(
        match,
        rolling(near.published, unit, int(amount), ahead=ahead),
        value,
        "DURATION",
        inherited=True,
    )


def _vague(match: re.Match[str], _: Surroundings) -> Expression | None:
    unit, many = _single(match["u"]), match["n"]
    return expression(match, None, duration(2 if many == "a couple of" else "X", unit), "DURATION")


def _halves(match: re.Match[str], _: Surroundings) -> Expression | None:
    unit, amount = _single(match["u"] or match["u2"]), int(count(match["n"]))
    mark = MARK.get(unit, "")
    smaller = {
        "year": "6M",
        "hour": "30M",
        "minute": "30S",
        "day": "T12H",
        "month": "2W",
        "week": "3D",
        "decade": "5Y",
    }.get(unit)
    return (
        expression(match, None, f"P{mark}{amount}{r.UNITS[unit]}{smaller}", "DURATION")
        if smaller
        else None
    )


def _is_fraction(match: re.Match[str], near: Surroundings) -> bool:
    """ "Three-quarters" and "a quarter of" are shares, "a second group" is another, "the 1988
    second quarter" is a quarter.
    """
    number, unit = match["n"], match["u"]
    if unit.startswith("quarter"):
        return (
            "-" in match.group() or SHARE_AFTER.match(near.paragraph.low, match.end()) is not None
        )
    return unit == "second" and (number in {"a", "an"} or len(number) == 4)


def _length(match: re.Match[str], near: Surroundings) -> Expression | None:
    groups = match.groupdict()
    unit = _single(match["u"])
    if match["n"] in {"a", "an"} and near.paragraph.low[match.end("n")] == "-":
        return None
    if groups.get("old") or _is_fraction(match, near):
        return None
    amount = count(groups.get("n2") or match["n"]) if not groups.get("n2") else count(match["n"])
    return expression(match, None, duration(amount, unit), "DURATION")


__all__ = ["SMALL", "cached_rules"]


READERS: dict[str, Reader] = {
    "bare": _bare,
    "every": _every,
    "weekdays": _weekdays,
    "adverb": _adverb,
    "a year": _rate,
    "past n": _past,
    "the n": _length,
    "vague": _vague,
    "half": _halves,
    "length": _length,
}
"""What reads the matches of each rule."""


@cache
def cached_rules() -> list[Rule]:
    """In order of precedence."""
    return compiled("durations", READERS)
