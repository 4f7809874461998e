"""Numbers for people."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.checks import wording
from legation.checks.bounds import FOREVER, Bounds
from legation.model import Period, months, year

BN = Decimal(10) ** 9


def test_amounts() -> None:
    assert wording.amount(Decimal(12110101395), "EUR") == "€12.110 bn"
    inside = Bounds(Decimal(1_235_000_000), Decimal(1_245_000_000))
    assert wording.amount(Decimal(1_234_960_000), "EUR", inside) == "€1.23496 bn"
    assert wording.amount(Decimal(1_236_000_000), "EUR", inside) == "€1.236 bn"
    assert wording.amount(Decimal("66.43"), "%") == "66.4 %"
    assert wording.short(Decimal(12100000000), "EUR") == "€12.1 bn"
    assert wording.short(Decimal(41), "%") == "41 %"
    assert wording.percent(Decimal("-38.31")) == "−38.3 %"


@pytest.mark.parametrize(
    ("low", "high", "unit", "words"),
    [
        ("12.05", "12.15", "EUR", "€12.05–12.15 bn"),
        ("0.3865", "0.3875", "EUR", "€386.5–387.5 m"),
        ("-0.5", "0.5", "USD", "$−500 to 500 m"),
    ],
)
def test_intervals(low: str, high: str, unit: str, words: str) -> None:
    assert wording.interval(Bounds(Decimal(low) * BN, Decimal(high) * BN), unit) == words


def test_open_intervals() -> None:
    assert wording.interval(Bounds(40 * BN, FOREVER), "EUR") == "more than €40 bn"


def test_periods() -> None:
    assert wording.when(year(2023)) == "2023"
    assert wording.when(months(date(2022, 1, 1), date(2022, 11, 1))) == "Jan–Nov 2022"
    assert wording.when(months(date(2022, 3, 1), date(2022, 3, 1))) == "March 2022"
    assert wording.when(Period(start=None, end=None, edtf="XXXX-10-05")) == "XXXX-10-05"


def test_countries() -> None:
    assert wording.country("KAZ") == "Kazakhstan"
    assert wording.country("EUR") == "the EU"
    assert wording.country("USA") == "the United States"
    assert wording.country("XYZ") == "XYZ"
    assert wording.country(None) == "an unnamed party"


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=3, min_value=-(10**20), max_value=10**20
    ),
    st.sampled_from(["EUR", "%", "t"]),
)
def test_any_number_has_words(number: Decimal, unit: str) -> None:
    assert (
        wording.amount(number, unit)
        and wording.short(number, unit)
        and wording.interval(Bounds(number, number), unit)
    )
