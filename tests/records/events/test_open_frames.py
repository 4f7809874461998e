"""A trigger whose frame does not fit is drafted all the same; what only looks like one is not."""

import pytest

from legation import background, documents, mentions
from legation.model import Document, Reading
from legation.records.events import drafts_of
from legation.records.events.candidates.drafts import Draft


def reading(text: str) -> Reading:
    document = Document(id="made", text=text, published=None, language="en")
    return background.survey(mentions.find(document, documents.repair(text)))


def told(text: str) -> list[Draft]:
    return drafts_of(reading(text))


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("Germany conferred on Monday.", "confer"),
        ("A ban by Norway is in force.", "ban"),
        ("Chad's ambassador was sent for.", "send"),
    ],
)
def test_a_trigger_drafts_without_its_frame(text: str, lemma: str) -> None:
    found = [d for d in told(text) if d.trigger.lemma == lemma]
    assert [d.frame for d in found] == ["open"]
    assert found[0].confidence < 0.5


def test_what_a_frame_tells_is_not_drafted_twice() -> None:
    found = told("Norway and Chad signed a treaty in Oslo.")
    assert [(d.trigger.lemma, d.frame) for d in found] == [("sign", "exact")]


def test_an_open_draft_knows_what_the_frames_beside_it_tell() -> None:
    found = told("Norway and Chad signed a treaty after a visit in May.")
    (loose,) = [d for d in found if d.frame == "open"]
    assert loose.beside == ("SUPPORT",)


def test_what_the_lexicon_calls_nothing_stays_nothing() -> None:
    assert not [
        d for d in told("The Norwegian president signed a law.") if d.trigger.lemma == "sign"
    ]


def test_what_is_demanded_is_not_drafted() -> None:
    assert not [d for d in told("Norway must apologise.") if d.trigger.lemma == "apologise"]


@pytest.mark.parametrize(
    "text",
    [
        "Chad called the levy an assault on its farmers.",
        "Chad described the levy as an attack on its farmers by Niger.",
        "Chad denounced the levy as theft and an attack on its farmers by Niger.",
        "The embargo was described by Chad as an attack on its people.",
    ],
)
def test_what_somebody_only_calls_an_attack_is_none(text: str) -> None:
    assert "ASSAULT" not in {d.type for d in told(text)}


@pytest.mark.parametrize(
    "text",
    ["The attack on Chad by Niger went on.", "Niger's attack on Chad went on."],
)
def test_an_attack_that_nobody_only_calls_so_is_one(text: str) -> None:
    assert "ASSAULT" in {d.type for d in told(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Chad received two million tourists last year.",
        "Norwegian holidaymakers visited Chad in May.",
        "The retired judge Ola Berg visited the parliament of Chad.",
        "Ex-adviser Ola Berg arrived in Chad on Monday.",
        "Fjordkraft Ltd. sued Nordlys Inc. over a label.",
    ],
)
def test_what_private_people_and_firms_do_is_none(text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The former Norwegian president Ola Berg visited Chad in May.",
        "Norwegian officials visited Chad in May.",
        "Chad sued Nordlys Inc. over a mine.",
    ],
)
def test_what_the_public_does_is_kept(text: str) -> None:
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Not all members of the African Union signed the pact.",
        "Hardly any African government condemned the coup in Niger.",
        "Few European governments recognised the new government of Mali.",
    ],
)
def test_what_few_or_not_all_did_is_no_event(text: str) -> None:
    assert not [d for d in told(text) if d.status in {"actual", "planned"}]


def test_a_few_are_somebody() -> None:
    assert [d.status for d in told("A few Chadian ministers condemned Niger.")] == ["actual"]


@pytest.mark.parametrize(
    "text",
    [
        "Chad denied that it had attacked Niger.",
        "Chad denied attacking Niger.",
        "Chad denied Nigerien accusations.",
    ],
)
def test_a_denial_is_no_refusal(text: str) -> None:
    assert "REJECT" not in {d.type for d in told(text)}


def test_a_refusal_is_one() -> None:
    assert "REJECT" in {d.type for d in told("Chad denied entry to a French journalist.")}
