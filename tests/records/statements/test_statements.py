"""Who said what. Every sentence is our own."""

from datetime import date
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation import background, documents, mentions
from legation.model import Document, Reading, Statement
from legation.records import statements


def read(text: str) -> Reading:
    document = Document(id="test", text=text, published=date(2024, 10, 7))
    return background.survey(mentions.find(document, documents.repair(text)))


def words(reading: Reading, statement: Statement) -> list[str]:
    return [reading.text(span).removeprefix("that ").strip(",. ") for span in statement.content]


def who(reading: Reading, statement: Statement) -> str | None:
    return (
        reading.text(statement.speaker.mention)
        if statement.speaker and statement.speaker.mention
        else None
    )


SAID = [
    (
        "As noted by the Uzbek envoy, the railway will open markets.",
        "the Uzbek envoy",
        ["the railway will open markets"],
    ),
    ("As the chancellor put it, the door is open.", "the chancellor", ["the door is open"]),
    (
        "In the words of the rector, the campus is a bridge.",
        "the rector",
        ["the campus is a bridge"],
    ),
    (
        "The agency quoted the minister as saying that the grain had gone.",
        "the minister",
        ["the grain had gone"],
    ),
    (
        "Pretoria's envoy expressed confidence that ties would deepen.",
        "Pretoria's envoy",
        ["ties would deepen"],
    ),
    (
        "Exports fell, reports the press service of the governor.",
        "the press service of the governor",
        ["Exports fell"],
    ),
    (
        "Brazil will reopen the border on Monday, the foreign ministry announced.",
        "the foreign ministry",
        ["Brazil will reopen the border on Monday"],
    ),
    ("The envoy said that the talks had failed.", "The envoy", ["the talks had failed"]),
    ("The envoy said the talks had failed.", "The envoy", ["the talks had failed"]),
    (
        "The tariff, Kenyan Trade Minister Rebecca Miano said on Friday, will be lifted next year.",
        "Kenyan Trade Minister Rebecca Miano",
        ["The tariff", "will be lifted next year"],
    ),
    (
        "According to the Central Bank of Nigeria, remittances rose by 9 percent.",
        "the Central Bank of Nigeria",
        ["remittances rose by 9 percent"],
    ),
    (
        "Remittances rose by 9 percent, according to the Central Bank of Nigeria, and "
        "reserves grew.",
        "the Central Bank of Nigeria",
        ["Remittances rose by 9 percent"],
    ),
    (
        "Japan's exports fell in May, Finance Ministry data showed.",
        "Finance Ministry data",
        ["Japan's exports fell in May"],
    ),
    (
        "Turkey's central bank has repeatedly warned that inflation would stay high.",
        "Turkey's central bank",
        ["inflation would stay high"],
    ),
    (
        "Peru's president urged Bolivia to reopen the crossing.",
        "Peru's president",
        ["Bolivia to reopen the crossing"],
    ),
    ("Chile called on both sides to show restraint.", "Chile", ["both sides to show restraint"]),
    (
        "The chancellor was quoted as saying that the pipeline would be closed.",
        "The chancellor",
        ["the pipeline would be closed"],
    ),
    ("He described the pact as a historic mistake.", "He", ["the pact as a historic mistake"]),
    (
        "The ministry's claim that exports doubled was questioned by economists.",
        "The ministry's",
        ["exports doubled"],
    ),
    (
        "The two leaders stressed the need for dialogue.",
        "The two leaders",
        ["the need for dialogue"],
    ),
]


@pytest.mark.parametrize(("text", "speaker", "content"), SAID)
def test_indirect_speech_has_its_speaker_and_its_words(
    text: str, speaker: str, content: list[str]
) -> None:
    reading = read(text)
    found = [s for s in statements.extract(reading) if words(reading, s) == content]
    assert found, [words(reading, s) for s in statements.extract(reading)]
    assert (who(reading, found[0]), found[0].mode) == (speaker, "indirect")


SILENT = [
    "If the minister says that the deal is dead, markets will fall.",
    "The visit went according to plan.",
    "Needless to say, the talks failed.",
    "The tax could rise to, say, 5 percent.",
    "Did the envoy say that the pact was signed?",
    "No one said the visit was cancelled.",
    "The sides discussed energy and transport.",
    "The war shows that supply chains are fragile.",
    "Vietnam: trade to double by 2030",
    "ISLAMABAD: Pakistan opened the pass on Monday.",
    "The convoy crossed the river at dawn.",
    "The two sides exchanged views on regional security.",
    "The consul read “War and Peace” on the train.",
    "“We will not.” The minister left the room.",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_only_looks_like_speech_is_no_statement(text: str) -> None:
    reading = read(text)
    assert [words(reading, s) for s in statements.extract(reading)] == []


QUOTED = [
    (
        "“We must act before it rises!” the hydrologist said. He left.",
        "the hydrologist",
        ["We must act before it rises!"],
    ),
    (
        'The statement reads: "The parties renew their pledge."',
        "The statement",
        ["The parties renew their pledge"],
    ),
    (
        "“Our doors are open”, - said the deputy premier.",
        "the deputy premier",
        ["Our doors are open"],
    ),
    ("He said: “The corridor is open.”", "He", ["The corridor is open"]),
    (
        "“There is no plan B”, insisted the commissioner.",
        "the commissioner",
        ["There is no plan B"],
    ),
    (
        '"We are ready to talk," said Norway\'s prime minister. "But we will not wait for ever."',
        "Norway's prime minister",
        ["We are ready to talk", "But we will not wait for ever"],
    ),
    (
        '"The road is open," the mayor said, "but the bridge is closed."',
        "the mayor",
        ["The road is open", "but the bridge is closed"],
    ),
    (
        '"The rails are laid," the engineer said, "and the trains are bought. The drivers '
        'are trained." He left for Oslo.',
        "the engineer",
        ["The rails are laid", "and the trains are bought. The drivers are trained"],
    ),
    (
        '"The pact is not “dead," the envoy told reporters in Lima.',
        "the envoy",
        ["The pact is not “dead"],
    ),
    (
        "“We must talk. We must listen. We must wait,” the Omani mediator said.",
        "the Omani mediator",
        ["We must talk. We must listen. We must wait"],
    ),
    (
        "The envoy told the council:\n“We came to listen. We stay to help.”\nThe council "
        "adjourned.",
        "The envoy",
        ["We came to listen. We stay to help"],
    ),
    (
        "MORALES: The border stays shut. We have told them so.\nHOST: Until when?",
        "MORALES",
        ["The border stays shut. We have told them so"],
    ),
]


@pytest.mark.parametrize(("text", "speaker", "content"), QUOTED)
def test_direct_speech_is_the_words_between_the_marks(
    text: str, speaker: str, content: list[str]
) -> None:
    reading = read(text)
    first = statements.extract(reading)[0]
    assert (words(reading, first), who(reading, first), first.mode) == (content, speaker, "direct")


def test_a_word_in_marks_makes_a_clause_mixed() -> None:
    reading = read("Delhi has “rebuilt” its ties with Colombo, said the high commissioner.")
    (statement,) = statements.extract(reading)
    assert statement.mode == "mixed"
    assert words(reading, statement) == ["Delhi has “rebuilt” its ties with Colombo"]


def test_who_goes_on_keeps_the_floor() -> None:
    reading = read(
        "“Our trade has doubled,” said the Thai commerce minister, noting that rice exports "
        "had recovered."
    )
    first, second = statements.extract(reading)
    assert words(reading, second) == ["rice exports had recovered"]
    assert who(reading, first) == who(reading, second) == "the Thai commerce minister"


def test_a_participle_after_a_dash_has_the_subject_of_its_sentence() -> None:
    reading = read(
        "Okafor did not avoid the hardest question, that of debt, arguing that the loans had "
        "built the port."
    )
    said = [
        s
        for s in statements.extract(reading)
        if "the loans had built the port" in words(reading, s)
    ]
    assert [who(reading, s) for s in said] == ["Okafor"]


def test_a_paragraph_of_quotation_goes_on_from_the_speaker_before() -> None:
    first = "“Trade is the ballast of our ties,” the ambassador said."
    reading = read(f"{first}\n“It must not be lost.\n“We will keep it.”\nA vote is due on Monday.")
    found = statements.extract(reading)
    assert [words(reading, s)[0] for s in found] == [
        "Trade is the ballast of our ties",
        "It must not be lost",
        "We will keep it",
    ]
    assert {who(reading, s) for s in found} == {"the ambassador"}
    assert [s.inherited for s in found] == [(), ("speaker",), ("speaker",)]


def test_verbs_inside_a_quotation_are_the_speakers_own_words() -> None:
    reading = read(
        "“I think that we know what Kampala believes about the dam,” the Ethiopian negotiator said."
    )
    assert len(statements.extract(reading)) == 1


def test_speech_within_speech_knows_what_holds_it() -> None:
    reading = read("The spokesman said the president had told parliament that the treaty was void.")
    outer, inner = statements.extract(reading)
    assert inner.said_in == outer.id and outer.said_in is None
    assert words(reading, inner) == ["the treaty was void"]


def test_the_person_told_is_the_addressee() -> None:
    reading = read("The minister told Al-Ahram that wheat stocks were full.")
    (statement,) = statements.extract(reading)
    assert statement.addressee is not None and statement.addressee.mention is not None
    assert reading.text(statement.addressee.mention) == "Al-Ahram"


def test_a_venue_stays_with_its_speaker() -> None:
    reading = read(
        "Speaking at a forum in Dakar on 3 March, Senegalese President Bassirou Diomaye Faye "
        "said that the port would grow. "
        "Faye added that work would begin in June."
    )
    first, second = statements.extract(reading)
    assert first.venue is not None and first.venue.date is not None
    assert (first.venue.name, first.venue.place, first.venue.date.edtf) == (
        "forum",
        "Dakar",
        "2024-03-03",
    )
    assert second.venue == first.venue and "venue" in second.inherited


ACTS = [
    ("The minister believes that the levy is unfair.", "thought"),
    ("Jakarta plans to widen the canal.", "plan"),
    ("Ottawa condemned the attack.", "attitude"),
    ("Ottawa announced that the tariff was lifted.", "speech"),
]


@pytest.mark.parametrize(("text", "act"), ACTS)
def test_acts_are_told_apart(text: str, act: str) -> None:
    assert [s.act for s in statements.extract(read(text))] == [act]


HEADLINES = [
    (
        "Minister: trade with Vietnam to double by 2030",
        "Minister",
        "trade with Vietnam to double by 2030",
    ),
    (
        "Trade with Vietnam to double by 2030: minister",
        "minister",
        "Trade with Vietnam to double by 2030",
    ),
]


@pytest.mark.parametrize(("headline", "speaker", "content"), HEADLINES)
def test_a_headline_may_name_its_speaker(headline: str, speaker: str, content: str) -> None:
    reading = read(f"{headline}\nHanoi and Canberra met on Monday.")
    (statement,) = statements.extract(reading)
    assert (who(reading, statement), words(reading, statement)) == (speaker, [content])
    assert statement.tier == "possible"


def test_a_person_is_resolved_from_a_later_title() -> None:
    reading = read(
        "Peru's Foreign Minister Elmer Schialer arrived in Oslo. “We seek partners,” the "
        "foreign minister said."
    )
    (statement,) = [s for s in statements.extract(reading) if s.mode == "direct"]
    assert statement.speaker is not None
    assert (statement.speaker.person, statement.speaker.actor) == ("Elmer Schialer", "PER")


@pytest.mark.parametrize(
    ("text", "name", "mention"),
    [
        ("The court heard prosecutors who argued that the fine was too low.", "prosecutors", "who"),
        (
            "The ministry, which announced that the road was closed, gave no reason.",
            "ministry",
            "which",
        ),
    ],
)
def test_who_stands_for_the_noun_before_it(text: str, name: str, mention: str) -> None:
    reading = read(text)
    (found,) = statements.extract(reading)
    assert found.speaker is not None
    assert name in (found.speaker.name or "")
    assert who(reading, found) == mention


@pytest.mark.parametrize(
    "text",
    [
        "This shows that the road is closed.",
    ],
)
def test_nobody_says_it(text: str) -> None:
    assert statements.extract(read(text)) == []


def test_the_and_that_joins_another_clause_is_not_said() -> None:
    reading = read("The road, the envoy said, was closed, and nobody came.")
    assert not any(
        reading.text(span).endswith("and")
        for s in statements.extract(reading)
        for span in s.content
    )


def test_a_statement_without_a_speaker_is_only_possible() -> None:
    (statement,) = statements.extract(
        read("It was reported that the convoy had crossed the river.")
    )
    assert statement.speaker is None and statement.tier == "possible"


PIECES = st.lists(
    st.sampled_from(
        [
            "“",
            "”",
            '"',
            "'",
            "he said",
            "The minister said",
            "that",
            "trade grew",
            ":",
            ",",
            ".",
            "\n",
            "according to",
            "the bank",
            "—",
            "Q:",
            "told",
            "«",
        ]
    ),
    max_size=25,
)


@settings(max_examples=60, deadline=None)
@given(PIECES)
def test_nothing_stops_the_reading_and_every_span_lies_in_the_text(pieces: list[str]) -> None:
    reading = read(" ".join(pieces) + " ok")
    for statement in statements.extract(reading):
        spans = [*statement.content, *statement.cue, *statement.evidence]
        assert all(0 <= s.start < s.end <= len(reading.document.text) for s in spans)
        assert statement.content == tuple(sorted(statement.content))


DEBRIS = [
    '"a said b" ' * 400,
    "He said and he said " * 300,
    "Q: a?\nA: b.\n" * 200,
    "“ ” \" ' " * 300,
    ":\n:\n:",
]


@pytest.mark.parametrize("text", DEBRIS, ids=range(len(DEBRIS)))
def test_debris_is_read_in_linear_time(text: str) -> None:
    reading = read(text)
    before = process_time()
    statements.extract(reading)
    assert process_time() - before < 2


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Mr Berg said: “We will sign. Our partners know it,” said the minister.",
            "We will sign. Our partners know it",
        ),
        (
            "The minister told reporters “the talks went well. We go on,” he said.",
            "the talks went well. We go on",
        ),
    ],
)
def test_a_quotation_with_a_cue_before_and_behind_is_one_statement(text: str, content: str) -> None:
    reading = read(text)
    (one,) = statements.extract(reading)
    assert [reading.text(span) for span in one.content] == [content]
    assert len(one.cue) == 2


def test_what_somebody_says_that_another_said_are_two() -> None:
    found = statements.extract(read("The mayor said that the envoy had said that rain would come."))
    assert len(found) == 2


def test_a_quotation_that_goes_on_after_adding_is_another() -> None:
    found = statements.extract(read("“The talks went well,” the envoy said, adding: “We go on.”"))
    assert len(found) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Hardly any minister said that the bridge was safe.",
        "Few ministers said that the bridge was safe.",
        "Not all ministers said that the bridge was safe.",
    ],
)
def test_what_few_or_not_all_say_is_nobodys(text: str) -> None:
    assert statements.extract(read(text)) == []


def test_by_after_an_active_verb_names_no_speaker() -> None:
    (one,) = statements.extract(read("Niger called the levy an assault on its farmers by Benin."))
    assert one.speaker is not None
    assert one.speaker.actor == "NER"
