"""Raw scores become shares; the curves are whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.model import Document
from legation.records.confidence import SURE, Curve, curves, tier

MADE = Curve(raw=(0.2, 0.5, 0.9), right=(0.1, 0.4, 0.8))


@pytest.mark.parametrize(
    ("score", "share"),
    [(0.0, 0.1), (0.2, 0.1), (0.35, 0.25), (0.5, 0.4), (0.7, 0.6), (0.9, 0.8), (1.0, 0.8)],
)
def test_between_two_points_the_line_is_straight_and_the_ends_hold(
    score: float, share: float
) -> None:
    assert MADE.at(score) == pytest.approx(share)


def test_without_points_the_raw_score_stands() -> None:
    assert Curve(raw=(), right=()).at(0.7) == 0.7


def test_every_kind_has_a_curve_that_rises() -> None:
    assert curves().keys() == SURE.keys()
    for kind, curve in curves().items():
        assert list(curve.raw) == sorted(set(curve.raw)), kind
        assert list(curve.right) == sorted(curve.right), kind
        assert all(0 <= share <= 1 for share in curve.right), kind


@given(st.floats(0, 1), st.floats(0, 1), st.sampled_from(sorted(SURE)))
def test_more_for_a_record_never_makes_it_less_sure(one: float, other: float, kind: str) -> None:
    low, high = sorted((one, other))
    assert curves()[kind].at(low) <= curves()[kind].at(high)
    assert (tier(kind, low), tier(kind, high)) != ("sure", "possible")


def test_a_ledger_tells_shares_and_not_raw_scores() -> None:
    from legation import background, documents, mentions, records

    text = "Kenya's foreign minister said on Monday that the border with Uganda would reopen."
    reading = background.survey(
        mentions.find(Document(id="made", text=text), documents.repair(text))
    )
    (raw,) = (each for each in records.found(reading) if type(each).__name__ == "Statement")
    (told,) = (each for each in records.extract(reading) if type(each).__name__ == "Statement")
    assert told.confidence == curves()["statement"].at(raw.confidence)
    assert told.tier == raw.tier
