"""Breakaway lands act under their own name and never get the code of their parent."""

import pytest

from legation import documents, lexicon, mentions
from legation.mentions.actors.register import Breakaway, names
from legation.model import Actor, Document

PARENTS = {"GEO", "MDA", "CYP", "SOM", "AZE", "UKR"}


def actors(text: str) -> tuple[Actor, ...]:
    return mentions.find(Document(id="x", text=text), documents.repair(text)).actors


@pytest.mark.parametrize(
    "text",
    [
        "Abkhazia's foreign minister Inal Ardba met a Syrian envoy in Sukhumi.",
        "The president of Transnistria flew to Moscow.",
        "The Abkhaz president thanked the press.",
        "Ethiopia signed a pact with Somaliland.",
        "The Crimean parliament thanked Moscow.",
        "The Turkish Cypriot leader asked for talks.",
        "Stepanakert accused Baku.",
        "The Donetsk People's Republic opened a mission in Damascus.",
        "South Ossetian officials spoke of a bridge.",
    ],
)
def test_no_parent_lends_its_code(text: str) -> None:
    assert not {a.actor for a in actors(text)} & (PARENTS - {"AZE"})
    assert any(a.actor is None for a in actors(text))


def test_a_parent_named_beside_it_keeps_its_own() -> None:
    found = actors("Georgian and Abkhaz negotiators met. Moldova and Transnistria trade.")
    assert [a.actor for a in found if a.form in ("name", "demonym")] == ["GEO", "MDA", None]


def test_an_office_of_a_breakaway_land_is_not_lent_the_next_country() -> None:
    text = "The Abkhaz president and Foreign Minister Daur Kove of Abkhazia praised Serbia."
    assert {a.actor for a in actors(text) if a.form in ("person", "title")} == {None}


def test_every_row_is_found_by_each_of_its_names() -> None:
    for row in lexicon.table("breakaway_lands", Breakaway):
        for name in (row.name, *row.aliases, *row.people, *row.seats):
            named = names().get(name)
            assert named is not None, name
            assert named.breakaway, name
            assert named.name == row.name, name
