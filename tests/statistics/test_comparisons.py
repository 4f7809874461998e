"""Concentration, ranks and slopes."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from legation.statistics import comparisons

PARTS = st.lists(st.decimals(min_value=0, max_value=10**12, places=0), min_size=1, max_size=30)


def test_one_supplier_is_full_concentration() -> None:
    assert comparisons.concentration([Decimal(7)]) == 10_000
    assert comparisons.concentration([Decimal(1), Decimal(1)]) == 5_000
    assert comparisons.concentration([]) == 0
    assert comparisons.concentration([Decimal(0)]) == 0


@given(PARTS)
def test_concentration_lies_between_even_and_full(parts: list[Decimal]) -> None:
    index = comparisons.concentration(parts)
    if sum(parts):
        assert Decimal(10_000) / len(parts) * Decimal("0.999999") <= index <= Decimal("10000.01")


def test_equal_values_share_the_better_rank() -> None:
    values = {"A": Decimal(2), "B": Decimal(5), "C": Decimal(2), "D": Decimal(1)}
    assert [(place, name) for place, name, _ in comparisons.ranking(values)] == [
        (1, "B"),
        (2, "A"),
        (2, "C"),
        (4, "D"),
    ]


def test_a_slope_is_in_per_cent_of_the_mean() -> None:
    assert comparisons.slope([Decimal(n) for n in (90, 100, 110)]) == 10
    assert comparisons.slope([Decimal(n) for n in (3, 2, 1)]) == -50
    assert comparisons.slope([Decimal(5)] * 4) == 0
    assert comparisons.slope([Decimal(5)]) == 0
