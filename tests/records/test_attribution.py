"""On whose word a piece of text stands."""

import pytest

from legation import background, documents, mentions
from legation.model import Document, Reading, Span
from legation.records import statements
from legation.records.attribution import Attribution, attribute


def read(text: str) -> Reading:
    document = Document(id="test", text=text)
    return background.survey(mentions.find(document, documents.repair(text)))


def of(reading: Reading, words: str) -> Attribution:
    start = reading.document.text.index(words)
    return attribute(reading, Span(start, start + len(words)), statements.extract(reading))


VOICES = [
    ("Exports rose by 9 percent, the Ghanaian trade ministry said.", "official"),
    ("According to Colombian President Gustavo Petro, exports rose by 9 percent.", "official"),
    ("Exports rose by 9 percent, analysts said.", "expert"),
    ("Exports rose by 9 percent, said an economist at the university.", "expert"),
    ("Exports rose by 9 percent, sources said.", "unattributed"),
    ("It was reported that exports rose by 9 percent.", "unattributed"),
    ("Exports rose by 9 percent.", "outlet"),
]


@pytest.mark.parametrize(("text", "voice"), VOICES)
def test_the_voice_is_that_of_the_speaker(text: str, voice: str) -> None:
    assert of(read(text), "9 percent").voice == voice


def test_a_figure_outside_what_is_said_is_the_outlets() -> None:
    reading = read(
        "The Ghanaian trade minister said that talks were going well. Exports rose by 9 percent."
    )
    assert of(reading, "9 percent") == Attribution(None, None, "outlet")


def test_the_innermost_statement_counts() -> None:
    reading = read(
        "The spokesman said the central bank had reported that prices rose by 9 percent."
    )
    found = of(reading, "9 percent")
    assert found.attributed_to is not None and found.attributed_to.mention is not None
    assert reading.text(found.attributed_to.mention) == "the central bank"


def test_data_that_a_sentence_rests_on_name_their_authority() -> None:
    reading = read("Imports fell by 4 percent, based on Eurostat figures.")
    found = of(reading, "4 percent")
    assert found.attributed_to is not None and found.said_in is None
    assert found.attributed_to.name is not None and "Eurostat" in found.attributed_to.name


def test_an_attitude_does_not_make_a_figure_somebodys_word() -> None:
    reading = read("Warsaw welcomed the rise of exports by 9 percent.")
    assert of(reading, "9 percent").said_in is None
