"""Events: voice, lists, nouns, negation, modality, and every example of the lexicon."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legation import background, documents, mentions
from legation.lexicon import nested, table
from legation.model import Document, Event, Reading
from legation.records import events, statements
from legation.records.events.assembly.finished import finish
from legation.records.events.assembly.ontology import Ontology
from legation.records.predicates import senses


def read(text: str, published: date | None = date(2024, 5, 20)) -> Reading:
    document = Document(id="test", text=text, published=published, language="en")
    return background.survey(mentions.find(document, documents.repair(text)))


def told(text: str) -> list[Event]:
    """What the lexicon tells, before any second opinion."""
    reading = read(text)
    held = events.drafts_of(reading)
    return [finish(reading, [], draft) for draft in held if draft.frame == "exact"]


def codes(event: Event) -> tuple[set[str | None], set[str | None]]:
    return {p.actor for p in event.actors}, {p.actor for p in event.recipients}


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients", "status"),
    [
        ("Norway condemned Chad.", "ACCUSE", {"NOR"}, {"TCD"}, "actual"),
        ("Chad was condemned by Norway.", "ACCUSE", {"NOR"}, {"TCD"}, "actual"),
        ("Norway did not condemn Chad.", "ACCUSE", {"NOR"}, {"TCD"}, "negated"),
        ("Norway has refrained from condemning Chad.", "ACCUSE", {"NOR"}, {"TCD"}, "negated"),
        ("Norway left the room without condemning Chad.", "ACCUSE", {"NOR"}, {"TCD"}, "negated"),
        (
            "Chad did not leave, nor did Norway expel the envoy of Chad.",
            "SANCTION",
            {"NOR"},
            {"TCD"},
            "negated",
        ),
        ("Nor did Norway expel the envoy of Chad.", "SANCTION", {"NOR"}, {"TCD"}, "negated"),
        (
            "Far from expelling Chadian diplomats, Norway praised Chad.",
            "SANCTION",
            {"NOR"},
            {"TCD"},
            "negated",
        ),
        (
            "Instead of expelling Chadian envoys, Norway invited more.",
            "SANCTION",
            {"NOR"},
            {"TCD"},
            "negated",
        ),
        (
            "The parliament of Norway has yet to ratify the treaty with Chad.",
            "SUPPORT",
            {"NOR"},
            {"TCD"},
            "negated",
        ),
        (
            "The treaty with Chad remains to be ratified by the parliament of Norway.",
            "SUPPORT",
            {"NOR"},
            set(),
            "planned",
        ),
        (
            "The ministers of Norway and Chad concurred to hold a meeting.",
            "CONSULT",
            {"NOR", "TCD"},
            set(),
            "planned",
        ),
        (
            "Norwegian and Chadian officials met in Geneva.",
            "CONSULT",
            {"NOR", "TCD"},
            set(),
            "actual",
        ),
        (
            "The president of Norway refused to meet Chad's King Abdou Rahman in Oslo.",
            "REJECT",
            {"NOR"},
            {"TCD"},
            "actual",
        ),
        (
            "The rebels of Chad agreed to lay down their weapons in Chad.",
            "AGREE",
            {"TCD"},
            set(),
            "actual",
        ),
        (
            "Norwegian police detained dozens of demonstrators in Oslo.",
            "COERCE",
            {"NOR"},
            {"NOR"},
            "actual",
        ),
        ("Norway deployed election observers in Chad.", "AID", {"NOR"}, {"TCD"}, "actual"),
        (
            "The Norwegian minister verbally attacked the president of Chad.",
            "ACCUSE",
            {"NOR"},
            {"TCD"},
            "actual",
        ),
        ("The president of Norway declared a state of siege.", "COERCE", {"NOR"}, set(), "actual"),
        (
            "Today in Oslo, Secretary of Overseas Commerce Alma Whitfield and Chadian "
            "Minister of Mines Tuli Shikongo "
            "signed a memorandum of understanding on rare metals.",
            "SUPPORT",
            {None, "TCD"},
            set(),
            "actual",
        ),
        (
            "A suicide bomber in Oslo killed three Chadian soldiers.",
            "ASSAULT",
            {None},
            {"TCD"},
            "actual",
        ),
        (
            "The Presidents of Norway, Chad and Niger met in Geneva.",
            "CONSULT",
            {"NOR", "TCD", "NER"},
            set(),
            "actual",
        ),
        (
            "Norway freed two prisoners before a visit by its president to Chad.",
            "RETREAT",
            {"NOR"},
            {None},
            "actual",
        ),
        ("A car bomb in Norway killed a Chadian minister.", "ASSAULT", set(), {"TCD"}, "actual"),
        ("Norway has threatened to use force.", "THREATEN", {"NOR"}, set(), "actual"),
        ("Norway agreed to host a large forum.", "AGREE", {"NOR"}, set(), "actual"),
        ("Norway will visit Chad.", "CONSULT", {"NOR"}, {"TCD"}, "planned"),
        (
            "Norway did not rule out that it will visit Chad.",
            "CONSULT",
            {"NOR"},
            {"TCD"},
            "hypothetical",
        ),
        (
            "Norway did not deny that it had attacked Chad.",
            "ASSAULT",
            {"NOR"},
            {"TCD"},
            "hypothetical",
        ),
        (
            "Norway would not change its laws and attacked Chad.",
            "ASSAULT",
            {"NOR"},
            {"TCD"},
            "actual",
        ),
        ("Norway does not expect Niger to attack Chad.", "ASSAULT", {"NER"}, {"TCD"}, "negated"),
        ("Norway could attack Chad.", "ASSAULT", {"NOR"}, {"TCD"}, "hypothetical"),
        ("Norway refused to support Chad.", "REJECT", {"NOR"}, {"TCD"}, "actual"),
        ("Norway offered to sell fish to Chad.", "AGREE", {"NOR"}, {"TCD"}, "actual"),
        ("Norway's invasion of Chad in 1999 was brief.", "ASSAULT", {"NOR"}, {"TCD"}, "actual"),
        (
            "Talks between Norway and Chad went on all night.",
            "CONSULT",
            {"NOR", "TCD"},
            set(),
            "actual",
        ),
        ("Norway and Chad signed a treaty on fish.", "SUPPORT", {"NOR", "TCD"}, set(), "actual"),
        ("Norway cancelled talks with Chad.", "REJECT", {"NOR"}, {"TCD"}, "actual"),
        ("Norway urged Chad to free the prisoners.", "REQUEST", {"NOR"}, {"TCD"}, "actual"),
        ("Norway imposed sanctions on Chad.", "SANCTION", {"NOR"}, {"TCD"}, "actual"),
        ("Norway threatened to bomb Chad.", "THREATEN", {"NOR"}, {"TCD"}, "actual"),
    ],
)
def test_who_did_what_to_whom(
    text: str, type_: str, actors: set[str], recipients: set[str], status: str
) -> None:
    found = [e for e in told(text) if e.type == type_]
    assert found, told(text)
    assert codes(found[0]) == (actors, recipients)
    assert found[0].status == status


@pytest.mark.parametrize(
    "text",
    [
        "Norway is a reliable partner of Chad.",
        "Norway should support Chad.",
        "Experts recommend that Norway support Chad.",
        "Trade between Norway and Chad totalled 3 million euros in 2019.",
        "The river attacks its banks every spring.",
        "A taxi driver hit a cyclist on Friday.",
        "Norway mobilized over 6 billion crowns in private investments.",
        "Norway met its target of 40 per cent.",
        "Norway shelled out millions of crowns.",
        "Norway waged war on poverty.",
    ],
)
def test_where_nothing_happened_nothing_is_told(text: str) -> None:
    assert told(text) == []
    assert [e for e in events.extract(read(text), []) if e.status != "negated"] == []


def test_a_list_of_visitors_is_a_visit_each() -> None:
    found = told(
        "Norway has received Chad's President Idriss Mahamat, Niger's Prime Minister Ali "
        "Zeine and others."
    )
    assert [(e.type, e.mode, e.status) for e in found] == [("CONSULT", "visit", "actual")] * 2
    assert [codes(e) for e in found] == [({"TCD"}, {"NOR"}), ({"NER"}, {"NOR"})]


def test_one_meeting_has_all_who_met() -> None:
    found = told("Norway, Chad and Niger signed a treaty in Oslo.")
    assert len(found) == 1
    assert codes(found[0])[0] == {"NOR", "TCD", "NER"}


def test_a_country_is_named_once() -> None:
    found = told(
        "Chad expelled inspectors of the International Atomic Energy Agency, or IAEA, from "
        "its capital."
    )
    assert [p.actor for p in found[0].recipients] == ["UNO:iaea"]


def test_a_side_without_a_name_is_less_sure() -> None:
    named, vague = told("Norway attacked Chad.")[0], told("Norway attacked the rebels.")[0]
    assert named.confidence > vague.confidence


def test_a_meeting_with_one_side_known_is_less_sure() -> None:
    both, one = (
        told("Norway held talks with Chad.")[0],
        told("Norwegian officials held talks with businessmen."),
    )
    assert all(event.confidence < both.confidence for event in one)


def test_the_date_is_the_clause_s_own_or_inherited() -> None:
    own, none = told("Norway attacked Chad on 3 May 2024."), told("Norway attacked Chad.")
    assert own[0].date is not None and own[0].date.edtf == "2024-05-03"
    assert none[0].date is not None and none[0].date.edtf == "2024-05-20"
    assert "date" in none[0].inherited


@pytest.mark.parametrize(
    ("text", "status", "date_"),
    [
        ("Norway offered to host a visit by Chad in the autumn of 2025.", "actual", "2024-05-20"),
        ("Norway pledged 3 million euros to Chad for 2026.", "actual", "2024-05-20"),
        ("Norway has pledged 3 million euros to Chad for 2026.", "actual", None),
        ("The president of Norway visits Chad on 12 December 2024.", "planned", "2024-12-12"),
        ("Norway agreed on 3 May 2024 to help Chad.", "actual", "2024-05-03"),
    ],
)
def test_what_lies_ahead_has_not_happened(text: str, status: str, date_: str | None) -> None:
    event = told(text)[0]
    assert (event.status, event.date and event.date.edtf) == (status, date_)


def test_long_past_is_historical() -> None:
    found = told("Norway attacked Chad in 1999.")
    assert found[0].historical


def test_evidence_is_the_clause_not_the_sentence() -> None:
    text = (
        "While prices of fish rose all over the world and storms kept the boats in port, Norway "
        "condemned Chad on Friday."
    )
    event = next(e for e in told(text) if e.type == "ACCUSE")
    words = " ".join(span.of(text) for span in event.evidence)
    assert "condemned" in words and "storms" not in words


def _examples() -> list[senses.VerbRow | senses.NounRow]:
    return [
        *table("event_verbs", senses.VerbRow),
        *(n for n in table("event_nouns", senses.NounRow) if n.alone),
    ]


def test_every_sense_is_found_in_its_example() -> None:
    """One document of all examples: a paragraph each, so that no sentence leans on another."""
    rows = _examples()
    text = "\n".join(row.example for row in rows)
    reading = read(text, None)
    held = [draft for draft in events.drafts_of(reading) if draft.frame == "exact"]
    found = [finish(reading, [], draft) for draft in held]
    at, missed = 0, []
    for row in rows:
        types = {
            e.type
            for e in found
            if e.sentence is not None and at <= e.sentence.start < at + len(row.example)
        }
        if types if row.type == "NONE" else row.type not in types:
            missed.append((row.lemma, row.type, row.example, types))
        at += len(row.example) + 1
    assert missed == []


def test_lexicon_speaks_plover() -> None:
    ontology = nested("plover", Ontology)
    for row in _examples() + list(table("event_nouns", senses.NounRow)):
        assert row.type == "NONE" or row.type in ontology.types, row
        assert row.mode is None or row.mode in ontology.types[row.type].modes, row
        assert 0.0 < row.confidence <= 1.0


def test_frames_name_known_groups_and_slots() -> None:
    groups = {row.group for row in table("event_nouns", senses.NounRow)}
    for row in table("event_verbs", senses.VerbRow):
        assert row.example, row
        for condition in senses.conditions(row.frame):
            named = {word[1:] for word in condition.words if word.startswith("%")}
            assert named <= groups, (row.lemma, named - groups)
    for light in table("light_verbs", senses.LightRow):
        assert set(light.groups) <= groups, light


def test_no_sense_stands_twice() -> None:
    keys = [(row.lemma, row.frame) for row in table("event_verbs", senses.VerbRow)]
    assert len(keys) == len(set(keys)), sorted({key for key in keys if keys.count(key) > 1})
    lemmas = [row.lemma for row in table("event_nouns", senses.NounRow)]
    assert len(lemmas) == len(set(lemmas))


def test_the_lexicon_is_large() -> None:
    assert len(table("event_verbs", senses.VerbRow)) >= 800
    assert len(table("event_nouns", senses.NounRow)) >= 150


WORDS = st.sampled_from(
    [
        "Norway",
        "Chad",
        "attacked",
        "will",
        "not",
        "talks between",
        "a visit to",
        "“",
        "”",
        ", and",
        ".",
        "who",
        "in 2014",
    ]
)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(WORDS, max_size=30).map(" ".join) | st.text(max_size=80))
def test_whatever_comes_spans_hold(text: str) -> None:
    for event in [*told(text), *events.extract(read(text), [])]:
        for span in (
            *event.evidence,
            *(p.mention for p in (*event.actors, *event.recipients) if p.mention),
        ):
            assert 0 <= span.start < span.end <= len(text)


def test_we_are_who_speaks() -> None:
    reading = read(
        "“We condemn the raid on Chad,” Norwegian Foreign Minister Kari Berg said on Monday.", None
    )
    drafts = events.drafts_of(reading, statements.extract(reading))
    assert [[p.actor for p in d.actors] for d in drafts if d.type == "ACCUSE"] == [["NOR"]]


def test_we_outside_a_quotation_are_nobody() -> None:
    reading = read("We condemn the raid on Chad.", None)
    assert [d for d in events.drafts_of(reading) if d.type == "ACCUSE" and d.actors] == []


def test_a_crowd_without_a_country_may_attack() -> None:
    found = told("Villagers attacked a Chadian patrol on Friday.")
    assert [(e.type, [p.actor for p in e.actors]) for e in found] == [("ASSAULT", [None])]


@pytest.mark.parametrize(
    ("text", "told_of"), [("Churchgoers protested in Chad.", 1), ("Markets protested in Chad.", 0)]
)
def test_people_that_no_list_holds_may_protest(text: str, told_of: int) -> None:
    assert len([e for e in told(text) if e.type == "PROTEST"]) == told_of


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Chadian warplanes attacked Niger.", "aerial"),
        ("Chadian suicide bombers attacked Niger.", "suicide-attack"),
        ("Chadian drones attacked Niger.", "drone"),
    ],
)
def test_the_means_of_an_attack_tell_its_mode(text: str, mode: str) -> None:
    assert [(e.type, e.mode) for e in told(text)] == [("ASSAULT", mode)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Norway demanded that the force of Chad in Oslo leave.", None),
        ("Norway condemned the murders of Chadians in Oslo.", None),
        ("The presidents of Norway and Chad held talks in Oslo.", "Oslo"),
        ("The presidents of Norway and Chad signed a treaty in Oslo.", "Oslo"),
    ],
)
def test_a_place_is_that_of_the_act(text: str, place: str | None) -> None:
    assert [e.place.name if e.place else None for e in told(text)][:1] == [place]
