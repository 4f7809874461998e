"""Shares and factors in words: "half", "a third of", "two-thirds", "one in five", "doubled",
"threefold".
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from legation.lexicon import word_map, word_pattern
from legation.mentions.quantities import units
from legation.mentions.quantities.candidates import Candidate
from legation.mentions.quantities.numerals import Numeral, words
from legation.mentions.quantities.units import Unit

PERCENT = Unit("%")
FACTOR = Unit("x")
PARTS = word_map("quantities", "fractions.parts", int)
HALF = Decimal("0.5")
TIMES = word_map("quantities", "fractions.times", Decimal)
"""What a verb of growth multiplies by."""
COUNT = r"(?:one|two|three|four|five|six|seven|eight|nine|ten)"
PART = r"(?:thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|twentieths?)"
SHARE = word_pattern("quantities", "fractions.share", COUNT=COUNT, PART=PART)
AFTER_SHARE = word_pattern("quantities", "fractions.after_share")
NEEDS = word_pattern("quantities", "fractions.needs")
NOT_HALF = word_pattern("quantities", "fractions.not_half")
NOT_HALF_AFTER = word_pattern("quantities", "fractions.not_half_after")
QUARTER_OF_TIME = word_pattern("quantities", "fractions.quarter_of_time")
GREW = word_pattern("quantities", "fractions.grew", TIMES="|".join(TIMES), COUNT=COUNT)
SCALE_AFTER = word_pattern("quantities", "fractions.scale_after")
ONE_AFTER = word_pattern("quantities", "fractions.one_after")
PART_OF_ONE = word_pattern("quantities", "fractions.part_of_one")
BED = word_pattern("quantities", "fractions.bed")


def find(low: str) -> Iterator[Candidate]:
    """Shares as percentages and factors with unit ``x``, in a lower-case paragraph."""
    for match in SHARE.finditer(low):
        share = _share(low, match)
        if share is not None:
            yield _candidate(match, share * 100, PERCENT)
    for match in PART_OF_ONE.finditer(low):
        unit = units.after(low, low, match.end() - 1)
        if unit and not unit[0].money:
            yield _part_of_one(match, *unit)
    for match in GREW.finditer(low):
        factor = _factor(low, match)
        if factor is not None:
            yield _candidate(match, factor, FACTOR)


def _candidate(match: re.Match[str], value: Decimal, unit: Unit) -> Candidate:
    numeral = Numeral(match.start(), match.end(), match.end(), value, Decimal(1), True)
    return Candidate(
        start=match.start(), end=match.end(), numeral=numeral, unit=unit, fraction=True
    )


def _part_of_one(match: re.Match[str], unit: Unit, end: int) -> Candidate:
    """ "Half a percentage point" is a number with a unit, no share."""
    part = (
        Decimal("0.5")
        if match["half"]
        else Decimal("0.25")
        if match["quarter"]
        else Decimal("0.75")
    )
    bare = match.end("half") if match["half"] else match.end() - 1
    return Candidate(
        start=match.start(),
        end=end,
        numeral=Numeral(match.start(), bare, end, part, Decimal(1), True),
        unit=unit,
    )


def _share(low: str, match: re.Match[str]) -> Decimal | None:
    ahead = low[max(0, match.start() - 16) : match.start()]
    if (
        SCALE_AFTER.match(low, match.end())
        or ONE_AFTER.match(low, match.end())
        or (match.group() == "a half" and ahead.endswith("and "))
    ):
        return None
    if match["half"]:
        clear = not NOT_HALF.search(ahead) and not NOT_HALF_AFTER.match(low, match.end())
        return Decimal("0.5") if clear else None
    if match["in"]:
        part, whole = number(match["in"]), number(match["of"])
        return (
            part / whole
            if 0 < part < whole <= 1000
            and not low.startswith((" years", " months", " days"), match.end())
            else None
        )
    many = Decimal(1) if match["many"] in {"a", "an"} else number(match["many"])
    parts = PARTS[match["part"].rstrip("s")]
    if match["many"] in {"a", "an", "one"} and (not _is_share(low, match, ahead)):
        return None
    if match["part"].startswith("quarter") and (
        QUARTER_OF_TIME.match(low, match.end()) or many > 3
    ):
        return None
    return many / parts


def _is_share(low: str, match: re.Match[str], ahead: str) -> bool:
    if low.startswith((" of ", " the "), match.end()) or low[
        match.start() : match.end()
    ].startswith("one-"):
        return True
    return bool(AFTER_SHARE.match(low, match.end())) and bool(NEEDS.search(ahead))


def _factor(low: str, match: re.Match[str]) -> Decimal | None:
    if match["verb"]:
        return None if BED.match(low, match.end()) else TIMES[match["verb"]]
    return number(match["fold"] or match["times"])


def number(written: str) -> Decimal:
    """A small number in digits or one word."""
    return words()[written].value if written in words() else Decimal(written.replace(",", "."))
