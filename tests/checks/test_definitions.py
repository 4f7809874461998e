"""What a figure asks of the statistics, and by which licence."""

from datetime import date
from typing import Any

import pytest
from made_figures import authority, figure, fuels, reading

from legation import checks
from legation.model import Change, Date, Figure, Product, Question, Span, months, year

LATER = date(2024, 10, 7)


def asked(
    record: Figure, text: str = "", published: date | None = LATER, **fields: Any
) -> list[Question]:
    return checks.questions(reading(text, published, **fields), [record])


def licensed(questions: list[Question]) -> list[Question]:
    return [q for q in questions if q.licence == "licensed"]


def test_silence_implies_the_reporters_goods_in_euros() -> None:
    [stated] = [q for q in asked(figure("exports", "12.1")) if q.licence == "stated"]
    definition = stated.definition
    assert (definition.reporter, definition.partner, definition.product, definition.unit) == (
        "EUR",
        "KAZ",
        "TOTAL",
        "EUR",
    )
    assert definition.scope == "goods" and definition.period == year(2021)


def test_the_mirror_is_asked_and_so_are_a_few_that_have_no_say() -> None:
    questions = asked(figure("exports", "12.1"))
    [mirror] = [q.definition for q in questions if q.licence == "mirror"]
    assert (mirror.measure, mirror.reporter, mirror.partner) == ("imports", "KAZ", "EUR")
    others = {q.because for q in questions if q.licence == "unlicensed"}
    assert others == {
        "the year before",
        "the year after",
        "another flow",
        "another currency",
        "mineral fuels alone",
    }


def test_no_definition_is_asked_twice() -> None:
    for record in (
        figure("exports", "12.1"),
        figure("trade_total", "12.1"),
        figure("balance", "12.1"),
    ):
        definitions = [q.definition for q in asked(record)]
        assert len(definitions) == len(set(definitions))


def test_dollars_license_a_conversion() -> None:
    questions = asked(figure("exports", "12.1", unit="USD"))
    assert not [q for q in questions if q.licence == "stated"]
    assert licensed(questions)[0].definition.unit == "USD"


def test_goods_and_services_license_themselves_and_unlicense_goods() -> None:
    questions = asked(figure("exports", "12.1"), "Exports of goods and services were €12.1 bn.")
    assert licensed(questions)[0].definition.scope == "goods_and_services"
    assert any(q.licence == "unlicensed" and "goods alone" in q.because for q in questions)


def test_the_named_authority_licenses_its_series() -> None:
    questions = asked(
        figure("exports", "12.1", attributed_to=authority("KAZ", "the customs service"))
    )
    [theirs] = licensed(questions)
    assert theirs.definition.reporter == "KAZ" and "the customs service" in theirs.because


@pytest.mark.parametrize(
    ("published", "expected"), [(date(2016, 3, 1), True), (None, True), (date(2024, 3, 1), False)]
)
def test_a_text_of_the_time_licenses_the_union_of_28(
    published: date | None, expected: bool
) -> None:
    questions = asked(figure("exports", "12.1", period=2015), published=published)
    assert any(q.definition.reporter == "EUR:EU28" for q in licensed(questions)) is expected


def test_months_named_in_the_sentence_are_licensed() -> None:
    text = "In January to November 2022 exports were €12.1 bn."
    part = months(date(2022, 1, 1), date(2022, 11, 1))
    named = Date(span=Span(3, 27), type="DATE", value="2022", edtf=part.edtf, period=part)
    whole = Span(0, len(text))
    record = figure("exports", "12.1", period=2022, evidence=(whole,), sentence=whole)
    assert any(
        q.definition.period.same(part) for q in licensed(asked(record, text, dates=(named,)))
    )


def test_growth_asks_for_the_flow_of_the_level_beside_it() -> None:
    level, growth = (
        figure("imports", "12.1", at=1),
        figure("growth", "8", at=9, change=Change(kind="percent", base=year(2019))),
    )
    questions = [
        q for q in checks.questions(reading("", LATER), [level, growth]) if q.record == growth.id
    ]
    assert questions[0].definition.flow == "imports" and questions[0].definition.base == year(2019)


def test_a_share_of_unclear_whole_asks_nothing() -> None:
    assert not asked(figure("share", "40", of="them"))
    assert not asked(figure("share", "40", of="the EU's oil imports"))
    assert asked(figure("share", "40", of="the EU's total exports"))[0].definition.of == "WLD"
    assert asked(figure("share", "40", of="imports", product=fuels()))[0].definition.of == "TOTAL"


@pytest.mark.parametrize(
    "fields",
    [
        {"period": None},
        {"partner": None},
        {"reporter": None},
        {"partner": "EUR"},
        {"unit": "t"},
        {"nature": "forecast"},
        {"product": Product(scheme="name", code="", name="machinery")},
        {"product": Product(scheme="HS", code="84;85", name="machinery")},
    ],
    ids=str,
)
def test_what_lacks_a_slot_asks_nothing(fields: dict[str, Any]) -> None:
    assert not asked(figure("exports", "12.1", **fields))


@pytest.mark.parametrize("measure", ["investment", "volume", "count", "price", "other"])
def test_what_no_series_measures_asks_nothing(measure: str) -> None:
    assert not asked(figure(measure, "12.1"))
