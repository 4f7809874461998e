"""Comparisons, ranks, parts and goods that went, told in one whole sentence: read by its frame.

EU exports in 2023, bn EUR (Eurostat Comext, the embedded snapshot): Kazakhstan 12.110, Georgia
3.623, Armenia 2.162, Japan 63.810, Brazil 43.006, Türkiye 111.429, Ukraine 39.056; to all partners
2,510.4, of these the United States 503.7 and the United Kingdom 335.6. Of members to Kazakhstan:
Germany 3.218, Poland 1.200, France 1.099, Italy 1.067; to Georgia Germany 0.815, Italy 0.365.
"""

import pytest

from legation import pipeline
from legation.grammar.frames.words import FrameWords
from legation.lexicon import table
from legation.model import Assertion, Document, Figure
from legation.statistics import embedded

TRUE = [
    "The EU exported more to Japan than to Brazil in 2023.",
    "In 2023, EU exports to Georgia were larger than those to Armenia.",
    "The EU sold less to Armenia than to Georgia in 2023, Eurostat said.",
    "EU exports to Türkiye were more than double its exports to Ukraine in 2023.",
    "EU exports to Armenia trailed those to Georgia in 2023.",
    "Germany exported more to Kazakhstan than France did in 2023.",
    "Polish exports to Kazakhstan exceeded those of France in 2023.",
    "The EU exported about three times as much to Türkiye as to Ukraine in 2023.",
    "Germany was the EU's largest exporter to Kazakhstan in 2023.",
    "France was the third largest EU exporter to Kazakhstan in 2023.",
    "Of the EU's member states, Germany exported most to Georgia in 2023.",
    "Germany exported more to Georgia than any other EU country in 2023.",
    "Germany accounted for 27% of the EU's exports to Kazakhstan in 2023.",
    "Italy supplied 10% of EU exports to Georgia in 2023.",
    "Just over a quarter of EU exports to Kazakhstan came from Germany in 2023.",
    "The United Kingdom took 13% of the EU's goods exports in 2023.",
    "A fifth of EU exports went to the United States in 2023.",
    "Türkiye's share of EU exports was 4.4% in 2023.",
    "Goods worth €12.1 billion were shipped from the EU to Kazakhstan in 2023.",
    "About 12 billion euros' worth of EU goods went to Kazakhstan in 2023.",
    "German goods worth €3.2 billion were sold to Kazakhstan in 2023.",
]
FALSE = [
    "The EU exported less to Japan than to Brazil in 2023.",
    "In 2023, EU exports to Armenia were larger than those to Georgia.",
    "EU exports to Türkiye were more than quadruple its exports to Ukraine in 2023.",
    "France exported more to Kazakhstan than Germany did in 2023.",
    "Italy was the EU's largest exporter to Kazakhstan in 2023.",
    "Of the EU's member states, Italy exported most to Georgia in 2023.",
    "Germany accounted for 41% of the EU's exports to Kazakhstan in 2023.",
    "A third of EU exports to Georgia came from Italy in 2023.",
    "A third of EU exports went to the United States in 2023.",
    "Goods worth €21.4 billion were shipped from the EU to Kazakhstan in 2023.",
    "German goods worth €1.4 billion were sold to Kazakhstan in 2023.",
    "EU exports to Kazakhstan were between €20 billion and €21 billion in 2023.",
    "EU exports to Georgia tripled in 2023.",
]
MORE_SAID = [
    "The EU exported more wine to Brazil than to Japan in 2023.",
    "The EU exported more to Brazil by sea than to Japan in 2023.",
    "The EU never exported more to Brazil than to Japan in 2023.",
    "The EU may have exported more to Brazil than to Japan in 2023.",
    "Italy was the EU's largest exporter of cars to Kazakhstan in 2023.",
    "Italy was not the EU's largest exporter to Kazakhstan in 2023.",
    "Italy accounted for 27% of the EU's machinery exports to Kazakhstan in 2023.",
    "Germany accounted for 41% of the growth of EU exports to Kazakhstan in 2023.",
    "A third of EU exports went through the United States in 2023.",
    "Goods worth €21.4 billion were shipped from the EU to Kazakhstan by rail in 2023.",
    "Goods worth €21.4 billion were to be shipped from the EU to Kazakhstan in 2023.",
    "EU exports to Georgia have tripled, figures of 2023 show.",
]
"""One word more than a frame holds: no verdict in either direction, though each is false without
it."""
GOOD = {"matches", "matches_alt", "close", "supported"}
BAD = {"differs", "contradicted"}
OPEN = {"not_checkable"}


def verdicts(text: str) -> dict[str, tuple[str, ...]]:
    made = pipeline.ledger(Document(id="x", text=text, language="en"), embedded())
    held = [r.check for r in made.records if isinstance(r, Figure | Assertion) and r.check]
    return {check.verdict: check.because for check in held}


@pytest.mark.parametrize("text", TRUE)
def test_a_true_sentence_is_confirmed(text: str) -> None:
    found = verdicts(text)
    assert set(found) & GOOD, found
    assert not set(found) & BAD, found


@pytest.mark.parametrize("text", FALSE)
def test_a_false_sentence_is_refuted(text: str) -> None:
    found = verdicts(text)
    assert set(found) & BAD, found
    assert not set(found) & GOOD, found


@pytest.mark.parametrize("text", MORE_SAID)
def test_a_sentence_that_says_more_has_no_frame(text: str) -> None:
    found = verdicts(text)
    assert set(found) <= OPEN, found


def test_a_word_has_one_place_in_a_list_of_the_frames() -> None:
    rows = table("frame_words", FrameWords)
    held = [(row.list, word) for row in rows for word in row.words]
    assert len(set(held)) == len(held)
    assert all(word == word.lower() for _, word in held)
