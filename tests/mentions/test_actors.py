"""Actors in sentences of our own."""

from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation import documents, mentions
from legation.model import Actor, Document, Mention, Reading


@cache
def read(text: str, published: date | None = None) -> Reading:
    return mentions.find(
        Document(id="x", text=text, published=published, language="en"), documents.repair(text)
    )


def actor(text: str, words: str, published: date | None = None, nth: int = 0) -> Actor | None:
    found = [a for a in read(text, published).actors if a.span.of(text) == words]
    return found[nth] if len(found) > nth else None


def codes(text: str) -> set[str | None]:
    return {a.actor for a in read(text).actors}


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Kyrgyzstan and the Netherlands signed it.", "the Netherlands", "NLD"),
        ("The Dutch delegation left.", "The Dutch delegation", "NLD"),
        ("The US offered a deal.", "The US", "USA"),
        ("Officials from the DRC were there.", "the DRC", "COD"),
        ("Talks with the Swiss went on.", "the Swiss", "CHE"),
        ("Kosovo applied to join.", "Kosovo", "XKX"),
        ("Ivory Coast's parliament voted on Monday.", "Ivory Coast's parliament", "CIV"),
        (
            "The Ministry of Energy of the Republic of Moldova denied it.",
            "The Ministry of Energy of the Republic of Moldova",
            "MDA",
        ),
        ("Moscow rejected the offer.", "Moscow", "RUS"),
        ("Ties between Tokyo and Seoul improved.", "Tokyo", "JPN"),
        ("It was a message to Ankara.", "Ankara", "TUR"),
        ("Tehran's influence is growing.", "Tehran", "IRN"),
        ("The European Union and Japan agreed; Brussels welcomed it.", "Brussels", "EUR"),
        ("The Elysee declined to comment.", "The Elysee", "FRA"),
        ("The World Bank approved a loan.", "The World Bank", "IGO:worldbank"),
        ("The European Commission proposed a law.", "The European Commission", "EUR:commission"),
        ("Nigerian soldiers crossed the border.", "Nigerian soldiers", "NGA"),
        ("Niger recalled its envoy.", "Niger", "NER"),
        ("The Bank of China lent money.", "The Bank of China", "CHN"),
    ],
)
def test_countries_and_bodies(text: str, words: str, code: str) -> None:
    found = actor(text, words)
    assert found is not None, [a.span.of(text) for a in read(text).actors]
    assert found.actor == code


@pytest.mark.parametrize(
    "text",
    [
        "He arrived in Moscow.",
        "The ministers met in Tokyo on Friday.",
        "She flew to Beijing.",
        "The Brussels-based group published a report.",
        "Paris Hilton sang.",
        "New Mexico has deserts.",
        "It cost two million US dollars.",
        "Tell us who is there.",
        "It cost US$5 million and A$3 million.",
        "Voters in Georgia and Alabama were called to the polls.",
    ],
)
def test_places_and_namesakes_are_no_actors(text: str) -> None:
    assert not [a for a in read(text).actors if a.actor]


def test_person_by_title_surname_title_and_pronoun() -> None:
    text = (
        "Mongolia's Deputy Trade Minister Bat Erdene met reporters in Ulaanbaatar. Erdene "
        "said exports rose. "
        "The deputy trade minister welcomed investors. He left early."
    )
    found = [a for a in read(text).actors if a.person]
    assert [a.span.of(text) for a in found] == [
        "Mongolia's Deputy Trade Minister Bat Erdene", "Erdene", "The deputy trade minister", "He",
    ]  # fmt: skip
    assert {a.entity for a in found} == {"person:Bat Erdene"}
    assert {(a.actor, a.role, a.person) for a in found} == {
        ("MNG", "deputy trade minister", "Bat Erdene")
    }


def test_apposition_after_the_name() -> None:
    text = "Ana Duarte, the foreign minister of Portugal, spoke first. Duarte thanked everyone."
    found = actor(text, "Ana Duarte")
    assert found is not None
    assert (found.actor, found.role) == ("PRT", "foreign minister")
    later = actor(text, "Duarte")
    assert later is not None
    assert later.entity == found.entity


def test_ambassador_represents_the_sender() -> None:
    text = "Peru's ambassador to Japan, Rosa Quispe, denied it."
    found = next(a for a in read(text).actors if a.person)
    assert (found.actor, found.person, found.role) == ("PER", "Rosa Quispe", "ambassador")


def test_a_list_of_offices_lends_its_country() -> None:
    text = "Austrian Chancellor Franz Huber and Federal President Maria Berger received the guests."
    assert [a.actor for a in read(text).actors if a.person] == ["AUT", "AUT"]


def test_an_unknown_minister_has_no_country() -> None:
    found = next(a for a in read("Trade Minister Zork Plimf spoke.").actors if a.person)
    assert found.actor is None
    assert found.person == "Zork Plimf"


@pytest.mark.parametrize(
    ("when", "code"), [(date(2016, 1, 1), "EUR:council"), (date(2024, 5, 1), "POL")]
)
def test_office_holders_are_dated(when: date, code: str) -> None:
    found = next(a for a in read("Donald Tusk said no.", when).actors if a.person)
    assert found.actor == code


def test_both_sides_are_the_dyad() -> None:
    text = (
        "Chile and Vietnam held talks. Chile offered copper to Vietnam. Peru was not there. Both "
        "sides signed a memorandum."
    )
    found = actor(text, "Both sides")
    assert found is not None
    assert set(found.members) == {"CHL", "VNM"}
    assert found.actor is None


def test_the_two_leaders_are_the_last_two_persons() -> None:
    text = (
        "Kenyan President Ali Otieno met Ghanaian President Kofi Asare. India sent a note. The "
        "two leaders discussed trade."
    )
    found = actor(text, "The two leaders")
    assert found is not None
    assert set(found.members) == {"KEN", "GHA"}


def test_the_bloc_is_the_one_named_last() -> None:
    text = "ASEAN met in Jakarta. The bloc adopted a declaration."
    found = actor(text, "The bloc")
    assert found is not None
    assert found.actor == "IGO:asean"


def test_the_leaders_of_a_gathering_are_all_of_them() -> None:
    text = "The presidents of Brazil, Chile and Peru met. The leaders signed a declaration."
    found = actor(text, "The leaders")
    assert found is not None
    assert found.members == ("BRA", "CHL", "PER")


def test_the_ministry_is_the_one_named_before() -> None:
    text = "A Thai foreign ministry spokesman declined to comment. The ministry gave no details."
    found = actor(text, "The ministry")
    assert found is not None
    assert found.actor == "THA"


def test_an_object_is_not_the_subject_of_its_clause() -> None:
    text = (
        "Kenyan President Ali Otieno arrived. He met Ghanaian Minister Kofi Asare. Asare told "
        "him the truth."
    )
    assert [a.person for a in read(text).actors if a.form == "pronoun"] == [
        "Ali Otieno",
        "Ali Otieno",
    ]


def test_former_office_holders_are_elites() -> None:
    found = next(
        a for a in read("Former Irish Foreign Minister Sean Murphy agreed.").actors if a.person
    )
    assert (found.actor, found.sector, found.role) == ("IRL", "ELI", "former foreign minister")


def test_regions_have_members_and_no_code() -> None:
    found = actor("The Baltic states agreed.", "The Baltic states") or actor(
        "The Baltic states agreed.", "Baltic states"
    )
    assert found is not None
    assert found.actor is None
    assert set(found.members) == {"EST", "LVA", "LTU"}


def test_it_is_the_subject_before() -> None:
    text = "Although Armenia is a member, it has suspended its membership."
    assert [a.actor for a in read(text).actors if a.form == "pronoun"] == ["ARM", "ARM"]
    assert not [
        a
        for a in read("Armenia spoke. It is important that all agree.").actors
        if a.form == "pronoun"
    ]


def test_two_possible_persons_mean_none() -> None:
    text = (
        "Talks were held by Kenyan President Ali Otieno and Ghanaian President Kofi Asare. He left."
    )
    assert actor(text, "He") is None


def test_sectors() -> None:
    text = "Thailand's central bank, Chad's army and the Serbian opposition were named by police."
    assert [a.sector for a in read(text).actors] == ["GOV", "MIL", "OPP", "COP"]


@settings(max_examples=40, deadline=None)
@given(
    st.text(
        alphabet=st.sampled_from(list("aZ \"'“”‘’«».,-\nÉ\u0301\u200b\ud7ffé0 ")) | st.characters(),
        max_size=80,
    )
)
def test_spans_hold_whatever_comes(noise: str) -> None:
    text = f"Moscow’s {noise} Foreign Minister {noise} said both sides"
    reading = read(text)
    found: list[Mention] = [*reading.actors, *reading.places, *reading.quotations]
    for mention in found:
        assert 0 <= mention.span.start < mention.span.end <= len(text)


def people(text: str) -> dict[str | None, tuple[str | None, str | None]]:
    """The persons of a text, with country and role; both must be the same wherever they are
    named.
    """
    found = {(a.person, a.actor, a.role) for a in read(text).actors if a.person}
    assert len(found) == len({person for person, _, _ in found}), found
    return {person: (code, role) for person, code, role in found}


def test_a_european_commissioner_is_of_the_union() -> None:
    text = "European Commissioner Pieter Claes met ministers. The commissioner said it was late."
    assert people(text) == {"Pieter Claes": ("EUR", "European commissioner")}
    found = actor(text, "The commissioner")
    assert found is not None
    assert found.actor == "EUR"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("European Commissioner Pieter Claes left.", "European commissioner"),
        ("Kenyan Deputy Foreign Minister Ali Otieno left.", "deputy foreign minister"),
        ("Ghana's Minister for European Affairs Kofi Asare left.", "minister for European affairs"),
        ("Polish Foreign Minister Jan Nowak left.", "foreign minister"),
    ],
)
def test_roles_keep_the_capitals_of_proper_adjectives(text: str, role: str) -> None:
    assert [a.role for a in read(text).actors if a.person] == [role]


def test_secretaries_are_of_the_one_state_that_calls_ministers_so() -> None:
    text = (
        "The United States will pay. Secretary of Overseas Commerce Ann Field and Zambian "
        "Minister of Mines Joe Banda signed."
        " Secretary Field left."
    )
    assert people(text) == {
        "Ann Field": ("USA", "secretary of overseas commerce"),
        "Joe Banda": ("ZMB", "minister of mines"),
    }
    assert (
        people("Britain, Mexico and Peru met. Secretary of Ports Ann Field left.")["Ann Field"][0]
        is None
    )


def test_its_minister_is_the_subjects() -> None:
    text = (
        "Peru rejected the offer of Chile. Its water minister, Carlos Quispe, said no. Its "
        "foreign minister agreed."
    )
    assert people(text)["Carlos Quispe"] == ("PER", "water minister")
    found = actor(text, "foreign minister")
    assert found is not None
    assert found.actor == "PER"


def test_the_head_of_state_is_the_president_named_before() -> None:
    text = (
        "The President of the Republic of Georgia received the delegation headed by the "
        "Minister of Energy of the Republic of "
        "Malta Mario Borg. In turn, the head of state said yes."
    )
    found = {w: actor(text, w) for w in ("the delegation", "the head of state")}
    assert {w: a.actor if a else "none" for w, a in found.items()} == {
        "the delegation": "MLT",
        "the head of state": "GEO",
    }
    assert people(text) == {"Mario Borg": ("MLT", "minister of energy")}


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("It must be ratified by our Congress.", "our Congress", None),
        (
            "“My government will pay,” Chilean Finance Minister Ana Mora said.",
            "My government",
            "CHL",
        ),
        (
            "“Our parliament is free,” Peru's envoy told Thailand's premier.",
            "Our parliament",
            "PER",
        ),
        ("“Our parliament is free,” someone said.", "Our parliament", None),
        (
            "A talk with Togo's Trade Minister Ama Koffi.\nQ: When?\nA: Our cabinet decides.",
            "Our cabinet",
            "TGO",
        ),
        (
            "A talk with Togo's Trade Minister Ama Koffi.\nQ: When will our cabinet "
            "decide?\nA: Soon.",
            "our cabinet",
            None,
        ),
        ("The US Senate met in Washington. Congress agreed.", "Congress", "USA"),
    ],
)
def test_whose_our_congress_is(text: str, words: str, code: str | None) -> None:
    found = actor(text, words)
    assert found is not None
    assert found.actor == code


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Saudi officials met a Thai minister. The officials agreed.", "The officials", "SAU"),
        (
            "Japan's government fell. British officials said the government had gone too far.",
            "the government",
            None,
        ),
        (
            "Brazil wrote to the EU. The Commission's president agreed.",
            "The Commission's president",
            "EUR:commission",
        ),
        (
            "The president of Togo came. The Commission's president left.",
            "The Commission's president",
            None,
        ),
        ("Polish state-owned firms left.", "Polish", "POL"),
        ("The ministry in New Delhi said no.", "The ministry", "IND"),
        ("Serbian Minister Marko Petrović came. Yesterday Petrović left.", "Petrović", "SRB"),
        (
            "The aide to the Prime Minister of Laos, Bo Lee, came.",
            "The aide to the Prime Minister of Laos, Bo Lee",
            "LAO",
        ),
        (
            "Chief of Staff of the President of Togo and Special Representative of the "
            "President for Trade Ali Koffi left.",
            "Special Representative of the President for Trade Ali Koffi",
            "TGO",
        ),
        (
            "Prime Minister of Vietnam, Mr Tran Van Khanh, will visit Peru.",
            "Mr Tran Van Khanh",
            "VNM",
        ),
        (
            "The spokesman of the Georgian Energy Ministry left.",
            "The spokesman of the Georgian Energy Ministry",
            "GEO",
        ),
        ("President Obama spoke.", "President Obama", "USA"),
        ("Sen. Ann Field left.", "Sen. Ann Field", "USA"),
        ("The Philippines voted. Sen. Ann Field left.", "Sen. Ann Field", None),
    ],
)
def test_context_completes_and_never_guesses(text: str, words: str, code: str | None) -> None:
    found = actor(text, words)
    assert found is not None, [a.span.of(text) for a in read(text).actors]
    assert found.actor == code


def test_someone_unnamed_is_not_the_one_named_before() -> None:
    text = (
        "Togolese Prime Minister Ali Koffi has agreed to talks with Benin, a senior Togolese "
        "official said."
    )
    found = actor(text, "a senior Togolese official")
    assert found is not None
    assert (found.actor, found.person) == ("TGO", None)


@pytest.mark.parametrize("name", ["Kim Dae-jung", "Ban Min-soo"])
def test_given_names_with_a_hyphen_stay_whole(name: str) -> None:
    assert [a.person for a in read(f"South Korean President {name} left.").actors] == [name]
    assert "Donald Trump" in {a.person for a in read("Donald Trump-backed forces left.").actors}


def test_titles_of_clubs_and_campaigns_are_no_public_office() -> None:
    text = (
        "Otto Kern, president of the Dockers United Federation, spoke. Campaign spokeswoman Ana "
        "Bell agreed."
    )
    assert {a.sector for a in read(text).actors if a.person} == {None}
    assert [a.sector for a in read("Trade Minister Olaf Pim left.").actors] == ["GOV"]


def test_who_is_out_of_office_is_told_so() -> None:
    found = [
        a
        for a in read(
            "Former Chadian president Moussa Ali met the French ambassador in Paris."
        ).actors
        if a.person == "Moussa Ali"
    ]
    assert [a.role for a in found] == ["former president"]


@pytest.mark.parametrize(("when", "role"), [(date(2022, 5, 1), "president"), (None, None)])
def test_no_office_is_lent_to_a_text_without_a_date(when: date | None, role: str | None) -> None:
    text = "Joe Biden spoke in Ohio on Monday."
    (one,) = (a for a in read(text, when).actors if a.person == "Joe Biden")
    assert (one.actor, one.role) == ("USA", role)


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Portuguese Prime Minister Rui Montenegro will visit Lima.", "Rui Montenegro", "PRT"),
        ("Brazil's envoy Paulo Guinea arrived in Lima.", "Paulo Guinea", "BRA"),
        ("Trade minister Anna Jordan of Ireland signed it.", "Anna Jordan", "IRL"),
        ("Finance Minister Ivo Peru of Croatia left.", "Ivo Peru", "HRV"),
    ],
)
def test_a_surname_that_a_country_has_too(text: str, words: str, code: str) -> None:
    [person] = [a for a in read(text).actors if a.person]
    assert (person.person, person.actor) == (words, code)
    assert len({a.actor for a in read(text).actors}) == 1


def test_a_country_behind_a_person_of_its_own_is_a_country() -> None:
    assert codes("In Rome, Jordan and Peru met Maria Rossi, Jordan said.") >= {"JOR", "PER"}


@pytest.mark.parametrize(
    "text",
    [
        "State Councilor and Foreign Minister Wen Li of China went to Laos.",
        "Deputy Prime Minister and Minister of Trade Ana Costa of China went to Laos.",
        "Vice Premier and Finance Minister of China Anna Wen went to Laos.",
    ],
)
def test_two_offices_of_one_person_are_one_actor(text: str) -> None:
    held = [a for a in read(text).actors if a.role]
    assert [(a.actor, bool(a.person)) for a in held] == [("CHN", True)]


def test_two_offices_without_a_name_are_two() -> None:
    held = [a for a in read("The president and the prime minister of Fiji went.").actors if a.role]
    assert len(held) == 2
