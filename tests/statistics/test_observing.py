"""Definitions and their answers: three kinds of nothing, aggregates that say from what,
currencies, shares, growth.
"""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from legation.model import Answer, Definition, Period, Question, day, months, year
from legation.statistics import bands, cells, embedded, goods
from legation.statistics.amounts import Amount
from legation.statistics.cells import table
from legation.statistics.goods import Flow, outside


def stretch(first: str, last: str) -> Period:
    """``stretch("2022-01", "2022-11")``: whole months."""
    return months(date.fromisoformat(f"{first}-01"), date.fromisoformat(f"{last}-01"))


def ask(
    measure: Any,
    reporter: str,
    partner: str,
    when: int | Period,
    *,
    as_of: date | None = None,
    **more: Any,
) -> Answer:
    """One question, as the checks ask it."""
    period = year(when) if isinstance(when, int) else when
    definition = Definition(
        measure=measure, reporter=reporter, partner=partner, period=period, **more
    )
    question = Question(record="r", definition=definition, licence="stated", because="")
    (answer,) = embedded(as_of).observe([question])
    assert answer.question is question
    return answer


def test_an_empty_cell_of_one_member_is_not_published() -> None:
    found = ask("exports", "MLT", "KAZ", 2023)
    assert found.absence == "not_published"
    assert "4 of 12 months" in found.reason


def test_a_series_that_nobody_collected_is_not_at_hand() -> None:
    for reporter, partner in (("DEU", "CHN"), ("KAZ", "EUR"), ("CHN", "KAZ")):
        found = ask("exports", reporter, partner, 2021)
        assert (found.observation, found.absence) == (None, "not_at_hand")
        assert "no series at hand: " in found.reason


def test_zero_is_an_observation() -> None:
    found = ask("imports", "HUN", "KGZ", stretch("2020-03", "2020-03"))
    assert found.observation is not None
    assert found.observation.value == 0


def test_a_product_that_is_not_held_says_what_is() -> None:
    found = ask("exports", "EUR", "KAZ", 2021, product="84")
    assert found.absence == "not_at_hand"
    assert "total trade, mineral fuels" in found.reason


def test_single_products_are_answered_by_heading_and_cn_code() -> None:
    heading = ask("exports", "EUR", "KAZ", 2021, product="8471").observation
    assert heading is not None
    assert heading.value == 105_997_028
    assert "automatic data processing machines" in heading.definition
    part = ask("exports", "EUR", "KAZ", 2021, scheme="CN", product="84713000").observation
    assert part is not None
    assert part.value < heading.value
    assert ask("exports", "EUR", "KAZ", 2022, product="8471").reason.endswith("after November 2022")
    assert ask("imports", "EUR", "KAZ", 2021, product="8471").absence == "not_at_hand"
    assert (
        ask("exports", "EUR", "KAZ", 2021, product="8471", as_of=date(2022, 1, 1)).absence
        == "not_at_hand"
    )


def test_services_are_not_at_hand() -> None:
    assert "services" in ask("exports", "EUR", "KAZ", 2021, scope="goods_and_services").reason


@pytest.mark.parametrize(
    "period", [day(date(2023, 5, 4)), Period(start=None, end=date(2023, 1, 31), edtf="../2023-01")]
)
def test_a_period_that_is_not_whole_months_is_not_at_hand(period: Period) -> None:
    found = ask("exports", "EUR", "KAZ", period)
    assert found.absence == "not_at_hand"
    assert "whole months" in found.reason


def test_the_reason_is_that_of_the_table_that_lacks_least() -> None:
    assert ask("exports", "EUR", "KAZ", 2024).reason.endswith("after August 2024")
    assert ask("exports", "EUR", "JPN", 2024).reason.endswith("after December 2023")
    assert ask("exports", "EUR", "JPN", stretch("2023-01", "2023-03")).reason.endswith(
        "by month; there are whole years"
    )


def test_an_aggregate_says_of_whom() -> None:
    found = ask("imports", "EUR", "KAZ", stretch("2021-07", "2021-12"))
    assert found.observation is not None
    assert "sum of 27 members' months" in found.observation.definition
    assert "empty cells counted as no trade" in found.observation.definition
    assert found.observation.series == "M.EU27_2020.KZ.TOTAL.1.VALUE_IN_EUROS"
    assert found.observation.period == months(date(2021, 7, 1), date(2021, 12, 1))


def test_the_union_of_28_has_the_united_kingdom_while_it_was_a_member() -> None:
    (old, new, one) = (
        ask("exports", who, "KAZ", 2019).observation for who in ("EUR:EU28", "EUR", "GBR")
    )
    assert old is not None
    assert new is not None
    assert one is not None
    assert abs(old.value - new.value - one.value) <= 2
    assert (
        "it was no member of the EU in February 2020"
        in ask("exports", "GBR", "KAZ", stretch("2020-02", "2020-03")).reason
    )
    february = [
        ask("exports", who, "KAZ", stretch("2020-02", "2020-02")).observation
        for who in ("EUR:EU28", "EUR")
    ]
    assert february[0] is not None
    assert february[1] is not None
    assert february[0].value == february[1].value


def test_a_group_of_partners_is_the_sum_of_its_members() -> None:
    whole = ask("exports", "EUR", "CAS", 2022).observation
    parts = [
        ask("exports", "EUR", code, 2022).observation
        for code in ("KAZ", "KGZ", "TJK", "TKM", "UZB")
    ]
    assert whole is not None
    assert whole.value == sum(part.value for part in parts if part)
    assert "Tajikistan" in whole.definition


def test_a_group_has_the_members_of_its_day() -> None:
    before = ask("exports", "EUR", "EAEU", 2012)
    after = ask("exports", "EUR", "EAEU", 2016)
    assert before.observation is None
    assert after.observation is not None
    assert "Kyrgyzstan" in after.observation.definition


def test_another_currency_is_converted_at_the_mean_of_the_period_and_says_so() -> None:
    euro, dollar = (
        ask("exports", "EUR", "KAZ", 2023, unit=unit).observation for unit in ("EUR", "USD")
    )
    assert euro is not None
    assert dollar is not None
    assert dollar.unit == "USD"
    assert dollar.value == (euro.value * Decimal("1.081269")).quantize(Decimal(1))
    assert "ECB's mean of that period, 1.081269 per euro" in dollar.definition


def test_a_currency_without_a_rate_is_not_published() -> None:
    assert ask("exports", "EUR", "KAZ", 2023, unit="KZT").absence == "not_published"
    rouble = ask("rate", "EUR", "RUS", 2023, unit="RUB")
    assert rouble.absence == "not_published"
    assert "March 2022" in rouble.reason
    assert ask("rate", "EUR", "USA", 2029, unit="USD").absence == "not_at_hand"


def test_a_mean_rate_counts_every_day_once() -> None:
    halves = [
        ask("rate", "EUR", "USA", stretch(a, b), unit="USD").observation
        for a, b in (("2022-01", "2022-06"), ("2022-07", "2022-12"))
    ]
    whole = ask("rate", "EUR", "USA", 2022, unit="USD").observation
    assert whole is not None
    assert halves[0] is not None
    assert halves[1] is not None
    assert min(h.value for h in halves if h) < whole.value < max(h.value for h in halves if h)
    assert "257 daily reference rates" in whole.definition


def test_growth_starts_a_year_earlier_unless_told() -> None:
    silent = ask("growth", "EUR", "KAZ", 2022, flow="exports", unit="%").observation
    told = ask(
        "growth",
        "EUR",
        "KAZ",
        2022,
        flow="exports",
        unit="%",
        base=Period(start=date(2010, 1, 1), end=date(2010, 12, 31), edtf="2010"),
    )
    assert silent is not None
    assert round(silent.value, 1) == Decimal("88.6")
    assert told.observation is not None
    assert round(told.observation.value, 1) == Decimal("106.5")


def test_growth_of_part_of_a_year_is_against_the_same_months() -> None:
    found = ask("growth", "EUR", "KAZ", stretch("2024-01", "2024-08"), flow="exports").observation
    assert found is not None
    assert "January–August 2023" in found.definition


def test_a_partner_s_share_in_the_union_s_exports() -> None:
    found = ask("share", "EUR", "USA", 2023, flow="exports", of="WLD").observation
    assert found is not None
    assert Decimal(19) < found.value < Decimal(21)
    assert "partners outside the EU" in found.definition


def test_the_computed_world_is_near_the_published_one() -> None:
    """To 2018 the total is published; computed from the partners it must come out the same but for
    what is kept secret.
    """
    annual, flow = (
        table("eu27_annual"),
        Flow(reporter="EUR", partner="WLD", flow="exports", stretch=range(2018 * 12, 2019 * 12)),
    )
    partners = outside(annual, flow)
    total = sum(
        cells.get(2018 * 12, 0) for key, cells in annual.series.items() if key.partner in partners
    )
    published = ask("exports", "EUR", "WLD", 2018).observation
    assert published is not None
    assert abs(total / published.value - 1) < Decimal("0.0001")


def test_a_member_s_part_in_the_union_s_trade() -> None:
    found = ask("share", "DEU", "KAZ", 2023, flow="exports", of="EUR").observation
    assert found is not None
    assert round(found.value, 1) == Decimal("26.6")


def test_nothing_is_a_share_of_itself() -> None:
    assert "a share of itself" in ask("share", "EUR", "KAZ", 2021, flow="imports").reason


def test_supply_shares_by_stage() -> None:
    found = ask(
        "supply_share", "EUR", "KAZ", 2023, scheme="CRM", product="Phosphorous", of="processing"
    )
    assert found.observation is not None
    assert found.observation.value == 62
    both = ask("supply_share", "WLD", "CHL", 2023, scheme="CRM", product="lithium")
    assert both.absence == "not_at_hand"
    assert "the stage is not named" in both.reason
    assert (
        ask("supply_share", "EUR", "KAZ", 2020, scheme="CRM", product="lithium").absence
        == "not_at_hand"
    )
    none = ask(
        "supply_share", "WLD", "FRA", 2023, scheme="CRM", product="tungsten", of="extraction"
    )
    assert none.absence == "not_published"


def test_what_is_published_as_less_than_a_tenth_says_so() -> None:
    found = ask(
        "supply_share", "WLD", "AFG", 2023, scheme="CRM", product="gypsum", of="extraction"
    ).observation
    assert found is not None
    assert "less than 0.1" in found.definition


def test_a_critical_import_by_cn_code() -> None:
    found = ask("imports", "EUR", "CHN", 2023, scheme="CN", product="25041000").observation
    assert found is not None
    assert "graphite" in found.definition


def test_bands_fall_with_age() -> None:
    newest = ask("exports", "EUR", "KAZ", stretch("2024-08", "2024-08")).band
    before = ask("exports", "EUR", "KAZ", stretch("2024-05", "2024-05")).band
    closed = ask("exports", "EUR", "KAZ", 2022).band
    assert (newest, before, closed) == (Decimal("0.093"), Decimal("0.012"), Decimal("0.00031"))
    running = ask("exports", "EUR", "KAZ", stretch("2024-01", "2024-08")).band
    assert before < running < newest


def test_bands_are_those_that_were_measured() -> None:
    assert set(bands.measured()) == {
        (level, kind)
        for level in ("union", "member")
        for kind in ("newest month", "earlier month", "month of a closed year", "closed year")
    }


def _months(first: date, days: int) -> Period:
    return months(first, first + timedelta(days=days))


DAYS = st.none() | st.dates()
PERIODS = st.builds(lambda a, b: Period(start=a, end=b, edtf="?"), DAYS, DAYS) | st.builds(
    _months, st.dates(date(2008, 1, 1), date(2026, 12, 31)), st.integers(0, 900)
)
ANYTHING = st.builds(
    Definition,
    measure=st.sampled_from(
        ["trade_total", "exports", "imports", "balance", "share", "growth", "rate", "supply_share"]
    ),
    reporter=st.sampled_from(["EUR", "DEU", "KAZ", "EUR:EU28", "WLD", "", "???"]),
    partner=st.sampled_from(["KAZ", "EUR", "CAS", "WLD", "EAEU", "", "DEU"]),
    scheme=st.sampled_from(["HS", "CN", "SITC", "CRM", "section", ""]),
    product=st.sampled_from(["TOTAL", "27", "HS27", "V", "25041000", "lithium", ""]),
    period=PERIODS,
    unit=st.sampled_from(["EUR", "USD", "KZT", "%", ""]),
    of=st.sampled_from([None, "TOTAL", "WLD", "EUR", "extraction", "27"]),
    flow=st.sampled_from([None, "exports", "imports", "trade_total"]),
)


@given(ANYTHING)
def test_whatever_is_asked_an_answer_comes_back(definition: Definition) -> None:
    question = Question(record="r", definition=definition, licence="stated", because="")
    (answer,) = embedded().observe([question])
    assert (answer.observation is None) == (answer.absence is not None) == bool(answer.reason)
    assert answer.band >= 0


@given(ANYTHING)
def test_the_mirror_of_a_mirror_is_the_definition(definition: Definition) -> None:
    assert definition.mirror.mirror == definition


@example(0, 1, 11, "exports")
@given(
    st.integers(0, 33),
    st.integers(1, 20),
    st.integers(1, 20),
    st.sampled_from(["exports", "imports"]),
)
def test_stretches_that_follow_each_other_add_up(
    start: int, first: int, second: int, flow: str
) -> None:
    """Out of one vintage: a whole year of exports has one of its own, which was revised since."""
    begin = 2020 * 12 + start
    parts = [
        range(begin, begin + first),
        range(begin + first, begin + first + second),
        range(begin, begin + first + second),
    ]
    found = [
        goods.amount(Flow(reporter="EUR", partner="BLR", flow=flow, stretch=part)) for part in parts
    ]
    values = [one.value if isinstance(one, Amount) else None for one in found]
    assume(len({one.origin for one in found if isinstance(one, Amount)}) <= 1)
    if None not in values:
        assert values[0] + values[1] == values[2]  # type: ignore[operator]
    else:
        assert values[2] is None


def test_many_threads_may_ask_at_once() -> None:
    cells.single.cache_clear()
    products = ["8471", "8703", "8517", "2710", "8542", "9013"]
    with ThreadPoolExecutor(max_workers=6) as pool:
        tables = list(pool.map(cells.single, products * 4))
    assert len(tables) == len(products) * 4
    assert cells.single("8471") is not None


@pytest.mark.parametrize(
    ("measure", "period", "more", "clause"),
    [
        ("exports", 2021, {}, "EU exports to Georgia, 2021 (goods, FOB, EUR)"),
        (
            "imports",
            2021,
            {"product": "27"},
            "EU imports of mineral fuels (HS 27) from Georgia, 2021 (CIF, EUR)",
        ),
        (
            "trade_total",
            2021,
            {},
            "EU total trade in goods with Georgia, 2021: exports (FOB) plus imports (CIF)",
        ),
        (
            "balance",
            2021,
            {},
            "EU trade balance in goods with Georgia, 2021: exports (FOB) minus imports (CIF)",
        ),
        (
            "growth",
            2022,
            {"flow": "exports"},
            "growth of EU exports to Georgia, 2022 (goods, FOB, EUR) against EU exports to "
            "Georgia, 2021 (goods, FOB, EUR)",
        ),
    ],
)
def test_the_first_clause_of_a_definition_stands_alone(
    measure: Any, period: int, more: dict[str, Any], clause: str
) -> None:
    """What it is first, from what it was computed after it: numbers and vintages of both parts are
    never lost.
    """
    seen = ask(measure, "EUR", "GEO", period, **more).observation
    assert seen is not None
    first, *rest = seen.definition.split("; ")
    assert first == clause
    if measure not in {"exports", "imports"}:
        assert "; ".join(rest).count("vintage 20") == 2
