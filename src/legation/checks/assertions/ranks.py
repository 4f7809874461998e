"""A place in a list: all partners of one party, sorted by the newest full year at hand."""

import re
from collections.abc import Iterator
from functools import cache

from msgspec.structs import replace

from legation.checks import licences, members, periods, wording
from legation.checks.assertions.series import Series, of_flow, question, ruled, unsettled, years
from legation.checks.wording import CountryName
from legation.lexicon import table, word_map
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

ORDINALS = word_map("checks", "ranks.ordinals", int)
ORDINAL = re.compile(
    rf"\b({'|'.join(ORDINALS)}|(\d+)(?:st|nd|rd|th))[\s-]+(?:largest|biggest|most|main|top"
    r"|leading)\b",
    re.I,
)
NARROWED = re.compile(
    r"\b(?:in|of|among|within)\s+(?:the\s+)?(?:region|central|south|north|east|west|eastern"
    r"|western|five|former|post|africa|asia|gulf|world)"
    r"|\boutside\b|\bafter\b|\bexcluding\b|\bnon-",
    re.IGNORECASE,
)
YEARS = 3
ENOUGH = 100
"""A list of partners with fewer numbers than this is no list to be ranked in."""
RULE = "place among all partners in the newest full year at hand"
RULE_OF_FIRST = "place among the first partners, where their shares leave no doubt"


@cache
def _countries() -> tuple[str, ...]:
    return tuple(sorted(row.code for row in table("countries", CountryName)))


def questions(reading: Reading, assertion: Assertion) -> list[Question]:
    """The trade of the list's owner with every country, in the newest years; and the place among
    its first partners, where only these are known.
    """
    asked = [question(assertion, d, "all partners") for d in _lists(reading, assertion)]
    placed = (_first_partners(assertion, p) for p in _years(reading, assertion))
    return [*asked, *(question(assertion, d, "the first partners") for d in placed if d)]


def _lists(reading: Reading, assertion: Assertion) -> Iterator[Definition]:
    for period in _years(reading, assertion):
        yield from _list(assertion, period)


def _first_partners(assertion: Assertion, period: Period) -> Definition | None:
    """The place in a list that somebody else has made, of those who lead it."""
    flow = of_flow(assertion, period)
    if flow is None or flow.measure == "balance" or assertion.product is not None:
        return None
    way = assertion.measure
    return replace(flow, measure="rank", flow=way, of="WLD", unit="rank")


def _years(reading: Reading, assertion: Assertion) -> list[Period]:
    return [p for p in years(reading, assertion, YEARS) if periods.months_long(p) % 12 == 0]


def _list(assertion: Assertion, period: Period) -> list[Definition]:
    flow = of_flow(assertion, period)
    if flow is None or flow.measure == "balance" or assertion.product is not None:
        return []
    union = "EUR" in (flow.reporter, flow.partner)
    inside = members.of_today() if union else frozenset()
    codes = [code for code in _countries() if code != flow.reporter and code not in inside]
    if flow.partner == "EUR":
        codes.append("EUR")  # it stands in the list for its members
    return [replace(flow, partner=code) for code in codes]


def judge(reading: Reading, assertion: Assertion, series: Series) -> Check:
    """Supported at the place named, mixed one place off, else contradicted; only where the whole
    list is at hand.
    """
    words = licences.words_of(reading, assertion)
    if NARROWED.search(
        " ".join(part for part in (assertion.object, _own_words(reading, assertion)) if part)
    ):
        return unsettled(
            "the list is narrowed by its words, and its members are not settled", series
        )
    for period in _years(reading, assertion):
        asked = _list(assertion, period)
        seen = {d.partner: o for d in asked if (o := series.seen(d)) is not None}
        if len(seen) >= ENOUGH:
            return _placed(assertion, seen, period, series, _place(words))
    for period in _years(reading, assertion):
        place = _first_partners(assertion, period)
        held = series.seen(place) if place else None
        if held is not None:
            return _listed_first(assertion, held, period, series, _place(words))
    return unsettled(_why(reading, assertion, series), series)


def _listed_first(
    assertion: Assertion, held: Observation, period: Period, series: Series, claimed: int
) -> Check:
    """By a list of the first partners alone: the place named, or another."""
    place = int(held.value)
    told = (
        f"{wording.country(assertion.partner)} was number {place} among the first partners in "
        f"{_listed(assertion)} in {wording.when(period)}"
    )
    verdict = _verdict(place, claimed)
    return ruled(verdict, [told, wording.cited(held)], [held], series, RULE_OF_FIRST)


def _verdict(place: int, claimed: int) -> AssertionVerdict:
    if place == claimed:
        return "supported"
    return "mixed" if abs(place - claimed) == 1 else "contradicted"


def _own_words(reading: Reading, assertion: Assertion) -> str:
    return " ".join(reading.text(span) for span in assertion.evidence)


def _place(words: str) -> int:
    found = ORDINAL.search(words)
    if found is None:
        return 1
    return int(found.group(2)) if found.group(2) else ORDINALS[found.group(1).lower()]


def _placed(
    assertion: Assertion, seen: dict[str, Observation], period: Period, series: Series, claimed: int
) -> Check:
    order = sorted(seen, key=lambda code: (-seen[code].value, code))
    if assertion.partner not in order:
        return unsettled(
            f"{wording.country(assertion.partner)} is not in the list of {len(order)} partners",
            series,
        )
    place = order.index(assertion.partner) + 1
    verdict = _verdict(place, claimed)
    shown = [seen[code] for code in dict.fromkeys((*order[: max(3, claimed)], assertion.partner))]
    which = f"number {place} of {len(order)} partners in {_listed(assertion)}"
    told = f"{wording.country(assertion.partner)} was {which} in {wording.when(period)}"
    first = ", ".join(
        f"{wording.country(code)} {wording.amount(seen[code].value, seen[code].unit)}"
        for code in order[:3]
    )
    return ruled(verdict, [told, f"the first three: {first}"], shown, series, RULE)


def _listed(assertion: Assertion) -> str:
    owner = wording.country(assertion.reporter).removeprefix("the ")
    return f"{owner} {'trade' if assertion.measure == 'trade_total' else assertion.measure}"


def _why(reading: Reading, assertion: Assertion, series: Series) -> str:
    found = _years(reading, assertion)
    asked = _list(assertion, found[0]) if found else []
    if assertion.product is not None:
        return f"no series of {assertion.product.name} for all partners at hand"
    if not asked:
        return "the text does not say in whose list, by what, or of when"
    return f"no whole list of partners in {_listed(assertion)} at hand"
