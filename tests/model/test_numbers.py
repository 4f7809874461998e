"""What written numbers stand for."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.model import coarse_step, plain, step, value

DIGITS = st.decimals(min_value=0, max_value=10**9, places=3).map(
    lambda d: d.quantize(Decimal("0.001"))
)
SCALES = st.sampled_from([Decimal(10) ** n for n in (0, 3, 6, 9, 12)])


@pytest.mark.parametrize(
    ("digits", "fine", "coarse"),
    [
        ("42.4", "0.1", "0.1"),
        ("40", "1", "10"),
        ("1200", "1", "100"),
        ("7", "1", "1"),
        ("0", "1", "1"),
        ("2.50", "0.01", "0.01"),
    ],
)
def test_a_step_is_one_unit_of_the_last_printed_digit(digits: str, fine: str, coarse: str) -> None:
    assert step(Decimal(digits)) == Decimal(fine)
    assert coarse_step(Decimal(digits)) == Decimal(coarse)


def test_a_number_stands_for_all_that_rounds_to_it() -> None:
    held = value(Decimal("42.4"), Decimal(10) ** 9, "42.4 billion")
    assert (held.low, held.high) == (Decimal("42350000000"), Decimal("42450000000"))
    assert held.middle == Decimal("42400000000")
    assert held.holds(Decimal("42449999999"))
    assert not held.holds(Decimal("42460000000"))


@pytest.mark.parametrize("number", ["1E+3", "42400000000", "0.5", "-12.10", "1E+40", "0"])
def test_plain_numbers_have_no_exponent_and_keep_their_worth(number: str) -> None:
    made = plain(Decimal(number))
    assert made == Decimal(number)
    assert "E" not in str(made)


@given(DIGITS, SCALES)
def test_the_interval_holds_the_number(digits: Decimal, scale: Decimal) -> None:
    assert value(digits, scale, "").holds(digits * scale)


@given(DIGITS, st.integers(min_value=0, max_value=3))
def test_a_coarser_writing_stands_for_more(digits: Decimal, places: int) -> None:
    coarse = digits.quantize(Decimal(1).scaleb(-places))
    written = value(coarse, Decimal(1), "")
    assert written.holds(digits)
    assert coarse_step(coarse) >= step(coarse)


@given(DIGITS, SCALES)
def test_negative_numbers_mirror_positive_ones(digits: Decimal, scale: Decimal) -> None:
    up, down = value(digits, scale, ""), value(-digits, scale, "")
    assert (down.low, down.high) == (-up.high, -up.low)
