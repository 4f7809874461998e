"""The line that holds a written interval and the official value."""

from datetime import date
from decimal import Decimal
from typing import Any

from legation.model import Check, Figure, Observation, Span, value, year
from legation.views.gauges import gauge


def figure(written: str, official: str | None, unit: str = "EUR", **slots: Any) -> Figure:
    seen = (
        ()
        if official is None
        else (
            Observation(
                dataset="d",
                series="s",
                value=Decimal(official),
                unit=slots.pop("official_unit", unit),
                period=year(2023),
                vintage=str(date(2024, 1, 1)),
                source="https://example.org",
                definition="exports of goods",
                licence=None,
            ),
        )
    )
    return Figure(
        id="f",
        evidence=(Span(0, 4),),
        sentence=None,
        confidence=1,
        tier="sure",
        measure="exports",
        value=value(Decimal(written), Decimal(1), written),
        unit=unit,
        check=Check(verdict="differs", because=(), observations=seen),
    )


def test_the_official_value_stands_on_its_side_and_the_distance_is_told() -> None:
    above = gauge(figure("129", "121.1"))
    assert above and above.official < above.low < above.high
    assert above.distance == "+6.5 % against official"
    below = gauge(figure("120", "121.1"))
    assert below and below.high < below.official
    assert below.distance == "−0.9 % against official"


def test_percentages_differ_in_points() -> None:
    made = gauge(figure("24", "17.0", unit="%"))
    assert made and made.distance == "+7.0 points"


def test_what_is_the_same_to_the_digit_is_not_told() -> None:
    made = gauge(figure("12.1", "12.1"))
    assert made and made.distance is None and made.low < made.official < made.high


def test_none_without_an_official_value_or_in_another_unit() -> None:
    assert gauge(figure("12", None)) is None
    assert gauge(figure("12", "12", official_unit="USD")) is None
