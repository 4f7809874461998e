"""The files by which documents are linked hold together."""

import re

import pytest

from legation.lexicon import table
from legation.reconciliation.across.cues import CueRow, found, rows
from legation.reconciliation.across.instruments import NameWord
from legation.reconciliation.across.words import weight
from legation.reconciliation.copies.altered import StandingWord
from legation.reconciliation.writing import PlaceWord


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row.kind} {row.pattern[:30]}")
def test_a_cue_matches_its_sentence_and_not_the_other(row: CueRow) -> None:
    assert re.search(row.pattern, row.matches.casefold())
    assert not re.search(row.pattern, row.missed.casefold())
    assert row.kind in found(row.matches)


def test_words_stand_once_and_in_small_letters() -> None:
    for name, shape in (
        ("standing_words", StandingWord),
        ("place_words", PlaceWord),
        ("instrument_synonyms", NameWord),
    ):
        words = [row.word for row in table(name, shape)]
        assert len(words) == len(set(words)), name
        assert all(word == word.lower() for word in words), name


def test_rare_words_weigh_more_than_frequent_ones() -> None:
    assert weight("the") < weight("minister") < weight("zarzuela")
