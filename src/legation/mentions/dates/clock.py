"""Times of day, and words for now, then and soon."""

import re
from functools import cache

from legation.lexicon import word_map
from legation.mentions.dates import reckoning as r
from legation.mentions.dates.absolute import cached_rules as absolute_rules
from legation.mentions.dates.expressions import Expression, Rule, Surroundings, expression
from legation.mentions.dates.nearness import cached_rules as nearness_rules
from legation.mentions.dates.rules import Reader, compiled
from legation.model import Period

PARTS = word_map("dates", "clock.parts", str)


def _day(written: str | None, match: re.Match[str], near: Surroundings) -> Period | None:
    """The day that a time of day belongs to, read by the rules for days."""
    if written in {
        None,
        "this",
        "the",
        "later this",
        "earlier this",
        "early this",
        "late this",
        "mid",
        "late",
        "early",
    }:
        return r.day(near.published) if near.published else None
    if written == "last":
        held = r.shift_days(near.published, -1) if near.published else None
        return r.day(held) if held else None
    for rule in (*nearness_rules(), *absolute_rules()):
        if rule.name in {"day", "weekday", "day month", "month day"}:
            inner = rule.pattern.match(near.paragraph.low, match.start("d"))
            found = rule.read(inner, near) if inner else None
            if found:
                return found.period
    return None


def _part(match: re.Match[str], near: Surroundings) -> Expression | None:
    name = match["p"] or match["p2"]
    if match["d"] == "the" and name in {"night", "evening", "afternoon"}:
        return None
    period = _day(match["d"], match, near)
    if match["p2"] and period and period.start:
        held = r.shift_days(period.start, -1)
        period = r.day(held) if held else None
    edtf = period.edtf if period else "XXXX-XX-XX"
    return expression(
        match,
        period or Period(start=None, end=None, edtf=edtf),
        f"{edtf}T{PARTS[name]}",
        "TIME",
        inherited=True,
    )


def _clock(match: re.Match[str], near: Surroundings) -> Expression | None:
    zone = re.search(r"(?:gmt|utc|est|edt|cet|cest|msk|bst|time)", match.group())
    colon = match["min"] is not None and match.group()[match.end("h") - match.start()] == ":"
    if not (match["half"] or (colon and match["min"]) or (zone and match["min"])):
        return None
    hour = int(match["h"])
    if match["half"] and hour <= 12:
        hour = hour % 12 + (12 if match["half"].startswith("p") else 0)
    period = _day(match["d"], match, near)
    edtf = period.edtf if period else "XXXX-XX-XX"
    value = f"{edtf}T{hour:02d}:{match['min'] or '00'}"
    return expression(
        match, period or Period(start=None, end=None, edtf=edtf), value, "TIME", inherited=True
    )


def _noon(match: re.Match[str], near: Surroundings) -> Expression | None:
    period = _day(match["d"], match, near)
    edtf = period.edtf if period else "XXXX-XX-XX"
    return expression(
        match,
        period or Period(start=None, end=None, edtf=edtf),
        f"{edtf}{PARTS[match['p']]}",
        "TIME",
        inherited=True,
    )


def _present(match: re.Match[str], near: Surroundings) -> Expression | None:
    return expression(
        match,
        Period(start=near.published, end=near.published, edtf=near.published.isoformat())
        if near.published
        else None,
        "PRESENT_REF",
        inherited=True,
    )


def _past(match: re.Match[str], _: Surroundings) -> Expression | None:
    return expression(match, None, "PAST_REF")


def _future(match: re.Match[str], _: Surroundings) -> Expression | None:
    return expression(match, None, "FUTURE_REF")


def _adjective(match: re.Match[str], near: Surroundings) -> Expression | None:
    following = near.paragraph.token(match.end() + 1)
    if following.lower in {"account", "events", "affairs"} or not following.tag.startswith(
        ("NN", "JJ")
    ):
        return None
    return expression(
        match,
        None,
        {
            "current": "PRESENT_REF",
            "recent": "PAST_REF",
        }[match["w"]],
    )


READERS: dict[str, Reader] = {
    "part of day": _part,
    "clock": _clock,
    "noon": _noon,
    "present": _present,
    "past": _past,
    "future": _future,
    "current": _adjective,
}
"""What reads the matches of each rule."""


@cache
def cached_rules() -> list[Rule]:
    """In order of precedence."""
    return compiled("clock", READERS)
