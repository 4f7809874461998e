"""The interval of a share, and what is counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.audit.precision import Judged, Judgement, area, precisions, wilson
from legation.model import Tier


@pytest.mark.parametrize(
    ("right", "of", "low", "high"),
    # Newcombe, Statistics in Medicine 17 (1998), table I, method 3
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_published_intervals(right: int, of: int, low: float, high: float) -> None:
    assert wilson(right, of) == pytest.approx((low, high), abs=0.0001)


@given(st.integers(1, 5000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_the_interval_holds_the_share_and_is_one(counts: tuple[int, int]) -> None:
    right, of = counts
    low, high = wilson(right, of)
    assert 0 <= low <= right / of <= high <= 1
    assert low < high
    mirrored = wilson(of - right, of)
    assert mirrored == pytest.approx((1 - high, 1 - low))


@given(st.integers(1, 500), st.floats(0, 1))
def test_a_larger_sample_is_narrower(of: int, share: float) -> None:
    right = round(of * share)
    low, high = wilson(right, of)
    closer, further = wilson(right * 4, of * 4)
    assert further - closer < high - low


def row(right: Judgement | None, kind: str = "figure") -> Judged:
    return Judged(kind=kind, document="d", record="r", right=right)


def test_unsure_counts_as_wrong_and_the_share_without_stands_beside() -> None:
    (told,) = precisions([*[row("yes")] * 9, row("no"), row("unsure"), row("unsure"), row(None)])
    assert (told.judged, told.right, told.wrong, told.unsure, told.unjudged) == (12, 9, 1, 2, 1)
    assert told.precision.point == 0.75
    assert told.without_unsure.point == 0.9
    assert told.holds is False


@pytest.mark.parametrize(
    ("right", "holds", "certain"), [(89, False, False), (90, True, False), (97, True, True)]
)
def test_nine_in_ten(right: int, holds: bool, certain: bool) -> None:
    (told,) = precisions([*[row("yes")] * right, *[row("no")] * (100 - right)])
    assert (told.holds, told.holds_for_certain) == (holds, certain)


def test_kinds_apart_and_nothing_judged() -> None:
    event, figure = precisions([row(None, "event"), row("yes"), row(None, "event")])
    assert (event.kind, event.unjudged, event.precision.point, event.holds) == (
        "event",
        2,
        None,
        None,
    )
    assert (figure.kind, figure.precision.point) == ("figure", 1.0)


def of_tier(right: Judgement, tier: Tier, score: float, *wrong: str) -> Judged:
    return Judged(
        kind="event",
        document="d",
        record="r",
        right=right,
        tier=tier,
        confidence=score,
        wrong=wrong,
        undoubted=("date", "place"),
        doubtful=("contexts",),
    )


def test_each_tier_is_told_apart_with_what_stands_beside_the_core() -> None:
    rows = [
        of_tier("yes", "sure", 0.9),
        of_tier("yes", "sure", 0.8, "place"),
        of_tier("no", "sure", 0.7, "date", "place"),
        of_tier("yes", "possible", 0.4),
        of_tier("no", "possible", 0.3),
        of_tier("no", "possible", 0.2),
        of_tier("no", "possible", 0.1),
    ]
    (told,) = precisions(rows, {("event", "sure"): 30, ("event", "possible"): 80})
    assert (told.precision.right, told.precision.of) == (2, 3)
    assert (told.of_possible.right, told.of_possible.of) == (1, 4)
    assert (told.slots.right, told.slots.of) == (3, 4)
    assert (told.doubted.right, told.doubted.of) == (3, 9)
    assert told.coverage == pytest.approx(20 / (20 + 20))
    assert told.area == pytest.approx(11 / 12)


@pytest.mark.parametrize(
    ("judged", "told"),
    [
        ([(0.9, True), (0.1, False)], 1.0),
        ([(0.1, True), (0.9, False)], 0.0),
        ([(0.5, True), (0.5, False)], 0.5),
        ([(0.5, True)], None),
        ([], None),
    ],
)
def test_the_area_under_the_curve(judged: list[tuple[float, bool]], told: float | None) -> None:
    assert area(judged) == told


def test_without_tiers_nothing_is_told_of_coverage() -> None:
    (told,) = precisions([row("yes"), row("no")])
    assert (told.coverage, told.area, told.of_possible.of) == (None, None, 0)
