"""Shares: part over whole, never over 100 %, and the parts of one whole no more than it
together.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Literal

from legation.checks import licences, places, tolerances, wording
from legation.checks.bounds import Bounds
from legation.checks.findings import Finding
from legation.model import Figure, Reading, Record

HUNDRED = Decimal(100)
LEVELS = frozenset({"exports", "imports", "trade_total"})
WHOLES = frozenset({None, "WLD"})
TRADE = re.compile(
    r"\b(?:exports?|imports?|trade|turnover|shipments|supplies|sales)\b", re.IGNORECASE
)
NOT_A_WHOLE = re.compile(
    r"\b(?:levels?|figures?|that|those|gdp|target|quota|plan|capacity|average|year)\b",
    re.IGNORECASE,
)
"""What a per cent can be over a hundred of: "120 % of the level of 2019"."""
UNIONS = {"EUR"}
"""A union and its members are not two parts of one whole."""


def findings(
    reading: Reading, records: Sequence[Record], figures: Sequence[Figure]
) -> list[Finding]:
    """What a document's shares say of themselves and of the levels beside them."""
    shares = [f for f in figures if f.measure == "share" and f.unit == "%" and f.nature == "flow"]
    found = [finding for share in shares for finding in _alone(share)]
    near = places.neighbours(
        reading, [f for f in figures if f.measure in LEVELS and f.nature == "flow"]
    )
    for share in shares:
        found += _of_levels(reading, near(share), share)
    return found + _together(reading, shares)


def _alone(share: Figure) -> Iterator[Finding]:
    """No share of a trade is over 100 %."""
    of = share.of or ""
    if (
        tolerances.excusable(share).low > HUNDRED
        and TRADE.search(of)
        and not NOT_A_WHOLE.search(of)
    ):
        yield Finding(
            share.id, "inconsistent", f"{_said(share)} of {of}: no part is more than the whole"
        )


def _of_levels(reading: Reading, near: Sequence[Figure], share: Figure) -> Iterator[Finding]:
    """A share beside its part and its whole, in one sentence or the next: 10 of 12 billion is 83
    %.
    """
    pairs = [(part, whole) for part in near for whole in near if _part_of(share, part, whole)]
    if len(pairs) != 1:
        return
    part, whole = pairs[0]
    exact, loose = (
        _percent(part, whole, tolerances.printed),
        _percent(part, whole, tolerances.excusable),
    )
    if exact is None or loose is None:
        return
    told = (
        f"{_said(part)} of {_said(whole)} is "
        f"{format(part.value.middle / whole.value.middle * HUNDRED, '.1f')} %"
    )
    if exact.meets(tolerances.printed(share)):
        for figure in (share, part, whole):
            yield Finding(figure.id, "consistent", f"{told}, as the text says")
    elif not loose.meets(tolerances.excusable(share)):
        certain = not licences.found(licences.words_of(reading, share))
        verdict: Literal["inconsistent", "told"] = "inconsistent" if certain else "told"
        yield Finding(
            share.id, verdict, f"{told}, not {_said(share)}", frozenset((part.id, whole.id))
        )


def _part_of(share: Figure, part: Figure, whole: Figure) -> bool:
    """Whether two levels are the part and the whole of a share: they differ in the product or in
    the partner alone.
    """
    if part is whole or (part.measure, part.unit, part.reporter) != (
        whole.measure,
        whole.unit,
        whole.reporter,
    ):
        return False
    if part.period is None or whole.period is None or not part.period.same(whole.period):
        return False
    by_product = (
        part.product is not None and whole.product is None and part.partner == whole.partner
    )
    by_partner = (
        part.partner not in WHOLES and whole.partner in WHOLES and _goods(part) == _goods(whole)
    )
    return (by_product and _goods(part) == _goods(share)) or (
        by_partner and part.partner == share.partner
    )


def _goods(figure: Figure) -> tuple[str, str] | None:
    return (figure.product.code, figure.product.name) if figure.product else None


def _percent(part: Figure, whole: Figure, read: tolerances.Reader) -> Bounds | None:
    quotient = read(part).over(read(whole))
    return quotient * HUNDRED if quotient else None


def _together(reading: Reading, shares: Sequence[Figure]) -> list[Finding]:
    """The parts that one sentence lists of one whole: they must not pass 100 %. Told, and a
    verdict where nothing overlaps.
    """
    found: list[Finding] = []
    for group in _lists(shares):
        low = sum((tolerances.excusable(s).low for s in group), Decimal(0))
        if low <= HUNDRED:
            continue
        total = wording.percent(sum((s.value.middle for s in group), Decimal(0))).removeprefix("+")
        reason = f"the parts of {group[0].of} come to {total}, more than the whole"
        verdict = (
            "inconsistent"
            if _apart(group) and not licences.found(licences.words_of(reading, group[0]))
            else "told"
        )
        found += [Finding(s.id, verdict, reason) for s in group]  # type: ignore[arg-type]
    return found


def _lists(shares: Sequence[Figure]) -> Iterator[list[Figure]]:
    groups: dict[object, list[Figure]] = {}
    for share in shares:
        if share.of and share.sentence is not None and share.value.low >= 0:
            key = (
                share.sentence,
                share.of,
                share.reporter,
                share.period.edtf if share.period else None,
            )
            groups.setdefault(key, []).append(share)
    yield from (group for group in groups.values() if len(group) > 1)


def _apart(group: Sequence[Figure]) -> bool:
    """Whether the parts are partners that do not overlap: each named once, no union beside its
    members.
    """
    partners = [s.partner for s in group]
    return (
        None not in partners and len(set(partners)) == len(partners) and not UNIONS & set(partners)
    )


def _said(figure: Figure) -> str:
    return wording.written(figure.value, figure.unit)
