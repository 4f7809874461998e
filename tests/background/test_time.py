"""The background costs time in proportion to the length of a text."""

from time import process_time

from legation import background, documents, mentions
from legation.model import Document

STORY = (
    "LOMÉ, 3 May 2024 (AFP) - Togo and Mali signed a treaty.\n\nBy Ana Lima\n\n"
    "Togo's exports to Mali reached $50 million in 2021, above the $40 million of 2014. The "
    "ministry said the country would sell more. Both sides left on Friday.\n\n"
)


def seconds(times: int) -> float:
    document = Document(id="x", text=STORY * times, language="en")
    found = mentions.find(document, documents.repair(document.text))
    before = process_time()
    background.survey(found)
    return process_time() - before


def test_four_times_the_text_takes_about_four_times_as_long() -> None:
    seconds(5)
    once = max(seconds(40), 0.02)
    assert seconds(160) < 8 * once
