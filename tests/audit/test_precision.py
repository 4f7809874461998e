"""The interval of a share, and what is counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.audit.precision import Judged, Judgement, precisions, wilson


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
