"""Amounts in tables."""

from decimal import Decimal

import pytest

from legation.views.amounts import per_cent, scale


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("12110101395", "12.11"),
        ("-12060990605", "−12.06"),
        ("0", "0"),
        ("900", "<0.01"),
        ("-900", "−<0.01"),
        (None, "–"),
    ],
)
def test_billions(value: str | None, shown: str) -> None:
    assert scale([Decimal(10**9), None]).of(Decimal(value) if value else None) == shown


def test_the_scale_is_that_of_the_largest() -> None:
    assert [scale([Decimal(n)]).word for n in (10**9, 10**9 - 1, -(10**6), 5000, 3)] == [
        "bn",
        "m",
        "m",
        "thousand",
        "",
    ]
    assert scale([None]).of(Decimal(3)) == "3.00"


@pytest.mark.parametrize(
    ("value", "shown"), [("13.27", "13.3 %"), ("0.02", "<0.1 %"), ("0", "0.0 %"), ("-2", "−2.0 %")]
)
def test_per_cent(value: str, shown: str) -> None:
    assert per_cent(Decimal(value)) == shown
    assert per_cent(None) == "–"
