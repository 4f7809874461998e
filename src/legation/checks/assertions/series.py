"""The answers of one assertion by definition, and the years that it may be about."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Literal

from legation.checks import currencies, periods, wording
from legation.model import (
    Answer,
    Assertion,
    AssertionVerdict,
    Check,
    Definition,
    Observation,
    Period,
    Question,
    Reading,
    year,
)
from legation.model.series import SeriesMeasure

LOOK_BACK = 6
"""Full years before the text that an assertion without a date may be about: a rule of ours,
printed with the year used.
"""
UNDATED = 2025
"""The year before which a text without a date is read."""
Licence = Literal["stated", "licensed"]
MEASURES: dict[str, SeriesMeasure] = {
    "exports": "exports",
    "imports": "imports",
    "trade_total": "trade_total",
    "balance": "balance",
}


class Series:
    """Answers by what was asked."""

    def __init__(self, answers: Sequence[Answer]) -> None:
        self._held = {a.question.definition: a for a in answers}

    def seen(self, definition: Definition) -> Observation | None:
        """The observation of a definition; none where it was not asked or not at hand."""
        answer = self._held.get(definition)
        return answer.observation if answer else None

    def value(self, definition: Definition) -> Decimal | None:
        """Its value."""
        seen = self.seen(definition)
        return seen.value if seen else None

    def reasons(self, definitions: Iterable[Definition]) -> list[str]:
        """Why those definitions gave nothing, without repeats."""
        answers = [self._held[d] for d in definitions if d in self._held]
        return list(dict.fromkeys(a.reason for a in answers if a.observation is None and a.reason))

    def unpublished(self, definition: Definition) -> bool:
        """Whether the source was asked and lists no such thing: not the same as not at hand."""
        answer = self._held.get(definition)
        return answer is not None and answer.absence == "not_published"

    @property
    def tried(self) -> int:
        """How many definitions were tried."""
        return len(self._held)


def question(
    assertion: Assertion, definition: Definition, because: str, licence: Licence = "stated"
) -> Question:
    """A question of an assertion."""
    return Question(record=assertion.id, definition=definition, licence=licence, because=because)


def years(reading: Reading, assertion: Assertion, back: int = LOOK_BACK) -> list[Period]:
    """The periods to look at, newest first: the one stated, else the full years before the text."""
    if assertion.period is not None and periods.whole(assertion.period):
        return [assertion.period]
    published = reading.document.published
    newest = published.year - 1 if published else UNDATED
    return [year(newest - n) for n in range(back) if newest - n > 1]


def sides(definition: Definition) -> tuple[Definition, Definition]:
    """The reporter's own number, then the partner's for the same trade."""
    return definition, definition.mirror


def ruled(
    verdict: AssertionVerdict,
    because: Sequence[str],
    seen: Iterable[Observation | None],
    series: Series,
    rule: str,
) -> Check:
    """A verdict that says its rule."""
    return Check(
        verdict=verdict,
        because=(*because, f"rule: {rule}"),
        observations=tuple(dict.fromkeys(o for o in seen if o is not None)),
        tried=series.tried,
    )


def unsettled(why: str, series: Series) -> Check:
    """No verdict, and why."""
    return Check(verdict="not_checkable", because=(why,), tried=series.tried)


def of_flow(assertion: Assertion, period: Period) -> Definition | None:
    """The trade that an assertion is about, all goods; none where a side is missing."""
    if (
        assertion.reporter is None
        or assertion.partner is None
        or assertion.reporter == assertion.partner
    ):
        return None
    measure = MEASURES.get(assertion.measure or "")
    if measure is None:
        return None
    return Definition(
        measure=measure,
        reporter=assertion.reporter,
        partner=assertion.partner,
        period=period,
        unit=currencies.own(assertion.reporter),
    )


def flow_words(definition: Definition) -> str:
    """ "EU imports from Kazakhstan" in the words of the definition."""
    noun = {
        "exports": "exports to",
        "imports": "imports from",
        "trade_total": "trade with",
        "balance": "trade balance with",
    }
    named = noun.get(definition.flow or definition.measure, "trade with")
    owner = wording.country(definition.reporter).removeprefix("the ")
    return f"{owner} {named} {wording.country(definition.partner)}"
