"""From a figure to the definitions that its text states, licenses, or does not license.

Silence implies: goods, all products, the reporter's own statistics, EU27_2020, the currency and the
period as written. Another definition may give a verdict only if the words, the authority or the
date of the text license it; the rest is asked so that the reader sees what looks alike, and has no
say.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from msgspec.structs import replace

from legation.checks import (
    authorities,
    changes,
    currencies,
    derived,
    directions,
    indicators,
    licences,
    members,
    partners,
    periods,
    products,
    wholes,
    wording,
)
from legation.model import Answer, Definition, Figure, Period, Question, Reading, Record

Licence = Literal["stated", "licensed", "mirror", "unlicensed"]
LEVELS = frozenset({"exports", "imports", "trade_total", "balance"})
CURRENCY_LENGTH = 3
OTHER_FLOW = {
    "exports": "imports",
    "imports": "exports",
    "trade_total": "exports",
    "balance": "trade_total",
}


def of_figure(reading: Reading, records: list[Record], figure: Figure) -> list[Question]:
    """All questions that one figure asks; none where a slot is missing or nobody publishes such a
    series.
    """
    if indicators.measured(reading, figure):
        return indicators.questions(reading, records, figure)
    part = wholes.definition(reading, figure)
    if part is not None:
        return [_question(figure, part, "stated", "the part and the whole that the sentence tells")]
    stated = stated_definition(reading, records, figure)
    if stated is None:
        return []
    parts = derived.of_figure(reading, records, figure, stated)
    apart = list(derived.questions(figure, parts)) if parts is not None else []
    if parts is not None and parts.is_alone:
        return apart
    asked: dict[Definition, Question] = {}
    for question in (
        *_all(reading, figure, stated),
        *directions.questions(reading, figure, stated),
    ):
        asked.setdefault(question.definition, question)
    return [*asked.values(), *apart]


def worked_out(
    reading: Reading, records: list[Record], figure: Figure, answers: Sequence[Answer]
) -> list[Answer]:
    """What has to be worked out for a figure from the answers to its parts; empty where nothing
    has.
    """
    if not any(derived.is_part(a) for a in answers):
        return []
    stated = stated_definition(reading, records, figure)
    found = derived.of_figure(reading, records, figure, stated) if stated is not None else None
    return [derived.answer(figure, found, answers)] if found is not None else []


def stated_definition(reading: Reading, records: list[Record], figure: Figure) -> Definition | None:
    """The definition that the text states or its silence implies; ``None`` where a slot is
    missing.
    """
    partner = partner_of(reading, figure)
    if missing(figure, partner) or figure.period is None or figure.reporter is None:
        return None
    base = Definition(
        measure="exports",
        reporter=figure.reporter,
        partner=partner or partners.WORLD,
        period=figure.period,
    )
    goods = products.narrowed(base, figure.product)
    if goods is None:
        return None
    if figure.measure in LEVELS:
        return replace(goods, measure=figure.measure, unit=currency(figure))
    return changes.definition(reading, records, figure, goods)


def partner_of(reading: Reading, figure: Figure) -> str | None:
    """With whom: the partner of the record, a group that its words name, or all the world."""
    if figure.partner is not None:
        return figure.partner
    named = partners.group(reading, figure)
    if named is not None:
        return named
    return partners.WORLD if partners.is_all(reading, figure) else None


def missing(figure: Figure, partner: str | None) -> str | None:
    """Which slot keeps a figure from being asked for, in words; ``None`` where all are there."""
    if figure.nature != "flow":
        return f"it is a {figure.nature}, not a trade flow that has been counted"
    if figure.reporter is None or partner is None:
        return "the text does not say between which two parties"
    if figure.reporter == partner:
        return "both parties are the same"
    if figure.period is None:
        return "the text does not say for which period"
    if not periods.whole(figure.period):
        return (
            f"statistics are kept by month, and {wording.when(figure.period)} is not whole months"
        )
    return _unit_fault(figure)


def _unit_fault(figure: Figure) -> str | None:
    money = currency(figure)
    if figure.measure in LEVELS and not (len(money) == CURRENCY_LENGTH and money.isupper()):
        return "it is not an amount of money"
    return None


def currency(figure: Figure) -> str:
    """The unit of the series that a level is held against: an average a month is one of money."""
    return figure.unit.removesuffix(currencies.A_MONTH)


def _all(reading: Reading, figure: Figure, stated: Definition) -> Iterator[Question]:
    said = licences.found(licences.words_of(reading, figure))
    yield from _own(figure, stated, said)
    yield from _by_authority(figure, stated)
    for licensed in (_by_words, _by_date, _by_length):
        yield from licensed(reading, figure, stated, said)
    if figure.partner is not None:
        yield _question(
            figure,
            stated.mirror,
            "mirror",
            f"the same trade in the statistics of {wording.country(stated.partner)}",
        )
    yield from _unlicensed(figure, stated)


def _own(
    figure: Figure, stated: Definition, said: dict[licences.Meaning, str]
) -> Iterator[Question]:
    """The reporter's own series, in the currency written: implied by silence, unless the words
    speak of services too.
    """
    if "goods_and_services" in said:
        cue = said["goods_and_services"]
        both = replace(stated, scope="goods_and_services")
        yield _question(figure, both, "licensed", f"the text says “{cue}”")
        yield _question(figure, stated, "unlicensed", f"goods alone, while the text says “{cue}”")
    elif currencies.is_converted(stated):
        words = currencies.reason(stated, currencies.own(stated.reporter))
        yield _question(figure, stated, "licensed", words)
    elif products.narrower(figure.product):
        yield _question(
            figure, stated, "licensed", "the whole chapter that holds the product of the text"
        )
    else:
        yield _question(figure, stated, "stated", _silence(stated))


def _silence(stated: Definition) -> str:
    return f"goods, in the statistics of {wording.country(stated.reporter)}"


def _by_authority(figure: Figure, stated: Definition) -> Iterator[Question]:
    named = authorities.whose(figure)
    if named.side == "partner":
        yield _question(
            figure, stated.mirror, "licensed", f"the text gives it on the word of {named.name}"
        )


_Licensed = Callable[[Reading, Figure, Definition, dict[licences.Meaning, str]], Iterator[Question]]


def _by_words(
    reading: Reading, figure: Figure, stated: Definition, said: dict[licences.Meaning, str]
) -> Iterator[Question]:
    if "europe" in said:
        yield from _with_members(
            figure, stated, f"the text says “{said['europe']}”: the EU of 28 as one reading of it"
        )
    if stated.measure in ("trade_total", "balance") and figure.partner is not None:
        yield _question(
            figure,
            stated.mirror,
            "licensed",
            f"trade of two named parties, by {wording.country(stated.partner)}",
        )


def _by_date(
    reading: Reading, figure: Figure, stated: Definition, said: dict[licences.Meaning, str]
) -> Iterator[Question]:
    if members.room_for_28(reading, stated):
        yield from _with_members(figure, stated, "the EU had 28 members at the time")


def _with_members(figure: Figure, stated: Definition, why: str) -> Iterator[Question]:
    if stated.reporter == "EUR":
        yield _question(figure, replace(stated, reporter="EUR:EU28"), "licensed", why)


def _by_length(
    reading: Reading, figure: Figure, stated: Definition, said: dict[licences.Meaning, str]
) -> Iterator[Question]:
    """Months that the same sentence names within the figure's year: "in the first eleven
    months".
    """
    for span in licences.sentences_of(reading, figure):
        inside = (
            d.period
            for d in reading.dates
            if d.period and span.holds(d.span) and _within(d.period, stated.period)
        )
        for part in inside:
            words = f"the sentence names {wording.when(part)}"
            yield _question(figure, replace(stated, period=part), "licensed", words)


def _within(part: Period, whole: Period) -> bool:
    if (
        not periods.whole(part)
        or part.same(whole)
        or not (part.start and part.end and whole.start and whole.end)
    ):
        return False
    return whole.start <= part.start and part.end <= whole.end and periods.months_long(part) > 1


def _unlicensed(figure: Figure, stated: Definition) -> Iterator[Question]:
    for years, words in ((-1, "the year before"), (1, "the year after")):
        moved = periods.shifted(stated.period, years)
        if moved is not None:
            yield _question(figure, replace(stated, period=moved, base=None), "unlicensed", words)
    if stated.measure in OTHER_FLOW:
        other = replace(stated, measure=OTHER_FLOW[stated.measure])
        yield _question(figure, other, "unlicensed", "another flow")
    yield _question(
        figure,
        replace(stated, unit="USD" if stated.unit == "EUR" else "EUR"),
        "unlicensed",
        "another currency",
    )
    if stated.product == "TOTAL" and stated.measure in LEVELS:
        yield _question(figure, replace(stated, product="27"), "unlicensed", "mineral fuels alone")


def _question(figure: Figure, definition: Definition, licence: Licence, because: str) -> Question:
    return Question(record=figure.id, definition=definition, licence=licence, because=because)
