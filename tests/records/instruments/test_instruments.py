"""Instruments: register, open patterns, status by the words around, and the check against the
register.
"""

from datetime import date
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legation import background, documents, mentions
from legation.lexicon import table
from legation.model import Document, Instrument, Reading
from legation.records import instruments
from legation.records.instruments.candidates import names, register
from legation.records.instruments.slots import status


def read(text: str, published: date | None = date(2024, 5, 20)) -> Reading:
    document = Document(id="test", text=text, published=published, language="en")
    return background.survey(mentions.find(document, documents.repair(text)))


def found(text: str) -> list[Instrument]:
    return instruments.extract(read(text), [])


@pytest.mark.parametrize(
    ("text", "kind", "words", "status"),
    [
        (
            "The African Continental Free Trade Area entered into force in 2019.",
            "agreement",
            "Free Trade Area",
            "in_force",
        ),
        (
            "Norway and Chad signed the Oslo Fisheries Agreement (OFA) on Monday.",
            "agreement",
            "(OFA)",
            "signed",
        ),
        (
            "Norway and Chad signed a memorandum of understanding on rare metals.",
            "agreement",
            "rare metals",
            "signed",
        ),
        (
            "Norway and Chad will sign a treaty on river water.",
            "agreement",
            "river water",
            "planned",
        ),
        (
            "Norway suspended the Oslo Fisheries Agreement.",
            "agreement",
            "Oslo Fisheries Agreement",
            "suspended",
        ),
        ("A Norway-Chad summit was held in Oslo.", "summit", "Norway-Chad summit", "ended"),
        (
            "Both countries are yet to hold a Norway-Chad summit.",
            "summit",
            "Norway-Chad summit",
            "planned",
        ),
        (
            "The Sahara Water Pipeline is being built by Chad.",
            "project",
            "Sahara Water Pipeline",
            "under_construction",
        ),
    ],
)
def test_name_kind_and_status(text: str, kind: str, words: str, status: str) -> None:
    one = next(i for i in found(text) if words in i.evidence[0].of(text))
    assert (one.instrument, one.status) == (kind, status)


@pytest.mark.parametrize(
    "text",
    [
        "The agreement was short.",
        "They agreed on fish.",
        "He tapped the tap on Tuesday.",
        "A summit of the Alps.",
    ],
)
def test_what_names_nothing_is_nothing(text: str) -> None:
    assert found(text) == []


def test_one_record_for_many_mentions() -> None:
    text = (
        "The Abraham Accords were signed in 2020. Norway praised the Abraham Accords. The "
        "Abraham Accords matter."
    )
    assert [(i.name, i.status) for i in found(text)] == [("Abraham Accords", "signed")]


def test_a_shared_name_is_told_by_its_parties() -> None:
    text = "Ukraine and the European Union have an Association Agreement."
    one = next(i for i in found(text) if i.instrument == "agreement")
    assert {p.actor for p in one.parties} == {"EUR", "UKR"}


def test_a_shared_name_without_parties_is_not_guessed() -> None:
    assert all(not i.parties for i in found("Much was said about the Association Agreement."))


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("USMCA entered into force in 2020.", "supported"),
        ("USMCA entered into force in 2015.", "contradicted"),
        ("USMCA has entered into force.", "supported"),
    ],
)
def test_a_stated_date_is_held_against_the_register(text: str, verdict: str) -> None:
    check = found(text)[0].check
    assert check is not None and check.verdict == verdict
    assert any("2020-07-01" in why for why in check.because)


def test_where_the_register_is_silent_there_is_no_check() -> None:
    assert found("USMCA is popular.")[0].check is None


def test_register_holds_together() -> None:
    rows = register.rows()
    assert len(rows) >= 150
    assert len({row.name for row in rows}) == len(rows)
    for row in rows:
        stages = register.stages(row)
        days = [stage.first_day for stage in stages]
        assert days == sorted(days), row.name
        assert {stage.status for stage in stages} <= {*get_args(register.Status), register.HELD}, (
            row.name
        )
        assert all(len(code) == 3 and code.isupper() for code in row.parties), row.name


def test_every_name_of_the_register_is_found() -> None:
    for row in register.rows():
        hits = [name for _, name in register.find(f"about the {row.name} today")]
        assert any(row in name.rows for name in hits), row.name


def test_status_verbs_are_told_apart_in_their_examples() -> None:
    rows = [row for row in table("instrument_status", status.StatusRow) if row.example]
    missed = []
    for row in rows:
        named = row.example.replace("the Accord", "the Oslo Accord").replace(
            "The Accord", "The Oslo Accord"
        )
        states = {i.status for i in found(named)}
        if row.status not in states:
            missed.append((row.lemma, row.status, states))
    assert missed == []


def test_nouns_are_known_kinds() -> None:
    assert {row.kind for row in table("instrument_nouns", names.NounRow)} <= set(
        get_args(register.Kind)
    )


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.sampled_from(
            [
                "EPCA",
                "(",
                ")",
                "Agreement",
                "on",
                "and",
                "the Oslo",
                "EU",
                "-",
                "summit",
                "signed",
                ".",
            ]
        )
    )
)
def test_whatever_comes_spans_hold(parts: list[str]) -> None:
    text = " ".join(parts)
    for one in found(text):
        assert all(0 <= span.start < span.end <= len(text) for span in one.evidence)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "After a long day of speeches in the town hall, which nobody will\nremember, the "
            "ministers of "
            "Norway and Chad praised the Partnership for\nDesert Infrastructure and then "
            "went home to their "
            "families, where the\nchildren had long been asleep.",
            "Partnership for Desert Infrastructure",
        ),
        (
            "Norway and Chad signed a memorandum of understanding on rare metals on Friday.",
            "memorandum of understanding on rare metals",
        ),
        ("The new Norway-Chad agreement is short.", "Norway-Chad agreement"),
        ("The pact on fish signed last May by Chad failed.", "pact on fish"),
    ],
)
def test_a_name_is_the_name_alone(text: str, name: str) -> None:
    assert [i.name for i in found(text)] == [name]


@pytest.mark.parametrize(
    "text",
    ["It is a great deal for both countries.", "The Norway Office for River Regulation met."],
)
def test_what_is_no_instrument(text: str) -> None:
    assert found(text) == []


def test_one_thing_with_two_names_is_one() -> None:
    one = found("They praised the Trans-Caspian Trade Route (the so-called “Middle Corridor”).")
    assert [i.name for i in one] == ["Trans-Caspian Trade Route"]
    assert {"KAZ", "AZE", "GEO"} <= {p.actor for p in one[0].parties}


def test_countries_are_parties_not_those_who_sign() -> None:
    one = found("Prime Minister Keir Starmer signed the U.S.–Indonesia Sahara Deal.")[0]
    assert [(p.actor, p.person) for p in one.parties] == [
        ("USA", None),
        ("IDN", None),
        ("GBR", None),
    ]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Oman ratified the 2011 treaty with Yemen.", "agreement", "2011 treaty"),
        ("Chad and Niger signed an extradition treaty.", "agreement", "extradition treaty"),
        ("Parliament passed a bill on foreign agents.", "law", "bill on foreign agents"),
        ("Laos opened the Nam Kha dam.", "project", "Nam Kha dam"),
    ],
)
def test_a_description_that_tells_one_from_another_is_a_name(
    text: str, kind: str, words: str
) -> None:
    (one,) = found(text)
    assert (one.instrument, one.name, one.tier) == (kind, words, "possible")


@pytest.mark.parametrize(
    "text", ["The agreement was welcomed.", "They want a peace deal.", "The new law is unpopular."]
)
def test_a_mere_reference_back_is_no_instrument(text: str) -> None:
    assert found(text) == []


SHORT = {
    "Trade ministers of Fiji and Jordan signed a CEPA in Suva.": ({"FJI", "JOR"}, "signed", None),
    "Oman ended its FTA with Peru in 2021.": ({"OMN", "PER"}, "ended", None),
    "Chad and Japan signed an MoU on fisheries.": ({"TCD", "JPN"}, "signed", None),
    "The EU and Armenia signed CEPA in 2017.": ({"EUR", "ARM"}, "signed", "Armenia"),
    "India and the UAE signed the Comprehensive Economic Partnership Agreement (CEPA).": (
        {"IND", "ARE"},
        "signed",
        "India-UAE",
    ),
    "Kenya and Chad annulled their air services accord in 2019.": ({"KEN", "TCD"}, "ended", None),
    "Libya terminated an agreement with Malta on visas.": ({"LBY", "MLT"}, "ended", None),
    "Talks on a fisheries pact between Ghana and Togo were completed on Friday.": (
        {"GHA", "TGO"},
        "negotiated",
        None,
    ),
    "Norway and Fiji wrapped up negotiations for a tax treaty.": (
        {"NOR", "FJI"},
        "negotiated",
        None,
    ),
    "Niger and Benin completed the Niamey rail link in 2021.": (
        {"NER", "BEN"},
        "operating",
        None,
    ),
}


@pytest.mark.parametrize("text", SHORT, ids=str)
def test_kinds_of_agreement_by_their_letters_and_steps_of_both_sides(text: str) -> None:
    parties, status, full = SHORT[text]
    [record] = found(text)
    assert {p.actor for p in record.parties} == parties
    assert record.status == status
    assert (full in record.full_name) if full and record.full_name else record.full_name == full


def test_what_one_country_builds_or_proposes_is_not_its_alone() -> None:
    [record] = found("France approved the Oder bridge between Poland and Germany in 2020.")
    assert "FRA" not in {p.actor for p in record.parties}


def test_a_name_of_many_agreements_is_not_that_of_any_two_countries_named_somewhere() -> None:
    [record] = found(
        "Peru's negotiators met those of the EU in Brussels.\n\nThe Association Agreement has "
        "been modernised.\n\nHe also spoke of Ukraine and of the EU's aid."
    )
    assert record.full_name is None


def test_a_name_of_many_agreements_is_that_of_the_pair_under_discussion() -> None:
    [record] = found(
        "The EU and Ukraine held talks in Kyiv. Ukraine wants more, the EU said.\n\n"
        "The Association Agreement entered into force in 2017."
    )
    assert {p.actor for p in record.parties} == {"EUR", "UKR"}
