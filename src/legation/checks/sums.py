"""Total = exports + imports, balance = exports - imports, between figures that truly belong
together.

Exports of one party to another and the other's imports from it are the same flow, whichever name
the text uses.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice, product

from msgspec import Struct

from legation.checks import licences, places, slots, tolerances, wording
from legation.checks.bounds import Bounds
from legation.checks.findings import Finding
from legation.model import Figure, Reading, Record

MEASURES = frozenset({"exports", "imports", "trade_total", "balance"})
MOST_PAIRS = 64
UNKNOWN = "?"
EVERYBODY = "WLD"


class Common(Struct, frozen=True):
    """What figures must share to be added: the two parties, the period, the currency, the product.

    Where the text leaves parties or period open, they must stand in one sentence.
    """

    parties: frozenset[str]
    start: object
    end: object
    unit: str
    product: str
    sentence: object


class Account(Struct, frozen=True):
    """The figures of one account. ``out`` flows from ``first`` to the other party, ``back`` the
    other way.
    """

    first: str
    out: tuple[Figure, ...]
    back: tuple[Figure, ...]
    totals: tuple[Figure, ...]
    balances: tuple[Figure, ...]


class Sum(Struct, frozen=True):
    """A total or balance with the two flows that it is made of."""

    derived: Figure
    first: Figure
    second: Figure
    sign: str

    def of(self, read: tolerances.Reader) -> Bounds:
        """The sum of the flows, or their difference."""
        one, other = read(self.first).size, read(self.second).size
        return one + other if self.sign == "+" else one - other

    @property
    def middle(self) -> Decimal:
        """The same of the numbers as written."""
        one, other = self.first.value.middle, self.second.value.middle
        return one + other if self.sign == "+" else one - other

    @property
    def holds(self) -> bool:
        """Whether the flows give the derived figure, roundings allowed."""
        return self.of(tolerances.printed).meets(tolerances.printed(self.derived).size)

    @property
    def misses(self) -> bool:
        """Whether they do not, however coarsely all three are read."""
        return not self.of(tolerances.excusable).meets(tolerances.excusable(self.derived).size)

    @property
    def turned(self) -> bool:
        """Whether only the direction of a balance is wrong: words of favour are too easily misread
        for a verdict.
        """
        return (-self.of(tolerances.excusable)).meets(tolerances.excusable(self.derived).size)


def findings(
    reading: Reading, records: Sequence[Record], figures: Sequence[Figure]
) -> list[Finding]:
    """Sums and differences that hold or do not, for each figure that takes part."""
    found: list[Finding] = []
    for group in _groups(reading, figures).values():
        book = _book(group)
        found += _of_totals(reading, records, book)
        found += _of_balances(reading, records, book)
        found += _twice_named(book)
    return found


def _groups(reading: Reading, figures: Sequence[Figure]) -> dict[Common, list[Figure]]:
    groups: dict[Common, list[Figure]] = {}
    for figure in figures:
        if _may_be_added(reading, figure):
            groups.setdefault(_common(figure), []).append(figure)
    return groups


def _may_be_added(reading: Reading, figure: Figure) -> bool:
    """A flow that was counted; not the level where a change began ("up from 40 billion") unless
    its period is told.
    """
    if (
        figure.measure not in MEASURES
        or figure.nature != "flow"
        or tolerances.is_range(figure.value)
    ):
        return False
    own_period = figure.period is not None and "period" not in figure.inherited
    return own_period or not places.is_start(reading, figure)


def _common(figure: Figure) -> Common:
    period, known = figure.period, figure.period is not None and figure.period.closed
    return Common(
        parties=frozenset((_seller(figure), _other(figure))),
        start=period.start if period and known else None,
        end=period.end if period and known else None,
        unit=figure.unit,
        product=(figure.product.code or figure.product.name) if figure.product else "",
        sentence=None if known and figure.reporter and figure.partner else figure.sentence,
    )


def _seller(figure: Figure) -> str:
    return figure.reporter or UNKNOWN


def _other(figure: Figure) -> str:
    return figure.partner or EVERYBODY


def _book(group: Sequence[Figure]) -> Account:
    first = min(p for f in group for p in (_seller(f), _other(f)))
    return Account(
        first=first,
        out=tuple(f for f in group if _source(f) == first),
        back=tuple(f for f in group if _source(f) not in (first, None)),
        totals=tuple(f for f in group if f.measure == "trade_total"),
        balances=tuple(f for f in group if f.measure == "balance"),
    )


def _source(figure: Figure) -> str | None:
    """Where the goods of a flow come from."""
    return {"exports": _seller(figure), "imports": _other(figure)}.get(figure.measure)


def _of_totals(reading: Reading, records: Sequence[Record], book: Account) -> Iterator[Finding]:
    pairs = [sorted(pair, key=lambda f: f.evidence[0].start) for pair in _pairs(book)]
    yield from _held(
        reading,
        records,
        [Sum(total, one, other, "+") for total in book.totals for one, other in pairs],
    )


def _of_balances(reading: Reading, records: Sequence[Record], book: Account) -> Iterator[Finding]:
    pairs = _pairs(book)
    sums = [
        Sum(b, *_favoured_first(b, out, back, book.first), "-")
        for b in book.balances
        for out, back in pairs
    ]
    yield from _held(reading, records, sums)


def _pairs(book: Account) -> list[tuple[Figure, Figure]]:
    """Each number of the one flow with each of the other; repeated numbers once, and no more than
    a reader would compare.
    """
    out, back = (
        {(f.value.low, f.value.high): f for f in reversed(flow)}.values()
        for flow in (book.out, book.back)
    )
    return list(islice(product(out, back), MOST_PAIRS))


def _held(reading: Reading, records: Sequence[Record], sums: Sequence[Sum]) -> Iterator[Finding]:
    """The sums that hold; where none does, the first that fails of each derived figure."""
    holding = [one for one in sums if one.holds]
    for one in holding:
        yield from _holding(one)
    if not holding:
        for derived in {one.derived.id: one.derived for one in sums}.values():
            yield from _failing(reading, records, [one for one in sums if one.derived is derived])


def _twice_named(book: Account) -> Iterator[Finding]:
    """One flow under both its names: "Kazakhstan's exports to the EU" are "EU imports from
    Kazakhstan".
    """
    for flow in (book.out, book.back):
        named = {
            measure: next((f for f in flow if f.measure == measure), None)
            for measure in ("exports", "imports")
        }
        sold, bought = named["exports"], named["imports"]
        if sold is None or bought is None:
            continue
        agree = tolerances.printed(sold).meets(tolerances.printed(bought))
        for one, other in ((sold, bought), (bought, sold)):
            told = f"the text gives the same flow from the other side as {_said(other)}"
            yield Finding(one.id, "consistent" if agree else "told", told)


def _favoured_first(
    balance: Figure, out: Figure, back: Figure, first: str
) -> tuple[Figure, Figure]:
    """The flow of the party in whose favour the balance is, then the other; the larger first where
    the text does not say.
    """
    favoured = balance.in_favour_of
    if favoured is None and balance.value.high < 0:
        favoured = _other(balance)
    if favoured is None:
        return (out, back) if out.value.middle >= back.value.middle else (back, out)
    return (out, back) if favoured == first else (back, out)


def _holding(one: Sum) -> Iterator[Finding]:
    for figure in (one.derived, one.first, one.second):
        yield Finding(
            figure.id, "consistent", f"{_name(one.derived)} {_said(one.derived)} = {_parts(one)}"
        )


def _failing(reading: Reading, records: Sequence[Record], sums: Sequence[Sum]) -> Iterator[Finding]:
    """Told of the derived figure; a verdict only where every reading of every sum misses it, and
    nothing is doubtful.
    """
    if not all(one.misses for one in sums):
        return
    shown, figures = (
        sums[0],
        {f.id: f for one in sums for f in (one.derived, one.first, one.second)},
    )
    certain = all(_certain(reading, records, f) for f in figures.values()) and _one_voice(
        *figures.values()
    )
    turned = any(one.turned for one in sums)
    reason = (
        f"{_parts(shown)} = {wording.short(shown.middle, shown.derived.unit)}, not "
        f"{_said(shown.derived)}"
    )
    parts = frozenset(f.id for one in sums for f in (one.first, one.second))
    yield Finding(
        shown.derived.id, "inconsistent" if certain and not turned else "told", reason, parts
    )


def _parts(one: Sum) -> str:
    return f"{_said(one.first)} {'+' if one.sign == '+' else '−'} {_said(one.second)}"


def _certain(reading: Reading, records: Sequence[Record], figure: Figure) -> bool:
    said = licences.found(licences.words_of(reading, figure))
    loose = {"goods_and_services", "services", "terms", "forecast", "open"} & set(said)
    return not loose and not slots.doubtful(reading, records, figure)


def _one_voice(*figures: Figure) -> bool:
    """Whether no two of them are given on the word of different authorities."""
    named = {f.attributed_to.actor or f.attributed_to.name for f in figures if f.attributed_to}
    return len(named) <= 1


def _said(figure: Figure) -> str:
    return wording.written(figure.value, figure.unit)


def _name(derived: Figure) -> str:
    return "the total" if derived.measure == "trade_total" else "the balance"
