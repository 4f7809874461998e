"""A verdict with what it saw and why. No verdict without a reason."""

from decimal import Decimal
from typing import Literal

from msgspec import Struct

from legation.model.periods import Period

FigureVerdict = Literal[
    "matches",
    "matches_alt",
    "close",
    "sources_differ",
    "differs",
    "consistent",
    "inconsistent",
    "not_checkable",
]
AssertionVerdict = Literal["supported", "mixed", "contradicted", "not_checkable"]
Verdict = FigureVerdict | AssertionVerdict


class Observation(Struct, frozen=True, kw_only=True):
    """One official value with all that is needed to cite it."""

    dataset: str
    series: str
    value: Decimal
    unit: str
    period: Period
    vintage: str
    source: str
    definition: str
    licence: str | None = None


class Check(Struct, frozen=True, kw_only=True):
    """What the official series, or the document's own arithmetic, says of a figure or assertion.

    ``nearby`` are official numbers that look alike under definitions which the text does not
    license: shown, never a verdict. ``tried`` counts the definitions that were tried.
    """

    verdict: Verdict
    because: tuple[str, ...]
    nearby: tuple[Observation, ...] = ()
    observations: tuple[Observation, ...] = ()
    tried: int = 0
