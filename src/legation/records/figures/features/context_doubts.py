"""Doubts about what was taken from context, and about what the measure word itself can carry."""

from legation.lexicon import word_list, word_set
from legation.records.figures.candidates.context import last
from legation.records.figures.candidates.drafts import FLOWS
from legation.records.figures.candidates.units import is_money
from legation.records.figures.features.case import Case
from legation.records.measures import BALANCES, Anchor, code, cues, is_of_trade

LEVELS = ("trade_total", "exports", "imports", "balance", "volume")
DEAREST = 10_000_000
"""Above it a price is doubted."""
TOTALS = word_list("figures", "context_doubts.totals")
WHOLES = word_set("figures", "context_doubts.wholes")


def borrowed_partner(case: Case) -> bool:
    """A partner that another sentence lent. It is believed where the text is about these two, and
    the number either has no owner of its own ("the surplus") or is a part of the total told right
    before."""
    settled, anchor = case.settled, case.anchor
    if "partner" not in settled.inherited or (anchor is not None and _by_pronoun(case, anchor)):
        return False
    sides = {settled.sides.reporter, settled.sides.partner}
    lender = next(
        (e for e in reversed(case.earlier) if {e.sides.reporter, e.sides.partner} == sides), None
    )
    about = case.pair is not None and sides == set(case.pair)
    if lender is None or (case.pair is not None and not about):
        return not about
    here = case.passage.sentence.index
    named = case.passage.parties(list(anchor.before)) if anchor else []
    if lender.sentence == here:
        return lender.is_doubtful or (bool(named) and lender.sides.reporter not in named)
    before = list(anchor.before) if anchor else []
    owned = bool(named) or any(t.lower in TOTALS for t in before)
    if not before and lender.measure == "balance":
        return True
    return owned and not (lender.measure == "trade_total" and here - lender.sentence == 1)


def _by_pronoun(case: Case, anchor: Anchor) -> bool:
    words = [*anchor.before, *anchor.after]
    standing = [case.passage.standing[t.i] for t in words if t.i in case.passage.standing]
    return any(a.form == "pronoun" and code(a) == case.settled.sides.partner for a in standing)


def no_trader(case: Case) -> bool:
    """Buying and selling of which no country is told to be the buyer or seller: firms, houses and
    shares are bought too.
    """
    anchor, settled = case.anchor, case.settled
    if anchor is None or anchor.word.weak != "yes" or settled.draft.measure not in FLOWS:
        return False
    if settled.sides.partner is None and settled.product is None:
        return True
    return settled.sides.reporter is None or "reporter" in settled.inherited


def of_firms(case: Case) -> bool:
    """What is bought is a firm or a part of it."""
    anchor = case.anchor
    if anchor is None or anchor.word.weak != "yes" or anchor.word.pos != "verb":
        return False
    objects = case.passage.sentence.children(anchor.token, "dobj")
    return any(
        t.lemma in cues().holdings for o in objects for t in case.passage.sentence.subtree(o)
    )


def unclear_balance(case: Case) -> bool:
    """A surplus of which neither its words nor its surroundings say that it is of trade."""
    anchor, here = case.anchor, case.passage.sentence
    if (
        anchor is None
        or case.settled.draft.measure != "balance"
        or anchor.token.lemma not in BALANCES
    ):
        return False
    if is_of_trade(here, anchor.before) or case.passage.parties(list(anchor.after)):
        return False
    return last(case.earlier, here.index, *LEVELS) is None


def of_a_whole(case: Case) -> bool:
    """ "Nearly all of the 1.3 billion of its imports": what is told of the part is not true of the
    whole.
    """
    words = [t.lower for t in case.leading if t.tag not in ("$", "SYM", "DT", "PRP$")][-2:]
    return len(words) == 2 and words[0] in WHOLES and words[1] == "of"


def of_unnamed_goods(case: Case) -> bool:
    """Tonnes and gallons of something that we cannot name, as if they were of all that is
    traded.
    """
    settled = case.settled
    quantity = settled.draft.quantity
    if settled.product is not None or settled.draft.measure not in (*LEVELS, "growth"):
        return False
    following = [t for t in case.passage.sentence.tokens if t.start >= quantity.span.end]
    if settled.draft.measure == "growth":
        later = [q for q in case.passage.quantities if q.span.start >= quantity.span.end][:1]
        between = case.passage.between(quantity.span.end, later[0].digits.start) if later else []
        return (
            bool(later)
            and between[:1] != []
            and between[0].lower == "to"
            and not _is_value(case, 0)
        )
    physical = not is_money(quantity) and quantity.unit not in ("%", "pp", "x", "count")
    return (
        physical
        and [t.lower for t in following[:1]] != ["of"]
        and settled.draft.measure != "volume"
    )


def _is_value(case: Case, place: int) -> bool:
    """Whether the number that a growth leads to is money or a count, not a weight of unnamed
    goods.
    """
    end = case.settled.draft.quantity.span.end
    later = [q for q in case.passage.quantities if q.span.start >= end]
    return is_money(later[place]) or later[place].unit in ("%", "count")


def repeats_a_doubt(case: Case) -> bool:
    """ "1.2 billion francs ($210 million)": the second is as sure as the first."""
    again = case.settled.draft.restates
    return again is not None and again.is_doubtful


def price_of_a_firm(case: Case) -> bool:
    """A price in millions is mostly not a price: "a bid at that price would value the company at 3
    billion".
    """
    drafted = case.settled.draft
    return drafted.measure == "price" and abs(drafted.value.high) > DEAREST


def several_owners(case: Case) -> bool:
    """An owner that the sentences before lent, though they speak of several."""
    settled, anchor = case.settled, case.anchor
    if "reporter" not in settled.inherited or (
        anchor is not None and case.passage.parties(list(anchor.before))
    ):
        return False
    here = case.passage.sentence.index
    lenders = [e for e in case.earlier if e.sides.reporter]
    if not lenders or lenders[-1].sentence == here:
        return False
    alike = {e.sides.reporter for e in lenders} - {settled.sides.partner}
    return len(alike) > 1


def of_an_index(case: Case) -> bool:
    """ "72 % of its trade weighted index" is no share of trade."""
    whole = case.settled.draft.of or ""
    return bool({"index", "weighted", "basket"} & set(whole.split()))
