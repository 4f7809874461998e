"""Years: "2023", "the year 2000", "nineteen ninety-seven"; and what looks like one and is a
count.
"""

import re
from functools import cache

from legation.lexicon import word_pattern
from legation.mentions.dates import reckoning as r
from legation.mentions.dates.expressions import (
    SMALL,
    Expression,
    Rule,
    Surroundings,
    expression,
)
from legation.mentions.dates.rules import Reader, compiled

NAMED = word_pattern("dates", "years.named")
PREPOSITION = word_pattern("dates", "years.preposition")
UNITS = word_pattern("dates", "years.units")


def _spelled(match: re.Match[str], near: Surroundings) -> Expression | None:
    words = match["w"].replace(" and ", " ").replace("-", " ").split()
    if words[1] == "thousand":
        if not match["the"]:
            return None
        number = 2000 + (SMALL[words[2]] if len(words) > 2 else 0)
    else:
        number = 100 * SMALL[words[0]] + sum(SMALL[w] for w in words[1:])
    return expression(match, r.year(number), explicit=True)


def _year(match: re.Match[str], near: Surroundings) -> Expression | None:
    low, start, end = near.paragraph.low, match.start("y"), match.end()
    before = low[max(0, start - 16) : start]
    if NAMED.search(before) or UNITS.match(low, end):
        return None
    if PREPOSITION.search(before) or near.paragraph.token(start).entity == "DATE":
        return expression(match, r.year(int(match["y"])), explicit=True)
    number = int(match["y"])
    return (
        expression(match, r.year(number), explicit=True)
        if 1900 <= number <= 2060 and not _counts(near, end)
        else None
    )


def _counts(near: Surroundings, end: int) -> bool:
    return (
        near.paragraph.low[end : end + 1] == " "
        and near.paragraph.token(end + 1).tag == "NNS"
        and near.paragraph.token(end - 1).entity != "DATE"
    )


READERS: dict[str, Reader] = {
    "spelled": _spelled,
    "year": _year,
}
"""What reads the matches of each rule."""


@cache
def cached_rules() -> list[Rule]:
    """In order of precedence."""
    return compiled("years", READERS)
