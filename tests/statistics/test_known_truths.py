"""What is known of the snapshot by other means."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from legation.model import Answer, Definition, Period, Question, months, year
from legation.statistics import codes, embedded
from legation.statistics.cells import Key, table

NEAR = 10
CLOSE = 0.0005


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


def value(answer: Answer) -> Decimal:
    assert answer.observation is not None, answer.reason
    return answer.observation.value


def test_exports_to_kazakhstan_of_2023() -> None:
    assert abs(value(ask("exports", "EUR", "KAZ", 2023)) - 12_110_101_391) <= NEAR


def test_the_months_of_a_year_add_up_to_the_published_year() -> None:
    first, rest = (
        value(ask("exports", "EUR", "KAZ", stretch(*s)))
        for s in (("2023-01", "2023-05"), ("2023-06", "2023-12"))
    )
    assert abs(first + rest - 12_110_101_391) <= NEAR


@pytest.mark.parametrize("partner", ["KAZ", "UZB", "KGZ", "ARM", "GEO", "RUS"])
@pytest.mark.parametrize("year", [2019, 2020, 2021, 2022, 2023])
def test_members_add_up_to_the_published_union(partner: str, year: int) -> None:
    """Not to the euro: the two files were not extracted on the same day."""
    members, union = table("members_monthly").series, table("eu27_annual").series
    twelve = range(year * 12, year * 12 + 12)
    total = sum(
        members.get(Key(m, partner, "HS", "TOTAL", "exports"), {}).get(month, 0)
        for m in codes.members()
        for month in twelve
    )
    assert abs(total / union[Key("EUR", partner, "HS", "TOTAL", "exports")][year * 12] - 1) <= CLOSE


@pytest.mark.parametrize(("year", "billion"), [(2020, "12.598"), (2021, "17.548")])
def test_imports_from_kazakhstan(year: int, billion: str) -> None:
    assert round(value(ask("imports", "EUR", "KAZ", year)) / 10**9, 3) == Decimal(billion)


def test_imports_from_kazakhstan_in_eleven_months_of_2022() -> None:
    found = ask("imports", "EUR", "KAZ", stretch("2022-01", "2022-11"))
    assert round(value(found) / 10**9, 3) == Decimal("26.938")


@pytest.mark.parametrize(
    ("first", "last", "share"),
    [
        ("2020-01", "2020-12", "90.8"),
        ("2021-01", "2021-12", "90.2"),
        ("2022-01", "2022-11", "87.9"),
    ],
)
def test_the_part_of_mineral_fuels(first: str, last: str, share: str) -> None:
    found = ask(
        "share",
        "EUR",
        "KAZ",
        stretch(first, last),
        product="27",
        of="TOTAL",
        flow="imports",
        unit="%",
    )
    assert found.observation is not None
    assert round(found.observation.value, 1) == Decimal(share)
    assert found.observation.unit == "%"


def test_the_balance_of_2021_was_in_favour_of_kazakhstan() -> None:
    assert round(value(ask("balance", "EUR", "KAZ", 2021)) / 10**9, 3) == Decimal("-12.061")


@pytest.mark.parametrize("measure", ["imports", "trade_total", "balance"])
def test_the_import_side_of_2023_is_in_no_file(measure: str) -> None:
    found = ask(measure, "EUR", "KAZ", 2023)
    assert found.observation is None
    assert found.absence == "not_at_hand"
    assert found.reason == "no series at hand: EU imports from Kazakhstan after November 2022"


def test_yearly_mean_rates_are_the_central_bank_s() -> None:
    known = {"USD": "1.0813", "GBP": "0.8698", "CNY": "7.6600", "TRY": "25.7597", "JPY": "151.9903"}
    found = {
        unit: value(ask("rate", "EUR", "WLD", 2023, unit=unit)).quantize(Decimal("0.0001"))
        for unit in known
    }
    assert found == {unit: Decimal(rate) for unit, rate in known.items()}


def test_a_french_label_of_2016_is_the_same_country() -> None:
    """In that year's labels "Guinea" is Guinea-Bissau and "Guinée" is Guinea."""
    assert value(ask("exports", "EUR", "GNB", 2016)) == 125_725_547
    assert value(ask("exports", "EUR", "GIN", 2016)) == 901_357_072


def test_as_of_uses_what_was_known_then() -> None:
    then = ask("exports", "EUR", "KAZ", 2021, as_of=date(2023, 6, 1))
    now = ask("exports", "EUR", "KAZ", 2021)
    assert then.observation is not None
    assert now.observation is not None
    assert (then.observation.vintage, now.observation.vintage) == ("2023-01-13", "2024-11")
    assert then.observation.value == 5_487_204_564
    assert now.observation.value == 5_487_086_743
    early = ask("exports", "EUR", "KAZ", 2021, as_of=date(2022, 6, 1))
    assert early.absence == "not_at_hand"
