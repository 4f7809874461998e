"""Numbers that no series has, but several values of series together give: totals of partners and
reporters, and growth in another currency, each year at its own rate.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from legation.checks import currencies, licences, periods, totals, wording
from legation.model import Answer, Definition, Figure, Observation, Question, Reading, Record

BECAUSE = "a part of what is worked out"


class Derived(Struct, frozen=True, kw_only=True):
    """What is worked out: the sum of the parts, or the growth from the second to the first."""

    definition: Definition
    parts: tuple[Definition, ...]
    way: Literal["sum", "growth"]
    because: str
    is_alone: bool = True
    """Whether no series as published may speak beside it."""


def of_figure(
    reading: Reading, records: Sequence[Record], figure: Figure, stated: Definition
) -> Derived | None:
    """What has to be worked out for a figure; None where a series has it."""
    total = totals.read(reading, figure)
    if total is not None and total.codes:
        rows = [replace(stated, reporter=code) for code in total.reporters]
        rows += [replace(stated, partner=code) for code in total.partners]
        names = ", ".join(wording.country(code) for code in total.codes)
        return Derived(definition=stated, parts=tuple(rows), way="sum", because=f"{names} added up")
    unit = currencies.of_terms(licences.words_of(reading, figure))
    if unit is not None:
        return _growth(stated, unit, is_alone=True)
    beside = currencies.beside(records, figure)
    return _growth(stated, beside, is_alone=False) if beside is not None else None


def _growth(stated: Definition, unit: str, *, is_alone: bool) -> Derived | None:
    """The growth of amounts in another currency, from their two levels."""
    if stated.measure != "growth" or stated.flow is None:
        return None
    if unit == currencies.own(stated.reporter):
        return None
    base = stated.base or periods.shifted(stated.period, -1)
    if base is None:
        return None
    level = replace(stated, measure=stated.flow, flow=None, base=None, unit=unit)
    return Derived(
        definition=replace(stated, unit=unit),
        parts=(level, replace(level, period=base)),
        way="growth",
        because=f"both years converted to {unit}, each at its own rate",
        is_alone=is_alone,
    )


def questions(figure: Figure, found: Derived) -> Iterator[Question]:
    """The parts, which say nothing by themselves."""
    for part in found.parts:
        yield Question(record=figure.id, definition=part, licence="unlicensed", because=BECAUSE)


def is_part(answer: Answer) -> bool:
    """Whether an answer is to a part of something that is worked out."""
    return answer.question.because == BECAUSE


def answer(figure: Figure, found: Derived, answers: Sequence[Answer]) -> Answer:
    """What the parts give together; an absence with its reason where one is not at hand."""
    asked = Question(
        record=figure.id,
        definition=found.definition,
        licence="licensed",
        because=found.because,
    )
    held = {a.question.definition: a for a in answers if is_part(a)}
    parts = [held[d] for d in found.parts if d in held]
    seen = [a.observation for a in parts if a.observation is not None]
    if len(seen) < len(found.parts):
        why = next((a.reason for a in parts if a.observation is None), "")
        return Answer(question=asked, observation=None, absence="not_at_hand", reason=why)
    value = _value(found, [o.value for o in seen])
    if value is None:
        return Answer(
            question=asked, observation=None, absence="not_at_hand", reason="its base is nothing"
        )
    return Answer(
        question=asked,
        observation=_observed(found, seen, value),
        band=max(a.band for a in parts),
        early=max(a.early for a in parts),
        converted=found.way == "sum" and any(a.converted for a in parts),
    )


def _value(found: Derived, values: Sequence[Decimal]) -> Decimal | None:
    if found.way == "sum":
        return sum(values, Decimal(0))
    return (values[0] / values[1] - 1) * 100 if values[1] else None


def _observed(found: Derived, seen: Sequence[Observation], value: Decimal) -> Observation:
    """One observation that names its parts with their values."""
    first = seen[0]
    told = [f"{o.definition}: {wording.amount(o.value, o.unit)}" for o in seen]
    words = (
        f"sum of {'; '.join(told)}" if found.way == "sum" else f"growth of {' against '.join(told)}"
    )
    return replace(
        first,
        series=" + ".join(dict.fromkeys(o.series for o in seen)),
        value=value,
        unit=first.unit if found.way == "sum" else "%",
        definition=words,
    )
