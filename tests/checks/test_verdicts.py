"""The order of the verdicts, and what may never change one."""

from datetime import date
from decimal import Decimal
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_figures import authority, figure, fuels, reading

from legation import checks
from legation.checks import authorities, tolerances
from legation.model import (
    Answer,
    Check,
    Figure,
    Observation,
    Party,
    Question,
    Reading,
    Record,
    year,
)

BN = Decimal(10) ** 9
LATER = date(2024, 10, 7)


def answer(question: Question, value: str | Decimal, band: str = "0.0003") -> Answer:
    seen = Observation(
        dataset="D",
        series=str(question.definition),
        value=Decimal(value),
        unit=question.definition.unit,
        period=question.definition.period,
        vintage="2024-11",
        source="here",
        definition=f"{question.definition.reporter} {question.definition.measure}",
    )
    return Answer(question=question, observation=seen, band=Decimal(band))


def absent(question: Question) -> Answer:
    return Answer(question=question, observation=None, absence="not_at_hand", reason="not at hand")


def check(
    record: Figure, values: dict[str, Any], text: str = "", published: date | None = LATER
) -> Check:
    """The check of a figure whose questions of each licence all get one value (in billions), or
    none.
    """
    read = reading(text, published)
    asked = checks.questions(read, [record])
    given_ = [
        answer(q, values[q.licence] * BN) if q.licence in values else absent(q) for q in asked
    ]
    return of(checks.judge(read, [record], given_))


def of(records: list[Record]) -> Check:
    [record] = records
    assert isinstance(record, Figure) and record.check is not None
    return record.check


def verdict(
    record: Figure, values: dict[str, Any], text: str = "", published: date | None = LATER
) -> str:
    return check(record, {k: Decimal(v) for k, v in values.items()}, text, published).verdict


TWELVE = figure("exports", "12.1")


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"stated": "12.11"}, "matches"),
        ({"stated": "12.11", "mirror": "15"}, "matches"),
        ({"stated": "12.1501"}, "close"),
        ({"stated": "14", "mirror": "12.12"}, "sources_differ"),
        ({"stated": "14"}, "differs"),
        ({"stated": "14", "mirror": "15"}, "differs"),
        ({"stated": "14", "unlicensed": "12.11"}, "differs"),
        ({"mirror": "12.12"}, "matches_alt"),
        ({"mirror": "14"}, "not_checkable"),
        ({"unlicensed": "12.11"}, "not_checkable"),
        ({"stated": "12.19"}, "not_checkable"),
        ({}, "not_checkable"),
    ],
)
def test_the_order_of_the_verdicts(values: dict[str, Any], expected: str) -> None:
    assert verdict(TWELVE, values) == expected


def test_dollars_are_a_licensed_definition_with_room_for_the_rate() -> None:
    dollars = figure("exports", "13.1", unit="USD")
    assert verdict(dollars, {"licensed": "13.09"}) == "matches_alt"
    assert verdict(dollars, {"licensed": "13.3"}) == "close"
    assert verdict(dollars, {"licensed": "13.8"}) == "not_checkable"
    assert verdict(dollars, {"licensed": "16"}) == "differs"


def test_the_named_authority_decides_whose_series_may_say_differs() -> None:
    by_partner = figure(
        "exports", "12.1", attributed_to=authority("KAZ", "the Bureau of National Statistics")
    )
    assert verdict(by_partner, {"stated": "14"}) == "not_checkable"
    assert verdict(by_partner, {"stated": "14", "licensed": "15"}) == "differs"
    assert verdict(by_partner, {"stated": "14", "licensed": "12.1"}) == "matches_alt"
    by_third = figure("exports", "12.1", attributed_to=authority("IGO:imf", "the IMF"))
    assert verdict(by_third, {"stated": "14"}) == "not_checkable"
    assert verdict(by_third, {"stated": "12.1"}) == "matches"
    by_eurostat = figure("exports", "12.1", attributed_to=authority(None, "Eurostat"))
    assert verdict(by_eurostat, {"stated": "14"}) == "differs"


@pytest.mark.parametrize(
    "fields",
    [
        {"tier": "possible"},
        {"inherited": ("period",)},
        {"inherited": ("unit",)},
        {"nature": "pledge"},
        {"nature": "target"},
        {"period": None},
        {"partner": None},
        {"product": fuels(), "measure": "investment"},
    ],
    ids=str,
)
def test_a_doubtful_figure_never_differs(fields: dict[str, Any]) -> None:
    measure = fields.pop("measure", "exports")
    assert (
        verdict(
            figure(measure, "12.1", **fields), {"stated": "14", "licensed": "14", "mirror": "15"}
        )
        != "differs"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Exports of goods and services came to €12.1 billion.",
        "Its non-oil exports were €12.1 billion.",
        "Exports of wheat were €12.1 billion.",
        "In the fiscal year exports were €12.1 billion.",
        "He denied that exports were €12.1 billion.",
        "Exports are expected to reach €12.1 billion.",
        "Exports to European countries were €12.1 billion.",
        "In real terms exports were €12.1 billion.",
    ],
)
def test_words_that_leave_no_series_a_say(text: str) -> None:
    assert verdict(TWELVE, {"stated": "14"}, text) == "not_checkable"


def test_a_year_that_was_not_over_is_not_different() -> None:
    assert verdict(figure("exports", "12.1", period=2024), {"stated": "14"}) == "not_checkable"


def test_the_union_of_28_is_given_room_before_2020() -> None:
    old = figure("exports", "12.1", period=2015)
    assert verdict(old, {"stated": "10.5"}, published=date(2016, 5, 1)) == "not_checkable"
    assert verdict(old, {"stated": "14"}, published=date(2016, 5, 1)) == "differs"
    assert verdict(old, {"stated": "10.5"}, published=date(2023, 5, 1)) == "differs"
    assert verdict(old, {"stated": "10.5"}, published=None) == "not_checkable"
    assert verdict(old, {"stated": "9.5"}, published=None) == "differs"


def test_a_balance_the_other_way_round() -> None:
    ours = figure("balance", "12.1", in_favour_of="EUR")
    assert verdict(ours, {"stated": "12.1"}) == "matches"
    assert verdict(ours, {"stated": "-12.1"}) == "differs"
    theirs = figure("balance", "12.1", in_favour_of="KAZ")
    assert verdict(theirs, {"stated": "-12.1"}) == "matches"


def test_a_figure_that_matches_a_series_is_never_inconsistent() -> None:
    read = reading("", LATER)
    records = [
        figure("trade_total", "40", at=1),
        figure("exports", "12.1", at=2),
        figure("imports", "30.3", at=3),
    ]
    asked = checks.questions(read, records)
    values = [
        answer(q, 40 * BN)
        if q.definition.measure == "trade_total" and q.licence == "stated"
        else absent(q)
        for q in asked
    ]
    judged = checks.judge(read, records, values)
    assert of(judged[:1]).verdict == "matches"
    without = checks.judge(read, records, [])
    assert of(without[:1]).verdict == "not_checkable", "40 may be 42.4, read coarsely"


def test_a_sum_that_fails_over_a_part_that_differs_is_not_the_totals_fault() -> None:
    read = reading("", LATER)
    records: list[Record] = [
        figure("trade_total", "42.4", at=1),
        figure("exports", "15.1", at=2),
        figure("imports", "30.3", at=3),
    ]
    asked = checks.questions(read, records)
    stated = [(q, q.definition.measure == "exports" and q.licence == "stated") for q in asked]
    values = [answer(q, Decimal("12.1") * BN) if known else absent(q) for q, known in stated]
    total, exports, _ = (
        f.check for f in checks.judge(read, records, values) if isinstance(f, Figure)
    )
    assert total is not None and exports is not None
    assert (total.verdict, exports.verdict) == ("not_checkable", "differs")
    assert any("€15.1 bn + €30.3 bn" in reason for reason in total.because)


def test_what_is_merely_alike_is_nearby() -> None:
    seen = check(TWELVE, {"stated": Decimal(14), "unlicensed": Decimal("12.11")})
    assert seen.nearby and all(o.value == Decimal("12.11") * BN for o in seen.nearby)
    assert seen.tried >= 5


def test_every_verdict_has_a_reason_and_every_measure_an_honest_one() -> None:
    for measure in ("investment", "count", "price", "volume", "other"):
        told = check(figure(measure, "5"), {})
        assert told.verdict == "not_checkable" and told.because[0].startswith("no ")


LICENCES: list[Literal["stated", "licensed", "mirror", "unlicensed"]] = [
    "stated",
    "licensed",
    "mirror",
    "unlicensed",
]
NUMBERS = st.decimals(min_value=1, max_value=900, places=1)
QUALIFIERS = st.sampled_from(["exact", "about", "over", "under"])
VALUES = st.dictionaries(
    st.sampled_from(LICENCES), st.decimals(min_value=1, max_value=900, places=3)
)


@given(NUMBERS, QUALIFIERS, st.decimals(min_value=0, max_value=1, places=3), VALUES)
def test_a_value_inside_the_interval_never_differs(
    number: Decimal, qualifier: str, part: Decimal, others: dict[str, Any]
) -> None:
    record = figure("exports", str(number), qualifier=qualifier)
    held = tolerances.printed(record)
    inside = (held.low + (held.high - held.low) * part) / BN
    assert verdict(record, others | {"stated": inside}) == "matches"


@given(NUMBERS, QUALIFIERS, VALUES, st.decimals(min_value=1, max_value=900, places=3))
def test_an_unlicensed_answer_never_changes_the_verdict(
    number: Decimal, qualifier: str, values: dict[str, Any], other: Decimal
) -> None:
    record = figure("exports", str(number), qualifier=qualifier)
    licensed = {k: v for k, v in values.items() if k != "unlicensed"}
    assert verdict(record, licensed) == verdict(record, licensed | {"unlicensed": other})


@given(NUMBERS, VALUES, st.randoms(use_true_random=False))
def test_the_order_of_answers_is_irrelevant(
    number: Decimal, values: dict[str, Any], shuffled: Any
) -> None:
    record, read = figure("exports", str(number)), reading("", LATER)
    answers = [
        answer(q, Decimal(values[q.licence]) * BN) if q.licence in values else absent(q)
        for q in checks.questions(read, [record])
    ]
    mixed = list(answers)
    shuffled.shuffle(mixed)
    assert of(checks.judge(read, [record], answers)) == of(checks.judge(read, [record], mixed))


@given(
    st.text(max_size=80),
    st.sampled_from(["exports", "growth", "share", "balance", "other"]),
    NUMBERS,
)
def test_nothing_raises_whatever_is_written(text: str, measure: str, number: Decimal) -> None:
    read: Reading = reading(text, LATER)
    records: list[Record] = [
        figure(measure, str(number), at=3),
        figure("exports", "0", at=9),
        figure("growth", "0", at=12),
    ]
    assert (
        len(checks.judge(read, records, [absent(q) for q in checks.questions(read, records)])) == 3
    )


def test_years_are_asked_for_as_years() -> None:
    asked = checks.questions(reading("", LATER), [TWELVE])
    assert asked[0].definition.period == year(2021)
    assert [q.licence for q in asked].count("stated") == 1


def test_an_analyst_publishes_no_statistics_and_is_held_to_the_reporter_s() -> None:
    analyst = Party(mention=None, actor=None, person="Levan Chanturishvili", role="analyst")
    office = Party(mention=None, actor=None, name="a research house")
    assert authorities.whose(figure("exports", "1.3", attributed_to=analyst)).side == "none"
    assert authorities.whose(figure("exports", "1.3", attributed_to=office)).side == "other"


def test_differs_asks_that_every_series_is_far_and_not_just_one() -> None:
    """One official series far off and the other too near to call: no call."""
    near = {"stated": Decimal("20"), "mirror": Decimal("12.16")}
    assert check(figure("exports", "12.1"), near).verdict == "not_checkable"
    far = {"stated": Decimal("20"), "mirror": Decimal("19")}
    assert check(figure("exports", "12.1"), far).verdict == "differs"
