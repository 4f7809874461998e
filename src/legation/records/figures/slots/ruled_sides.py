"""The two sides of a number as the rules have them: its own words first, its context second."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from legation.model import Background
from legation.records.figures.candidates import shares
from legation.records.figures.candidates.cast import Cast
from legation.records.figures.candidates.context import TRADE, Earlier, last, resumed
from legation.records.figures.candidates.drafts import FLOWS, Draft
from legation.records.figures.candidates.partner_lists import bracketed, is_role
from legation.records.figures.slots import balance_sides
from legation.records.figures.slots.lending import Open, is_whole
from legation.records.figures.slots.lending import lent as lent_sides
from legation.records.measures import (
    Anchor,
    Passage,
    Sides,
    anchors,
    before,
    code,
    place,
    redirected,
    sides,
)


class Surroundings(Struct, frozen=True):
    """What the whole text says: the two parties that it is about, whose "our" is, and when it was
    published.
    """

    pair: tuple[str, str] | None
    our: str | None
    published: date | None = None
    known: Background = Background()
    cast: Cast = Cast()


def ruled(
    passage: Passage, drafted: Draft, earlier: Sequence[Earlier], around: Surroundings
) -> tuple[Sides, tuple[str, ...]]:
    if drafted.restates is not None:
        return _restated(passage, drafted, drafted.restates)
    if drafted.measure in ("other", "count", "price") and drafted.anchor is None:
        return Sides(), ()
    own = _worded(passage, drafted, earlier)
    if own.reporter is None and _is_ours(drafted, around, own):
        return Sides(around.our, own.partner), ("reporter",)
    taken = _by_pronoun(passage, drafted, own)
    if drafted.measure not in TRADE or (drafted.anchor is None and drafted.measure == "volume"):
        return own, ()
    if _is_holding(passage, drafted) or _grows_apart(drafted):
        return own, taken
    filled, lent = _completed(passage, drafted, own, earlier, around)
    filled = _without(passage, drafted, filled, lent, around)
    return filled, tuple(side for side in dict.fromkeys((*taken, *lent)) if getattr(filled, side))


def _is_ours(drafted: Draft, around: Surroundings, own: Sides) -> bool:
    """Whether a measure word stands after "our", and whose that is is known."""
    if around.our is None or around.our == own.partner or drafted.anchor is None:
        return False
    return any(t.lower == "our" for t in drafted.anchor.before)


def _completed(
    passage: Passage,
    drafted: Draft,
    own: Sides,
    earlier: Sequence[Earlier],
    around: Surroundings,
) -> tuple[Sides, tuple[str, ...]]:
    """The sides with what the figures before and the stretch lend; a whole is lent no partner."""
    open_ = opened(passage, drafted, own)
    if drafted.anchor is None or is_whole(open_, earlier):
        return lent_sides(open_, earlier, around.known)
    index = passage.sentence.index
    again = resumed(own, drafted.anchor, earlier, index, around.pair)
    return again or lent_sides(open_, earlier, around.known)


def opened(passage: Passage, drafted: Draft, own: Sides) -> Open:
    return Open(
        found=own,
        anchor=drafted.anchor,
        measure=drafted.measure,
        size=abs(float(drafted.value.low)),
        unit=drafted.quantity.unit,
        sentence=passage.sentence.index,
    )


def _worded(passage: Passage, drafted: Draft, earlier: Sequence[Earlier]) -> Sides:
    """The sides that the words of the sentence give."""
    own = Sides()
    if drafted.anchor is not None:
        own = sides(passage, drafted.anchor, place(passage, drafted.quantity))
        if is_role(drafted.anchor):
            return Sides(own.reporter, bracketed(passage, drafted.quantity))
        own = redirected(passage, drafted.quantity, drafted.anchor, own)
        if drafted.measure == "balance":
            own = balance_sides.whose(passage, drafted.quantity, drafted.anchor, own)
        if own == Sides():
            own = _before_colon(passage, drafted.anchor)
    if drafted.measure == "share":
        own = _other_owner(passage, drafted, _of_share(passage, drafted, own), earlier)
    return own


def denied(passage: Passage, drafted: Draft, around: Surroundings) -> tuple[str, ...]:
    """The sides that the words deny to whom context would lend them: the number is one of several,
    unsaid which, or of all but some ("EU exports rose; non-EU exports fell" are a third party's),
    or is "ours" where nobody knows who we are.
    """
    anchor, found = drafted.anchor, []
    row = place(passage, drafted.quantity)
    several = drafted.how != "list" and row is not None and row.is_said
    if several or _leaves_out(anchor):
        found.append("partner")
    is_ours = anchor is not None and any(t.lower == "our" for t in anchor.before)
    if is_ours and around.our is None:
        found.append("reporter")
    return tuple(found)


def _without(
    passage: Passage,
    drafted: Draft,
    filled: Sides,
    lent: Sequence[str],
    around: Surroundings,
) -> Sides:
    """The sides without those that context lent and the words deny."""
    if "partner" in lent and "partner" in denied(passage, drafted, around):
        filled = replace(filled, partner=None)
    anchor = drafted.anchor
    words = [*anchor.before, *anchor.after] if anchor else []
    hidden = {
        code(a)
        for a in passage.actors
        for t in words
        if a.span.overlaps(t.span) and t.i not in passage.standing
    }
    return (
        replace(filled, reporter=None)
        if "reporter" in lent and filled.reporter in hidden
        else filled
    )


def _grows_apart(drafted: Draft) -> bool:
    """Whether it is something else than trade that grew ("the economy"): it has nobody's trade to
    go on with.
    """
    return (
        drafted.measure == "growth"
        and drafted.anchor is not None
        and drafted.anchor.measure in ("other", "price")
    )


def _is_holding(passage: Passage, drafted: Draft) -> bool:
    """Whether a share is one in a firm: "a 51 % stake"."""
    following = [t.lemma for t in passage.sentence.tokens if t.start >= drafted.quantity.span.end][
        :3
    ]
    return drafted.measure == "share" and bool({"stake", "interest", "holding"} & set(following))


def _before_colon(passage: Passage, anchor: Anchor) -> Sides:
    """The parties of a line that opens a list: "Moldovan trade with Romania: exports 1.2 billion,
    imports 1.5 billion".
    """
    colon = next(
        (t for t in passage.sentence.tokens if t.text == ":" and t.i < anchor.token.i), None
    )
    opening = [a for a in anchors(passage) if colon is not None and a.token.i < colon.i]
    return sides(passage, opening[0]) if len(opening) == 1 else Sides()


def _leaves_out(anchor: Anchor | None) -> bool:
    """Whether the partners are all but some: "non-EU exports", "imports from outside the bloc"."""
    words = [*anchor.before, *anchor.after] if anchor else []
    return any(t.lower in ("non", "outside") or t.lower.startswith("non-") for t in words)


def _by_pronoun(passage: Passage, drafted: Draft, found: Sides) -> tuple[str, ...]:
    """The sides that only a pronoun stands for ("its exports"): whom it means is context."""
    words = [*drafted.anchor.before, *drafted.anchor.after] if drafted.anchor else []
    words += passage.between(drafted.whole.start, drafted.whole.end) if drafted.whole else []
    standing = [passage.standing[t.i] for t in words if t.i in passage.standing]
    meant = {code(a) for a in standing if a.form == "pronoun"} - {
        code(a) for a in standing if a.form != "pronoun"
    }
    return tuple(
        name
        for name in ("reporter", "partner")
        if getattr(found, name) and getattr(found, name) in meant
    )


def _of_share(passage: Passage, drafted: Draft, found: Sides) -> Sides:
    """A share is of one side's trade; whoever "accounts for" it is the other: "A accounted for 20
    % of B's trade".
    """
    held = drafted.whole
    whose = passage.parties(passage.between(held.start, held.end)) if held else []
    if held and (
        drafted.anchor is None or drafted.anchor.measure not in FLOWS
    ):  # of an economy, a people: nobody's partner
        return Sides(whose[0] if len(whose) == 1 else None)
    inside = (
        drafted.anchor is not None and held is not None and held.holds(drafted.anchor.token.span)
    )
    if not inside and len(whose) == 1:
        found = Sides(whose[0])
    partner = None if found.partner in ("WLD", found.reporter) else found.partner
    named = _sharer(passage, drafted) or compared(passage, drafted)
    if named is not None and named == found.reporter and shares.makes_up(passage, drafted.quantity):
        others = [p for p in passage.parties(list(passage.sentence.tokens)) if p != named]
        return Sides(others[0] if len(others) == 1 else None, named)
    return Sides(found.reporter, partner or (named if named != found.reporter else None))


def _other_owner(
    passage: Passage, drafted: Draft, found: Sides, earlier: Sequence[Earlier]
) -> Sides:
    """ "A accounted for 28 % of B's exports and 20 % of its imports": "its" is B's, for nobody has
    a share in its own trade.
    """
    before = last(earlier, passage.sentence.index, "share")
    words = passage.between(drafted.whole.start, drafted.whole.end) if drafted.whole else []
    standing = [passage.standing[t.i] for t in words if t.i in passage.standing]
    if before is None or before.sentence != passage.sentence.index:
        return found
    if not standing and before.sides.partner and found.reporter in (None, before.sides.partner):
        return Sides(before.sides.reporter, before.sides.partner)
    if [a.form for a in standing] != ["pronoun"]:
        return found
    return (
        Sides(before.sides.reporter, before.sides.partner)
        if code(standing[0]) == before.sides.partner
        else found
    )


def _sharer(passage: Passage, drafted: Draft) -> str | None:
    """Whose share it is: "A's share of B's imports fell to 77 %"."""
    nouns = [
        t
        for t in passage.sentence.tokens
        if t.lemma in shares.PARTS and t.end <= drafted.quantity.digits.start
    ]
    named = passage.parties(before(passage.sentence, nouns[-1])) if nouns else []
    return named[0] if len(named) == 1 else None


def _restated(passage: Passage, drafted: Draft, before: Earlier) -> tuple[Sides, tuple[str, ...]]:
    """The parties of the figure gone on with; a party named "for the US", or the subject, takes
    the partner's place.
    """
    here = before.sentence == passage.sentence.index
    named = compared(passage, drafted)
    sides_ = before.sides
    if named is not None and named != sides_.reporter:
        sides_ = Sides(sides_.reporter, named)
        return sides_, () if here else ("reporter",)
    return sides_, before.inherited_sides if here else ("reporter", "partner")


def compared(passage: Passage, drafted: Draft) -> str | None:
    quantity = drafted.quantity
    beside = bracketed(passage, quantity)
    if beside is not None:
        return beside
    after = [t for t in passage.sentence.tokens if t.start >= quantity.span.end][:4]
    if after and after[0].lower in ("for", "with", "from", "by"):
        named = passage.parties(after)
        if named:
            return named[0]
    top = passage.sentence.apex(quantity.span)
    for head in passage.sentence.ancestors(top) if top else ():
        subjects = passage.sentence.children(head, "nsubj", "nsubjpass")
        if subjects:
            named = passage.parties(subjects)
            return named[0] if named else None
    return None
