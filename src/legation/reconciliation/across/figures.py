"""One figure told by many texts, and figures of one key that disagree.

The full key or none: measured, the same key with another value was a conflict in half the pairs;
of the 37 that were none, 31 came from a partner that was only inherited, a product or a period
left out, 6 from one number written coarser.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from legation.model import Figure, Value
from legation.model.links import Block, Card, Link
from legation.reconciliation.across import days
from legation.reconciliation.writing import plain

NAMELESS = frozenset({"count", "other", "volume", "price"})
"""Measures that do not say of what they are without a product."""
SPREAD_ABOUT = Decimal("0.05")
"""What "about" allows, as the contract says."""
DISPUTED = frozenset({"flow", "stock", "cumulative", "disbursed"})
"""Natures of which two values cannot both be right; forecasts differ by their makers."""
GROUNDS = frozenset({"partner", "reporter", "period", "product", "unit", "of"})
"""Slots that must stand in the words of both for a conflict."""
BOUNDS = frozenset({"over", "under", "at_least", "at_most"})


def blocks(card: Card) -> Iterator[Block]:
    """A figure stands by its full key; without one it is never linked."""
    key = full_key(_figure(card))
    if key is not None:
        yield Block(key=f"figure {key}")


def full_key(figure: Figure) -> str | None:
    """Measure, sides, product, period, nature, unit; ``None`` where one is not told. The basis is
    held apart: silence meets goods.
    """
    when = days.period(figure)
    product = _product(figure)
    if when is None or not when.closed or days.lent(figure) or not _whole(figure, product):
        return None
    sides = (figure.reporter or "", figure.partner or "")
    if figure.measure == "trade_total":
        sides = (min(sides), max(sides))
    change = figure.change
    parts = (
        figure.measure,
        *sides,
        product,
        f"{when.start}/{when.end}",
        figure.nature,
        figure.unit,
        figure.of or "",
        figure.in_favour_of or "",
        f"{change.kind} {change.base.edtf if change.base else ''}" if change else "",
    )
    return "|".join(parts)


def _whole(figure: Figure, product: str) -> bool:
    """Whether a figure tells whose it is and what it is of."""
    if figure.reporter is None or figure.nature == "pledge":
        return False
    if figure.partner is None and figure.measure != "investment":
        return False
    if figure.measure == "share":
        return figure.of is not None
    return bool(product) or figure.measure not in NAMELESS


def _product(figure: Figure) -> str:
    if figure.product is None:
        return ""
    return figure.product.code or plain(figure.product.name)


def link(one: Card, other: Card) -> Link | None:
    """Why two figures are one, or disagree; ``None`` if neither can be said."""
    mine, yours = _figure(one), _figure(other)
    if full_key(mine) is None or full_key(mine) != full_key(yours) or not same_basis(mine, yours):
        return None
    if agree(mine, yours):
        shown = f"one figure: {mine.value.written} and {yours.value.written}"
        score = 0.75 if _inherits(mine) or _inherits(yours) else 0.95
        return _made(one, other, "same", score, shown, "figure-key")
    if disagree(mine, yours):
        shown = f"{mine.value.written} against {yours.value.written} for the same thing"
        return _made(one, other, "conflict", 0.9, shown, "figure-conflict")
    return None


def same_basis(one: Figure, other: Figure) -> bool:
    """Silence meets goods, never goods and services."""
    return (one.basis or "goods") == (other.basis or "goods")


def agree(one: Figure, other: Figure) -> bool:
    """Whether two written numbers may stand for one value: their intervals overlap, or the coarser
    is the finer one cut or rounded.
    """
    if _bounded(one, other) or _bounded(other, one):
        return True
    first, second = _interval(one), _interval(other)
    if first[0] < second[1] and second[0] < first[1]:
        return True
    fine, coarse = sorted((one.value, other.value), key=_step)
    return _step(fine) < _step(coarse) and abs(fine.middle - coarse.middle) < _step(coarse)


def disagree(one: Figure, other: Figure) -> bool:
    """Whether two figures of one key cannot both be right: each says the whole key itself, neither
    is a bound or round number that the other may have been cut to.
    """
    if one.nature not in DISPUTED or {one.qualifier, other.qualifier} & BOUNDS:
        return False
    if _inherits(one) or _inherits(other):
        return False
    apart = abs(one.value.middle - other.value.middle)
    return apart >= max(_slack(one.value), _slack(other.value))


def _slack(value: Value) -> Decimal:
    """How far off another number may be of which this one was cut or rounded."""
    return max(_step(value), _rounding(value) / 2)


def _inherits(figure: Figure) -> bool:
    """Whether a slot of the key comes from elsewhere in the text: such a figure is never sure."""
    held = {*figure.inherited, *figure.doubtful, *figure.uncertain}
    return bool(held & GROUNDS)


def _interval(figure: Figure) -> tuple[Decimal, Decimal]:
    low, high = figure.value.low, figure.value.high
    if figure.qualifier != "about":
        return low, high
    slack = abs(figure.value.middle) * SPREAD_ABOUT
    return min(low, figure.value.middle - slack), max(high, figure.value.middle + slack)


def _bounded(bound: Figure, other: Figure) -> bool:
    """Whether a bound ("more than 40 billion") is met by a number not far beyond it."""
    middle, value = bound.value.middle, other.value.middle
    far = max(_rounding(bound.value), abs(middle) * SPREAD_ABOUT)
    if bound.qualifier in ("over", "at_least"):
        return bound.value.low <= value <= middle + far
    if bound.qualifier in ("under", "at_most"):
        return middle - far <= value <= bound.value.high
    return False


def _step(value: Value) -> Decimal:
    """One unit of the last printed digit, in base units."""
    return value.high - value.low


def _rounding(value: Value) -> Decimal:
    """The same with the zeros at the end of a number read as rounding: 100 million for "1,900
    million"; never more than its first digit.
    """
    middle, step = abs(value.middle), _step(value)
    if not step or not middle or "." in value.written:
        return step
    digits = str(int(middle / step)) if middle >= step else "0"
    zeros = len(digits) - len(digits.rstrip("0"))
    return step * Decimal(10) ** min(zeros, max(0, len(digits) - 1))


def groups(cards: Sequence[Card]) -> list[list[Card]]:
    """Figures of one key by their values: the finest first, each coarser one to the nearest that it
    may be cut from, so that 58 and 59 both go to 58.6.
    """
    found: list[list[int]] = []
    for place in sorted(range(len(cards)), key=lambda n: _step(_figure(cards[n]).value)):
        figure = _figure(cards[place])
        near = [
            (abs(_figure(cards[held[0]]).value.middle - figure.value.middle), number)
            for number, held in enumerate(found)
            if _goes_with(_figure(cards[held[0]]), figure)
        ]
        if near:
            found[min(near)[1]].append(place)
        else:
            found.append([place])
    return [[cards[place] for place in held] for held in sorted(map(sorted, found))]


def _goes_with(one: Figure, other: Figure) -> bool:
    return agree(one, other) and same_basis(one, other)


def _figure(card: Card) -> Figure:
    assert isinstance(card.record, Figure)
    return card.record


def _made(one: Card, other: Card, relation: str, score: float, because: str, rule: str) -> Link:
    return Link(
        one=one.key,
        other=other.key,
        relation="conflict" if relation == "conflict" else "same",
        score=score,
        because=because,
        rule=rule,
    )
