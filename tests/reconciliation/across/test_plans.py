"""Meetings that a sentence moves or calls off join their plan; a meeting without a day has that of
a visit beside it.
"""

from datetime import date, timedelta
from typing import Any

import pytest

from legation.model import Document, Event, Ledger, Party, Span, content_id, day
from legation.model.account import Affair
from legation.reconciliation import memory
from legation.reconciliation.across.visits import facts

DAY = date(2024, 5, 2)
WHO = Party(mention=None, actor="PER", name="Peru", person="Ana Rojas", role="foreign minister")
HOST = Party(mention=None, actor="ECU", name="Ecuador")


def event(text: str, words: str, **slots: Any) -> Event:
    at = text.index(words)
    start = text.rfind(". ", 0, at) + 2 if ". " in text[:at] else 0
    end = text.find(". ", at)
    held: dict[str, Any] = {
        "id": content_id(text, words),
        "evidence": (Span(at, at + len(words)),),
        "sentence": Span(start, end + 1 if end >= 0 else len(text)),
        "confidence": 0.9,
        "tier": "sure",
        "type": "CONSULT",
        "actors": (WHO,),
        "recipients": (HOST,),
    }
    return Event(**(held | slots))


def account(*told: tuple[str, tuple[Event, ...]]) -> list[Affair]:
    """The events of texts three days apart."""
    ledgers = [
        Ledger(
            document=Document(id=str(n), text=text, published=DAY + timedelta(days=3 * n)),
            records=records,
        )
        for n, (text, records) in enumerate(told)
    ]
    found = memory.every(ledgers).grouping().affairs
    return [one for one in found if one.kind == "event"]


PLAN = "Peru's foreign minister Ana Rojas will visit Ecuador on 20 May."
PLANNED = (
    PLAN,
    (event(PLAN, "Ana Rojas will visit", date=day(date(2024, 5, 20)), date_from="own",
           status="planned"),),
)  # fmt: skip


def steps(affair: Affair) -> list[tuple[str | None, str | None]]:
    return [(one.status, one.period.edtf if one.period else None) for one in affair.steps]


@pytest.mark.parametrize(
    "words",
    [
        "Peru's foreign minister Ana Rojas has cancelled her trip to Ecuador, planned for 20 May.",
        "Ana Rojas of Peru called off her visit to Ecuador on 20 May because of a storm.",
        "On 4 May Peru said that Ana Rojas had scrapped her trip to Ecuador due on 20 May.",
    ],
)
def test_a_visit_called_off_is_the_end_of_its_plan(words: str) -> None:
    off = event(words, "Ana Rojas", type="REJECT")
    [affair] = account(PLANNED, (words, (off,)))
    assert steps(affair) == [("planned", "2024-05-20"), ("negated", "2024-05-20")]
    assert (affair.type, affair.status) == ("CONSULT", "negated")


@pytest.mark.parametrize(
    "words",
    [
        "The visit of Ana Rojas to Ecuador has been moved from 20 May to 3 June.",
        "Peru's Ana Rojas postponed the trip to Ecuador that was planned for 20 May until 3 June.",
        "Ana Rojas put off her talks in Ecuador from 20 May to 3 June, Lima said.",
    ],
)
def test_a_visit_moved_has_another_day(words: str) -> None:
    moved = event(words, "Ana Rojas")
    held = "Ana Rojas of Peru visited Ecuador on 3 June."
    then = event(held, "Ana Rojas", date=day(date(2024, 6, 3)), date_from="own")
    [affair] = account(PLANNED, (words, (moved,)), (held, (then,)))
    assert steps(affair) == [
        ("planned", "2024-05-20"),
        ("planned", "2024-06-03"),
        ("actual", "2024-06-03"),
    ]


@pytest.mark.parametrize(
    ("words", "slots"),
    [
        # another day than that of the plan
        ("Ana Rojas has cancelled her trip to Ecuador, planned for 11 June.", {}),
        # nothing that has a day is called off
        ("Ana Rojas has cancelled her debts with Ecuador by 20 May.", {}),
        # two days, and neither is said to be the plan's
        ("Ana Rojas called off her visit on 4 May as Ecuador had on 20 May.", {}),
        # somebody else's
        ("Ana Rojas has cancelled her trip to Chile, planned for 20 May.",
         {"recipients": (Party(mention=None, actor="CHL", name="Chile"),)}),
    ],
)  # fmt: skip
def test_what_calls_off_something_else_stays_apart(words: str, slots: dict[str, Any]) -> None:
    off = event(words, "Ana Rojas", type="REJECT", **slots)
    plan = account(PLANNED, (words, (off,)))[0]
    assert (plan.status, len(plan.members)) == ("planned", 1)


VISIT = "Ana Rojas visited Quito on 20 May and met Trade Minister Luis Paz. She left at noon."
MINISTER = Party(
    mention=None, actor=None, name="Luis Paz", person="Luis Paz", role="trade minister"
)


def test_a_meeting_in_the_sentence_of_a_visit_has_its_day_and_host() -> None:
    visit = event(VISIT, "Ana Rojas visited", date=day(date(2024, 5, 20)), date_from="own")
    met = event(VISIT, "met Trade Minister", actors=(WHO, MINISTER), recipients=())
    told = "Ecuador's Trade Minister Luis Paz met Ana Rojas on 20 May."
    host = Party(mention=None, actor="ECU", name="Luis Paz", person="Luis Paz")
    other = event(
        told, "Luis Paz", actors=(host, WHO), recipients=(), date=day(date(2024, 5, 20)),
        date_from="own",
    )  # fmt: skip
    [affair] = account((VISIT, (visit, met)), (told, (other,)))
    assert len(affair.members) == 3
    assert {one.actor for one in affair.parties} == {"PER", "ECU"}


def test_a_visitor_of_no_known_country_is_not_the_host_s() -> None:
    guest = Party(
        mention=None, actor=None, name="Ana Rojas", person="Ana Rojas", role="foreign minister"
    )
    visit = event(
        VISIT, "Ana Rojas visited", actors=(guest,), date=day(date(2024, 5, 20)), date_from="own"
    )
    met = event(VISIT, "met Trade Minister", actors=(guest, MINISTER), recipients=())
    told = "Ana Rojas of Peru visited Ecuador on 20 May."
    other = event(told, "Ana Rojas", date=day(date(2024, 5, 20)), date_from="own")
    [affair] = account((VISIT, (visit, met)), (told, (other,)))
    assert len(affair.members) == 3
    assert {one.actor for one in affair.parties if one.person == "Ana Rojas"} <= {"PER", None}


@pytest.mark.parametrize(
    "slots",
    [
        {"mode": "phone"},
        {"status": "planned"},
        {"historical": True},
        {"actors": (MINISTER,), "recipients": (HOST,)},  # nobody of the visit is there
        {"sentence": Span(60, 80)},  # two sentences on
    ],
)
def test_a_meeting_that_is_another_has_no_day_from_it(slots: dict[str, Any]) -> None:
    visit = event(VISIT, "Ana Rojas visited", date=day(date(2024, 5, 20)), date_from="own",
                  sentence=Span(0, 40))  # fmt: skip
    met = event(VISIT, "met Trade Minister", **({"actors": (WHO, MINISTER)} | slots))
    document = Document(id="a", text=VISIT, published=DAY)
    found = facts(Ledger(document=document, records=(visit, met)))
    assert found == {}
