"""How a sentence calls a sum of money: whole, a part of another, told before."""

import re
from functools import cache

from legation.lexicon import word_set
from legation.model import Figure, Record

SUMS = frozenset({"flow", "forecast"})
"""Natures of a sum that a sentence only calls a promise."""
CODE = 3
"""Signs of a currency's code."""
OF_WHICH = re.compile(
    r"\d (?:thousand|million|billion|trillion)(?: \w+)? (?:out )?of (?:the|its|their) \W*$"
)
"""What stands before the sum of which another is a part: "1.2 billion of the 10 billion"."""


@cache
def _called() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What stands before a whole sum ("a loan of"); before one that was told before ("its loan
    of"); after a part of one ("12 billion of its loan"), and after one told before ("were pledged
    in January").
    """
    nouns = "|".join(sorted(word_set("account", "sums.nouns")))
    mine = "|".join(sorted(word_set("account", "sums.known")))
    given = "|".join(sorted(word_set("account", "sums.given")))
    return (
        re.compile(rf"\b(?:{nouns}) (?:of|worth) \W*$"),
        re.compile(rf"\b(?:{mine}|a promised) (?:{nouns}) of \W*$"),
        re.compile(rf"(?: \w+){{0,2}} of (?:{mine}) (?:{nouns})\b"),
        re.compile(rf"(?: \w+){{0,2}} (?:was|were|had been|have been) (?:{given}) (?:in|last)\b"),
    )


def is_bare(figure: Figure) -> bool:
    """Whether a figure is a bare sum of money, not trade or a price."""
    return figure.measure == "other" and figure.nature in SUMS and len(figure.unit) == CODE


def is_whole(figure: Figure, sentence: str) -> bool:
    """Whether a figure is the sum of which another was paid: "300 million of the loan of 1
    billion".
    """
    at = sentence.find(figure.value.written)
    before = sentence[: max(at, 0)].casefold()
    return _called()[0].search(before) is not None or OF_WHICH.search(before) is not None


def refers(figure: Figure, sentence: str) -> bool:
    """Whether a sum is one that was told before, or a part of it: "its loan of 30 billion", "12
    billion of its loan for the railway".
    """
    at = sentence.find(figure.value.written)
    before, after = sentence[: max(at, 0)].casefold(), sentence[max(at, 0) :].casefold()
    rest = after[len(figure.value.written) :]
    _, known, part, earlier = _called()
    return at >= 0 and bool(known.search(before) or part.match(rest) or earlier.match(rest))


def clause(record: Record, sentence: str) -> str:
    """The part of a sentence between semicolons in which a figure stands, else all of it: "ten
    billion were pledged; four hundred million have reached us".
    """
    if not isinstance(record, Figure):
        return sentence
    parts = sentence.split(";")
    return next((part for part in parts if record.value.written in part), sentence)
