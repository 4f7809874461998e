"""What takes a told event out of ``sure``, and what leaves or puts it there."""

from datetime import date

import msgspec
import pytest

from legation import background, documents, mentions
from legation.model import Document, Event
from legation.records import events
from legation.records.events.candidates.drafts import Draft
from legation.records.events.features.doubts import settled


def told(text: str) -> list[Event]:
    document = Document(id="test", text=text, published=date(2024, 5, 20), language="en")
    return events.extract(background.survey(mentions.find(document, documents.repair(text))), [])


def drafts(text: str) -> list[Draft]:
    document = Document(id="test", text=text, published=date(2024, 5, 20), language="en")
    held = events.drafts_of(background.survey(mentions.find(document, documents.repair(text))))
    return [draft for draft in held if draft.frame == "exact"]


PLAIN = 0.83
"""What the weakest of the plain senses scores with both sides known; each doubt takes it below
0.75.
"""


@pytest.mark.parametrize(
    "text",
    [
        "The French president arrived in Chad on Tuesday.",
        "France and Chad signed a treaty on Monday.",
        "The French president met the president of Chad.",
        "Norway reduced aid to Chad.",
        "Norway rejected Chad's request.",
        "The Norwegian prime minister will visit Chad.",
    ],
)
def test_nothing_speaks_against_a_plain_event_between_two_who_are_known(text: str) -> None:
    assert [event.tier for event in told(text)] == ["sure"]
    assert [settled(draft) >= PLAIN for draft in drafts(text)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Norway may visit Chad.",
        "Norway agreed to share data, according to Chad.",
        "Norway agreed to ease tensions in Chad.",
        "The minister scolded him in Chad.",
    ],
)
def test_a_doubt_makes_it_only_possible(text: str) -> None:
    assert {event.tier for event in told(text)} <= {"possible"}


def test_confidence_stays_a_share() -> None:
    texts = ("Former Norwegian republics may refuse to scold him.", "Norway held talks with Chad.")
    assert all(0.0 <= event.confidence <= 1.0 for text in texts for event in told(text))


@pytest.mark.parametrize(("likely", "doubted"), [(None, False), (0.9, False), (0.3, True)])
def test_what_the_model_takes_for_something_else_is_less_sure(
    likely: float | None, doubted: bool
) -> None:
    document = Document(
        id="test", text="France and Chad signed a treaty on Monday.", published=None, language="en"
    )
    (draft,) = events.drafts_of(
        background.survey(mentions.find(document, documents.repair(document.text)))
    )
    judged = msgspec.structs.replace(draft, likely=likely)
    assert (settled(judged) < settled(draft)) is doubted
