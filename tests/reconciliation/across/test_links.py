"""Which records are one affair, and which only look like it."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from legation.model import (
    Document,
    Event,
    Figure,
    Instrument,
    Ledger,
    Party,
    Period,
    Record,
    Span,
    content_id,
    day,
    value,
    year,
)
from legation.model.links import Grouping, Link
from legation.reconciliation import memory

DAY = date(2024, 5, 14)
WORDS = "talks on the desalination plant at Zarat and the ferry to Genoa"


def party(code: str | None, person: str | None = None) -> Party:
    return Party(mention=None, actor=code, name=person or code, person=person)


def record(kind: type[Any], text: str, **slots: Any) -> Any:
    common: dict[str, Any] = {
        "id": content_id(text, sorted(map(str, slots.items()))),
        "evidence": (Span(0, len(text)),),
        "sentence": Span(0, len(text)),
        "confidence": 0.9,
        "tier": "sure",
    }
    return kind(**(common | slots))


def meeting(text: str = WORDS, **slots: Any) -> Event:
    held: dict[str, Any] = {
        "type": "CONSULT",
        "actors": (party("TUN", "Nadia Chaouch"), party("ITA", "Carlo Bensi")),
        "date": day(DAY),
        "date_from": "own",
    }
    made: Event = record(Event, text, **(held | slots))
    return made


def exports(number: str, scale: int = 10**9, **slots: Any) -> Figure:
    held: dict[str, Any] = {
        "measure": "exports",
        "value": value(Decimal(number), Decimal(scale), number),
        "unit": "EUR",
        "reporter": "TUN",
        "partner": "ITA",
        "period": year(2023),
        "date_from": "own",
    }
    made: Figure = record(Figure, f"exports {number}", **(held | slots))
    return made


def pact(name: str, **slots: Any) -> Instrument:
    held: dict[str, Any] = {
        "instrument": "agreement",
        "name": name,
        "parties": (party("TUN"), party("ITA")),
    }
    made: Instrument = record(Instrument, name, **(held | slots))
    return made


def told(*records: Record, texts: tuple[str, ...] = (), judged: tuple[Link, ...] = ()) -> Grouping:
    """The account of texts that tell one record each, a day apart."""
    ledgers = []
    for number, each in enumerate(records):
        text = texts[number] if texts else WORDS
        document = Document(
            id=str(number),
            text=f"{text}. " + f"Paper {number} has its own words {number}. " * 8,
            published=DAY + timedelta(days=number),
        )
        ledgers.append(Ledger(document=document, records=(each,)))
    return memory.every(ledgers).grouping(judged)


def groups(grouping: Grouping) -> list[int]:
    """How many members the affairs have."""
    return sorted(len(affair.members) for affair in grouping.affairs)


def other(code: str, person: str) -> dict[str, Any]:
    return {"actors": (party("TUN", "Nadia Chaouch"), party(code, person))}


@pytest.mark.parametrize(
    ("slots", "one"),
    [
        ({}, True),
        ({"actors": (party("ITA", "C. Bensi"), party("TUN"))}, True),
        ({"actors": (party("TUN", "Nadia Chaouch"), party(None, "Carlo Bensi"))}, True),
        ({"actors": (party("TUN"), party("ITA"))}, True),
        (other("FRA", "Carlo Bensi"), False),
        ({"actors": (party("TUN", "Ali Chaouch"), party("ITA", "Livia Conti"))}, False),
        ({"date": day(DAY + timedelta(days=1))}, False),
        ({"date_from": "published"}, False),
        ({"mode": "phone"}, False),
        ({"status": "negated"}, False),
        ({"status": "hypothetical"}, False),
        ({"type": "COOPERATE"}, False),
        ({"historical": True}, False),
        ({"date": Period(start=date(2024, 5, 1), end=date(2024, 5, 31), edtf="2024-05")}, False),
    ],
)
def test_which_meetings_are_one(slots: dict[str, Any], one: bool) -> None:
    assert (2 in groups(told(meeting(), meeting(**slots)))) is one


def test_sides_and_day_alone_make_no_one_meeting() -> None:
    sides = {"actors": (party("TUN"), party("ITA"))}
    texts = ("Pipelines under the strait occupied engineers", "Olive growers discussed a quota")
    found = told(*(meeting(text, **sides) for text in texts), texts=texts)
    assert groups(found) == [1, 1]


def test_a_plan_told_after_the_event_is_another_one() -> None:
    assert groups(told(meeting(status="planned"), meeting())) == [2]
    assert groups(told(meeting(), meeting(status="planned"))) == [1, 1]


def test_a_denial_of_an_event_is_a_conflict_and_joins_nothing() -> None:
    found = told(meeting(), meeting(status="negated"))
    assert groups(found) == [1, 1]
    [conflict] = found.conflicts
    assert (conflict.of, [v.value for v in conflict.values]) == ("status", ["actual", "negated"])
    assert told(meeting(), meeting(status="negated", tier="possible")).conflicts == ()


@pytest.mark.parametrize(
    ("numbers", "affairs", "conflicts"),
    [
        (("58.6", "58.6"), 1, 0),
        (("58", "58.6", "59"), 1, 0),
        (("58.6", "56.8"), 2, 1),
        (("60", "58.6"), 2, 0),
        (("60", "53.6"), 2, 1),
        (("1.0", "1.3"), 2, 1),
    ],
)
def test_coarser_writing_is_no_conflict(
    numbers: tuple[str, ...], affairs: int, conflicts: int
) -> None:
    found = told(*map(exports, numbers))
    assert (len(found.affairs), len(found.conflicts)) == (affairs, conflicts)


@pytest.mark.parametrize(
    "slots",
    [
        {"nature": "forecast"},
        {"basis": "goods_and_services"},
        {"period": year(2022)},
        {"partner": "FRA"},
        {"inherited": ("partner",)},
        {"qualifier": "at_least"},
    ],
)
def test_what_is_no_conflict(slots: dict[str, Any]) -> None:
    assert told(exports("58.6"), exports("47.1")).conflicts
    assert told(exports("58.6"), exports("47.1", **slots)).conflicts == ()


def test_one_story_beside_three_is_to_be_doubted() -> None:
    found = told(*(exports("58.6") for _ in range(3)), exports("85.6"))
    [conflict] = found.conflicts
    assert conflict.settled is not None
    assert (conflict.settled.by, conflict.settled.value) == ("outlier", "85.6 EUR")


@pytest.mark.parametrize(
    ("one", "another", "count"),
    [
        ("Coast Guard Cooperation Agreement", "coast guard accord", 1),
        ("Enhanced Ferry and Pilotage Agreement", "EFPA", 1),
        ("Zarat Ferry Agreement", "Zarat Ferry Agreement", 1),
        ("Zarat Ferry Agreement", "protocol to the Zarat Ferry Agreement", 2),
        ("Second Zarat Ferry Agreement", "Zarat Ferry Agreement", 2),
        ("trade deal", "fisheries deal", 2),
    ],
)
def test_short_names_meet_long_ones(one: str, another: str, count: int) -> None:
    assert len(told(pact(one), pact(another)).affairs) == count


def test_a_judgement_undoes_a_link_and_makes_one() -> None:
    one, two = meeting(), meeting(mode="phone")
    apart, same = told(one, meeting()), told(one, two)
    assert (groups(apart), groups(same)) == ([2], [1, 1])
    ends = [(m.document, m.record) for m in apart.affairs[0].members]
    link = {"one": ends[0], "other": ends[1], "score": 1.0, "because": "seen", "rule": "person"}
    judged = Link(relation="different", **link)  # type: ignore[arg-type]
    assert groups(told(one, meeting(), judged=(judged,))) == [1, 1]
    ends = [(m.document, m.record) for affair in same.affairs for m in affair.members]
    link |= {"one": ends[0], "other": ends[1]}
    judged = Link(relation="same", **link)  # type: ignore[arg-type]
    assert groups(told(one, two, judged=(judged,))) == [2]


STATISTICS = Party(mention=None, actor="TUN", name="National Statistics Institute")


def given(by: Party) -> dict[str, Any]:
    return {"attributed_to": by, "voice": "official"}


def settled(*records: Record, texts: tuple[str, ...] = ()) -> tuple[str, str | None] | None:
    [conflict] = told(*records, texts=texts).conflicts
    return (conflict.settled.by, conflict.settled.value) if conflict.settled else None


def test_a_body_that_gives_another_value_later_settles_it() -> None:
    first = exports("58.6", **given(STATISTICS))
    assert settled(first, exports("47.1", **given(STATISTICS))) == ("later", "47.1 EUR")
    minister = Party(mention=None, actor="TUN", name="Tunisia", person="Nadia Chaouch")
    bank = Party(mention=None, actor="TUN", name="Central Bank")
    assert settled(first, exports("47.1", **given(bank))) is None
    assert settled(exports("58.6", **given(minister)), exports("47.1", **given(minister))) is None
    other = {**given(STATISTICS), "voice": "outlet"}
    assert settled(first, exports("47.1", **other)) is None
    assert settled(first, exports("47.1"), exports("35.2", **given(STATISTICS))) is None


def test_a_text_that_corrects_the_others_settles_it() -> None:
    correction = "The ministry corrected its figure: exports were 47.1 billion euros"
    held = (exports("58.6"), spoken("47.1", correction))
    assert settled(*held, texts=("Exports were 58.6", correction)) == ("later", "47.1 EUR")
    plainly = "The ministry gave a figure: exports were 47.1 billion euros"
    held = (exports("58.6"), spoken("47.1", plainly))
    assert settled(*held, texts=("Exports were 58.6", plainly)) is None


def test_a_correction_that_others_contradict_afterwards_settles_nothing() -> None:
    correction = "The ministry corrected its figure: exports were 47.1 billion euros"
    held = (exports("58.6"), spoken("47.1", correction), exports("58.6", basis="goods"))
    texts = ("Exports were 58.6", correction, "Exports were 58.6 billion all the same")
    assert settled(*held, texts=texts) is None


def spoken(number: str, text: str) -> Figure:
    figure = exports(number)
    made: Figure = record(Figure, text, **{name: getattr(figure, name) for name in _SLOTS})
    return made


_SLOTS = ("measure", "value", "unit", "reporter", "partner", "period", "date_from")
