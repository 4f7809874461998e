"""Doubts about how a number is told: as a wish, on a condition, of a part, in a comparison, of
another time.
"""

from itertools import pairwise

from legation.lexicon import word_set
from legation.model import Token
from legation.records.figures.candidates import shares
from legation.records.figures.candidates.context import TRADE
from legation.records.figures.candidates.drafts import FLOWS
from legation.records.figures.features.case import Case
from legation.records.figures.slots.bases import is_starting_point

TOLD = word_set("figures", "telling.told")
ON_CONDITION = word_set("figures", "telling.on_condition")
SEASONS = ("SP", "SU", "FA", "AU", "WI", "21", "22", "23", "24")
ALL_GOODS = word_set("figures", "telling.all_goods")
MARKETS = word_set("figures", "telling.markets")
LEFT_OUT = word_set("figures", "telling.left_out")
COMPARING = word_set("figures", "telling.comparing")


def of_no_plain_share(case: Case) -> bool:
    """A share that is neither told by a verb of making up, nor the subject or complement of a
    plain verb.
    """
    drafted = case.settled.draft
    if (
        drafted.measure != "share"
        or drafted.how == "list"
        or shares.makes_up(case.passage, drafted.quantity)
    ):
        return False
    sentence = case.passage.sentence
    top = sentence.apex(drafted.quantity.span)
    if top is None or (
        drafted.anchor is not None
        and drafted.anchor.word.pos == "verb"
        and drafted.anchor.measure in FLOWS
        and drafted.anchor.token.end <= drafted.quantity.span.start
    ):
        return top is None
    verb = next((t for t in sentence.ancestors(top) if t.tag.startswith(("VB", "MD"))), None)
    below = [
        t
        for t in sentence.ancestors(top)
        if verb is not None and t.i != verb.i and t.head == verb.i
    ]
    role = (below[0] if below else top).dep
    plain = (
        verb is not None
        and verb.lemma in TOLD
        and role in ("nsubj", "attr", "dobj", "prep", "npadvmod", "acomp")
    )
    return drafted.restates is None and not plain


def not_done(case: Case) -> bool:
    """What only somebody is to do: "signed an agreement to raise trade by 5 %", "if it could raise
    its funding by 5 billion".
    """
    settled, sentence = case.settled, case.passage.sentence
    if settled.nature != "flow":
        return False
    if any(t.lower in ON_CONDITION for t in case.leading):
        return True
    top = sentence.apex(settled.draft.quantity.span)
    verb = (
        next((t for t in sentence.ancestors(top) if t.tag.startswith("VB")), None) if top else None
    )
    return (
        verb is not None
        and verb.tag == "VB"
        and any(t.lower == "to" for t in sentence.children(verb, "aux"))
    )


def of_lent_time(case: Case) -> bool:
    """A time that another sentence lent: believed right after it, of the same two parties, told
    there in so many words.
    """
    settled, here = case.settled, case.passage.sentence.index
    if "period" not in settled.inherited or settled.draft.how == "converted":
        return False
    lender = next(
        (e for e in reversed(case.earlier) if e.measure in TRADE and e.period == settled.period),
        None,
    )
    if lender is None:
        return True
    if lender.sentence == here:
        return lender.is_doubtful
    same = {lender.sides.reporter, lender.sides.partner} == {
        settled.sides.reporter,
        settled.sides.partner,
    }
    return not same or here - lender.sentence > 1 or "period" in lender.inherited


def of_stock_or_flow(case: Case) -> bool:
    """An investment of which the words do not say whether it was made in that time or has come
    together by then.
    """
    settled, anchor = case.settled, case.anchor
    return (
        settled.draft.measure == "investment"
        and settled.nature == "flow"
        and (anchor is None or anchor.word.pos == "noun")
    )


def without_some(case: Case) -> bool:
    """All goods but some: "imports, excluding oil and wheat, totalled …"."""
    anchor = case.anchor
    return anchor is not None and any(
        t.lower in LEFT_OUT for t in case.leading if t.i > anchor.token.i
    )


def of_a_record(case: Case) -> bool:
    """ "The lowest since the 3.56 billion exported …": a number of an earlier time that nothing
    tells.
    """
    words = [t.lower for t in case.leading if t.tag not in ("$", "SYM", "DT")][-1:]
    return words == ["since"]


def of_two_things(case: Case) -> bool:
    """ "10 % more from A than from B": no growth of one thing over time."""
    drafted = case.settled.draft
    following = [t for t in case.passage.sentence.tokens if t.start >= drafted.quantity.span.end][
        :12
    ]
    if drafted.measure != "growth":  # "selling 3.7 billion (5.8 billion dollars) more than …"
        return (("more", "than") in pairwise([t.lower for t in following])) and _no_new_clause(
            following
        )
    if not following or following[0].lower not in COMPARING:
        return False
    place = next((n for n, t in enumerate(following) if t.lower == "than"), None)
    return (
        place is not None
        and place + 1 < len(following)
        and not _is_dated(case, following[place + 1 :])
    )


def _no_new_clause(words: list[Token]) -> bool:
    """Whether nothing but a bracket stands before "more than"."""
    stop = next(n for n, t in enumerate(words) if t.lower == "more")
    plain = [
        t
        for t in words[:stop]
        if t.text not in ("(", ")", ";", "$", "€", "£") and t.tag not in ("CD", "$")
    ]
    return len(plain) <= 1 and not any(t.lower in (",", "and", "or", "with") for t in plain)


def _is_dated(case: Case, words: list[Token]) -> bool:
    near = words[:3]
    if near and near[0].lemma in ("forecast", "expect", "predict", "estimate", "project"):
        return False
    return any(d.span.overlaps(t.span) for d in case.passage.dates for t in near)


def of_vague_time(case: Case) -> bool:
    """A decade or a season, which is mostly that of something else in the sentence."""
    period = case.settled.period
    return period is not None and (period.edtf.endswith("X") or period.edtf[5:7] in SEASONS)


def of_another_start(case: Case) -> bool:
    """The second of two numbers with which a change began, dated by a bare month: "from 5 in May
    2023 and from 4 in June".
    """
    passage, quantity = case.passage, case.settled.draft.quantity
    if not is_starting_point(passage, quantity):
        return False
    before = [
        q
        for q in passage.quantities
        if q.span.end <= quantity.span.start and q.unit == quantity.unit
    ]
    dates = [d for d in passage.dates if d.span.start >= quantity.span.end][:1]
    return (
        bool(before and dates)
        and is_starting_point(passage, before[-1])
        and not any(t.tag == "CD" for t in passage.sentence.within(dates[0].span))
    )


def of_what_stands_before(case: Case) -> bool:
    """A change told after two numbers of different things: "180 million, compared with 147 million
    for coffee, a drop of 4 %".
    """
    passage, drafted = case.passage, case.settled.draft
    before = [
        q
        for q in passage.quantities
        if q.span.end <= drafted.quantity.span.start and q.unit != "count"
    ]
    if drafted.measure != "growth" or not before or not is_starting_point(passage, before[-1]):
        return False
    gap = [t.lower for t in passage.between(before[-1].span.end, drafted.quantity.digits.start)]
    return "for" in gap or bool(
        passage.parties(passage.between(before[-1].span.end, drafted.quantity.digits.start))
    )


def of_another_owner(case: Case) -> bool:
    """Another party named right before the number: "a surplus of 5 billion, against Japan's of 58
    billion".
    """
    passage, settled = case.passage, case.settled
    before = [
        q
        for q in passage.quantities
        if q.span.end <= settled.draft.quantity.span.start and q.unit != "count"
    ]
    gap = (
        passage.between(before[-1].span.end, settled.draft.quantity.digits.start) if before else []
    )
    named = passage.parties(gap[-5:])
    return bool(named) and not set(named) & {
        settled.sides.reporter,
        settled.sides.partner,
        settled.favour,
    }


def of_some_goods(case: Case) -> bool:
    """Exports of goods that only a clause describes ("of the products covered by …") or that we
    could not make out.
    """
    anchor = case.anchor
    if anchor is None or case.settled.product is not None or anchor.word.pos != "noun":
        return False
    words = list(anchor.after)
    if not any(t.lower == "of" for t in words[:2]) or any(t.lemma == "service" for t in words):
        return False
    start = next(n for n, t in enumerate(words) if t.lower == "of") + 1
    stop = next(
        (n for n, t in enumerate(words[start:], start) if t.tag in ("IN", "TO")), len(words)
    )
    things = [
        t for t in words[start:stop] if t.tag.startswith("NN") and t.i not in case.passage.standing
    ]
    numbered = [t for t in things if any(q.span.overlaps(t.span) for q in case.passage.quantities)]
    whole = {t.lemma for t in things} <= ALL_GOODS and not any(t.tag == "VBN" for t in words)
    return anchor.measure in ("exports", "imports") and len(things) > len(numbered) and not whole


def of_nobodys_investment(case: Case) -> bool:
    """A gain "on the sale of investments" is no growth of investment."""
    anchor, settled = case.anchor, case.settled
    grown = (
        settled.draft.measure == "growth" and anchor is not None and anchor.measure == "investment"
    )
    return (
        grown
        and settled.sides.reporter is None
        and settled.sides.partner is None
        and settled.draft.change == "absolute"
    )


def of_a_mark(case: Case) -> bool:
    """ "Was below the 628 million of February": the number itself is exact, and another's."""
    words = [t.lower for t in case.leading][-2:]
    return (
        case.settled.draft.quantity.qualifier in ("under", "over")
        and words[-1:] == ["the"]
        and words[:1] != ["than"]
    )


def of_a_short_while(case: Case) -> bool:
    """ "A monthly surplus of 400 million" is not that of the stretch beside it."""
    anchor = case.anchor
    return anchor is not None and any(
        t.lower in ("monthly", "weekly", "daily") for t in anchor.before
    )


def of_the_share_before(case: Case) -> bool:
    """ "One third of total exports, or about 1.5 billion": the amount is the share's, not the
    whole's.
    """
    passage, drafted = case.passage, case.settled.draft
    before = [
        q
        for q in passage.quantities
        if q.span.end <= drafted.quantity.span.start and q.unit != "count"
    ]
    if drafted.measure in ("share", "growth") or not before or before[-1].unit != "%":
        return False
    gap = [t.lower for t in passage.between(before[-1].span.end, drafted.quantity.digits.start)]
    return "or" in gap[-4:] and "of" in gap


def of_a_market(case: Case) -> bool:
    """ "India is Australia's fifth largest export market, with exports of 11 billion": whose
    exports is left to the reader.
    """
    anchor, settled = case.anchor, case.settled
    if (
        anchor is None
        or anchor.measure not in ("exports", "imports")
        or case.passage.parties(list(anchor.before))
    ):
        return False
    named = {t.lemma for t in case.leading if t.i < anchor.token.i and t.dep == "attr"}
    return bool(named & MARKETS) and settled.draft.how != "list"


def of_a_tariff(case: Case) -> bool:
    """Tariffs are mostly to be raised or cut."""
    anchor = case.anchor
    return (
        case.settled.draft.measure == "growth"
        and anchor is not None
        and anchor.word.lemma in ("tariff", "duty", "barrier", "levy")
    )
