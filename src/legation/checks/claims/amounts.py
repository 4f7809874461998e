"""The numbers of a claim in the unit of a series: percent, counts, tonnes, one doctor for 600
people.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from legation.checks.claims import words
from legation.lexicon import table
from legation.model import Reading, Span
from legation.model.mentions import Qualifier

NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
RATIO = re.compile(
    rf"(?<![\d:])(?P<some>\d{{1,3}})\s?:\s?(?P<low>{NUMBER})(?:\s?[-–]\s?(?P<high>{NUMBER}))?(?![\d:])"
)
EVERY = re.compile(
    rf"\b(?:only |just )?(?P<some>one|1|two|2|three|3|a)\s+(?:[a-z]+\s){{1,3}}(?:for|per|to"
    r"|in)\s+(?:every\s+)?"
    rf"(?P<low>{NUMBER})(?P<high>)",
    re.I,
)
PER = re.compile(
    r"\s*(?:[a-z]+\s){0,3}?(?:per|for every|in every|out of every|out of)\s+(?P<base>\d[\d,]*"
    r"|thousand|million)\b",
    re.I,
)
YEARS = re.compile(rf"(?P<low>{NUMBER})(?: |-)years?\b(?! ago| of age| old| later)", re.I)
BASES = {"thousand": 1e3, "million": 1e6}
TIMES = {"minute": 525_600.0, "hour": 8760.0, "day": 365.0, "week": 52.14, "month": 12.0}
SPOKEN = {"one": 1.0, "a": 1.0, "two": 2.0, "three": 3.0}


class UnitRow(Struct, frozen=True):
    """A row of ``claim_units.csv``."""

    kind: str
    factor: float
    words: tuple[str, ...]


class Amount(Struct, frozen=True):
    """A number as written: any value from ``low`` to ``high`` could have been written so.
    ``yearly`` counts of it make a year.
    """

    span: Span
    low: float
    high: float
    kind: str
    qualifier: Qualifier = "exact"
    yearly: float = 1.0

    @property
    def middle(self) -> float:
        """The number itself."""
        return (self.low + self.high) / 2


class Unit(Struct, frozen=True):
    """What a series counts: its kind, and how many base units one of its units is."""

    kind: str
    factor: float


def amounts(reading: Reading) -> list[Amount]:
    """The numbers of a claim in order; the parts of a ratio are one number."""
    text = reading.document.text
    found = [*_ratios(text), *_spans_of_years(text)]
    taken = [amount.span for amount in found if amount.kind == "per"]
    for quantity in reading.quantities:
        if any(span.overlaps(quantity.span) for span in taken):
            continue
        low, high = (float(quantity.interval.low), float(quantity.interval.high))
        if quantity.range:
            low, high = (float(end) for end in quantity.range)
        amount = Amount(quantity.span, low, high, quantity.unit, quantity.qualifier)
        base = PER.match(text, quantity.span.end)
        if base and quantity.unit == "count":
            amount = _per(amount, base)
            taken.append(amount.span)
        found.append(_in_a_year(amount, text))
    return sorted(found, key=lambda amount: amount.span)


def _ratios(text: str) -> Iterator[Amount]:
    for match in (*RATIO.finditer(text), *EVERY.finditer(text)):
        some = SPOKEN.get(match["some"].lower()) or _number(match["some"])
        low, high = _number(match["low"]), _number(match["high"] or match["low"])
        if low > 1 and high > 1:
            yield Amount(
                Span(*match.span()),
                some / max(low, high),
                some / min(low, high),
                "per",
                qualified(text, match.start()),
            )


def _spans_of_years(text: str) -> Iterator[Amount]:
    for match in YEARS.finditer(text):
        number = _number(match["low"])
        half = 0.5 if number == int(number) else 0.05
        yield Amount(
            Span(*match.span()),
            number - half,
            number + half,
            "year",
            qualified(text, match.start()),
        )


def qualified(text: str, at: int) -> Qualifier:
    """The qualifier just before a position, for numbers that the mentions do not know."""
    before = text[max(0, at - 24) : at].lower().rstrip()
    if re.search(r"(?:about|around|roughly|approximately|nearly|almost|some)(?: the)?$", before):
        return "about"
    if re.search(r"(?:more than|over|above|at least|exceeds?|exceeded)(?: an?| the)?$", before):
        return "over"
    return (
        "under"
        if re.search(r"(?:less than|under|below|fewer than|at most)(?: an?| the)?$", before)
        else "exact"
    )


def _number(written: str) -> float:
    return float(written.replace(",", "").rstrip(".") or 0)


def _per(amount: Amount, base: re.Match[str]) -> Amount:
    of = BASES.get(base["base"].lower()) or _number(base["base"]) or 1.0
    return replace(
        amount,
        span=Span(amount.span.start, base.end()),
        low=amount.low / of,
        high=amount.high / of,
        kind="per",
    )


def _in_a_year(amount: Amount, text: str) -> Amount:
    """ "Ten every hour" are 87,600 a year; the words may stand anywhere in the clause."""
    clause = text[max(0, amount.span.start - 60) : amount.span.end + 100]
    times = next((number for cue, number in TIMES.items() if words.has(cue, clause)), 1.0)
    return replace(amount, yearly=times) if amount.kind == "count" else amount


@cache
def unit(written: str) -> Unit | None:
    """The kind and factor of the unit of a series; ``None`` where it cannot be told."""
    plain = f" {written.lower()} "
    base = re.search(
        r"per (\d[\d,]*|million|thousand) ?(?:people|population|adults|inhabitants|live "
        r"births|women|births|children)?",
        plain,
    )
    if base:
        return Unit("per", 1 / (BASES.get(base[1]) or _number(base[1])))
    for row in table("claim_units", UnitRow):
        if any(re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", plain) for word in row.words):
            return Unit(row.kind, row.factor)
    return None


def convertible(amount: Amount, of: Unit | None) -> bool:
    """Whether a number can be read in the unit of a series."""
    if amount.kind == "count" and amount.middle == 0:
        return of is not None  # none is none in any unit
    return of is not None and (
        amount.kind == of.kind or (amount.kind == "count" and of.kind in {"score", "rate"})
    )


def converted(amount: Amount, of: Unit) -> Amount:
    """The number in units of the series, for a year."""
    times = amount.yearly / of.factor
    return replace(amount, low=amount.low * times, high=amount.high * times)


def levels(found: Sequence[Amount]) -> list[Amount]:
    """Those that are levels: factors ("doubled") are none."""
    return [amount for amount in found if amount.kind not in {"x", "pp"}]
