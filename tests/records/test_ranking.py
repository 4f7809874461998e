"""Candidates for a slot: the likeliest fills it, and nothing is one of them."""

from math import exp

from legation.records.ranking import Candidate, Filled, Linear, Preference, best, fill


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


def candidate(value: str | None, *features: str) -> Candidate[str]:
    return Candidate(value, "words", features)


def test_what_speaks_for_a_candidate_fills_the_slot_and_tells_how_likely() -> None:
    weighed = [candidate("FRA", "a"), candidate(None, "b"), candidate("TCD", "a", "c")]
    made = fill(weighed, Preference({"a": 1.0, "b": 0.5, "c": 1.0}))
    assert made.value == "TCD"
    assert made.score == round(exp(2) / (exp(1) + exp(0.5) + exp(2)), 3)
    assert fill(weighed, Preference({"b": 0.5})).value is None
    assert fill(weighed, Preference({})).value == "FRA"


def test_shares_are_of_one_whole_however_large_the_weights() -> None:
    shares = Preference({"a": 900.0}).shares([candidate("FRA", "a"), candidate("TCD")])
    assert sum(shares) == 1.0
    assert shares[0] == 1.0
