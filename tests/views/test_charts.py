"""Bars and sparklines."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.views.charts import GAP, LEVELS, bar, sparkline, thinned

VALUES = st.lists(
    st.one_of(st.none(), st.decimals(min_value=-(10**15), max_value=10**15, places=2)), max_size=30
)


def test_a_sparkline_goes_from_zero_to_the_highest() -> None:
    assert sparkline([Decimal(0), Decimal(50), Decimal(100)]) == "▁▅█"
    assert sparkline([Decimal(90), Decimal(100)]) == "██"


def test_a_missing_value_is_no_low_one() -> None:
    assert sparkline([None, Decimal(1)]) == "·█"
    assert sparkline([None, Decimal(1)], plain=True) == " #"


def test_below_zero_is_the_bottom() -> None:
    assert sparkline([Decimal(-10), Decimal(0), Decimal(10)]) == "▁▅█"


@given(VALUES)
def test_one_letter_a_value(values: list[Decimal | None]) -> None:
    line = sparkline(values)
    assert len(line) == len(values)
    assert all(
        (letter == GAP) == (value is None) for letter, value in zip(line, values, strict=True)
    )
    assert set(line) <= {*LEVELS, GAP}
    assert sparkline(values, plain=True).isascii()


@given(VALUES, st.integers(min_value=1, max_value=20))
def test_a_long_series_is_thinned_to_its_room(values: list[Decimal | None], most: int) -> None:
    assert len(thinned(values, most)) <= most
    if len(values) <= most:
        assert thinned(values, most) == values


@pytest.mark.parametrize(
    ("value", "drawn"),
    [("100", "████"), ("50", "██"), ("1", "▏"), ("0", ""), ("-3", ""), ("31.25", "█▎")],
)
def test_a_bar_is_as_long_as_its_part(value: str, drawn: str) -> None:
    assert bar(Decimal(value), Decimal(100), 4) == drawn


def test_what_is_missing_has_no_bar() -> None:
    assert bar(None, Decimal(100), 4) == ""
    assert bar(Decimal(1), Decimal(0), 4) == ""
    assert bar(Decimal(100), Decimal(100), 4, plain=True) == "####"


@given(
    st.decimals(min_value=0, max_value=10**12, places=2),
    st.decimals(min_value=1, max_value=10**12, places=2),
)
def test_no_bar_is_longer_than_its_room(value: Decimal, top: Decimal) -> None:
    assert len(bar(value, top, 12)) <= 12
    assert len(bar(value, top, 12, plain=True)) <= 12
