"""Assertions: claims with no number that a number could settle, held to a rule that is printed.

Each kind is a room file with two functions: what to ask, and what the answers say.
"""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from legation.checks import leftovers
from legation.checks.assertions import (
    comparisons,
    diversity,
    dominance,
    framed,
    ranks,
    supplies,
    trends,
)
from legation.checks.assertions.series import Series
from legation.model import Answer, Assertion, Check, Question, Reading

__all__ = ["check", "questions"]

Asking = Callable[[Reading, Assertion], list[Question]]
Judging = Callable[[Reading, Assertion, Series], Check]

SETTLED = frozenset({"supported", "mixed", "contradicted"})
OPINIONS = {
    "influence",
    "presence",
    "stakes",
    "role",
    "importance",
    "relations",
    "cooperation",
    "engagement",
    "interest",
    "dependence",
    "connectivity",
    "projects",
    "contacts",
    "tension",
    "pressure",
    "support",
    "demand",
}
"""What has no agreed measure: whoever says it, it is an attributed opinion."""
UNMEASURED = {
    "investment": "no series of bilateral investment at hand",
    "production": "no series of production at hand",
    "volume": "no series of quantities carried at hand",
    "tourism": "no series of tourism at hand",
    "visits": "no register of visits at hand",
    "exchanges": "no register of exchanges at hand",
    "gdp": "no series of national accounts at hand",
    "aid": "no series of aid at hand",
    "lending": "no series of lending at hand",
    "share": "the text does not say of what the share is",
}


def questions(reading: Reading, assertion: Assertion) -> list[Question]:
    """What an assertion asks of the statistics; nothing where no series could settle it."""
    frame = framed.frame(reading, assertion)
    if frame is not None:
        return framed.questions(reading, assertion, frame)
    asking = _rules(assertion)
    return asking[0](reading, assertion) if asking else []


def check(reading: Reading, assertion: Assertion, answers: Sequence[Answer]) -> Check:
    """The verdict on an assertion, with its rule, universe and stage in the reasons."""
    frame = framed.frame(reading, assertion)
    if frame is not None:  # every word of the sentence has its place in it
        return framed.judge(reading, assertion, Series(answers), frame)
    rules = _rules(assertion)
    if rules is None:
        return Check(verdict="not_checkable", because=(_why_not(assertion),))
    made = rules[1](reading, assertion, Series(answers))
    words = leftovers.left_over(reading, assertion) if made.verdict in SETTLED else []
    if not words:
        return made
    reasons = (leftovers.told(words), *made.because)
    return replace(made, verdict="not_checkable", because=reasons)


def _rules(assertion: Assertion) -> tuple[Asking, Judging] | None:
    if (
        assertion.measure in OPINIONS
        or assertion.measure in UNMEASURED
        or assertion.measure is None
    ):
        return None
    match assertion.assertion:
        case "dominance" if assertion.measure == "supply":
            return supplies.questions, supplies.judge
        case "dominance":
            return dominance.questions, dominance.judge
        case "rank":
            return ranks.questions, ranks.judge
        case "trend":
            return trends.questions, trends.judge
        case "diversity":
            return diversity.questions, diversity.judge
        case "comparison":
            return comparisons.questions, comparisons.judge
    return None


def _why_not(assertion: Assertion) -> str:
    if assertion.measure in UNMEASURED:
        return UNMEASURED[assertion.measure]
    named = assertion.measure or "this"
    return f"no agreed measure of {named}: an opinion, told with whose it is"
