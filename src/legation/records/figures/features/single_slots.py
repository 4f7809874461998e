"""Doubts about single slots: whose money it is, over how many months or years, of what beside the
trade.
"""

from legation.lexicon import word_list, word_set
from legation.records.figures.candidates.drafts import FLOWS
from legation.records.figures.features.case import Case

SHARED = word_list("figures", "single_slots.shared")
DOLLAR_HOMES = ("AUS", "CAN", "NZL", "SGP", "HKG", "TWN", "FJI")
"""Whose own texts mean their own dollar by a bare sign."""
LENT = word_set("figures", "single_slots.lent")
AVERAGES = word_set("figures", "single_slots.averages")
OVERTAKING = word_set("figures", "single_slots.overtaking")
PRONOUNS = word_set("figures", "single_slots.pronouns")
MANY = 2
"""A level of more than so many years is told of their end or their sum, not of all."""


def of_shared_money(case: Case) -> bool:
    """Rupees, rials and dinars whose owner no party is, and bare dollars of a country that has its
    own.
    """
    settled = case.settled
    quantity, written = settled.draft.quantity, settled.draft.quantity.interval.written.lower()
    sides = [side for side in (settled.sides.reporter, settled.sides.partner) if side]
    if written.startswith("$") and quantity.unit == "USD":
        return settled.sides.reporter in DOLLAR_HOMES
    bare = written.split()[-1].removesuffix("s") in SHARED and not any(
        c.isalpha() for c in written.split()[0]
    )
    return (
        bare and quantity.unit != "GBP" and not any(side[0] == quantity.unit[0] for side in sides)
    )


def of_some_months(case: Case) -> bool:
    """ "Ten-month exports": of months that no date names."""
    anchor = case.anchor
    return anchor is not None and any(
        t.lower in ("month", "week") or t.lower.endswith("-month") for t in anchor.before
    )


def on_average(case: Case) -> bool:
    """A growth a year over several years is none of the last of them."""
    drafted = case.settled.draft
    if drafted.measure != "growth":
        return False
    near = [t.lower for t in case.passage.sentence.tokens if t.start >= drafted.quantity.span.end][
        :3
    ]
    near += [t.lower for t in case.leading][-5:]
    return bool(AVERAGES & set(near)) or drafted.quantity.per == "year"


def of_a_loan(case: Case) -> bool:
    """ "Will ship 4,000 tonnes under a credit line of 5 million": the money is lent, not traded."""
    anchor, quantity = case.anchor, case.settled.draft.quantity
    if anchor is None or case.settled.draft.measure not in FLOWS:
        return False
    between = case.passage.between(anchor.token.end, quantity.digits.start)
    return any(t.lemma in LENT for t in between)


def of_it(case: Case) -> bool:
    """A share of something that only a pronoun names: whose it is, we do not know."""
    whole = (case.settled.draft.of or "").split()
    return case.settled.draft.measure == "share" and set(whole[:1]) <= PRONOUNS and bool(whole)


def of_an_overtaken(case: Case) -> bool:
    """Two levels of two things: "overtook those to Y, at 6 bn against 5 bn"."""
    return any(t.lemma in OVERTAKING for t in case.passage.sentence.tokens)


def of_many_years(case: Case) -> bool:
    """A level to which something grew over years, as if it were that of all of them."""
    settled = case.settled
    when = settled.period
    if when is None or when.start is None or when.end is None or settled.draft.measure not in FLOWS:
        return False
    led = [t.lower for t in case.leading if t.tag not in ("$", "SYM")][-2:]
    return settled.nature == "flow" and "to" in led and when.end.year - when.start.year >= MANY
