"""What is known of the tables of the world by other means: sums of members, published totals, and
figures that the publishers themselves printed.
"""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from legation.model import year
from legation.statistics import codes
from legation.statistics.cells import Key, table
from legation.statistics.reading import manifest, rows

from .test_known_truths import ask, value

OLD, NEW = "us_goods_to_2022", "us_goods_since_2023"
MILLION = 1_000_000


def american(partner: str, flow: str, when: int) -> int:
    held = table(NEW if when >= 2023 else OLD)
    return held.series[Key("USA", partner, "HS", "TOTAL", flow)][when * 12]


@pytest.mark.parametrize("flow", ["exports", "imports"])
@pytest.mark.parametrize("when", range(2013, 2026))
def test_the_members_add_up_to_the_union_that_the_bureau_publishes(when: int, flow: str) -> None:
    """28 to 2019, 27 since: the bureau's is the union of the day."""
    of_the_day = "EUR" if when >= 2020 else "EUR:EU28"
    members = codes.union(of_the_day, date(when, 1, 1) if when < 2020 else codes.COMPOSITION)
    if when == 2013:  # Croatia joined in July; the bureau counts it for the whole year
        members = codes.union(of_the_day, date(2014, 1, 1))
    summed = sum(american(member, flow, when) for member in members)
    assert abs(summed - american(of_the_day, flow, when)) <= MILLION


@pytest.mark.parametrize("flow", ["exports", "imports"])
@pytest.mark.parametrize("when", [1992, 2000, 2010, 2019, 2022])
def test_all_partners_add_up_to_the_published_world(when: int, flow: str) -> None:
    """What the bureau could place in no country makes the rest: 0.2 % in 1992, less since."""
    held = table(OLD).series
    partners = {
        key.partner
        for key in held
        if key.flow == flow and codes.crosswalk()[key.partner].kind in {"country", "former"}
    }
    keys = (Key("USA", partner, "HS", "TOTAL", flow) for partner in partners)
    summed = sum(held[key].get(when * 12, 0) for key in keys if key in held)
    assert summed == pytest.approx(american("WLD", flow, when), rel=0.002)


@pytest.mark.parametrize(
    ("measure", "reporter", "partner", "when", "more", "published"),
    [
        ("exports", "USA", "CHN", 2023, {"unit": "USD"}, 147_626_500_000),
        ("balance", "USA", "CHN", 2022, {"unit": "USD"}, -382_917_000_000),
        ("exports", "USA", "WLD", 2022, {"unit": "USD"}, 2_064_278_300_000),
        ("gdp", "USA", "WLD", 2023, {"unit": "USD"}, 27_360_935_000_000),
        ("population", "IND", "WLD", 2023, {"unit": "%"}, 1_438_069_596),
        ("duty", "USA", "CHN", 2024, {"unit": "USD"}, 46_661_215_871),
        ("balance", "EUR", "CHN", 2022, {}, -397_000_000_000),
    ],
)
def test_published_totals(
    measure: str, reporter: str, partner: str, when: int, more: dict[str, Any], published: int
) -> None:
    assert value(ask(measure, reporter, partner, when, **more)) == published


def test_the_chapters_of_duty_add_up_to_the_total() -> None:
    held = table("us_duties_annual").series
    for partner in ("CHN", "EUR", "VNM", "BRA"):
        for flow in ("duties", "consumption"):
            parts = [
                cells[2024 * 12]
                for key, cells in held.items()
                if (key.partner, key.flow) == (partner, flow) and key.product != "TOTAL"
            ]
            whole = held[Key("USA", partner, "HS", "TOTAL", flow)][2024 * 12]
            assert sum(parts) == pytest.approx(whole, rel=0.001), (partner, flow)


def test_the_product_of_the_union_is_that_of_its_members() -> None:
    query = "SELECT country, value FROM {table} WHERE period = '2023' AND indicator = 'gdp'"
    held = {code: Decimal(amount) for code, amount in rows("gdp_annual", query)}
    summed = sum(held[member] for member in codes.members())
    assert summed == pytest.approx(held["EUR"], rel=Decimal("0.0005"))


def test_the_people_of_the_union_are_those_of_its_members() -> None:
    query = "SELECT country, value FROM {table} WHERE period = '2023'"
    held = {code: Decimal(amount) for code, amount in rows("population_annual", query)}
    summed = sum(held[member] for member in codes.members())
    assert summed == pytest.approx(held["EUR"], rel=Decimal("0.0005"))


def test_growth_never_mixes_two_vintages() -> None:
    over_the_seam = ask("growth", "USA", "CHN", 2023, flow="exports")
    assert over_the_seam.observation is None
    assert "several vintages" in over_the_seam.reason
    within = ask("growth", "USA", "CHN", 2024, flow="exports")
    assert value(within) == Decimal("-2.9499")
    assert ask("trend", "USA", "CHN", 2024, base=year(2020), flow="exports").observation is None


def test_exports_to_the_union_before_2020_are_the_sum_of_its_members_of_today() -> None:
    found = ask("exports", "USA", "EUR", 2015, unit="USD")
    assert value(found) == 215_816_500_000
    assert found.observation is not None
    assert "sum of its trade with 27 members" in found.observation.definition


def test_trade_of_both_kinds_is_no_trade_in_goods() -> None:
    goods = ask("exports", "VNM", "WLD", 2023, unit="USD")
    assert goods.observation is None
    assert "goods and services together, another definition, came to 375.0" in goods.reason
    both = ask("exports", "VNM", "WLD", 2023, unit="USD", scope="goods_and_services")
    assert value(both) == 374_986_000_000


def test_what_the_union_s_members_sell_each_other_is_no_trade_of_the_union() -> None:
    assert ask("exports", "EUR", "WLD", 2023, scope="goods_and_services").observation is None


def test_a_flow_that_follows_from_a_balance_says_so_and_how_near_it_is() -> None:
    found = ask("imports", "EUR", "CHN", 2023)
    assert value(found) == 514_485_764_189
    assert found.observation is not None
    assert "worked out from exports of" in found.observation.definition
    assert found.observation.source.startswith("https://ec.europa.eu/eurostat/")
    assert 514_485_764_189 * found.band >= 500_000_000


@pytest.mark.parametrize(
    ("reporter", "partner", "flow", "place"),
    [
        ("KAZ", "CHN", "exports", 1),
        ("KAZ", "RUS", "imports", 2),
        ("AUS", "CHN", "trade_total", 1),
        ("USA", "MEX", "trade_total", 1),
        ("USA", "EUR", "trade_total", 1),
    ],
)
def test_places_among_partners(reporter: str, partner: str, flow: str, place: int) -> None:
    assert value(ask("rank", reporter, partner, 2023, flow=flow, of="WLD")) == place


def test_where_shares_are_level_no_place_is_told() -> None:
    """Five partners with shares in whole per cent: Gambia, Türkiye and the USA have 4 % each."""
    assert ask("rank", "KAZ", "TUR", 2023, flow="imports", of="WLD").observation is None


def test_the_snapshot_stays_small_and_names_its_licences() -> None:
    assert sum(entry.bytes for entry in manifest().values()) < 15_000_000
    assert all(entry.licence and entry.source and entry.vintage for entry in manifest().values())
    pages = rows("official_facts", "SELECT DISTINCT page FROM {table}")
    assert all("destatis" not in page for (page,) in pages)


def test_a_day_before_the_vintage_knows_nothing_of_it() -> None:
    assert (
        ask("exports", "USA", "CHN", 2023, unit="USD", as_of=date(2024, 6, 1)).observation is None
    )
    assert ask("balance", "EUR", "CHN", 2023, as_of=date(2024, 2, 1)).observation is None
    assert ask("gdp_growth", "KAZ", "WLD", 2023, as_of=date(2024, 2, 1)).observation is None
