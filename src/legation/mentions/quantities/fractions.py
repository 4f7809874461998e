"""Shares and factors in words: "half", "a third of", "two-thirds", "one in five", "doubled",
"threefold".
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from legation.lexicon import word_map
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
SHARE = re.compile(
    rf"(?<![\w-])(?:(?P<many>{COUNT}|an?)[ -](?P<part>{PART})|(?P<in>{COUNT}|\d{{1,2}}) (?:in"
    rf"|out of)(?: every)? (?P<of>{COUNT}|\d{{1,4}})"
    r"|(?P<half>(?:one[- ]|a )?half))(?![\w-])"
)
AFTER_SHARE = re.compile(
    r"(?: (?:of|to|from|in|more|less|higher|lower|since|by|over|compared|last|this|during"
    r"|between|and|as|on|up|down"
    r"|smaller|larger|bigger|are|is|were|was|came|come|went|goes|go|the|its|their|our|his|her"
    r"|that|what|those"
    r"|all)(?![a-z])|[.,;:!?)—–\"”]|$)"
)
NEEDS = re.compile(
    r"(?:\b(?:by|about|nearly|around|almost|than|over|some|roughly|only|just|least|most|to|of"
    r"|from|with|for|and|is|was"
    r"|are|were|up|under|approximately|account\w*|represent\w*|another|a further) |^)$"
)
NOT_HALF = re.compile(
    r"\b(?:first|second|latter|former|other|last|1st|2nd|better|final|early|next|previous"
    r"|each|either|and a|in) $"
)
NOT_HALF_AFTER = re.compile(
    r" (?:past|hour|year|time|day|way|dozen|century|term|heart|an hour|a year|a century|a day"
    r"|a decade|a dozen|a million"
    r"|a billion)\b| a (?:m|b|tr)illion"
)
QUARTER_OF_TIME = re.compile(
    r" (?:of (?:\d{4}|the (?:year|fiscal|financial)|this year|last year|next year)|in|ago"
    r"|earlier)\b"
)
GREW = re.compile(
    rf"(?<![\w-])(?P<verb>{'|'.join(TIMES)})(?![\w-])|(?<![\w-])(?P<fold>{COUNT}|ten|two"
    r"|\d+(?:\.\d+)?)[- ]?fold(?![a-z])"
    rf"|(?<![\w-])(?P<times>{COUNT}|\d+(?:[.,]\d+)?) times(?= (?:more|as|higher|larger|bigger"
    r"|greater|the|that|its|over"
    rf"|faster|less|lower|what)\b|[.,;]| since)"
)
SCALE_AFTER = re.compile(
    r"(?: of)?(?: an?)? (?:million|billion|trillion|thousand|hundred|dozen)(?![a-z])"
)
ONE_AFTER = re.compile(
    r"(?: of)? an? (?:per ?cent|percentage|tonne|ton|barrel|kilo|mile|litre|hectare|degree|metre)"
)
PART_OF_ONE = re.compile(
    r"(?<![\w-])(?:(?P<half>half)|(?:a|one)[ -](?P<quarter>quarter)|(?P<three>three)[ "
    r"-]quarters)(?: of)? an? "
)
BED = re.compile(
    r" (?:bed|room|track|check|digit|standard|taxation|down|glaz|agent|murder|gold|silver"
    r"|bind|negative|deck|click|entry)|-"
)


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
