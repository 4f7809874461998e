"""Whether a figure is as sure as its measure word: every doubt is asked, one is enough."""

from collections.abc import Callable

from msgspec.structs import replace

from legation.records.figures.candidates.drafts import FLOWS, Settled
from legation.records.figures.features import context_doubts, single_slots, telling
from legation.records.figures.features.case import Case

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
LEAST = 0.05
"""No figure that is told is surely wrong."""
WEAKER = {"other": 0.75, "count": 0.65, "volume": 0.8}
AHEAD = frozenset({"pledge", "target", "forecast"})
"""Natures of what has not come about."""


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
