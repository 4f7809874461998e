"""Everything that forbids calling a figure different, though a series says something else.

``differs`` must be almost never wrong: each doubt here is a way in which a true figure once could
have looked false.
"""

import re
from collections.abc import Iterator, Sequence

from legation.checks import (
    currencies,
    indicators,
    licences,
    other_parties,
    periods,
    places,
    products,
    slots,
    starts,
    tolerances,
    totals,
    wholes,
    wording,
)
from legation.model import Figure, Reading, Record

FORBIDDING: dict[licences.Meaning, str] = {
    "goods_and_services": "the text speaks of “{0}”",
    "services": "the text speaks of “{0}”",
    "europe": "“{0}” can mean more than the European Union",
    "terms": "“{0}” is another way to measure it",
    "fiscal": "“{0}” is not a calendar year",
    "open": "“{0}” leaves the period open",
    "forecast": "“{0}” is not a figure of what has happened",
    "denial": "the text may be denying it (“{0}”)",
    "part": "“{0}” may be a part of all goods",
    "mutual": "“{0}” does not say whose number it is, and it is not in the currency of the "
    "series at "
    "hand",
    "listed": "“{0}” may put numbers and their owners in another order",
}
MONTHS_OF_A_YEAR = 12
EARLIER = re.compile(r"\b(?:earlier|before|ago|previous)\b", re.IGNORECASE)
"""Words by which the year before is meant."""
LEVELS = frozenset({"exports", "imports", "trade_total", "balance"})


def against_differs(reading: Reading, records: Sequence[Record], figure: Figure) -> list[str]:
    """Why a figure must not be called different, in words; empty where nothing stands in the
    way.
    """
    return list(_doubts(reading, records, figure))


def _doubts(reading: Reading, records: Sequence[Record], figure: Figure) -> Iterator[str]:
    yield from _by_certainty(figure)
    yield from _by_slots(reading, records, figure)
    yield from _by_product(figure)
    yield from _by_partner(figure)
    yield from _by_indicator(reading, figure)
    yield from _by_number(reading, figure)
    yield from _by_words(reading, figure)
    yield from _by_date(reading, figure)
    yield from _by_other_years(reading, figure)
    yield from _by_length(reading, figure)
    yield from _by_currency(reading, records, figure)
    yield from _by_total(reading, records, figure)
    yield from starts.doubts(reading, records, figure)


def _by_certainty(figure: Figure) -> Iterator[str]:
    if figure.tier != "sure":
        yield "the figure was not read with certainty"


def _by_slots(reading: Reading, records: Sequence[Record], figure: Figure) -> Iterator[str]:
    for slot in slots.doubtful(reading, records, figure):
        yield f"its {slot} is taken from other sentences and could be another"


def _by_product(figure: Figure) -> Iterator[str]:
    if figure.product is not None and products.narrower(figure.product):
        yield f"{figure.product.name} is less than the whole chapter"


def _by_indicator(reading: Reading, figure: Figure) -> Iterator[str]:
    measured = indicators.measured(reading, figure)
    if measured in indicators.OPEN:
        yield indicators.OPEN[measured]


def _by_total(reading: Reading, records: Sequence[Record], figure: Figure) -> Iterator[str]:
    """Other parties beside its own, which only a word such as "together" adds up."""
    total = totals.read(reading, figure)
    if total is None or not total.codes:
        yield from other_parties.others(reading, records, figure)
    elif not total.is_said:
        yield "nothing says that its parties are added up"


def _by_partner(figure: Figure) -> Iterator[str]:
    if figure.partner is None and figure.measure in LEVELS:
        yield "the text names no single partner, and may mean fewer or others than those added up"


def _by_number(reading: Reading, figure: Figure) -> Iterator[str]:
    if tolerances.is_range(figure.value) and not tolerances.is_between(reading, figure):
        yield "it may be two numbers and not a range"
    if tolerances.in_words(figure.value) and not _is_plain_ratio(reading, figure):
        yield f"“{figure.value.written}” is a round word"


def _is_total(reading: Reading, figure: Figure) -> bool:
    """Whether the words say that years or parties are added up."""
    total = totals.read(reading, figure)
    return total is not None and total.is_said


def _is_plain_ratio(reading: Reading, figure: Figure) -> bool:
    """Whether a round word may still be called different, beyond an eighth of it: a share, or a
    factor of one year. What "has doubled" leaves open since when.
    """
    if figure.measure == "share":
        return figure.unit == "%"
    is_ratio = figure.change is not None and figure.change.kind in ("factor", "percent")
    if not is_ratio or figure.period is None or "period" in figure.inherited:
        return False
    sentence = places.sentence_of(reading, figure.evidence[0])
    perfect = sentence is None or any(t.lemma == "have" and t.dep == "aux" for t in sentence.tokens)
    return not perfect and periods.months_long(figure.period) == MONTHS_OF_A_YEAR


def _by_words(reading: Reading, figure: Figure) -> Iterator[str]:
    if wholes.is_framed(reading, figure):
        return  # every word has its place
    said = licences.found(licences.words_of(reading, figure))
    for meaning, cue in said.items():
        is_sum = meaning == "listed" and totals.TOGETHER.search(cue) and _is_total(reading, figure)
        if not is_sum and not _answered(meaning, figure, cue):
            yield FORBIDDING[meaning].format(cue)


def _answered(meaning: licences.Meaning, figure: Figure, cue: str) -> bool:
    """Whether the figure's own slots settle what the words leave open."""
    match meaning:
        case "part":
            return figure.product is not None
        case "open":
            return figure.unit.endswith(currencies.A_MONTH) and cue.lower().split()[-1] == "month"
        case "listed":
            return figure.measure == "share"
        case "mutual":
            own = figure.unit == currencies.own(figure.reporter)
            return own or figure.measure not in ("trade_total", "balance")
        case _:
            return False


def _by_currency(reading: Reading, records: Sequence[Record], figure: Figure) -> Iterator[str]:
    """A growth beside amounts in dollars is one of dollars; most series grow in euros."""
    if figure.measure != "growth" or figure.sentence is None:
        return
    if currencies.of_terms(licences.words_of(reading, figure)) is not None:
        return  # it is worked out in that currency
    other = currencies.beside(records, figure)
    if other is not None:
        yield f"it may be the growth of amounts in {other}"


def _by_date(reading: Reading, figure: Figure) -> Iterator[str]:
    words = licences.words_of(reading, figure)
    if re.search(r"\bwhen\b", words) and not EARLIER.search(words):
        yield "“when” may put it at another time"
    published = reading.document.published
    if published and figure.period and figure.period.end and figure.period.end >= published:
        yield f"{wording.when(figure.period)} was not over when the text was written"


def _by_other_years(reading: Reading, figure: Figure) -> Iterator[str]:
    if totals.beside_other_years(reading, figure) and not _is_total(reading, figure):
        yield "another year is named beside its own, and it may be the number of both"


def _by_length(reading: Reading, figure: Figure) -> Iterator[str]:
    if (
        figure.period is not None
        and periods.months_long(figure.period) > MONTHS_OF_A_YEAR
        and not _is_total(reading, figure)
    ):
        yield f"of {wording.when(figure.period)} the text may mean one year"
