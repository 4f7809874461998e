"""Total = exports + imports, balance = exports - imports, between figures that truly belong together.

Exports of one party to another and the other's imports from it are the same flow, whichever name the text uses.
"""

from collections.abc import Iterator, Sequence
from itertools import product

from msgspec import Struct

from legation.checks import licences, slots, tolerances, wording
from legation.checks.bounds import Bounds
from legation.checks.findings import Finding
from legation.model import Figure, Period, Reading, Record


class Account(Struct, frozen=True):
    """What figures must share to be added: the two parties, the period, the currency, the product."""

    parties: frozenset[str | None]
    start: object
    end: object
    unit: str
    product: str


class Ledgerful(Struct, frozen=True):
    """The figures of one account. ``out`` flows from ``first`` to the other party, ``back`` the other way."""

    first: str
    out: tuple[Figure, ...]
    back: tuple[Figure, ...]
    totals: tuple[Figure, ...]
    balances: tuple[Figure, ...]


def findings(reading: Reading, records: Sequence[Record], figures: Sequence[Figure]) -> list[Finding]:
    """Sums and differences that hold or do not, for each figure that takes part."""
    found: list[Finding] = []
    for group in _groups(figures).values():
        book = _book(group)
        found += _of_totals(reading, records, book)
        found += _of_balances(reading, records, book)
    return found


def _groups(figures: Sequence[Figure]) -> dict[Account, list[Figure]]:
    groups: dict[Account, list[Figure]] = {}
    for figure in figures:
        account = _account(figure)
        if account is not None:
            groups.setdefault(account, []).append(figure)
    return groups


def _account(figure: Figure) -> Account | None:
    if figure.measure not in ("exports", "imports", "trade_total", "balance") or figure.nature != "flow":
        return None
    if figure.reporter is None or figure.partner is None or not _known(figure.period):
        return None
    goods = figure.product.code or figure.product.name if figure.product else ""
    period = figure.period
    assert period is not None
    return Account(frozenset((figure.reporter, figure.partner)), period.start, period.end, figure.unit, goods)


def _known(period: Period | None) -> bool:
    return period is not None and period.closed


def _book(group: Sequence[Figure]) -> Ledgerful:
    first = min(p for f in group for p in (f.reporter, f.partner) if p)
    return Ledgerful(
        first=first,
        out=tuple(f for f in group if _source(f) == first),
        back=tuple(f for f in group if _source(f) not in (first, None)),
        totals=tuple(f for f in group if f.measure == "trade_total"),
        balances=tuple(f for f in group if f.measure == "balance"),
    )


def _source(figure: Figure) -> str | None:
    """Where the goods of a flow come from."""
    return {"exports": figure.reporter, "imports": figure.partner}.get(figure.measure)


def _of_totals(reading: Reading, records: Sequence[Record], book: Ledgerful) -> Iterator[Finding]:
    for total in book.totals:
        pairs = list(product(book.out, book.back))
        if not pairs:
            continue
        for out, back in pairs:
            if _meet(total, out, back, "+"):
                yield from _holding(total, out, back, "+")
                break
        else:
            yield from _failing(reading, records, total, pairs, "+")


def _of_balances(reading: Reading, records: Sequence[Record], book: Ledgerful) -> Iterator[Finding]:
    for balance in book.balances:
        pairs = [_larger_first(balance, out, back, book.first) for out, back in product(book.out, book.back)]
        if not pairs:
            continue
        for one, other in pairs:
            if _meet(balance, one, other, "-"):
                yield from _holding(balance, one, other, "-")
                break
        else:
            yield from _failing(reading, records, balance, pairs, "-")


def _larger_first(balance: Figure, out: Figure, back: Figure, first: str) -> tuple[Figure, Figure]:
    """The flow of the party in whose favour the balance is, then the other; the larger first where the text does not say."""
    favoured = balance.in_favour_of
    if favoured is None and balance.value.high < 0:
        favoured = balance.partner
    if favoured is None:
        return (out, back) if out.value.middle >= back.value.middle else (back, out)
    return (out, back) if favoured == first else (back, out)


def _meet(derived: Figure, one: Figure, other: Figure, sign: str) -> bool:
    return _derived(one, other, sign, tolerances.printed).meets(tolerances.printed(derived).size)


def _derived(one: Figure, other: Figure, sign: str, reading: "tolerances.Reader") -> Bounds:
    a, b = reading(one).size, reading(other).size
    return a + b if sign == "+" else a - b


def _holding(derived: Figure, one: Figure, other: Figure, sign: str) -> Iterator[Finding]:
    reason = f"{_name(derived)} {_said(derived)} = {_said(one)} {_minus(sign)} {_said(other)}"
    for figure in (derived, one, other):
        yield Finding(figure.id, "consistent", reason)


def _failing(
    reading: Reading, records: Sequence[Record], derived: Figure, pairs: Sequence[tuple[Figure, Figure]], sign: str
) -> Iterator[Finding]:
    """Told of the derived figure; a verdict only where every reading of every pair misses it, and nothing is doubtful."""
    one, other = pairs[0]
    value = one.value.middle + other.value.middle if sign == "+" else one.value.middle - other.value.middle
    total = f"{_said(one)} {_minus(sign)} {_said(other)} = {wording.short(value, derived.unit)}"
    reason = f"{total}, not {_said(derived)}"
    worst = tolerances.excusable(derived).size
    misses = all(not _derived(a, b, sign, tolerances.excusable).meets(worst) for a, b in pairs)
    certain = misses and all(_certain(reading, records, f) for pair in pairs for f in (derived, *pair))
    if certain and _one_voice(derived, *[f for pair in pairs for f in pair]):
        yield Finding(derived.id, "inconsistent", reason)
    elif misses:
        yield Finding(derived.id, "told", reason)


def _certain(reading: Reading, records: Sequence[Record], figure: Figure) -> bool:
    said = licences.found(licences.words_of(reading, figure))
    loose = {"goods_and_services", "services", "terms", "forecast", "open"} & set(said)
    return not loose and not slots.doubtful(reading, records, figure)


def _one_voice(*figures: Figure) -> bool:
    """Whether no two of them are given on the word of different authorities."""
    named = {f.attributed_to.actor or f.attributed_to.name for f in figures if f.attributed_to}
    return len(named) <= 1


def _minus(sign: str) -> str:
    return "+" if sign == "+" else "−"


def _said(figure: Figure) -> str:
    return wording.written(figure.value, figure.unit)


def _name(derived: Figure) -> str:
    return "the total" if derived.measure == "trade_total" else "the balance"
