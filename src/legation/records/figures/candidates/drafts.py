"""From a number and its measure word to a figure."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from legation.model import Change, Measure, Period, Product, Quantity, Span, Value
from legation.records.figures.candidates import shares
from legation.records.figures.candidates.attachment import Governor, How, both_flows
from legation.records.figures.candidates.context import Earlier, last
from legation.records.figures.candidates.partner_lists import is_role
from legation.records.figures.candidates.units import is_extent, is_money
from legation.records.measures import (
    Anchor,
    Passage,
    Sides,
    balance_cues,
    changes,
    cues,
    words,
)

Nature = Literal["flow", "stock", "cumulative", "pledge", "disbursed", "target", "forecast"]
PERCENTS = ("%", "pp")
FACTORS = ("x",)
FLOWS = ("trade_total", "exports", "imports", "balance", "investment", "volume")


class Draft(Struct, frozen=True, kw_only=True):
    """What is known of a figure before its context is asked."""

    quantity: Quantity
    measure: Measure
    anchor: Anchor | None
    how: How
    value: Value
    change: Literal["percent", "absolute", "factor"] | None = None
    of: str | None = None
    whole: Span | None = None
    """Where the words of ``of`` stand, for a share."""
    inherited: tuple[str, ...] = ()
    restates: Earlier | None = None
    """The figure before that this one repeats in another unit, or goes on with."""


def draft(
    passage: Passage, quantity: Quantity, found: Governor, earlier: Sequence[Earlier]
) -> Draft | None:
    """What a number measures; null where it is not worth recording."""
    plain = Draft(
        quantity=quantity,
        measure="other",
        anchor=found.anchor,
        how=found.how,
        value=quantity.interval,
    )
    if quantity.unit in PERCENTS:
        return _percent(passage, plain, earlier)
    if quantity.unit in FACTORS:
        return _factor(passage, plain, earlier)
    return _level(passage, plain, earlier)


def _percent(passage: Passage, plain: Draft, earlier: Sequence[Earlier]) -> Draft | None:
    if _is_reduction(passage, plain.quantity):
        return None
    return _growth(passage, plain, earlier) or _part(passage, plain, earlier)


def _growth(passage: Passage, plain: Draft, earlier: Sequence[Earlier]) -> Draft | None:
    """A percentage by which something changed; null where it is a part or a level."""
    quantity, anchor = plain.quantity, plain.anchor
    moved = changes.change(passage, quantity) or changes.signed(passage, quantity)
    grown = replace(plain, measure="growth", change="percent", of=_grown(passage, anchor))
    if (
        moved is None
        and anchor is not None
        and anchor.measure in FLOWS
        and _is_aside(passage, quantity)
    ):
        return grown
    other = changes.subject(passage, quantity, anchor.token if anchor else None) if moved else None
    if other is not None and moved is not None:
        return replace(grown, anchor=None, how="none", of=other, value=_signed(plain.value, moved))
    amount = _said_as_amount(passage, quantity, earlier)
    if amount is not None:
        return replace(grown, value=_signed(plain.value, amount.moved))
    if moved is None or shares.whole(passage, quantity) is not None:
        return None
    return replace(grown, value=_signed(plain.value, moved))


def _part(passage: Passage, plain: Draft, earlier: Sequence[Earlier]) -> Draft:
    """A percentage that is a share, goes on with the one before, or has a meaning that we have no
    name for.
    """
    quantity = plain.quantity
    moved = changes.change(passage, quantity)
    is_fraction = moved is None and quantity.approximate_fraction
    if shares.is_share(passage, quantity) or is_fraction:
        of = shares.whole(passage, quantity)
        found, where = of if of else (None, None)
        return replace(plain, measure="share", of=found, whole=where)
    before = _gone_on_with(passage, plain, earlier)
    listed = is_role(plain.anchor) and moved is None
    if listed and not _is_share_here(passage, before):
        return replace(plain, measure="share", of=_grown(passage, plain.anchor))
    again = _again(passage, plain, before, listed=listed) if before is not None else None
    if again is not None:
        return again
    is_share = plain.anchor is not None and plain.anchor.word.lemma == "share"
    return replace(plain, measure="share" if is_share else "other")


def _gone_on_with(passage: Passage, plain: Draft, earlier: Sequence[Earlier]) -> Earlier | None:
    if not _goes_on(passage, plain):
        return None
    return last(earlier, passage.sentence.index, "share", "growth")


def _is_share_here(passage: Passage, before: Earlier | None) -> bool:
    if before is None:
        return False
    return before.sentence == passage.sentence.index and before.measure == "share"


def _again(passage: Passage, plain: Draft, before: Earlier, *, listed: bool) -> Draft | None:
    """A percentage told as the one before it was: of the same verb, or in the same list."""
    if before.measure == "growth" and _same_verb(passage, plain, before):
        return replace(
            plain,
            measure="growth",
            change="percent",
            of=_grown(passage, plain.anchor),
            value=_signed(plain.value, before.moved),
        )
    if before.quantity.unit != plain.quantity.unit:
        return None
    return Draft(
        quantity=plain.quantity,
        measure=before.measure,
        anchor=None,
        how="list" if listed else "context",
        value=plain.value,
        of=before.of,
        change="percent" if before.measure == "growth" else None,
        inherited=() if before.sentence == passage.sentence.index else ("measure",),
        restates=before,
    )


def _is_reduction(passage: Passage, quantity: Quantity) -> bool:
    """Whether a fraction is of a price or a way: "at half price", "half time" tell no share."""
    following = [t.lemma for t in passage.sentence.tokens if t.start >= quantity.span.end][:1]
    return quantity.approximate_fraction and following in (
        ["price"],
        ["time"],
        ["way"],
        ["term"],
        ["pay"],
    )


def _is_aside(passage: Passage, quantity: Quantity) -> bool:
    """Whether a percentage with a sign of its own stands in brackets after a level: "€8.7bn (+30
    %)", "(-6.3% year on year)".
    """
    own = passage.sentence.within(quantity.digits)
    start = own[0].start if own else quantity.digits.start
    before = [t.text for t in passage.sentence.tokens if t.end <= start][-2:]
    signs = (quantity.interval.written.lstrip("( ")[:1], own[0].text[:1] if own else "", *before)
    return "(" in before and any(sign in ("+", "-", "−", "–") for sign in signs)


def _said_as_amount(
    passage: Passage, quantity: Quantity, earlier: Sequence[Earlier]
) -> Earlier | None:
    """The change in money that a percentage says once more: "increased by US$2.1 billion (or 8.6
    %)".
    """
    before = last(earlier, passage.sentence.index, "growth")
    if before is None or before.sentence != passage.sentence.index or not is_money(before.quantity):
        return None
    between = [t.lower for t in passage.between(before.quantity.span.end, quantity.digits.start)]
    return before if between in (["("], ["or"], ["(", "or"], [",", "or"]) else None


def _same_verb(passage: Passage, plain: Draft, before: Earlier) -> bool:
    """Whether a percentage shares the verb of the one before: "exports rose by 5 % and imports by
    3 %".
    """
    anchor = plain.anchor
    if (
        anchor is None
        or anchor.measure not in FLOWS
        or anchor.token.start < before.quantity.span.end
    ):
        return False
    if before.sentence != passage.sentence.index or plain.quantity.unit != before.quantity.unit:
        return False
    between = passage.between(anchor.token.end, plain.quantity.digits.start)
    return "by" in [t.lower for t in between[-3:]] or not between


def _goes_on(passage: Passage, plain: Draft) -> bool:
    """Whether a percentage goes on with the last one ("compared with 18.6 % for the US", "China
    came second with 19.2 %").

    It does not where a measure word of its own, or a noun after it ("a 19 percent tariff"), says
    what it is.
    """
    own = (
        plain.anchor is not None
        and plain.how == "grammar"
        and plain.anchor.measure in ("other", "price")
    )
    following = [t for t in passage.sentence.tokens if t.start >= plain.quantity.span.end][:3]
    named = bool(following) and following[0].tag.startswith(("NN", "JJ"))
    rates = any(
        (t.lemma, "noun") in words() and words()[t.lemma, "noun"][0].measure == "other"
        for t in following
    )
    return not (own or named or rates)


def _factor(passage: Passage, plain: Draft, earlier: Sequence[Earlier]) -> Draft | None:
    before = last(earlier, passage.sentence.index, *FLOWS)
    if (
        plain.anchor is None
        and before is not None
        and _refers(passage)
        and _multiplies(passage, plain.quantity)
    ):
        of = "trade" if before.measure == "trade_total" else before.measure
        return replace(
            plain,
            measure="growth",
            how="context",
            change="factor",
            of=of,
            inherited=("measure",),
            restates=before,
        )
    if (
        plain.anchor is None
        or plain.anchor.measure not in FLOWS
        or not _multiplies(passage, plain.quantity)
    ):
        return None
    return replace(plain, measure="growth", change="factor", of=_grown(passage, plain.anchor))


def _multiplies(passage: Passage, quantity: Quantity) -> bool:
    """Whether something grew by a factor: "doubled", "grew five-fold"; not "twice the quota",
    "double what it was".
    """
    own = passage.sentence.within(quantity.span)
    return changes.change(passage, quantity) is not None or any(t.tag.startswith("VB") for t in own)


def _level(passage: Passage, plain: Draft, earlier: Sequence[Earlier]) -> Draft | None:
    quantity, anchor = plain.quantity, plain.anchor
    copied = _converted(passage, quantity, earlier)
    if copied is not None:
        return replace(
            plain,
            measure=copied.measure,
            anchor=None,
            how="converted",
            restates=copied,
            of=copied.of,
        )
    if (quantity.per or "").lower() in cues().priced and not (
        anchor is not None and anchor.measure == "price"
    ):
        return replace(plain, measure="price")
    if anchor is not None:
        return _anchored(passage, plain, anchor)
    before = last(earlier, passage.sentence.index, *FLOWS)
    if before is not None and before.quantity.unit == quantity.unit and _refers(passage):
        return replace(
            plain, measure=before.measure, how="context", inherited=("measure",), restates=before
        )
    return replace(plain, measure=_bare(quantity))


def _anchored(passage: Passage, plain: Draft, anchor: Anchor) -> Draft:
    quantity = plain.quantity
    if quantity.unit == "count":
        return replace(plain, measure="count")
    measure = (
        "trade_total"
        if plain.how != "list" and both_flows(passage, quantity, anchor)
        else anchor.measure
    )
    if measure in ("exports", "imports") and _sums_up(passage, quantity, anchor):
        measure = "trade_total"
    if measure == "trade_total" and is_money(quantity) and balance_cues.told(passage, quantity):
        return replace(plain, measure="balance")
    if is_extent(quantity):
        return replace(plain, measure="other")
    if not is_money(quantity) and measure in ("trade_total", "investment", "balance", "other"):
        measure = "volume"
    moved = _moved(passage, quantity, measure, anchor)
    if moved in ("up", "down"):
        return replace(
            plain,
            measure="growth",
            change="absolute",
            of=_grown(passage, anchor),
            value=_signed(plain.value, moved),
        )
    return replace(plain, measure=measure)


def _moved(
    passage: Passage, quantity: Quantity, measure: Measure, anchor: Anchor
) -> Literal["up", "down"] | None:
    """Whether an amount is by how much a flow or a price changed."""
    if measure == "price":
        return changes.change(passage, quantity) or changes.led(passage, quantity)
    if measure not in FLOWS:
        return None
    plain = changes.change(passage, quantity) or changes.also(passage, quantity)
    return plain or changes.of_noun(passage, quantity, anchor.token)


def _sums_up(passage: Passage, quantity: Quantity, anchor: Anchor) -> bool:
    """Whether a number in a row is the sum of the flows before it: "exports 3 bn, imports 2 bn,
    total 5 bn".
    """
    before = [
        t.lower
        for t in passage.sentence.tokens
        if anchor.token.end <= t.start and t.end <= quantity.digits.start
    ]
    return [w for w in before[-4:] if w not in ("$", "€", "£", ":", "a", "in")][-2:] in (
        [",", "total"],
        ["and", "total"],
        [";", "total"],
    )


def _converted(passage: Passage, quantity: Quantity, earlier: Sequence[Earlier]) -> Earlier | None:
    """The figure that this one repeats in another currency: "22,201bn yen ($214.6bn; £114.5bn)"."""
    before = next((e for e in reversed(earlier) if e.sentence == passage.sentence.index), None)
    if (
        before is None
        or before.quantity.unit == quantity.unit
        or not is_money(quantity)
        or not is_money(before.quantity)
    ):
        return None
    between = passage.between(before.quantity.span.end, quantity.span.start)
    marked = any(t.text in ("(", ";", "or", "/") for t in between)
    return (
        before
        if marked and len(between) <= 4 and all(t.lower in cues().converting for t in between)
        else None
    )


def _bare(quantity: Quantity) -> Measure:
    """The measure of a number without a measure word: what its unit says."""
    return (
        "other"
        if is_money(quantity) or is_extent(quantity)
        else "count"
        if quantity.unit == "count"
        else "volume"
    )


def _refers(passage: Passage) -> bool:
    """Whether a sentence without a measure word speaks of the last figure: "It was …", "The figure
    …", "up from …".
    """
    opening = [t.lemma for t in passage.sentence.tokens[:4]]
    return bool(cues().referring & set(opening))


def _grown(passage: Passage, anchor: Anchor | None) -> str | None:
    """What grew, in the words of the series ("exports") or of the text ("economy")."""
    if anchor is None:
        return None
    if is_role(anchor):
        return "trade" if anchor.measure == "trade_total" else anchor.measure
    if anchor.measure == "trade_total":
        return "trade"
    if anchor.measure == "other":
        plain = [
            t for t in anchor.before if not any(q.span.overlaps(t.span) for q in passage.quantities)
        ]
        named = [t.lower for t in plain if t.tag in ("NN", "NNS", "JJ")]
        return " ".join([*named, anchor.token.lower])
    return anchor.token.lower if anchor.word.pos == "noun" else anchor.measure


def _signed(value: Value, moved: str) -> Value:
    if moved == "up" or value.high <= Decimal(0):
        return value
    return Value(low=-value.high, high=-value.low, written=value.written)


class Settled(Struct, frozen=True, kw_only=True):
    """A draft with its parties and times."""

    draft: Draft
    sides: Sides
    favour: str | None
    period: Period | None
    base: Period | None
    product: Product | None
    evidence: tuple[Span, ...]
    inherited: tuple[str, ...]
    is_back: bool = False
    """Whether its period is an earlier one that the text only looks back to."""
    nature: Nature = "flow"
    ruled: Sides = Sides()
    """The sides as the rules alone have them, and which of those they took from context."""
    taken: tuple[str, ...] = ()
    likely_sides: float = 1.0
    """How likely the chosen sides are among all candidates, and the chosen time."""
    likely_time: float = 1.0
    is_doubtful: bool = False
    """Whether the words gave one party both sides, so that one was struck out, told a part without
    its name, or something else speaks against it (:mod:`doubts`)."""

    @property
    def changed(self) -> Change | None:
        """The change as the contract writes it."""
        return Change(kind=self.draft.change, base=self.base) if self.draft.change else None
