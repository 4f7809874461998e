"""The second opinion on events: it vetoes, it retypes, it makes none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation import background, documents, mentions
from legation.lexicon import nested
from legation.model import Document
from legation.records.events import drafts_of, verifier
from legation.records.events.assembly.ontology import Ontology
from legation.records.events.candidates.drafts import Draft
from legation.records.events.features.core import NONE
from legation.records.events.features.telling import features
from legation.records.events.verifier import judged, model
from legation.records.ranking import Linear

TEXT = (
    "The French president met the president of Chad in Paris on Monday and signed a treaty on "
    "water."
)


def drafts() -> list[Draft]:
    held = drafts_of(
        background.survey(mentions.find(Document(id="made", text=TEXT), documents.repair(TEXT)))
    )
    return [draft for draft in held if draft.frame == "exact"]


def leaning(monkeypatch: pytest.MonkeyPatch, **likely: float) -> None:
    monkeypatch.setattr(
        verifier,
        "opinion",
        lambda _: {NONE: 0.0, "CONSULT": 0.0, "SUPPORT": 0.0, "AID": 0.0, **likely},
    )


def test_what_is_likely_none_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    leaning(monkeypatch, none=0.99)
    assert drafts()
    assert not list(judged(drafts()))


def test_what_is_likely_another_type_becomes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    leaning(monkeypatch, AID=0.99)
    told = list(judged(drafts()))
    assert [each.type for each in told] == ["AID"] * len(drafts())
    assert all(each.mode is None and each.likely == 0.99 for each in told)


def test_in_doubt_the_lexicon_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    leaning(monkeypatch, none=0.4, AID=0.3)
    assert [each.type for each in judged(drafts())] == [each.type for each in drafts()]


def test_no_event_is_made() -> None:
    assert len(list(judged(drafts()))) <= len(drafts())
    assert not list(judged([]))


def test_the_weights_know_plovers_types_and_none() -> None:
    types = nested("plover", Ontology).types
    assert set(model().classes) <= {*types, NONE}
    assert len(model().classes) == len(types) + 1
    assert all(len(weights) == len(model().classes) for weights in model().weights.values())


def test_features_are_known_to_the_weights() -> None:
    known = [name for draft in drafts() for name in features(draft) if name in model().weights]
    assert len(known) > 20


@given(st.lists(st.sampled_from(["a", "b", "unknown"])))
def test_likelihoods_are_a_distribution(names: list[str]) -> None:
    made = Linear(
        classes=("none", "AID"), bias=(0.1, -0.1), weights={"a": (3.0, -2.0), "b": (-1.0, 40.0)}
    )
    likely = made.likely(names)
    assert sum(likely.values()) == pytest.approx(1)
    assert all(0 <= each <= 1 for each in likely.values())
