"""Statements of the sequence model beside those of the rules: what is added, what is doubted, what
is left alone.
"""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation import background, documents, mentions
from legation.model import Document, Reading
from legation.records import statements
from legation.records.statements import drafts_of
from legation.records.statements.candidates import learned
from legation.records.statements.candidates.marking import CONTENT, CUE, OUTSIDE, SPEAKER, sequences
from legation.records.statements.candidates.sequence import Marked, Model, marked, shipped

TOLD = (
    "Kenya's trade minister said on Tuesday that the port of Lamu would open to Ethiopian coffee."
)
UNRULED = "To the delegation from Oslo the quarrel over herring is a family matter."
"""No rule of ours reports it."""


def read(text: str) -> Reading:
    return background.survey(mentions.find(Document(id="made", text=text), documents.repair(text)))


def marking(monkeypatch: pytest.MonkeyPatch, roles: str, sure: float = 0.9) -> None:
    """Let the model take the words of the first sentence for the roles given, a letter a word."""

    def made(_: Model, reading: Reading, __: Sequence[object]) -> list[Marked]:
        sentence = reading.sentences[0]
        given_ = tuple(roles[n] if n < len(roles) else OUTSIDE for n in range(len(sentence.tokens)))
        likely = tuple(
            {role: sure if role == mine else 0.02 for role in (CONTENT, CUE, SPEAKER)}
            for mine in given_
        )
        return [Marked(sentence, given_, likely)]

    monkeypatch.setattr(learned, "marked", made)


def test_what_a_rule_and_the_model_see_is_told_once_and_supported() -> None:
    (draft,) = learned.joined(read(TOLD), drafts_of(read(TOLD)))
    assert draft.pattern == "clause"
    assert draft.support is not None
    assert draft.support > 0.8


def test_what_only_the_model_saw_is_added_with_cue_and_speaker(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reading = read(UNRULED)
    assert not drafts_of(reading)
    marking(monkeypatch, "CSSSSKKKKKKKK")
    (draft,) = learned.joined(reading, [])
    assert draft.pattern == "learned"
    assert [reading.text(span) for span in draft.content] == [
        "the quarrel over herring is a family matter"
    ]
    assert [reading.text(span) for span in draft.cue] == ["To"]
    assert draft.speaker is not None
    assert "delegation" in reading.text(draft.speaker)


@pytest.mark.parametrize(
    ("roles", "sure"),
    [
        ("CSSSSKKKKKKKK", 0.4),
        ("OSSSSKKKKKKKK", 0.9),
        ("CSSSSKKOOOOOO", 0.9),
        ("OOOOOOOOOOOOO", 0.9),
    ],
)
def test_in_doubt_nothing_is_added(
    monkeypatch: pytest.MonkeyPatch, roles: str, sure: float
) -> None:
    """Unsure of the content, without a cue, two words long, or not marked at all."""
    marking(monkeypatch, roles, sure)
    assert not learned.joined(read(UNRULED), [])


def test_a_verb_that_the_rules_passed_over_is_not_believed_of_a_thing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    marking(monkeypatch, "SSCKKKKK")
    assert not learned.joined(read("The war shows that supply chains are fragile."), [])


def test_a_draft_that_the_model_doubts_is_kept_and_less_sure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (trusted,) = (each for each in statements.extract(read(TOLD)) if each.act == "speech")
    marking(monkeypatch, "O")
    (doubted,) = (each for each in statements.extract(read(TOLD)) if each.act == "speech")
    assert doubted.content == trusted.content
    assert doubted.confidence < trusted.confidence


def test_every_token_has_features_and_every_role_a_likelihood() -> None:
    reading = read(f"{TOLD} {UNRULED}")
    drafts = drafts_of(reading)
    told = list(sequences(reading, drafts, reading.sentences))
    assert [len(features) for features in told] == [
        len(sentence.tokens) for sentence in reading.sentences
    ]
    for each in marked(shipped(), reading, drafts):
        assert len(each.likely) == len(each.sentence.tokens)
        assert all(0 <= chance <= 1 for likely in each.likely for chance in likely.values())


@settings(deadline=None, max_examples=30)
@given(st.text(alphabet="abc \"“”'’.,:;?!-—\nsaidACCORDING to ", max_size=80))
def test_whatever_comes_is_read(text: str) -> None:
    reading = read(text)
    for draft in learned.joined(reading, drafts_of(reading)):
        assert all(0 <= span.start < span.end <= len(text) for span in draft.content)


def test_a_sign_that_is_read_aloud_is_not_cut_off() -> None:
    reading = read("Exports to Oman rose by 4 %, the minister of trade said on Monday.")
    (one,) = (each for each in statements.extract(reading) if each.act == "speech")
    assert [reading.text(span) for span in one.content] == ["Exports to Oman rose by 4 %"]
