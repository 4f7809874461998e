"""Totals and balances between the figures of one text."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_figures import authority, figure, fuels, reading

from legation import checks
from legation.model import Figure, Value, plain


def verdicts(*figures: Figure, text: str = "") -> list[str]:
    """What the figures get with no series at hand."""
    judged = checks.judge(reading(text), figures, [])
    return [f.check.verdict for f in judged if isinstance(f, Figure) and f.check]


def reasons(*figures: Figure) -> str:
    judged = checks.judge(reading(), figures, [])
    return " | ".join(
        b for f in judged if isinstance(f, Figure) and f.check for b in f.check.because
    )


def flows(**fields: object) -> list[Figure]:
    pair = {"reporter": "ARM", "partner": "GEO", "unit": "USD"} | fields
    return [figure("exports", "12.1", at=10, **pair), figure("imports", "30.3", at=20, **pair)]


def test_a_total_that_is_the_sum_is_consistent() -> None:
    total = figure("trade_total", "42.4", reporter="ARM", partner="GEO", unit="USD")
    assert verdicts(total, *flows()) == ["consistent"] * 3
    assert "the total $42.4 bn = $12.1 bn + $30.3 bn" in reasons(total, *flows())


def test_a_total_that_is_not_is_inconsistent_and_only_it() -> None:
    total = figure("trade_total", "46.2", reporter="ARM", partner="GEO", unit="USD")
    assert verdicts(total, *flows()) == ["inconsistent", "not_checkable", "not_checkable"]
    assert "$12.1 bn + $30.3 bn = $42.4 bn, not $46.2 bn" in reasons(total, *flows())


def test_a_balance_is_the_difference_whoever_reports_it() -> None:
    balance = figure(
        "balance", "18.2", reporter="GEO", partner="ARM", in_favour_of="GEO", unit="USD"
    )
    assert verdicts(balance, *flows()) == ["consistent"] * 3
    wrong = figure("balance", "13.6", reporter="GEO", partner="ARM", in_favour_of="GEO", unit="USD")
    assert verdicts(wrong, *flows())[0] == "inconsistent"


def test_the_direction_alone_is_told_and_not_called_wrong() -> None:
    balance = figure(
        "balance", "18.2", reporter="ARM", partner="GEO", in_favour_of="ARM", unit="USD"
    )
    assert verdicts(balance, *flows())[0] == "not_checkable"


def test_one_flow_under_both_its_names() -> None:
    sold = figure("exports", "30.3", reporter="GEO", partner="ARM", unit="USD")
    bought = figure("imports", "30.3", reporter="ARM", partner="GEO", unit="USD", at=30)
    assert verdicts(sold, bought) == ["consistent", "consistent"]


@pytest.mark.parametrize(
    "changed",
    [
        {"period": 2022},
        {"unit": "EUR"},
        {"partner": "AZE"},
        {"product": fuels()},
        {"nature": "forecast"},
    ],
    ids=lambda c: next(iter(c)),
)
def test_figures_that_do_not_belong_together_are_left_alone(changed: dict[str, object]) -> None:
    total = figure(
        "trade_total", "46.2", **({"reporter": "ARM", "partner": "GEO", "unit": "USD"} | changed)
    )
    assert verdicts(total, *flows())[0] == "not_checkable"


def test_two_authorities_are_not_held_against_each_other() -> None:
    total = figure(
        "trade_total",
        "46.2",
        reporter="ARM",
        partner="GEO",
        unit="USD",
        attributed_to=authority("ARM", "Armstat"),
    )
    out, back = flows(attributed_to=authority("GEO", "Geostat"))
    assert verdicts(total, out, back)[0] == "not_checkable"


def test_goods_and_services_are_not_goods() -> None:
    text = "Trade in goods and services totalled $46.2 billion."
    total = figure("trade_total", "46.2", reporter="ARM", partner="GEO", unit="USD")
    assert verdicts(total, *flows(), text=text)[0] == "not_checkable"


def test_many_numbers_of_one_thing_are_compared_in_bounded_time() -> None:
    pair = {"reporter": "ARM", "partner": "GEO", "unit": "USD"}
    many = [
        figure(m, str(n), at=n, id=f"{m}{n}", **pair)
        for n in range(1, 300)
        for m in ("exports", "imports", "trade_total")
    ]
    assert len(verdicts(*many)) == len(many)


def test_one_sentence_that_names_nobody_is_still_added_up() -> None:
    nobody: dict[str, object] = {"reporter": None, "partner": None, "period": None, "unit": "USD"}
    total = figure("trade_total", "46.2", **nobody)
    assert (
        verdicts(
            total,
            figure("exports", "12.1", at=1, **nobody),
            figure("imports", "30.3", at=2, **nobody),
        )[0]
        == "inconsistent"
    )
    elsewhere = figure("imports", "30.3", at=200, **nobody)
    assert (
        verdicts(total, figure("exports", "12.1", at=1, **nobody), elsewhere)[0] == "not_checkable"
    )


def written(number: Decimal, places: int) -> Value:
    """A number of billions as a newspaper prints it, with that many digits after the point."""
    step = Decimal(1).scaleb(-places)
    shown = number.quantize(step, ROUND_HALF_UP)
    billion = Decimal(10) ** 9
    return Value(
        low=plain((shown - step / 2) * billion),
        high=plain((shown + step / 2) * billion),
        written=f"${shown} bn",
    )


AMOUNTS = st.decimals(min_value=1, max_value=900, places=4)
PLACES = st.integers(0, 2)


@given(AMOUNTS, AMOUNTS, PLACES, PLACES, PLACES)
def test_true_arithmetic_is_never_inconsistent_however_it_is_rounded(
    out: Decimal, back: Decimal, first: int, second: int, third: int
) -> None:
    pair = {"reporter": "ARM", "partner": "GEO", "unit": "USD"}
    favour = "ARM" if out > back else "GEO"
    made = [
        (figure("exports", "1", at=10, **pair), written(out, first)),
        (figure("imports", "1", at=20, **pair), written(back, second)),
        (figure("trade_total", "1", at=30, **pair), written(out + back, third)),
        (
            figure("balance", "1", at=40, in_favour_of=favour, **pair),
            written(abs(out - back), third),
        ),
    ]
    figures = [with_value(f, v) for f, v in made]
    assert "inconsistent" not in verdicts(*figures)


def with_value(record: Figure, value: Value) -> Figure:
    from msgspec.structs import replace

    return replace(record, value=value)
