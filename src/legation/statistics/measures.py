"""Totals, balances, shares and growth, from the flows they are made of; the definition names the
parts and their values.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from legation.statistics import codes, exchange, goods, months
from legation.statistics.amounts import Amount, Found, absent
from legation.statistics.cells import SNAPSHOT, Shelf
from legation.statistics.goods import Flow

PERCENT = Decimal("0.0001")


def both_ways(flow: Flow, sign: int, shelf: Shelf = SNAPSHOT) -> Found:
    """Exports plus (``sign`` 1) or minus (-1) imports."""
    exports, imports = (
        goods.amount(replace(flow, flow=way), shelf) for way in ("exports", "imports")
    )
    return combined(exports, imports, sign)


def combined(exports: Found, imports: Found, sign: int) -> Found:
    """Two flows already at hand, added or subtracted; the first gap is a gap. Imports take the
    currency of exports.
    """
    if not isinstance(exports, Amount):
        return exports
    same = exchange.converted(imports, exports.unit) if isinstance(imports, Amount) else imports
    if not isinstance(same, Amount):
        return same
    older = min((exports, same), key=lambda part: part.origin.known)
    value = exports.value + sign * same.value
    moved = exports.value * exports.band + same.value * same.band
    early = exports.value * exports.early + same.value * same.early
    return Amount(
        value=value,
        unit=exports.unit,
        origin=older.origin,
        series=f"{exports.series} {'+' if sign > 0 else '-'} {same.series}",
        stretch=exports.stretch,
        said=f"{_both(exports, imports, sign)}; {_part(exports, 'exports')}; "
        f"{_part(same, 'imports')}",
        band=moved / abs(value) if value else Decimal(0),
        early=early / abs(value) if value else Decimal(0),
    )


def _both(exports: Found, imports: Found, sign: int) -> str:
    """``EU trade in goods with Georgia, 2021: exports (FOB) plus imports (CIF)``: it stands
    alone.
    """
    one, other = (part.title if isinstance(part, Amount) else None for part in (exports, imports))
    link = "plus" if sign > 0 else "minus"
    if one is None or other is None:
        return f"{'total trade' if sign > 0 else 'balance'}: exports {link} imports"
    flow: Flow = one.flow
    kind = "total trade" if sign > 0 else "trade balance"
    about = (
        f"{flow.who} {kind} in {flow.what} with {codes.name(flow.partner)}, "
        f"{months.words(flow.stretch)}"
    )
    return f"{about}: exports ({one.valued}) {link} imports ({other.valued})"


def _part(part: Amount, name: str) -> str:
    """``exports 2,045,133,681 EUR, sum of 27 members' months (vintage 2024-11)``."""
    return f"{name} {part.value:,} {part.unit} ({_how(part)})"


def _how(part: Amount) -> str:
    """``sum of 27 members' months, 5 empty cells counted as no trade, vintage 2023-01-13``."""
    return ", ".join([*part.said.split("; ")[1:], f"vintage {part.origin.vintage}"])


def flows(flow: Flow, shelf: Shelf = SNAPSHOT) -> Found:
    """A flow that may also be ``trade_total``."""
    return both_ways(flow, 1, shelf) if flow.flow == "trade_total" else goods.amount(flow, shelf)


def share(flow: Flow, of: str, shelf: Shelf = SNAPSHOT) -> Found:
    """What part, in per cent, a flow is of a wider one: all products (``TOTAL``), all partners
    (``WLD``) or reporter ``of``.
    """
    if wider(flow, of) == flow:
        return absent(f"{flow.words}: a share of itself")
    part, whole = flows(flow, shelf), flows(wider(flow, of), shelf)
    if not isinstance(part, Amount):
        return part
    if not isinstance(whole, Amount):
        return whole
    if not whole.value:
        return absent(f"{whole.said}: zero, and nothing is a share of it")
    return ratio(part, whole, shelf.as_of)


def wider(flow: Flow, of: str) -> Flow:
    """What a flow is a share of: all products, all partners, or another reporter's trade with that
    partner.
    """
    if of == codes.WORLD:
        return replace(flow, partner=codes.WORLD)
    if codes.ours(of) in codes.crosswalk():
        return replace(flow, reporter=codes.ours(of))
    return replace(flow, product=of.removeprefix(flow.scheme))


def growth(flow: Flow, base: range | None, shelf: Shelf = SNAPSHOT) -> Found:
    """How much a flow changed, in per cent, since ``base``, or else since the same stretch a year
    earlier; out of one vintage, or not at all.
    """
    now, then = _ends(flow, base, shelf)
    if not isinstance(now, Amount):
        return now
    if not isinstance(then, Amount):
        return then
    if not then.value:
        return absent(f"{then.said}: zero, and nothing grows from it in per cent")
    now = exchange.converted(now, then.unit, shelf.as_of)
    return (
        _ratio(now, then, (now.value / then.value - 1) * 100, "growth of")
        if isinstance(now, Amount)
        else now
    )


def change(flow: Flow, base: range | None, shelf: Shelf = SNAPSHOT) -> Found:
    """How much a flow changed in money, over the same stretch as its growth; out of one vintage
    and in one currency, or not at all.
    """
    now, then = _ends(flow, base, shelf)
    if not isinstance(now, Amount):
        return now
    if not isinstance(then, Amount):
        return then
    if now.unit != then.unit:
        return absent(f"{now.said} and {then.said}: in two currencies, and no change is worked out")
    value = now.value - then.value
    older = min((now, then), key=lambda part: part.origin.known)
    return Amount(
        value=value,
        unit=now.unit,
        origin=older.origin,
        series=f"{now.series} - {then.series}",
        stretch=now.stretch,
        said=f"change in {_clause(now)} against {_clause(then)}; {now.value:,} ({_how(now)}) less "
        f"{then.value:,} ({_how(then)})",
        band=_moved(now.value * now.band + then.value * then.band, value),
        early=_moved(now.value * now.early + then.value * then.early, value),
    )


def _moved(reach: Decimal, value: Decimal) -> Decimal:
    """How far revisions of both ends move what lies between them, as a share of it."""
    return reach / abs(value) if value else Decimal(0)


def _ends(flow: Flow, base: range | None, shelf: Shelf) -> tuple[Found, Found]:
    """A flow now and at its base, of one vintage where both are at hand."""
    span = len(flow.stretch)
    started = base or months.earlier(flow.stretch, 12 if span <= 12 else span)
    before = replace(flow, stretch=started)
    now, then = flows(flow, shelf), flows(before, shelf)
    if isinstance(now, Amount) and isinstance(then, Amount) and now.origin != then.origin:
        return _of_one_vintage(flow, before, now, then, shelf)
    return now, then


def _of_one_vintage(
    flow: Flow, before: Flow, now: Amount, then: Amount, shelf: Shelf
) -> tuple[Found, Found]:
    """Both ends out of whichever of the two vintages has both; else a gap that names them."""
    for origin in (now.origin, then.origin):
        alone = shelf.restricted(origin)
        ends = flows(flow, alone), flows(before, alone)
        if all(isinstance(end, Amount) for end in ends):
            return ends
    gap = absent(mixed(flow, (now, then)))
    return gap, gap


def mixed(flow: Flow, parts: Sequence[Amount]) -> str:
    """Why no change is worked out of several vintages."""
    vintages = dict.fromkeys(
        f"{months.words(part.stretch)} of {part.origin.dataset}, vintage {part.origin.vintage}"
        for part in parts
    )
    return (
        f"{flow.words}: the values at hand are of several vintages ({'; '.join(vintages)}), and "
        "a change from one to another would mix revisions into it"
    )


def ratio(part: Amount, whole: Amount, as_of: date | None = None) -> Found:
    """What part, in per cent, one amount is of another, in the currency of the whole."""
    same = exchange.converted(part, whole.unit, as_of)
    if not isinstance(same, Amount):
        return same
    return _ratio(same, whole, same.value / whole.value * 100, "share of")


def _clause(part: Amount) -> str:
    return part.said.split("; ")[0]


def _ratio(one: Amount, other: Amount, value: Decimal, what: str) -> Amount:
    """The band is in per cent of the ratio's parts; for a growth of 2 % from a band of 1 % it is
    far over the value.
    """
    older = min((one, other), key=lambda part: part.origin.known)
    shift = one.value / other.value * (one.band + other.band) * 100
    link = "against" if what == "growth of" else "in"
    return Amount(
        value=value.quantize(PERCENT),
        unit="%",
        origin=older.origin,
        series=f"{one.series} / {other.series}",
        stretch=one.stretch,
        said=f"{what} {_clause(one)} {link} {_clause(other)}; {one.value:,} ({_how(one)}) {link} "
        f"{other.value:,} ({_how(other)})",
        band=abs(shift / value) if value else Decimal(0),
    )
