"""Growth against the two levels that stand with it."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_figures import figure, reading

from legation import checks, pipeline
from legation.model import Change, Document, Figure
from legation.statistics import embedded

PAIR: dict[str, Any] = {"reporter": "ARM", "partner": "GEO", "unit": "USD"}


def levels(start: str, end: str) -> list[Figure]:
    return [
        figure("exports", end, at=10, period=2022, **PAIR),
        figure("exports", start, at=20, period=2021, **PAIR),
    ]


def growth(digits: str, **fields: Any) -> Figure:
    return figure("growth", digits, at=30, period=2022, reporter="ARM", partner="GEO", **fields)


def check(*figures: Figure) -> tuple[str, str]:
    record = checks.judge(reading(), figures, [])[-1]
    assert isinstance(record, Figure) and record.check
    return record.check.verdict, record.check.because[0]


def test_a_growth_that_is_the_ratio() -> None:
    assert check(*levels("2.77", "4.61"), growth("66"))[0] == "consistent"


def test_a_growth_that_is_not_names_the_right_one() -> None:
    verdict, reason = check(*levels("2.77", "4.61"), growth("41"))
    assert verdict == "inconsistent"
    assert reason == "$2.77 bn → $4.61 bn is +66.4 %, not 41 %"


def test_a_fall() -> None:
    assert check(*levels("4.61", "2.77"), growth("-40"))[0] == "consistent"
    assert check(*levels("4.61", "2.77"), growth("-25"))[0] == "inconsistent"


def test_a_sign_alone_is_no_slip() -> None:
    assert check(*levels("4.61", "2.77"), growth("40"))[0] == "not_checkable"


def test_a_factor() -> None:
    doubled = growth("2", unit="factor", scale="", change=Change(kind="factor"))
    assert check(*levels("2.3", "4.6"), doubled)[0] == "consistent"
    assert check(*levels("2.3", "9.2"), doubled)[0] == "inconsistent"


def test_an_absolute_change() -> None:
    by = figure(
        "growth", "1.84", at=30, period=2022, change=Change(kind="absolute"), scale="bn", **PAIR
    )
    assert check(*levels("2.77", "4.61"), by)[0] == "consistent"


def test_years_apart_are_no_growth_of_one_year() -> None:
    far = [
        figure("exports", "4.61", at=10, period=2022, **PAIR),
        figure("exports", "2.77", at=20, period=2015, **PAIR),
    ]
    assert check(*far, growth("41"))[0] == "not_checkable"


def test_another_partner_is_another_thing() -> None:
    other = figure("exports", "2.77", at=20, period=2021, reporter="ARM", partner="AZE", unit="USD")
    assert check(levels("1", "4.61")[0], other, growth("41"))[0] == "not_checkable"


@given(
    st.decimals(min_value=1, max_value=500, places=3),
    st.decimals(min_value=1, max_value=500, places=3),
    st.integers(0, 2),
)
def test_a_true_growth_is_never_inconsistent_however_it_is_rounded(
    start: Decimal, end: Decimal, places: int
) -> None:
    step = Decimal(1).scaleb(-places)
    percent = ((end / start - 1) * 100).quantize(Decimal(1), ROUND_HALF_UP)
    made = levels(str(start.quantize(step, ROUND_HALF_UP)), str(end.quantize(step, ROUND_HALF_UP)))
    if percent and all(f.value.low > 0 for f in made):
        assert check(*made, growth(str(percent)))[0] != "inconsistent"


def read(text: str) -> dict[str, str]:
    records = pipeline.ledger(Document(id="d", text=text, language="en"), embedded()).records
    return {f.measure: f.check.verdict for f in records if isinstance(f, Figure) and f.check}


def test_a_slip_in_a_sentence_is_found() -> None:
    text = (
        "Exports from Armenia to Georgia rose 41 percent to $4.61 billion in 2022 from $2.77 "
        "billion in 2021."
    )
    assert read(text)["growth"] == "inconsistent"
    assert read(text.replace("41", "66"))["growth"] == "consistent"


def test_a_slip_across_neighbouring_sentences_is_found() -> None:
    text = (
        "Trade between Brazil and Angola stood at $2.77 billion in 2021. It rose 41 percent to "
        "$4.61 billion in 2022."
    )
    assert read(text)["growth"] == "inconsistent"
    assert read(text.replace("41", "66"))["growth"] == "consistent"


def test_growth_in_real_terms_is_another_measure() -> None:
    text = (
        "In real terms, exports from Armenia to Georgia rose 41 percent to $4.61 billion in 2022 "
        "from $2.77 billion in 2021."
    )
    assert read(text).get("growth") != "inconsistent"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (
            "EU exports to Vietnam rose from €8.8 billion in 2020 to €12.6 billion in 2022, "
            "an increase of 44%.",
            "matches",
        ),
        (
            "EU exports to Vietnam were €12.6 billion in 2022, against €8.8 billion in 2020, "
            "an increase of 44%.",
            "matches",
        ),
        (
            "EU exports to Vietnam rose from €8.8 billion in 2020 to €12.6 billion in 2022, "
            "an increase of 60%.",
            "differs",
        ),
        (
            "EU exports to Vietnam rose to €12.6 billion in 2022 from €8.8 billion in 2020, "
            "up 18% year on year.",
            "matches",
        ),
        ("EU exports to Vietnam rose to €12.6 billion in 2022, an increase of 44%.", "differs"),
    ],
)
def test_a_growth_is_since_the_level_that_its_sentence_starts_from(text: str, verdict: str) -> None:
    assert read(text)["growth"] == verdict


@pytest.mark.parametrize(
    "text",
    [
        "EU exports to Vietnam were €8.8 billion in 2020 and €12.6 billion in 2022, up 44%.",
        "EU exports to Vietnam rose 44% over two years to €12.6 billion in 2022.",
        "EU exports to Vietnam were €12.6 billion in 2022, a rise of 44% in just two years.",
        "EU exports to Vietnam rose from €8.8 billion in 2020 to €12.6 billion in 2022, "
        "growing 20% a year.",
    ],
)
def test_a_growth_that_may_be_of_another_stretch_is_never_called_wrong(text: str) -> None:
    assert read(text)["growth"] not in {"differs", "inconsistent"}
