"""What makes a figure less sure than its measure word: read off its sentence and off what was
taken from context.
"""

from collections.abc import Callable

from legation.records.figures import misgivings, stances
from legation.records.figures.accounts import BALANCES, is_of_trade
from legation.records.figures.anchors import Anchor
from legation.records.figures.context import last
from legation.records.figures.cues import cues
from legation.records.figures.drafts import FLOWS
from legation.records.figures.passages import code
from legation.records.figures.scenes import Scene
from legation.records.figures.units import is_money

DOUBT = 0.25
"""What doubts, a struck-out side or a part that we cannot name cost: enough to take any figure
from the ``sure`` ones.
"""
LEVELS = ("trade_total", "exports", "imports", "balance", "volume")
DEAREST = 10_000_000
"""Above it a price is doubted."""
TOTALS = ("overall", "total", "cumulative", "combined", "whole", "entire")
"""Before a measure word: with everybody, not only with the last party named."""
WHOLES = (
    ("all", "of"),
    ("most", "of"),
    ("much", "of"),
    ("part", "of"),
    ("half", "of"),
    ("some", "of"),
    ("bulk", "of"),
)


def doubted(scene: Scene) -> bool:
    """Whether anything speaks against a figure."""
    return any(doubt(scene) for doubt in DOUBTS)


def _borrowed_partner(scene: Scene) -> bool:
    """A partner that another sentence lent. It is believed where the text is about these two, and
    the number either has no owner of its own ("the surplus") or is a part of the total told right
    before."""
    settled, anchor = scene.settled, scene.anchor
    if "partner" not in settled.inherited or (anchor is not None and _by_pronoun(scene, anchor)):
        return False
    sides = {settled.sides.reporter, settled.sides.partner}
    lender = next(
        (e for e in reversed(scene.earlier) if {e.sides.reporter, e.sides.partner} == sides), None
    )
    about = scene.pair is not None and sides == set(scene.pair)
    if lender is None or (scene.pair is not None and not about):
        return not about
    here = scene.passage.sentence.index
    named = scene.passage.parties(list(anchor.before)) if anchor else []
    if lender.sentence == here:
        return lender.is_doubtful or (bool(named) and lender.sides.reporter not in named)
    before = list(anchor.before) if anchor else []
    owned = bool(named) or any(t.lower in TOTALS for t in before)
    if not before and lender.measure == "balance":
        return True
    return owned and not (lender.measure == "trade_total" and here - lender.sentence == 1)


def _by_pronoun(scene: Scene, anchor: Anchor) -> bool:
    words = [*anchor.before, *anchor.after]
    standing = [scene.passage.standing[t.i] for t in words if t.i in scene.passage.standing]
    return any(a.form == "pronoun" and code(a) == scene.settled.sides.partner for a in standing)


def _no_trader(scene: Scene) -> bool:
    """Buying and selling of which no country is told to be the buyer or seller: firms, houses and
    shares are bought too.
    """
    anchor, settled = scene.anchor, scene.settled
    if anchor is None or anchor.word.weak != "yes" or settled.draft.measure not in FLOWS:
        return False
    if settled.sides.partner is None and settled.product is None:
        return True
    return settled.sides.reporter is None or "reporter" in settled.inherited


def _of_firms(scene: Scene) -> bool:
    """What is bought is a firm or a part of it."""
    anchor = scene.anchor
    if anchor is None or anchor.word.weak != "yes" or anchor.word.pos != "verb":
        return False
    objects = scene.passage.sentence.children(anchor.token, "dobj")
    return any(
        t.lemma in cues().holdings for o in objects for t in scene.passage.sentence.subtree(o)
    )


def _unclear_balance(scene: Scene) -> bool:
    """A surplus of which neither its words nor its surroundings say that it is of trade."""
    anchor, here = scene.anchor, scene.passage.sentence
    if (
        anchor is None
        or scene.settled.draft.measure != "balance"
        or anchor.token.lemma not in BALANCES
    ):
        return False
    if is_of_trade(here, anchor.before) or scene.passage.parties(list(anchor.after)):
        return False
    return last(scene.earlier, here.index, *LEVELS) is None


def _of_a_whole(scene: Scene) -> bool:
    """ "Nearly all of the 1.3 billion of its imports": what is told of the part is not true of the
    whole.
    """
    words = [t.lower for t in scene.leading if t.tag not in ("$", "SYM", "DT", "PRP$")][-2:]
    return tuple(words) in WHOLES


def _of_unnamed_goods(scene: Scene) -> bool:
    """Tonnes and gallons of something that we cannot name, as if they were of all that is
    traded.
    """
    settled = scene.settled
    quantity = settled.draft.quantity
    if settled.product is not None or settled.draft.measure not in (*LEVELS, "growth"):
        return False
    following = [t for t in scene.passage.sentence.tokens if t.start >= quantity.span.end]
    if settled.draft.measure == "growth":
        later = [q for q in scene.passage.quantities if q.span.start >= quantity.span.end][:1]
        between = scene.passage.between(quantity.span.end, later[0].digits.start) if later else []
        return (
            bool(later)
            and between[:1] != []
            and between[0].lower == "to"
            and not _is_value(scene, 0)
        )
    physical = not is_money(quantity) and quantity.unit not in ("%", "pp", "x", "count")
    return (
        physical
        and [t.lower for t in following[:1]] != ["of"]
        and settled.draft.measure != "volume"
    )


def _is_value(scene: Scene, place: int) -> bool:
    """Whether the number that a growth leads to is money or a count, not a weight of unnamed
    goods.
    """
    end = scene.settled.draft.quantity.span.end
    later = [q for q in scene.passage.quantities if q.span.start >= end]
    return is_money(later[place]) or later[place].unit in ("%", "count")


def _repeats_a_doubt(scene: Scene) -> bool:
    """ "1.2 billion francs ($210 million)": the second is as sure as the first."""
    again = scene.settled.draft.restates
    return again is not None and again.is_doubtful


def _price_of_a_firm(scene: Scene) -> bool:
    """A price in millions is mostly not a price: "a bid at that price would value the company at 3
    billion".
    """
    drafted = scene.settled.draft
    return drafted.measure == "price" and abs(drafted.value.high) > DEAREST


def _several_owners(scene: Scene) -> bool:
    """An owner that the sentences before lent, though they speak of several."""
    settled, anchor = scene.settled, scene.anchor
    if "reporter" not in settled.inherited or (
        anchor is not None and scene.passage.parties(list(anchor.before))
    ):
        return False
    here = scene.passage.sentence.index
    lenders = [e for e in scene.earlier if e.sides.reporter]
    if not lenders or lenders[-1].sentence == here:
        return False
    alike = {e.sides.reporter for e in lenders} - {settled.sides.partner}
    return len(alike) > 1


def _of_an_index(scene: Scene) -> bool:
    """ "72 % of its trade weighted index" is no share of trade."""
    whole = scene.settled.draft.of or ""
    return bool({"index", "weighted", "basket"} & set(whole.split()))


DOUBTS: tuple[Callable[[Scene], bool], ...] = (
    _borrowed_partner,
    _no_trader,
    _of_firms,
    _unclear_balance,
    _of_a_whole,
    _of_unnamed_goods,
    _repeats_a_doubt,
    _price_of_a_firm,
    _several_owners,
    _of_an_index,
    stances.of_no_plain_share,
    stances.not_done,
    stances.of_lent_time,
    stances.of_stock_or_flow,
    stances.without_some,
    stances.of_a_record,
    stances.of_two_things,
    stances.of_vague_time,
    stances.of_another_start,
    stances.of_what_stands_before,
    stances.of_another_owner,
    stances.of_some_goods,
    stances.of_nobodys_investment,
    stances.of_a_mark,
    stances.of_a_short_while,
    stances.of_the_share_before,
    stances.of_a_market,
    stances.of_a_tariff,
    misgivings.of_shared_money,
    misgivings.of_some_months,
    misgivings.on_average,
    misgivings.of_a_loan,
    misgivings.of_it,
    misgivings.of_an_overtaken,
    misgivings.of_many_years,
)
