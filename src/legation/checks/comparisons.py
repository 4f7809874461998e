"""An official value held against a written figure: inside it, near it, or far from it."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from legation.checks import currencies, members, periods, tolerances, wording
from legation.checks.bounds import Bounds
from legation.model import Answer, Definition, Figure, Observation, Reading, months

RATE_SLACK = Decimal("0.015")
"""``close``: how far the European Central Bank's mean of a period may be from the rate that a
writer used.
"""
RATE_EXCUSED = Decimal("0.06")
"""``differs``: the euro moved up to six per cent around its yearly mean in most years since 2010;
nearer than that is no call.
"""
BAND_EXCUSED = Decimal("1.5")
REVISION_EXCUSED = Decimal("0.01")
"""``differs``: half as much again as the band (for members it is the 95th percentile, not the
largest seen), and never under one per cent: without it, five true figures of 6,000 in the
simulation of 2026-11-23 were called different."""
GROWTH_EXCUSED = Decimal(2)
"""Percentage points: growth of two revised values (1.2 % each at most) may move by so much."""
CLOSED = 11
"""Months from the last of a period until its figures are closed: those of a year are by October of
the next (``revision_bands``).
"""
SLIP = 5
ORDER = {"stated": 0, "licensed": 1, "mirror": 2, "unlicensed": 3}


class Sighting(Struct, frozen=True):
    """One official value beside the figure. ``value`` is signed and scaled as the figure is
    written.
    """

    licence: str
    because: str
    definition: Definition
    observation: Observation
    value: Decimal
    inside: bool
    nearly: bool
    far: bool
    monthly: bool = False
    factor: bool = False
    beside: Bounds | None = None
    """The written interval, that a value just outside it is told with digits enough."""

    def lies_within(self, figure: Figure) -> str:
        """ "12.110 bn EUR lies within €12.05–12.15 bn: EU27 exports of goods to Kazakhstan, 2023
        (…)".
        """
        return (
            f"{self._amount()} lies within {_interval(figure)}: {wording.cited(self.observation)}"
        )

    def lies_near(self, figure: Figure) -> str:
        """The same just outside, within what revisions and exchange rates move."""
        near = f"lies just outside {_interval(figure)}, within what revisions and rates move"
        return f"{self._amount()} {near}: {wording.cited(self.observation)}"

    def lies_outside(self, figure: Figure) -> str:
        """The same far outside, with the distance."""
        if tolerances.printed(figure).holds(-self.value):
            return (
                f"{self._amount()}: the text has it the other way round: "
                f"{wording.cited(self.observation)}"
            )
        off = wording.off_by(figure.value.middle, self.value)
        if observation_is_ratio(self.observation) and not self.factor:
            off = wording.points(figure.value.middle - self.value)
        return (
            f"{self._amount()}, not {_interval(figure)}: the text is {off}: "
            f"{wording.cited(self.observation)}"
        )

    def beyond(self, figure: Figure) -> bool:
        """Whether an amount is more than five times as large or as small: a slip in reading is
        likelier than a false claim.
        """
        if observation_is_ratio(self.observation) or not self.value or not figure.value.middle:
            return False
        times = abs(figure.value.middle / self.value)
        return times > SLIP or times * SLIP < 1

    def has(self) -> str:
        """The official value with its definition."""
        return f"{wording.cited(self.observation)} has {self._amount()}"

    def _amount(self) -> str:
        is_same = abs(self.observation.value) == abs(self.value)
        beside = self.beside if is_same else None
        told = wording.amount(self.observation.value, self.observation.unit, beside)
        if self.monthly:
            return f"{told} ({wording.amount(self.value, self.observation.unit)} a month)"
        if self.factor:
            return f"{told} ({wording.times(self.value)})"
        return told


def _interval(figure: Figure) -> str:
    return wording.interval(tolerances.printed(figure), figure.unit)


def observation_is_ratio(observation: Observation) -> bool:
    """Whether it is a percentage, where small numbers are often far apart."""
    return observation.unit == "%"


def sightings(reading: Reading, figure: Figure, answers: Sequence[Answer]) -> tuple[Sighting, ...]:
    """All answers that hold a value, best licence first; the order of the answers does not matter.

    A mirror that only repeats the number already asked for (as nobody reports the other side) is
    not a second source.
    """
    own = {a.observation for a in answers if a.question.licence in ("stated", "licensed")}
    asked = (a for a in answers if a.question.licence != "mirror" or a.observation not in own)
    seen = [
        _sighting(reading, figure, a, a.observation) for a in asked if a.observation is not None
    ]
    return tuple(
        sorted(
            seen, key=lambda s: (ORDER[s.licence], not s.inside, not s.nearly, repr(s.definition))
        )
    )


def _sighting(
    reading: Reading, figure: Figure, answer: Answer, observation: Observation
) -> Sighting:
    value = _as_written(figure, answer.question.definition, observation.value)
    printed = tolerances.printed(figure)
    return Sighting(
        licence=_licence(answer),
        because=answer.question.because,
        definition=answer.question.definition,
        observation=observation,
        value=value,
        inside=printed.holds(value),
        nearly=printed.meets(_near(reading, answer, value)),
        monthly=figure.unit.endswith(currencies.A_MONTH),
        beside=printed,
        factor=figure.measure == "growth" and observation.unit == "%" and figure.unit != "%",
        far=not tolerances.excusable(figure).meets(_forgiving(reading, figure, answer, value)),
    )


def _near(reading: Reading, answer: Answer, value: Decimal) -> Bounds:
    """What the value may have been at another vintage, or at another rate of the same period."""
    band = max(answer.band, answer.early) if _is_early(reading, answer) else answer.band
    return _band(value, band + (RATE_SLACK if _converted(answer) else 0))


def _is_early(reading: Reading, answer: Answer) -> bool:
    """Whether the writer may have had a first print before him: the text came out before the year
    was closed, or does not say when it did.
    """
    published, end = reading.document.published, answer.question.definition.period.end
    if published is None or end is None:
        return True
    return periods.months_long(months(end, max(end, published))) <= CLOSED


def _forgiving(reading: Reading, figure: Figure, answer: Answer, value: Decimal) -> Bounds:
    """The widest that a writer's value of the same definition may have been."""
    revised = max(answer.band * BAND_EXCUSED, REVISION_EXCUSED)
    give = _band(value, max(revised, RATE_EXCUSED) if _converted(answer) else revised)
    if figure.measure == "growth" and answer.question.definition.measure != "change":
        reach = GROWTH_EXCUSED if figure.unit == "%" else GROWTH_EXCUSED / 100
        give = give.with_(Bounds(value - reach, value + reach))
    room = members.room_for_28(reading, answer.question.definition)
    return give.with_(Bounds(min(value, value * (1 + room)), max(value, value * (1 + room))))


def _converted(answer: Answer) -> bool:
    if answer.converted is not None:
        return answer.converted
    return currencies.is_converted(answer.question.definition)


def _licence(answer: Answer) -> str:
    """That of the question; where it was licensed for its currency alone and no rate was needed,
    it is the stated one after all.
    """
    asked = answer.question
    by_currency = currencies.reason(asked.definition, currencies.of_series(asked.definition))
    if answer.converted is False and asked.because == by_currency:
        return "stated"
    return asked.licence


def _band(value: Decimal, part: Decimal) -> Bounds:
    return Bounds(value, value).widened(part)


def _as_written(figure: Figure, definition: Definition, value: Decimal) -> Decimal:
    if definition.measure == "growth" and figure.unit != "%":
        return 1 + value / 100
    if figure.unit.endswith(currencies.A_MONTH):
        value /= max(periods.months_long(definition.period), 1)
    return _favoured(figure, definition, value)


def _favoured(figure: Figure, definition: Definition, value: Decimal) -> Decimal:
    """A balance is written without a sign, in somebody's favour; the series has the asked
    reporter's exports less imports.
    """
    if figure.measure != "balance" or definition.measure != "balance":
        return value
    if figure.value.low < 0:
        return value if _counts_for(definition.reporter, figure.reporter) else -value
    if figure.in_favour_of is None:
        return abs(value)
    return value if _counts_for(definition.reporter, figure.in_favour_of) else -value


def _counts_for(reporter: str, code: str | None) -> bool:
    return code is not None and reporter.split(":")[0] == code.split(":")[0]
