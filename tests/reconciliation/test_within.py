"""One record for what a document says twice; two for what only looks alike."""

from datetime import date
from decimal import Decimal

import pytest
from msgspec import structs

from legation.model import (
    Document,
    Event,
    Figure,
    Instrument,
    Location,
    Party,
    Period,
    Reading,
    Record,
    Sentence,
    Span,
    Statement,
    Token,
    Value,
    day,
    sentence,
    year,
)
from legation.reconciliation import within

TEXT = (
    "Ruritania and Freedonia met on Monday. They spoke of a railway at length there. The "
    "talks took four hours in all. "
    "Ruritania and Freedonia met again. Freedonia met Ruritania in Fredville on 7 October "
    "2024, it was said at the end of it."
)


def reading(text: str = TEXT) -> Reading:
    parsed: list[Sentence] = []
    start = 0
    for index, words in enumerate(text.split(". ")):
        token = Token(
            index, words, words.lower(), "NN", "ROOT", index, "", start, start + len(words)
        )
        parsed.append(sentence(index, 0, (token,)))
        start += len(words) + 2
    return Reading(document=Document(id="d", text=text), sentences=tuple(parsed))


READING = reading()
RURITANIA, FREEDONIA = (
    Party(mention=None, actor="RUR", name="Ruritania"),
    Party(mention=None, actor="FRE", name="Freedonia"),
)
RUDOLF = structs.replace(RURITANIA, person="Rudolf Rassendyll")
FLAVIA = structs.replace(RURITANIA, person="Princess Flavia")
SYLVANIA = Party(mention=None, actor="SYL", name="Sylvania")


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


FIRST, LATER, BACK, AGAIN = (
    span(words)
    for words in (
        "Ruritania and Freedonia met",
        "Freedonia met Ruritania",
        "The talks",
        "Ruritania and Freedonia met again",
    )
)


def event(
    name: str,
    where: Span,
    actors: tuple[Party, ...] = (RURITANIA, FREEDONIA),
    recipients: tuple[Party, ...] = (),
    kind: str = "CONSULT",
) -> Event:
    return Event(
        id=name,
        evidence=(where,),
        sentence=where,
        confidence=0.7,
        tier="possible",
        type=kind,
        actors=actors,
        recipients=recipients,
    )


def joined(*records: Record) -> list[Record]:
    return within(READING, records)


def test_a_meeting_told_twice_is_one_with_the_details_of_both() -> None:
    second = structs.replace(
        event("b", LATER, (FREEDONIA,), (RUDOLF,)),
        date=day(date(2024, 10, 7)),
        place=Location(name="Fredville"),
        confidence=0.9,
        tier="sure",
        inherited=("date",),
    )
    (found,) = joined(event("a", FIRST), second)
    assert isinstance(found, Event)
    assert (found.id, found.confidence, found.tier) == ("a", 0.9, "sure")
    assert found.evidence == (FIRST, LATER)
    assert found.date == day(date(2024, 10, 7))
    assert found.place == Location(name="Fredville")
    assert found.inherited == ("date",)
    assert found.actors == (RUDOLF, FREEDONIA)
    assert found.recipients == ()


@pytest.mark.parametrize(
    "second",
    [
        structs.replace(event("b", LATER), status="planned"),
        structs.replace(event("b", LATER), historical=True),
        event("b", LATER, kind="AID"),
        event("b", LATER, (RURITANIA, SYLVANIA)),
        event("b", LATER, (RURITANIA, FREEDONIA, SYLVANIA)),
        event("b", AGAIN),
        event("b", LATER, (RURITANIA,)),
        event("b", LATER, ()),
    ],
)
def test_what_differs_stays_apart(second: Event) -> None:
    assert len(joined(event("a", FIRST), second)) == 2


def test_two_dates_are_two_meetings() -> None:
    one = structs.replace(event("a", FIRST), date=day(date(2024, 10, 7)))
    other = structs.replace(event("b", LATER), date=day(date(2024, 10, 8)))
    assert len(joined(one, other)) == 2
    assert len(joined(one, structs.replace(other, date=year(2024)))) == 1


def test_a_headline_announces_what_the_lead_tells() -> None:
    text = (
        "Ruritania accuses Freedonia\nRuritania accused Freedonia of theft on Sunday. Later "
        "Ruritania accused Freedonia of fraud"
    )
    cut = text.index("\n")
    parts = (
        Span(0, cut),
        Span(cut + 1, text.index(" Later")),
        Span(text.index("Later"), len(text)),
    )
    parsed = (
        sentence(n, 0, (Token(n, text[s.start : s.end], "", "NN", "ROOT", n, "", s.start, s.end),))
        for n, s in enumerate(parts)
    )
    made = Reading(
        document=Document(id="d", text=text, published=date(2024, 10, 8)), sentences=tuple(parsed)
    )
    one, two, three = (
        event(str(n), part, (RURITANIA,), (FREEDONIA,), "ACCUSE") for n, part in enumerate(parts)
    )
    one = structs.replace(one, date=day(date(2024, 10, 8)), date_from="published")
    two = structs.replace(two, date=day(date(2024, 10, 6)))
    found = within(made, (one, two))
    assert [(e.evidence, e.date) for e in found if isinstance(e, Event)] == [
        (parts[:2], day(date(2024, 10, 6)))
    ]
    assert len(within(made, (two, structs.replace(three, date=day(date(2024, 10, 1)))))) == 2


def test_nobody_visits_himself() -> None:
    one, two = (
        event("a", FIRST, (RURITANIA,), (FREEDONIA,)),
        event("b", LATER, (FLAVIA,), (FREEDONIA,)),
    )
    one, two = structs.replace(one, mode="visit"), structs.replace(two, mode="visit")
    (found,) = joined(one, two)
    assert isinstance(found, Event)
    assert (found.actors, found.recipients) == ((FLAVIA,), (FREEDONIA,))


def test_two_persons_of_one_country_are_two_visitors() -> None:
    assert (
        len(
            joined(
                event("a", FIRST, (FREEDONIA,), (RUDOLF,)),
                event("b", LATER, (FREEDONIA,), (FLAVIA,)),
            )
        )
        == 2
    )


def test_the_talks_refer_back_to_a_meeting_just_told() -> None:
    assert len(joined(event("a", FIRST), event("b", BACK, (FREEDONIA,)))) == 1
    assert len(joined(event("a", FIRST), event("b", BACK, (SYLVANIA,)))) == 2
    assert len(joined(event("a", FIRST), event("b", LATER, (FREEDONIA,)))) == 2


def test_attacks_happen_often_and_who_attacks_whom_matters() -> None:
    attack, answer = (
        event("a", FIRST, (RURITANIA,), (FREEDONIA,), "ASSAULT"),
        event("b", LATER, (FREEDONIA,), (RURITANIA,), "ASSAULT"),
    )
    assert len(joined(attack, answer)) == 2
    assert len(joined(attack, structs.replace(attack, id="b", evidence=(LATER,)))) == 2


def test_a_visit_has_a_visitor() -> None:
    one = structs.replace(event("a", FIRST, (RURITANIA,), (FREEDONIA,)), mode="visit")
    other = structs.replace(event("b", LATER, (FREEDONIA,), (RURITANIA,)), mode="visit")
    assert len(joined(one, other)) == 2


def figure(name: str, where: Span, period: Period | None = None, number: str = "4.1") -> Figure:
    low = Decimal(number) * 10**9
    return Figure(
        id=name,
        evidence=(where,),
        sentence=where,
        confidence=0.9,
        tier="sure",
        measure="exports",
        value=Value(low=low, high=low + 10**8, written=number),
        unit="EUR",
        reporter="RUR",
        partner="FRE",
        period=period or year(2023),
    )


def test_a_figure_repeated_is_one_and_another_period_another() -> None:
    assert len(joined(figure("a", FIRST), figure("b", LATER))) == 1
    assert len(joined(figure("a", FIRST), figure("b", LATER, year(2022)))) == 2
    assert len(joined(figure("a", FIRST), figure("b", LATER, number="4.2"))) == 2
    assert len(joined(figure("a", FIRST), structs.replace(figure("b", LATER), partner="SYL"))) == 2
    assert len(joined(figure("a", FIRST), structs.replace(figure("b", LATER), partner=None))) == 1


def pact(
    name: str, where: Span, called: str, full: str | None = None, status: str = "unknown"
) -> Instrument:
    made = Instrument(
        id=name,
        evidence=(where,),
        sentence=where,
        confidence=0.9,
        tier="sure",
        instrument="agreement",
        name=called,
        full_name=full,
    )
    return structs.replace(made, status=status)


def test_an_instrument_named_twice_is_one_until_its_status_changes() -> None:
    full = pact("a", FIRST, "Fredville Partnership Agreement", status="signed")
    short = pact("b", LATER, "FPA")
    (found,) = joined(full, short)
    assert isinstance(found, Instrument)
    assert (found.id, found.status, found.evidence) == ("a", "signed", (FIRST, LATER))
    assert len(joined(full, structs.replace(short, status="in_force"))) == 2
    assert len(joined(full, pact("b", LATER, "Strelsau Agreement"))) == 2


def test_nameless_instruments_are_one_only_with_the_same_parties() -> None:
    one, other = pact("a", FIRST, "a memorandum"), pact("b", LATER, "the memorandum")
    assert len(joined(one, other)) == 2
    both = (RURITANIA, FREEDONIA)
    assert (
        len(joined(structs.replace(one, parties=both), structs.replace(other, parties=both))) == 1
    )


def test_evidence_stays_short() -> None:
    long = Span(0, 290)
    (found,) = joined(
        structs.replace(event("a", FIRST), evidence=(long,)), event("b", Span(300, 320))
    )
    assert found.evidence == (long,)


def test_statements_and_the_order_of_records_are_kept() -> None:
    said = Statement(
        id="s",
        evidence=(BACK,),
        sentence=BACK,
        confidence=0.9,
        tier="sure",
        speaker=RURITANIA,
        mode="indirect",
        content=(BACK,),
    )
    again = structs.replace(said, id="t")
    assert [record.id for record in joined(event("a", FIRST), said, event("b", LATER), again)] == [
        "a",
        "s",
        "t",
    ]


def test_nothing_is_joined_out_of_nothing() -> None:
    assert joined() == []
