"""Which statements are not called sure, and where a semicolon parts what is said from what is not.
Every sentence is our own.
"""

import pytest

from legation import background, documents, mentions
from legation.model import Document, Statement
from legation.records import statements


def found(text: str) -> list[tuple[str, Statement]]:
    reading = background.survey(
        mentions.find(Document(id="test", text=text), documents.repair(text))
    )
    return [
        (" … ".join(reading.text(span) for span in each.content), each)
        for each in statements.extract(reading)
    ]


def tiers(text: str) -> set[str]:
    return {each.tier for _, each in found(text)}


PLAIN = [
    "The envoy said that the talks had failed.",
    "Grain prices rose again in May, the ministry said.",
    "“The bridge is open to all of us,” said the mayor.",
]
DOUBTFUL = [
    "They said that the bridge was closed.",
    "I say that the bridge is closed.",
    "I have never seen so much rain, the mayor said.",
    "The editor asked whether the bridge was closed.",
    "The bridge is closed, the mayor said, but lorries still cross at night.",
    "The bridge is closed, the mayor said; the ferry would be next.",
]


@pytest.mark.parametrize("text", PLAIN)
def test_plain_statements_are_sure(text: str) -> None:
    assert tiers(text) == {"sure"}


@pytest.mark.parametrize("text", DOUBTFUL)
def test_what_may_be_another_s_or_more_is_possible(text: str) -> None:
    assert tiers(text) <= {"possible"}


def test_only_the_clause_beside_the_cue_is_said() -> None:
    contents = [
        content
        for content, _ in found(
            "The ferry left at noon; the bridge would be shut by dusk, the mayor said."
        )
    ]
    assert contents == ["the bridge would be shut by dusk"]


def test_two_speakers_with_a_semicolon_between_each_say_their_own() -> None:
    contents = [
        content
        for content, _ in found("Lima says that the river is clean; Quito says that it is not.")
    ]
    assert contents == ["that the river is clean", "that it is not"]


@pytest.mark.parametrize(
    "text",
    [
        "The ferries left according to a roadmap.",
    ],
)
def test_what_was_not_said_is_no_statement(text: str) -> None:
    assert found(text) == []


def test_as_somebody_warns_of_something_else_it_is_not_the_main_clause_that_is_said() -> None:
    contents = [
        content for content, _ in found("Crowds burned two shops, as a rebel leader warned of war.")
    ]
    assert not any("burned" in content for content in contents)


def test_a_quotation_that_its_cue_breaks_is_one_statement() -> None:
    contents = [
        content
        for content, _ in found(
            "“Send us grain,” the mayor told the visitors on a cold bridge at dawn, “but "
            "send it soon.”"
        )
    ]
    assert contents == ["Send us grain … but send it soon."]
