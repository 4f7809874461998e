"""Both sides of a number are chosen together: what speaks for each, and what can never be."""

from datetime import date
from functools import cache

import pytest
from msgspec.structs import replace

from legation import background, documents, mentions
from legation.model import Document, Figure, Reading
from legation.records import figures
from legation.records.figures.features.case import Case
from legation.records.figures.slots.parties import WORLD, Whose, candidates, chosen
from legation.records.figures.slots.party_features import Scene
from legation.records.figures.slots.slot_filling import Learned, scene
from legation.records.measures import Sides, named
from legation.records.ranking import Preference


@cache
def reading(text: str) -> Reading:
    document = Document(id="x", text=text, published=date(2024, 6, 10), language="en")
    return background.survey(mentions.find(document, documents.repair(text)))


def scenes(text: str) -> list[Scene]:
    return [as_scene(case) for case in figures.cases_of(reading(text), Learned())]


def as_scene(case: Case) -> Scene:
    settled = case.settled
    by_rules = Whose(settled.ruled, settled.taken)
    return scene(case.passage, settled.draft, case.earlier, case.around, by_rules)


def pairs(seen: Scene) -> set[tuple[str | None, str | None]]:
    weighed = [each.value or Sides() for each in candidates(seen)]
    return {(each.reporter, each.partner) for each in weighed}


def read(text: str) -> list[tuple[str | None, str | None]]:
    found = figures.extract(reading(text), [])
    return [(f.reporter, f.partner) for f in found if isinstance(f, Figure)]


TWO = "Togo's exports to Ghana rose to $40 million in 2021. The deficit was $3 million."


def test_nobody_is_his_own_partner_and_nobody_is_a_candidate() -> None:
    (first, second) = scenes(TWO)
    for seen in (first, second):
        held = pairs(seen)
        assert (None, None) in held
        assert ("TGO", "GHA") in held
        assert ("GHA", "TGO") in held
        assert not [one for one, other in held if one is not None and one == other]


def test_the_world_owns_nothing() -> None:
    (seen,) = scenes("Togo's total exports rose to $40 million in 2021.")
    assert WORLD not in {one for one, _ in pairs(seen)}


def test_a_whole_has_no_partner_whom_its_sentence_does_not_name() -> None:
    text = "Togo met Ghana. Exports to Ghana rose to $4 million. Total exports were $900 million."
    seen = scenes(text)[-1]
    assert seen.whole
    assert {other for _, other in pairs(seen)} <= {None, WORLD}


def test_what_the_sentence_tells_in_full_stands_whatever_the_weights_say() -> None:
    seen = scenes(TWO)[0]
    assert (seen.rules.reporter, seen.rules.partner, seen.taken) == ("TGO", "GHA", ())
    against = Preference({"R nobody": 9.0, "P nobody": 9.0})
    assert chosen(seen, against).sides == seen.rules
    lent = replace(seen, taken=("partner",))
    assert chosen(lent, against).sides == Sides()


def test_a_share_told_of_two_and_a_number_that_goes_on_keep_their_sides() -> None:
    against = Preference({"R nobody": 9.0, "P nobody": 9.0})
    seen = replace(scenes(TWO)[0], taken=("partner",))
    share = replace(seen, draft=replace(seen.draft, measure="share"))
    again = replace(seen, draft=replace(seen.draft, restates=scenes(TWO)[1].earlier[0]))
    assert chosen(share, against).sides == seen.rules
    assert chosen(again, against).sides == seen.rules


@pytest.mark.parametrize(
    "text",
    [
        "Togo met Ghana. Ghana's imports were $2 million. Togo's non-Ghanaian exports rose to $9.",
        "Togo met Ghana. In 2022 our exports to Fiji reached $300 million.",
    ],
)
def test_what_the_words_deny_is_no_candidate(text: str) -> None:
    seen = scenes(text)[-1]
    slot = seen.denied[0]
    given = getattr(seen.rules, slot)
    assert {getattr(each.value or Sides(), slot) for each in candidates(seen)} == {given}
    free = replace(seen, denied=())
    assert len({getattr(each.value or Sides(), slot) for each in candidates(free)}) > 1


def test_without_weights_the_rules_answer_stands() -> None:
    for seen in scenes(TWO):
        made = chosen(seen, Preference({})).sides
        assert (made.reporter, made.partner) == (seen.rules.reporter, seen.rules.partner)


def test_a_side_that_the_sentence_does_not_name_is_inherited() -> None:
    seen = scenes(TWO)[1]
    made = chosen(seen, Preference({"R was reporter|above|away": 9.0}))
    assert made.sides.reporter == "TGO"
    assert "reporter" in made.inherited


def test_weights_of_a_named_party_make_it_no_inherited_one() -> None:
    seen = replace(scenes(TWO)[0], rules=Sides(), taken=())
    made = chosen(seen, Preference({"P after=to": 9.0}))
    assert made.sides.partner == "GHA"
    assert "partner" not in made.inherited


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Trade between Latin America and Ghana rose to $5 billion in 2020.", ("GHA", None)),
        ("African countries bought goods for $1 billion from Ghana in 2020.", (None, "GHA")),
        ("ASEAN exports to Ghana hit $3 billion in 2020.", ("IGO:asean", "GHA")),
        ("Togo met Ghana. Togo's exports to the Gulf states were $2 million.", ("TGO", None)),
        ("Togo met Ghana. Togo's exports to Africa were $2 million in 2020.", ("TGO", None)),
    ],
)
def test_a_region_takes_its_side_and_has_no_code(
    text: str, sides: tuple[str | None, str | None]
) -> None:
    assert read(text) == [sides]


@pytest.mark.parametrize("text", ["South Africa's exports to Ghana were $2 million in 2020."])
def test_a_region_within_a_name_is_none(text: str) -> None:
    assert read(text) == [("ZAF", "GHA")]


def test_a_code_that_is_nobodys_is_left_out_of_records() -> None:
    assert named("?africa") is None
    assert named(None) is None
    assert named("GHA") == "GHA"
