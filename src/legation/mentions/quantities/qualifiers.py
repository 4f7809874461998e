"""Words before (or after) a number that loosen it: about, nearly, over, at least, up to."""

import re
from functools import cache

from msgspec import Struct, convert

from legation.lexicon import table, word_map, word_pattern
from legation.model.mentions import Qualifier

REACH = 26
"""How far before the number its qualifier may begin: the longest ("in the neighbourhood of") with
an article.
"""
AFTER = word_pattern("quantities", "qualifiers.after")
AFTERWARDS: dict[str, Qualifier] = word_map(
    "quantities", "qualifiers.afterwards", lambda means: convert(means, Qualifier)
)


class QualifierRow(Struct, frozen=True):
    """A row of ``qualifiers.csv``."""

    qualifier: Qualifier
    words: tuple[str, ...]


@cache
def qualifiers() -> dict[str, Qualifier]:
    """What each loosening word or phrase says."""
    return {word: row.qualifier for row in table("qualifiers", QualifierRow) for word in row.words}


@cache
def _pattern() -> re.Pattern[str]:
    forms = "|".join(re.escape(word) for word in sorted(qualifiers(), key=len, reverse=True))
    sums = r"(?<!add )(?<!adds )(?<!added )(?<!adding )(?<!summed )"
    return re.compile(rf"(?<![a-z]){sums}({forms})(?: (?:a|an|the))? ?$")


def of(low: str, start: int, end: int) -> Qualifier:
    """The qualifier of the number at ``[start, end)`` of a lower-case paragraph; "below the 7
    billion of 2008" sets another number against that one, which is exact itself.
    """
    behind = AFTER.match(low, end)
    if behind:
        return AFTERWARDS[behind["word"]]
    ahead = _pattern().search(low[max(0, start - REACH) : start])
    if ahead is None:
        return "exact"
    found = qualifiers()[ahead[1]]
    marked = found in ("over", "under") and ahead[0].rstrip().endswith(" the")
    return "exact" if marked else found
