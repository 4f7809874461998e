"""One trade beside another: "its imports from the region exceed its exports to it"."""

import re

from msgspec.structs import replace

from legation.checks import wording
from legation.checks.assertions.series import (
    Series,
    flow_words,
    of_flow,
    question,
    ruled,
    unsettled,
    years,
)
from legation.model import Assertion, AssertionVerdict, Check, Definition, Period, Question, Reading

WORDS = {
    "exports": re.compile(r"\bexport", re.IGNORECASE),
    "imports": re.compile(r"\bimport", re.IGNORECASE),
}
RULE = "the larger of the two in the newest year at hand"


def questions(reading: Reading, assertion: Assertion) -> list[Question]:
    """Both flows of one pair of parties."""
    return [
        question(assertion, d, "both flows")
        for p in years(reading, assertion)
        for d in _both(assertion, p)
    ]


def _both(assertion: Assertion, period: Period) -> list[Definition]:
    """The flow of the subject and that of the object; empty where the two are not the flows of one
    pair.
    """
    flow, other = of_flow(assertion, period), assertion.object or ""
    if flow is None or flow.measure not in WORDS or assertion.product is not None:
        return []
    opposite = next((m for m in WORDS if m != flow.measure and WORDS[m].search(other)), None)
    if opposite is None or WORDS[flow.measure].search(other):
        return []
    return [flow, replace(flow, measure=opposite)]


def judge(reading: Reading, assertion: Assertion, series: Series) -> Check:
    """Supported if the first is the larger (for "down", the smaller)."""
    for period in years(reading, assertion):
        both = _both(assertion, period)
        seen = [series.seen(d) for d in both]
        if len(seen) == 2 and seen[0] is not None and seen[1] is not None:
            larger = seen[0].value > seen[1].value
            verdict: AssertionVerdict = (
                "supported" if larger == (assertion.direction != "down") else "contradicted"
            )
            values = [wording.amount(o.value, o.unit) for o in seen if o is not None]
            told = [
                f"{flow_words(d)}: {v} in {wording.when(period)}"
                for d, v in zip(both, values, strict=True)
            ]
            return ruled(verdict, told, seen, series, RULE)
    return unsettled(_why(reading, assertion, series), series)


def _why(reading: Reading, assertion: Assertion, series: Series) -> str:
    asked = [d for p in years(reading, assertion)[:1] for d in _both(assertion, p)]
    if not asked:
        return "the two sides of the comparison are not two flows of one pair of parties"
    reasons = series.reasons(asked)
    return reasons[0] if reasons else "one of the two flows is not at hand"
