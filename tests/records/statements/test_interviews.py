"""Interviews: the answers are those of the person interviewed."""

import pytest

from legation import background, documents, mentions, records
from legation.model import Document, Statement

TURNS = (
    "Q: What has changed at the border since last year?\nA: Our parliament has opened it for all "
    "lorries."
)


def speakers(text: str) -> list[str | None]:
    reading = background.survey(
        mentions.find(Document(id="x", text=text, language="en"), documents.repair(text))
    )
    found = [r for r in records.extract(reading) if isinstance(r, Statement) and r.mode == "direct"]
    return [s.speaker.person if s.speaker else None for s in found]


@pytest.mark.parametrize(
    ("opening", "answering"),
    [
        ("Togo's Trade Minister Ama Koffi on lorries and customs.", "Ama Koffi"),
        ("Togo's Trade Minister Ama Koffi on her meeting with Benin's President Ali Sossa.", None),
        ("Ama Koffi has kept the harbour's books since May. We met in her office.", "Ama Koffi"),
        ("Togo's Trade Minister Ama Koffi spoke to Lena Brook about lorries.", "Ama Koffi"),
        ("An interview about lorries.", None),
    ],
)
def test_answers_are_the_interviewees_where_there_is_one(
    opening: str, answering: str | None
) -> None:
    assert speakers(f"{opening}\n{TURNS}") == [None, answering]
