"""A product dominates a trade, or a partner does, if it is over half of it."""

from decimal import Decimal
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from legation.checks import products, wording
from legation.checks.assertions.series import (
    Series,
    flow_words,
    of_flow,
    question,
    ruled,
    sides,
    unsettled,
    years,
)
from legation.lexicon import table
from legation.model import (
    Assertion,
    AssertionVerdict,
    Check,
    Definition,
    Observation,
    Period,
    Question,
    Reading,
)

HALF = Decimal(50)
THIRD = Decimal(100) / 3
RULE = "over half dominates, a third to half is mixed"
CODE_LENGTH = 3


class Heading(Struct, frozen=True, kw_only=True):
    """A row of ``hs_titles.csv``."""

    code: str
    section: str = ""
    title: str = ""


@cache
def _chapters() -> dict[str, tuple[str, ...]]:
    """The chapters of each section."""
    held: dict[str, list[str]] = {}
    for row in table("hs_titles", Heading):
        if len(row.code) == 2 and row.code.isdigit():
            held.setdefault(row.section, []).append(row.code)
    return {section: tuple(codes) for section, codes in held.items()}


def questions(reading: Reading, assertion: Assertion) -> list[Question]:
    """The share of each chapter of the product, or of the partner, in the trade; by both sides'
    statistics, newest year first.
    """
    asked = [d for p in years(reading, assertion) for d in _shares(assertion, p)]
    return [question(assertion, d, f"share in {flow_words(d)}") for d in dict.fromkeys(asked)]


def _shares(assertion: Assertion, period: Period) -> list[Definition]:
    own = _of_products(assertion, period) or _of_partner(assertion, period)
    return [side for d in own for side in sides(d)]


def _of_products(assertion: Assertion, period: Period) -> list[Definition]:
    flow = of_flow(assertion, period)
    if flow is None or flow.measure == "balance" or assertion.product is None:
        return []
    share = replace(flow, measure="share", flow=flow.measure, of="TOTAL")
    return [replace(share, product=chapter) for chapter in _codes(assertion)]


def _codes(assertion: Assertion) -> tuple[str, ...]:
    """The chapters that a product's code stands for."""
    goods = assertion.product
    if goods is None or not goods.code:
        return ()
    if goods.scheme.lower() == "section":
        return _chapters().get(goods.code, ())
    return tuple(goods.code.split(";")) if goods.scheme == "HS" else ()


def _of_partner(assertion: Assertion, period: Period) -> list[Definition]:
    """ "Kazakhstan's trade is dominated by Russia": the partner's share in the reporter's trade
    with the world.
    """
    party = assertion.object or ""
    if assertion.product is not None or assertion.reporter is None or not _is_code(party):
        return []
    flow = of_flow(_with_partner(assertion, party), period)
    return (
        [replace(flow, measure="share", flow=flow.measure, of="WLD")]
        if flow and flow.measure != "balance"
        else []
    )


def _is_code(party: str) -> bool:
    return len(party) == CODE_LENGTH and party.isupper()


def _with_partner(assertion: Assertion, party: str) -> Assertion:
    return assertion if assertion.partner else replace(assertion, partner=party)


def judge(reading: Reading, assertion: Assertion, series: Series) -> Check:
    """Over half in the newest year at hand."""
    for period in years(reading, assertion):
        own = _of_products(assertion, period) or _of_partner(assertion, period)
        for read in (list(own), [d.mirror for d in own]):
            seen = [s for d in read if (s := series.seen(d)) is not None]
            if seen:
                return _weighed(assertion, period, read, seen, series)
    return unsettled(_why(reading, assertion, series), series)


def _weighed(
    assertion: Assertion,
    period: Period,
    read: list[Definition],
    seen: list[Observation],
    series: Series,
) -> Check:
    share, whole = sum((s.value for s in seen), Decimal(0)), len(seen) == len(read)
    held = [d for d in read if series.seen(d) is not None]
    verdict = _verdict(assertion, share, whole)
    told = _told(assertion, read, held, share, period)
    notes = [told]
    if not whole:
        notes.append(
            "the other chapters of the section are not at hand: the share is at least that"
        )
    if verdict is None and not whole:
        return unsettled(f"{told}; the other chapters of the section are not at hand", series)
    if verdict is None:
        return unsettled(f"{told}, of which {_goods(assertion)} is only a part", series)
    return ruled(verdict, notes, seen, series, RULE)


def _verdict(assertion: Assertion, share: Decimal, whole: bool) -> AssertionVerdict | None:
    """None where the chapter holds more than the words ("oil" in mineral fuels), or the parts at
    hand fall short.
    """
    if share > HALF:
        return None if products.narrower(assertion.product) else "supported"
    if not whole:
        return None
    return "mixed" if share >= THIRD else "contradicted"


def _told(
    assertion: Assertion,
    read: list[Definition],
    held: list[Definition],
    share: Decimal,
    period: Period,
) -> str:
    flow, year = read[0], wording.when(period)
    if assertion.product is None:
        return (
            f"{wording.country(flow.partner)} had {_percent(share)} of "
            f"{flow_words(replace(flow, partner='WLD'))} in {year}"
        )
    codes = ", ".join(d.product for d in held)
    goods = "mineral fuels" if codes == "27" else _goods(assertion)
    return f"{goods} (HS {codes}) were {_percent(share)} of {flow_words(flow)} in {year}"


def _goods(assertion: Assertion) -> str:
    return assertion.product.name if assertion.product else "this"


def _percent(share: Decimal) -> str:
    return f"{format(share, '.0f')} %"


def _why(reading: Reading, assertion: Assertion, series: Series) -> str:
    newest = years(reading, assertion)[0] if years(reading, assertion) else None
    asked = _shares(assertion, newest) if newest else []
    if not asked:
        return "the text does not say which goods dominate which trade, in terms of a series"
    reasons = series.reasons(asked)
    return reasons[0] if reasons else "no series of these shares at hand"
