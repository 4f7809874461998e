"""Whether a figure is as sure as its measure word: every doubt is asked, one is enough."""

from collections.abc import Callable
from functools import cache
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from legation.lexicon import table
from legation.model import Tier
from legation.records.confidence import tier
from legation.records.figures.candidates.drafts import FLOWS, Settled
from legation.records.figures.features import context_doubts, single_slots, telling
from legation.records.figures.features.case import Case
from legation.records.figures.features.signs import signs
from legation.records.figures.slots.parties import is_ranked
from legation.records.ranking import Candidate, Preference

WEIGHTS = "figures.json"

CONFIDENCE = {
    "grammar": 0.9,
    "order": 0.78,
    "far": 0.65,
    "converted": 0.85,
    "list": 0.85,
    "context": 0.7,
    "none": 0.55,
}
"""By how the measure was found; to be held to the measurements in ``docs/quality.md``."""
DOUBT = 0.25
"""What doubts, a struck-out side or a part that we cannot name cost: enough to take any figure
from the ``sure`` ones.
"""
FEW_LENT, LENT = 2, 0.1
"""How many fields context may lend a figure, and what more than that cost: with three the chance
that one of them is another's is no longer that of the measure word. Not measured apart from the
others: the curve of confidence (``docs/quality.md``) is read off the sum of all of them.
"""
TOO_MANY = 2
"""How many doubts are too many, however likely a figure is: of those likely at .45 and more 57 %
were right without a doubt, 51 with one, 48 with more (folds of train, and test, 2026-12-01)."""
OTHERS = 0.75
"""How likely a number must be that is not of trade or investment: from there on 77 % were right."""
LEAST = 0.05
"""No figure that is told is surely wrong."""
WEAKER = {"other": 0.75, "count": 0.65, "volume": 0.8}
AHEAD = frozenset({"pledge", "target", "forecast"})
"""Natures of what has not come about."""


def confidence(case: Case, model: Preference | None) -> float:
    """The chance that the core of a figure is right, by the trained weights; without them how sure
    its measure word is.
    """
    by_word = certainty(case.settled)
    if model is None:
        return by_word
    right = Candidate(case, "figure", tuple(features(case)))
    return round(model.shares([right, Candidate(None, "none", ())])[0], 3)


def shown(case: Case, chance: float) -> Tier:
    """Whether a figure with that chance of being right is ``sure``. Trade of nobody never is, nor
    what has not come about or is too doubtful. Other numbers than those of trade and
    investment are told too loosely; counts are facts beside the story.
    """
    settled = case.settled
    nobody = settled.sides.reporter is None and settled.sides.partner is None
    if (nobody and settled.draft.measure in FLOWS) or settled.draft.measure == "count":
        return "possible"
    if settled.nature in AHEAD or _is_too_doubtful(case):
        return "possible"
    if not is_ranked(settled.draft) and chance < OTHERS:
        return "possible"
    return tier("figure", chance)


def _is_too_doubtful(case: Case) -> bool:
    """One doubt about its words is enough; what context lent was weighed when it was chosen, and
    only two doubts about that are too many."""
    raised = doubts(case)
    return len(raised) >= TOO_MANY or any(told()[name].about == "words" for name in raised)


def reasons(case: Case) -> dict[str, str]:
    """The doubts that a figure raises, in words, by the field that they are about."""
    known = told()
    return {known[name].field: known[name].words for name in doubts(case)}


class Reason(Struct, frozen=True):
    """A row of ``figure_doubts.csv``."""

    doubt: str
    field: str
    about: Literal["words", "context"]
    words: str


@cache
def told() -> dict[str, Reason]:
    """What each doubt means, by its name."""
    return {row.doubt: row for row in table("figure_doubts", Reason)}


def features(case: Case) -> list[str]:
    """All that is weighed for and against a figure: the signs, each doubt by its name, and how sure
    its measure word is.
    """
    raised = [f"doubt={name}" for name in doubts(case)]
    sure = f"by word={int(certainty(case.settled) * 20)}"
    return ["a figure", *signs(case), *raised, f"doubts={min(len(raised), 2)}", sure]


def doubts(case: Case) -> list[str]:
    """The names of the doubts that a figure raises."""
    return [doubt.__name__ for doubt in DOUBTS if doubt(case)]


def verified(case: Case) -> Settled:
    """The figure of a case, marked where anything speaks against it."""
    if case.settled.is_doubtful:
        return case.settled
    return replace(case.settled, is_doubtful=any(doubt(case) for doubt in DOUBTS))


def certainty(settled: Settled) -> float:
    """How sure the whole figure is: how its measure was found, less where much comes from
    context.
    """
    drafted = settled.draft
    sure = CONFIDENCE[drafted.how] * WEAKER.get(drafted.measure, 1.0)
    if len(settled.inherited) > FEW_LENT:
        sure -= LENT
    if settled.is_doubtful or _incomplete(settled):
        sure -= DOUBT
    return round(max(sure, LEAST), 3)


def _incomplete(settled: Settled) -> bool:
    """A share of we know not what, trade of nobody or of no time, and what is only hoped, asked or
    pledged: a second reader found every fourth of the sure figures wrong, and most of those among
    these."""
    if settled.draft.measure == "share":
        return not settled.draft.of
    if settled.nature in AHEAD:
        return True
    nobody = settled.sides.reporter is None and settled.sides.partner is None
    return settled.draft.measure in FLOWS and (settled.period is None or nobody)


DOUBTS: tuple[Callable[[Case], bool], ...] = (
    context_doubts.borrowed_partner,
    context_doubts.no_trader,
    context_doubts.of_firms,
    context_doubts.unclear_balance,
    context_doubts.of_a_whole,
    context_doubts.of_unnamed_goods,
    context_doubts.repeats_a_doubt,
    context_doubts.price_of_a_firm,
    context_doubts.several_owners,
    context_doubts.of_an_index,
    telling.of_no_plain_share,
    telling.not_done,
    telling.of_lent_time,
    telling.of_stock_or_flow,
    telling.without_some,
    telling.of_a_record,
    telling.of_two_things,
    telling.of_vague_time,
    telling.of_another_start,
    telling.of_what_stands_before,
    telling.of_another_owner,
    telling.of_some_goods,
    telling.of_nobodys_investment,
    telling.of_a_mark,
    telling.of_a_short_while,
    telling.of_the_share_before,
    telling.of_a_market,
    telling.of_a_tariff,
    single_slots.of_shared_money,
    single_slots.of_some_months,
    single_slots.on_average,
    single_slots.of_a_loan,
    single_slots.of_it,
    single_slots.of_an_overtaken,
    single_slots.of_many_years,
)
