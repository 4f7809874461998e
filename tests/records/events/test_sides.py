"""Candidates for the sides of an event: each takes a part or none, all of a draft together."""

import pytest
from msgspec.structs import replace

from legation import background, documents, mentions
from legation.model import Document, Party, Reading, Span
from legation.records.events.assembly import found
from legation.records.events.candidates.drafts import Draft
from legation.records.events.candidates.parties import Candidate, Source, candidates
from legation.records.events.slots.parties import ACTOR, RECIPIENT, chosen, decided
from legation.records.events.slots.roles import path, told
from legation.records.predicates import Cast
from legation.records.ranking import Filled, Linear

TEXT = "Norway and Chad signed a treaty in Oslo, and Niger looked on."


def reading(text: str = TEXT) -> Reading:
    document = Document(id="made", text=text, published=None, language="en")
    return background.survey(mentions.find(document, documents.repair(text)))


def drafted(text: str = TEXT) -> tuple[Draft, Cast, Reading]:
    held = reading(text)
    cast = Cast(held)
    return found(held, cast)[0], cast, held


def candidate(code: str | None, source: Source = "named", start: int = 0, **more: str) -> Candidate:
    one = Party(mention=Span(start, start + 3), actor=code, name=code, **more)
    return Candidate(one, None, source)


def part(value: str | None, score: float = 0.8) -> Filled[str]:
    return Filled(value, score, "named")


def sides(draft: Draft) -> tuple[list[str | None], list[str | None]]:
    return [p.actor for p in draft.actors], [p.actor for p in draft.recipients]


def test_everybody_named_is_a_candidate_and_nobody_twice() -> None:
    draft, cast, held = drafted()
    codes = [c.party.actor for c in candidates(draft, cast, held) if c.head is not None]
    assert sorted(code for code in codes if code) == [
        "NER",
        "NOR",
        "NOR",
        "TCD",
    ]  # Oslo is Norway's


def test_the_pair_under_discussion_is_one_without_a_place_in_the_sentence() -> None:
    text = "Norway and Chad met in May. A treaty was signed there."
    held = reading(text)
    cast = Cast(held)
    signed = next(d for d in found(held, cast) if d.trigger.lemma == "sign")
    lent = [c for c in candidates(signed, cast, held) if c.source == "pair"]
    assert {c.party.actor for c in lent} == {"NOR", "TCD"}
    assert all(c.head is None for c in lent)


def test_each_takes_its_part_and_who_takes_none_is_left_out() -> None:
    draft, _, _ = drafted()
    parts = [
        (candidate("NOR"), part(ACTOR)),
        (candidate("TCD", start=9), part(RECIPIENT)),
        (candidate("NER", start=19), part(None)),
    ]
    assert sides(decided(draft, parts)) == (["NOR"], ["TCD"])


def test_nobody_is_his_own_target() -> None:
    draft, _, _ = drafted()
    parts = [(candidate("NOR"), part(ACTOR)), (candidate("NOR", start=9), part(RECIPIENT))]
    assert sides(decided(draft, parts)) == (["NOR"], [])


def test_a_lands_police_and_its_people_are_two() -> None:
    draft, _, _ = drafted()
    people = candidate("NOR", start=9, sector="CVL")
    parts = [(candidate("NOR", sector="COP"), part(ACTOR)), (people, part(RECIPIENT))]
    assert sides(decided(draft, parts)) == (["NOR"], ["NOR"])


def test_the_same_words_are_on_one_side_alone() -> None:
    draft, _, _ = drafted()
    people = candidate("NOR", sector="CVL")
    parts = [(candidate("NOR", sector="COP"), part(ACTOR)), (people, part(RECIPIENT))]
    assert sides(decided(draft, parts)) == (["NOR"], [])


def test_a_land_is_told_once_under_its_likeliest_words() -> None:
    draft, _, _ = drafted()
    parts = [
        (candidate("NOR"), part(ACTOR, 0.6)),
        (candidate("NOR", start=9), part(ACTOR, 0.9)),
    ]
    (kept,) = decided(draft, parts).actors
    assert kept.mention == Span(9, 12)


def test_what_is_lent_from_the_context_is_told_as_inherited() -> None:
    draft, _, _ = drafted()
    made = decided(draft, [(candidate("NOR", "pair"), part(ACTOR))])
    assert made.inherited == ("actors",)
    assert decided(draft, [(candidate("NOR"), part(ACTOR))]).inherited == ()


def test_a_draft_is_as_sure_of_its_sides_as_of_the_least_sure() -> None:
    draft, _, _ = drafted()
    parts = [(candidate("NOR"), part(ACTOR, 0.9)), (candidate("NER", start=9), part(None, 0.4))]
    assert decided(draft, parts).ranked == 0.4


@pytest.mark.parametrize(("frame", "actors"), [("exact", ["NOR", "TCD"]), ("open", [])])
def test_where_the_frame_fits_the_rules_stand(frame: str, actors: list[str]) -> None:
    draft, cast, held = drafted()
    nobody = Linear(classes=("actor", "none", "recipient"), bias=(0.0, 9.0, 0.0), weights={})
    loose = draft if frame == "exact" else replace(draft, frame="open")
    made = chosen(loose, candidates(draft, cast, held), nobody)
    assert [p.actor for p in made.actors] == actors


def test_who_is_named_and_takes_no_part_is_counted() -> None:
    draft, cast, held = drafted()
    assert chosen(draft, candidates(draft, cast, held)).left == 1


def test_the_way_to_the_trigger_is_told_by_relations_and_prepositions() -> None:
    draft, _, _ = drafted("The president of Norway met the king of Chad.")
    tokens = {t.text: t for t in draft.sentence.tokens}
    assert path(draft.sentence, tokens["Norway"], draft.trigger) == "pobj/of/nsubj"
    assert path(draft.sentence, draft.trigger, draft.trigger) == ""


def test_features_tell_the_rules_answer() -> None:
    draft, cast, held = drafted()
    among = candidates(draft, cast, held)
    names = told(draft, among[0], among)
    assert "rule=actors" in names
    assert len(names) == len(set(names))
