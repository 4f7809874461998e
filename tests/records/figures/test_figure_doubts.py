"""Which figures are believed and which are kept apart, on sentences of our own."""

from datetime import date

import pytest

from legation import background, documents, mentions
from legation.model import Document, Figure
from legation.records import figures


def read(text: str, published: date = date(2024, 10, 7)) -> dict[str, Figure]:
    """The figures of a text by their written numbers."""
    document = Document(id="t", text=text, published=published, language="en")
    found = figures.extract(background.survey(mentions.find(document, documents.repair(text))), [])
    return {f.value.written: f for f in found}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (
            "Nearly all of the $1.3 billion of Peru's planned imports would come from Chile.",
            "$1.3 billion",
        ),
        ("The brewer bought the Danish firm for $1.2 billion in 2021.", "$1.2 billion"),
        ("At that price the bid would value the company at $3 billion.", "$3 billion"),
        ("Imports, excluding oil and wheat, totalled $1.8 billion in 2023.", "$1.8 billion"),
        ("Oman will eliminate 99 percent of tariff lines.", "99 percent"),
        ("Chile bought 10 percent more from Japan than from Brazil.", "10 percent"),
        (
            "Italy's exports grew. Its deficit in services and in everything else came to €3 "
            "billion.",
            "€3 billion",
        ),
    ],
)
def test_what_is_told_of_something_else_is_not_sure(text: str, written: str) -> None:
    found = read(text)
    assert written not in found or found[written].tier == "possible"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Morocco's exports to Spain reached €9.1 billion in 2022.", "€9.1 billion"),
        ("Wine made up a third of Georgia's exports to Russia in 2022.", "a third"),
        ("Forty percent of Jordan's exports go to Iraq.", "Forty percent"),
        ("Trade between Serbia and Egypt doubled between 2019 and 2023.", "doubled"),
        ("Turkey's trade deficit with China was $38 billion in 2022.", "$38 billion"),
    ],
)
def test_what_is_told_plainly_is_sure(text: str, written: str) -> None:
    assert read(text)[written].tier == "sure"


@pytest.mark.parametrize(
    "text",
    [
        "Chad's current account deficit fell to $617 million in February.",
        "The current account showed a surplus of $617 million in February.",
        "Chad's budget deficit rose to $617 million in 2023.",
        "The invisible trade deficit narrowed to $617 million in February.",
        "The overall balance showed a surplus of $617 million after a deficit.",
    ],
)
def test_other_balances_are_not_of_trade(text: str) -> None:
    assert read(text)["$617 million"].measure == "other"


@pytest.mark.parametrize(
    "text",
    [
        "The coin was trading for $10,500 at noon.",
        "Its shares traded at about $10,500 on Tuesday.",
        "The stock has been trading under $10,500.",
    ],
)
def test_shares_and_coins_are_not_traded_between_countries(text: str) -> None:
    assert all(f.measure != "trade_total" for f in read(text).values())


@pytest.mark.parametrize(
    ("text", "written", "nature"),
    [
        ("The plan calls for investment of $80 million in rail.", "$80 million", "target"),
        (
            "The state cut taxes to attract $15 billion of foreign investment.",
            "$15 billion",
            "target",
        ),
        (
            "Kenya signed an agreement to raise trade with Uganda by 5 percent.",
            "5 percent",
            "target",
        ),
        (
            "If it could raise its exports to Japan by $2 billion, Chile would be content.",
            "$2 billion",
            "forecast",
        ),
        ("Trade turnover should reach $5 billion in 2026, she said.", "$5 billion", "forecast"),
        ("Exports of rice amount to $5 billion in 2026.", "$5 billion", "forecast"),
        ("Tariffs would not correct a $18 billion deficit with Japan.", "$18 billion", "flow"),
        ("They aim at doubling trade, which fell to $14 billion in 2023.", "$14 billion", "flow"),
        (
            "Kenya has been the target of criticism over its $3 billion trade deficit.",
            "$3 billion",
            "flow",
        ),
        ("Peru's government has a target of a $3 billion trade surplus.", "$3 billion", "target"),
    ],
)
def test_what_is_hoped_for_and_what_is_there(text: str, written: str, nature: str) -> None:
    assert read(text)[written].nature == nature


def test_rates_keep_what_they_are_a_rate_of() -> None:
    assert (
        read("Ghana imported 700,000 barrels a day of oil from Nigeria in 2023.")[
            "700,000 barrels"
        ].unit
        == "bbl/day"
    )
    assert read("Foreign investment in Chad was $40 a head in 2023.")["$40"].unit == "USD/person"
    assert (
        read("Kazakhstan exports 1.5 million tonnes of grain a year to Uzbekistan.")[
            "1.5 million tonnes"
        ].unit
        == "t"
    )


def test_goods_that_no_list_has_are_named() -> None:
    found = read("Taiwan's imports of farm produce from Chile were $1.4 billion in 2023.")[
        "$1.4 billion"
    ]
    assert found.product is not None
    assert (found.product.code, found.product.name) == ("", "farm produce")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Polish exports to Germany, Czechia and France were €90 billion, €21 billion and "
            "€18 billion respectively in 2022.",
            [("POL", "DEU", None), ("POL", "CZE", None), ("POL", "FRA", None)],
        ),
        (
            "Vietnam's exports of rice, coffee and pepper to China were worth $1.2 billion, "
            "$0.8 billion and $0.1 billion.",
            [("VNM", "CHN", "rice"), ("VNM", "CHN", "coffee"), ("VNM", "CHN", "pepper")],
        ),
        (
            "The EU's largest suppliers were Norway (€30 billion), Algeria (€12 billion) and "
            "Qatar (€9 billion).",
            [("EUR", "NOR", None), ("EUR", "DZA", None), ("EUR", "QAT", None)],
        ),
    ],
)
def test_rows(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    found = [
        (f.reporter, f.partner, f.product.name if f.product else None) for f in read(text).values()
    ]
    assert found == expected


def test_growth_since_a_year_to_a_level() -> None:
    found = read(
        "Bilateral trade between Serbia and Egypt has grown by 30% since 2020, to €210 "
        "million in 2022."
    )["30%"]
    assert found.period is not None
    assert found.change is not None
    assert found.change.base is not None
    assert (found.period.edtf, found.change.base.edtf) == ("2022", "2020")


def test_the_year_ago_figure_is_what_it_is_compared_with() -> None:
    text = (
        "Norwegian exports to Chad fell to 265 million crowns in the first eight months of 1986 "
        "from the year-ago figure."
    )
    found = read(text, date(1986, 10, 1))["265 million crowns"]
    assert found.unit == "NOK"
    assert found.period is not None
    assert found.period.edtf == "1986-01/1986-08"


def test_signed_percentages_in_brackets() -> None:
    found = read(
        "Exports to Ghana: €1.2 billion (+8.3 %). Imports from Ghana: €0.9 billion (-2.1 %)."
    )
    assert [(f.measure, f.of, f.value.high > 0) for f in found.values() if f.unit == "%"] == [
        ("growth", "exports", True),
        ("growth", "imports", False),
    ]


def test_prices_that_change_are_no_prices() -> None:
    found = read("Oil prices fell nearly $2 a barrel on Tuesday.")["$2"]
    assert (found.measure, found.value.high < 0) == ("growth", True)


def test_what_another_grows_by_is_its_own() -> None:
    found = read(
        "Japan reduced its trade surplus last year, when domestic demand grew by four percent."
    )["four percent"]
    assert (found.measure, found.of, found.tier) == ("growth", "domestic demand", "possible")


@pytest.mark.parametrize(
    "text",
    [
        "Maltese exports to Qatar were worth 40 million rials in 2019.",
        "Nine-month exports to Peru were $3 billion.",
        "Danish exports to Chile grew by an annual average of 4 % between 2010 and 2018.",
        "Ghana will ship cocoa to Cuba under a credit line of $20 million.",
        "Swiss exports to Oman overtook those to Bahrain in 2018, at $65 million against $61 "
        "million.",
        "Latvian exports to Cuba grew from 2011 to 2016, to $41 million.",
        "Togo sells phosphate and Mali buys 12 percent of it.",
    ],
)
def test_slots_that_the_words_leave_open_are_doubted(text: str) -> None:
    assert [f for f in read(text).values() if f.tier == "sure"] == []


@pytest.mark.parametrize(
    "text",
    [
        "The government will invest $436 million in ports.",
        "Exports of tin came to $40 million.",
        "Chad's exports to Niger will reach $40 million in 2030.",
    ],
)
def test_what_is_incomplete_or_ahead_is_possible(text: str) -> None:
    """Trade of nobody or of no time, and what has not come about, is not ``sure``."""
    assert [each.tier for each in read(text).values()] == ["possible"]
