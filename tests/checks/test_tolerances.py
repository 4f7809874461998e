"""What a written number stands for."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_figures import figure
from msgspec.structs import replace

from legation.checks import tolerances
from legation.model import Figure, Value

BN = Decimal(10) ** 9


def bounds(
    digits: str, reading: Any = tolerances.printed, **fields: Any
) -> tuple[Decimal, Decimal]:
    held = reading(figure("exports", digits, **fields))
    return held.low / BN, held.high / BN


@pytest.mark.parametrize(
    ("digits", "qualifier", "low", "high"),
    [
        ("42.4", "exact", "42.35", "42.45"),
        ("40", "exact", "39.5", "40.5"),
        ("40", "about", "38", "42"),
        ("1", "about", "0.95", "1.05"),
        ("40", "over", "40", "50"),
        ("42.4", "over", "42.4", "43.4"),
        ("100", "at_least", "100", "200"),
        ("40", "under", "30", "40"),
        ("12", "at_most", "2", "12"),
    ],
)
def test_the_printed_interval(digits: str, qualifier: str, low: str, high: str) -> None:
    assert bounds(digits, qualifier=qualifier) == (Decimal(low), Decimal(high))


def test_idle_zeros_are_read_as_rounding_too() -> None:
    assert bounds("40", tolerances.coarse) == (Decimal(35), Decimal(45))
    assert bounds("42.0", tolerances.coarse) == (Decimal("41.95"), Decimal("42.05"))
    assert bounds("1,200", tolerances.coarse, scale="m") == (Decimal("1.15"), Decimal("1.25"))


def test_a_number_cut_off_is_excused_and_one_beyond_a_floor_too() -> None:
    assert bounds("12.1", tolerances.excusable)[1] == Decimal("12.2")
    assert bounds("40", tolerances.excusable, qualifier="over")[1] > 10**9


def test_a_fall_of_more_than_ten_goes_down() -> None:
    held = tolerances.printed(figure("growth", "-10", qualifier="over"))
    assert (held.low, held.high) == (Decimal(-20), Decimal(-10))


def test_a_range_is_read_as_it_is() -> None:
    record = figure("exports", "10")
    record = replace(record, value=Value(low=10 * BN, high=12 * BN, written="10 to 12 billion"))
    assert tolerances.is_range(record.value)
    assert tolerances.coarse_step(record) == 2 * BN


def test_words_are_round_numbers() -> None:
    half = replace(
        figure("share", "50"),
        value=Value(low=Decimal("49.5"), high=Decimal("50.5"), written="half"),
    )
    assert tolerances.coarse(half).holds(Decimal(45))


NUMBERS = st.decimals(min_value=Decimal("0.1"), max_value=999, places=1)
QUALIFIERS = st.sampled_from(["exact", "about", "over", "under", "at_least", "at_most"])


@given(NUMBERS, QUALIFIERS, st.booleans())
def test_each_reading_holds_the_one_before(number: Decimal, qualifier: str, falling: bool) -> None:
    record: Figure = figure("growth", str(-number if falling else number), qualifier=qualifier)
    printed, coarse, excusable = (
        r(record) for r in (tolerances.printed, tolerances.coarse, tolerances.excusable)
    )
    assert (
        excusable.low <= coarse.low <= printed.low <= printed.high <= coarse.high <= excusable.high
    )
    assert printed.holds(record.value.middle)
