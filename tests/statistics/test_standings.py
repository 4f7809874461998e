"""Ranks, concentration and trends name their universe, and a universe with a hole is none."""

from decimal import Decimal
from typing import Any

from legation.model import Answer, Definition, Question, year
from legation.statistics import embedded


def ask(measure: Any, reporter: str, partner: str, when: int, **more: Any) -> Answer:
    definition = Definition(
        measure=measure, reporter=reporter, partner=partner, period=year(when), **more
    )
    (answer,) = embedded().observe(
        [Question(record="r", definition=definition, licence="stated", because="")]
    )
    return answer


def test_a_rank_among_all_partners() -> None:
    found = ask("rank", "EUR", "USA", 2023, flow="exports").observation
    assert found is not None
    assert (found.value, found.unit) == (Decimal(1), "rank")
    assert "210 partners outside the EU" in found.definition
    kazakhstan = ask("rank", "EUR", "KAZ", 2023).observation
    assert kazakhstan is not None
    assert kazakhstan.value == 30


def test_what_is_no_country_has_no_rank() -> None:
    assert ask("rank", "EUR", "DEU", 2023).absence == "not_published"
    assert ask("rank", "EUR", "QS", 2016).absence == "not_published"


def test_a_rank_within_a_group() -> None:
    found = ask("rank", "EUR", "UZB", 2023, of="CAS").observation
    assert found is not None
    assert found.value == 2
    assert "the 5 countries of Central Asia" in found.definition


def test_a_rank_among_members() -> None:
    found = ask("rank", "ITA", "KAZ", 2021, of="EUR", flow="imports").observation
    assert found is not None
    assert found.value == 7


def test_no_rank_where_only_a_few_partners_are_at_hand() -> None:
    found = ask("rank", "EUR", "KAZ", 2021, flow="imports")
    assert (found.observation, found.absence) == (None, "not_at_hand")


def test_concentration_of_partners_members_and_suppliers() -> None:
    partners = ask("concentration", "EUR", "WLD", 2023).observation
    members = ask("concentration", "EUR", "KAZ", 2021, of="EUR", flow="imports").observation
    magnesium = ask(
        "concentration", "EUR", "WLD", 2023, scheme="CRM", product="magnesium"
    ).observation
    assert partners is not None
    assert members is not None
    assert magnesium is not None
    assert partners.value < members.value < 2500 < magnesium.value
    assert magnesium.unit == "HHI"


def test_a_supplier_s_rank() -> None:
    found = ask(
        "rank", "EUR", "KAZ", 2023, scheme="CRM", product="phosphorous", of="processing"
    ).observation
    assert found is not None
    assert found.value == 1
    assert (
        ask("rank", "EUR", "KAZ", 2017, scheme="CRM", product="phosphorous").absence
        == "not_at_hand"
    )


def test_a_trend_over_years() -> None:
    found = ask("trend", "EUR", "KAZ", 2023, base=year(2019)).observation
    assert found is not None
    assert found.value == Decimal("21.15")
    assert "2022: 10,347,711,062" in found.definition
    russia = ask("trend", "EUR", "RUS", 2023, base=year(2021)).observation
    assert russia is not None
    assert russia.value < -20


def test_a_trend_needs_every_year() -> None:
    assert ask("trend", "EUR", "KAZ", 2023, base=year(2008)).absence == "not_at_hand"
    assert ask("trend", "EUR", "KAZ", 2023).absence == "not_at_hand"
