"""Candidates for a slot: the likeliest fills it, and nothing is one of them."""

from legation.records.ranking import Filled, Linear, best


def test_the_likeliest_candidate_fills_the_slot() -> None:
    found = best([Filled("FRA", 0.2, "named"), Filled("TCD", 0.7, "rule")])
    assert found == Filled("TCD", 0.7, "rule")


def test_nothing_may_be_the_likeliest() -> None:
    assert best([Filled("FRA", 0.2, "named"), Filled(None, 0.8, "none")]).value is None


def test_without_candidates_a_slot_is_empty() -> None:
    assert best([]) == Filled(None, 0.0, "none")


def test_of_two_as_likely_the_first_is_taken() -> None:
    assert best([Filled("FRA", 0.5, "rule"), Filled("TCD", 0.5, "named")]).value == "FRA"


def test_a_feature_moves_its_class_and_an_unknown_one_none() -> None:
    model = Linear(classes=("a", "b"), bias=(0.0, 0.0), weights={"x": (2.0, -2.0)})
    assert model.likely(["unknown"]) == {"a": 0.5, "b": 0.5}
    assert model.likely(["x"])["a"] > 0.98
