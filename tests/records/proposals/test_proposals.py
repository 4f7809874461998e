"""What someone offers, plans, asks or recommends. Every sentence is our own."""

import pytest

from legation import background, documents, mentions
from legation.model import Document, Proposal, Reading
from legation.records import proposals, statements


def read(text: str) -> Reading:
    document = Document(id="test", text=text)
    return background.survey(mentions.find(document, documents.repair(text)))


def found(reading: Reading) -> list[Proposal]:
    return proposals.extract(reading, statements.extract(reading))


PROPOSED = [
    (
        "Morocco offered to supply green ammonia to Germany.",
        "offer",
        "Morocco",
        "Germany",
        "to supply green ammonia to Germany",
    ),
    (
        "Canberra is ready to share its data with Jakarta.",
        "offer",
        "Canberra",
        None,
        "to share its data with Jakarta",
    ),
    ("Uruguay stands ready to mediate.", "offer", "Uruguay", None, "to mediate"),
    (
        "Georgia plans to build a port at Anaklia.",
        "plan",
        "Georgia",
        None,
        "to build a port at Anaklia",
    ),
    ("Vietnam is poised to join the fund.", "plan", "Vietnam", None, "to join the fund"),
    (
        "Norway urged Iceland to reopen the fishery.",
        "request",
        "Norway",
        "Iceland",
        "to reopen the fishery",
    ),
    (
        "Egypt called on Sudan to release the convoy.",
        "request",
        "Egypt",
        "Sudan",
        "to release the convoy",
    ),
    (
        "Ukraine demanded that Hungary lift its veto.",
        "request",
        "Ukraine",
        "Hungary",
        "that Hungary lift its veto",
    ),
    (
        "The bloc should open its market to Kenyan flowers.",
        "recommendation",
        None,
        "The bloc",
        "The bloc should open its market to Kenyan flowers",
    ),
    (
        "Both sides must ratify the treaty.",
        "recommendation",
        None,
        "Both sides",
        "Both sides must ratify the treaty",
    ),
    (
        "Chile has scope to support Bolivia with desalination.",
        "recommendation",
        None,
        "Chile",
        "Chile has scope to support Bolivia with desalination",
    ),
    (
        "Ports are another field where Japan could be of help.",
        "recommendation",
        None,
        "Japan",
        "Ports are another field where Japan could be of help",
    ),
    (
        "Turkey can promote the corridor if both parties agree on fees.",
        "recommendation",
        None,
        "Turkey",
        "Turkey can promote the corridor if both parties agree on fees",
    ),
    (
        "The institute recommended that Ghana diversify its exports.",
        "recommendation",
        "The institute",
        "Ghana",
        "that Ghana diversify its exports",
    ),
]


@pytest.mark.parametrize(("text", "kind", "by", "to", "content"), PROPOSED)
def test_proposals_have_their_kind_parties_and_words(
    text: str, kind: str, by: str | None, to: str | None, content: str
) -> None:
    reading = read(text)
    (proposal,) = found(reading)
    assert (proposal.proposal, [reading.text(s) for s in proposal.content]) == (kind, [content])
    assert (
        reading.text(proposal.by.mention) if proposal.by and proposal.by.mention else None
    ) == by
    assert [reading.text(p.mention) for p in proposal.to if p.mention] == ([to] if to else [])


IDLE = [
    "Prices could rise in spring.",
    "The ships must have been loaded at night.",
    "Should Bolivia join the pact?",
    "The government should have acted earlier.",
    "If Peru offered to buy the gas, Bolivia would refuse.",
    "Qatar did not offer to pay.",
    "The storm should pass by Monday.",
    "The talks could be held in June.",
    "The minister is not ready to resign.",
    "Trade between the two countries grew.",
    "It is important.",
]


@pytest.mark.parametrize("text", IDLE)
def test_forecasts_questions_and_regrets_propose_nothing(text: str) -> None:
    reading = read(text)
    assert [reading.text(p.content[0]) for p in found(reading)] == []


def test_a_modal_in_speech_is_the_speakers_recommendation() -> None:
    reading = read(
        "The European Union must lower its tariffs, Argentine Foreign Minister Diana Mondino said."
    )
    (proposal,) = found(reading)
    assert (
        proposal.by is not None and proposal.by.mention is not None and proposal.said_in is not None
    )
    assert reading.text(proposal.by.mention) == "Argentine Foreign Minister Diana Mondino"


def test_we_is_the_speaker() -> None:
    reading = read(
        "“We want some of the smelting to be done here,” the Zambian mines minister said."
    )
    (proposal,) = found(reading)
    assert (
        proposal.proposal == "request"
        and proposal.by is not None
        and proposal.by.mention is not None
    )
    assert reading.text(proposal.by.mention) == "the Zambian mines minister"


def test_welcome_in_exchange_is_an_offer() -> None:
    reading = read(
        "“We welcome your capital in exchange for access to our ports,” Somalia's envoy said."
    )
    (proposal,) = found(reading)
    assert (proposal.proposal, proposal.tier) == ("offer", "sure")


def test_order_is_that_of_the_text() -> None:
    reading = read("Iraq plans to build a railway. Iran must join it. Syria offered to send steel.")
    assert [p.proposal for p in found(reading)] == ["plan", "recommendation", "offer"]


CONDITIONS = [
    (
        "Iceland will sign the treaty only if Norway withdraws its fleet.",
        "if Norway withdraws its fleet",
    ),
    (
        "Jordan will reopen the crossing, provided that the convoys are searched.",
        "provided that the convoys are searched",
    ),
    (
        "Malawi signed the loan on condition that the road be built first.",
        "condition that the road be built first",
    ),
    (
        "The grant will be held back unless Laos publishes its accounts.",
        "unless Laos publishes its accounts",
    ),
]


@pytest.mark.parametrize(("text", "content"), CONDITIONS)
def test_a_string_attached_is_a_condition(text: str, content: str) -> None:
    reading = read(text)
    assert [reading.text(p.content[0]) for p in found(reading) if p.proposal == "condition"] == [
        content
    ]


ASKED = [
    ("Togo asked the Bank for a loan.", "request", "a loan"),
    ("Nepal's request for more flights was refused.", "request", "more flights"),
    ("Cyprus demanded that the hostages be freed.", "request", "that the hostages be freed"),
    ("Oman wants Yemen to reopen the port.", "request", "Yemen to reopen the port"),
    ("Bhutan confirmed its readiness to sell power.", "offer", "to sell power"),
    (
        "Latvia pledged two million euros for the school.",
        "offer",
        "two million euros for the school",
    ),
    (
        "Publish the contracts with the miners.",
        "recommendation",
        "Publish the contracts with the miners",
    ),
    (
        "Peru called for the release of the fishermen, of whom nine are ill.",
        "request",
        "the release of the fishermen",
    ),
]


@pytest.mark.parametrize(("text", "kind", "content"), ASKED)
def test_nouns_commands_and_other_complements_propose_too(
    text: str, kind: str, content: str
) -> None:
    reading = read(text)
    assert [(p.proposal, reading.text(p.content[0])) for p in found(reading)] == [(kind, content)]


COURTESIES = [
    "Laos offered condolences.",
    "The official asked for anonymity.",
    "Chad had planned to repaint the boats.",
]


@pytest.mark.parametrize("text", COURTESIES)
def test_courtesies_and_plans_that_are_past_propose_nothing(text: str) -> None:
    assert found(read(text)) == []


def test_an_ordinary_if_is_no_condition() -> None:
    reading = read("Markets will fall if the harvest fails.")
    assert found(reading) == []


def test_who_says_it_is_ready_makes_the_offer() -> None:
    reading = read("Tokyo said it was ready to lend Hanoi two trains.")
    (proposal,) = found(reading)
    assert proposal.proposal == "offer" and proposal.by is not None
    assert proposal.by.actor == "JPN"
