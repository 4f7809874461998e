"""Numbers whose unit stands beside their neighbour: "a 7.1 billion surplus and a 5.5 billion dlr
deficit".
"""

from decimal import Decimal

from msgspec.structs import replace

from legation.lexicon import word_set
from legation.model import Quantity
from legation.records.measures import Anchor, Passage, words

BASES = {
    **{name: name for name in ("second", "minute", "hour", "day", "week", "month", "quarter")},
    **dict.fromkeys(("person", "capita", "head"), "person"),
}
EXTENTS = frozenset(
    ["km", "m", "nmi", "ft", "mi", "cm", "mm", "km2", "m2", "km/h", "°C", "acre", "V", "g/kWh"]
)
"""Units of lengths, areas, speeds, warmth and tension: how large a thing is, never how much of it
is traded.
"""
MONTHLY = word_set("figures", "units.monthly")
MEANS = word_set("figures", "units.means")
"""What tells a mean of months: a monthly number alone may be any month's."""
LARGE = Decimal(1_000_000)
"""A count below this is no sum of money that lost its sign."""


def completed(passage: Passage) -> tuple[Quantity, ...]:
    """The quantities of a passage; large bare numbers before a measure word take the one currency
    of the sentence.
    """
    currencies = {q.unit for q in passage.quantities if is_money(q)}
    if len(currencies) != 1:
        return passage.quantities
    currency = next(iter(currencies))
    return tuple(_priced(q, currency) for q in passage.quantities)


def rated(quantity: Quantity) -> str:
    """The unit with the time or head that the number is for: 700,000 barrels a day are ``bbl/day``,
    $40 a head ``USD/person``.

    A year is left out: what is traded a year is what a year's statistics tell.
    """
    base = BASES.get((quantity.per or "").lower())
    return (
        f"{quantity.unit}/{base}"
        if base and quantity.unit not in ("%", "pp", "x")
        else quantity.unit
    )


def by_month(passage: Passage, quantity: Quantity, anchor: Anchor | None) -> Quantity:
    """A number that is the mean of a year's months though only the measure word says so: "monthly
    exports averaged €2 billion"."""
    if quantity.per or anchor is None or not any(t.lower in MONTHLY for t in anchor.before):
        return quantity
    is_mean = any(t.lemma in MEANS or t.lower in MEANS for t in passage.sentence.tokens)
    return replace(quantity, per="month") if is_mean else quantity


def is_money(quantity: Quantity) -> bool:
    """Whether a quantity has a currency."""
    return (
        len(quantity.unit) == 3 and quantity.unit.isupper() and quantity.unit not in ("TEU", "BTU")
    )


def is_extent(quantity: Quantity) -> bool:
    """Whether a quantity tells the size of a thing: a pipeline of 220 km is no volume of
    anything.
    """
    return quantity.unit in EXTENTS


def _priced(quantity: Quantity, currency: str) -> Quantity:
    row = words().get((quantity.noun or "", "noun"))
    if quantity.unit != "count" or quantity.interval.low < LARGE or row is None:
        return quantity
    return replace(quantity, unit=currency, inherited=(*quantity.inherited, "unit"))
