"""Promises followed: who gives what to whom though a record names one side, what was paid of it,
what is asked or refused in one sentence and what is not.
"""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from legation.model import (
    Document,
    Event,
    Figure,
    Ledger,
    Party,
    Proposal,
    Record,
    Span,
    content_id,
    value,
)
from legation.model.account import Promise
from legation.reconciliation import memory
from legation.reconciliation.across.namings import named

DAY = date(2023, 3, 7)


def party(code: str, person: str | None = None) -> Party:
    return Party(mention=None, actor=code, name=person or code, person=person)


class Text:
    """A text of sentences, of which records are made by their words."""

    def __init__(self, *sentences: str) -> None:
        self.sentences = sentences
        self.body = " ".join(sentences)

    def _common(self, words: str) -> dict[str, Any]:
        at = self.body.index(words)
        span, start = Span(at, at + len(words)), 0
        for sentence in self.sentences:
            end = start + len(sentence)
            if start <= at < end:
                break
            start = end + 1
        return {
            "id": content_id(self.body, words),
            "evidence": (span,),
            "sentence": Span(start, end),
            "confidence": 0.7,
            "tier": "possible",
        }

    def sum(self, words: str, millions: int, **slots: Any) -> Figure:
        held: dict[str, Any] = {
            "measure": "other",
            "value": value(Decimal(millions), Decimal(10) ** 6, words),
            "unit": "USD",
        }
        return Figure(**self._common(words), **(held | slots))

    def event(self, words: str, type: str, by: str, to: str = "", **slots: Any) -> Event:
        sides: dict[str, Any] = {"actors": (party(by),), "recipients": (party(to),) if to else ()}
        common = self._common(words)
        common["id"] = content_id(common["id"], "event")
        return Event(**common, type=type, **sides, **slots)

    def asks(self, words: str, kind: str, by: str = "", to: str = "") -> Proposal:
        common = self._common(words)
        common["id"] = content_id(common["id"], "proposal")
        return Proposal(
            **common,
            proposal=kind,  # type: ignore[arg-type]
            by=party(by) if by else None,
            to=(party(to),) if to else (),
            content=common["evidence"],
        )


def promises(*told: tuple[Text, tuple[Record, ...]]) -> list[Promise]:
    """The promises of texts that are two months apart."""
    ledgers = []
    for number, (text, records) in enumerate(told):
        document = Document(
            id=str(number),
            text=text.body,
            published=DAY + timedelta(days=60 * number),
        )
        ledgers.append(Ledger(document=document, records=records))
    return list(memory.every(ledgers).grouping().promises)


PLEDGE = Text("Japan and its banks pledged $900 million for dams in Central Asia.")
PLEDGED = (
    PLEDGE,
    (
        PLEDGE.event("Japan and its banks pledged", "AGREE", "JPN"),
        PLEDGE.asks("$900 million for dams", "offer", "JPN"),
        PLEDGE.sum("$900 million", 900, nature="pledge"),
    ),
)


def test_a_pledge_to_a_region_is_one_however_many_records_tell_it() -> None:
    again = Text("The Japanese pledge of $900 million for dams in Central Asia stands.")
    [promise] = promises(PLEDGED, (again, (again.sum("$900 million", 900, nature="pledge"),)))
    assert promise.said == 2
    assert [one.actor for one in promise.by] == ["JPN"]
    assert {one.actor for one in promise.to} == {"KAZ", "KGZ", "TJK", "TKM", "UZB"}


def test_what_is_paid_of_it_joins_it_and_a_country_s_share_is_not_added() -> None:
    paid = Text("Japan has paid $300 million of the $900 million for dams in Central Asia.")
    share = Text("Tajikistan received $40 million from Japan for dams on the Vakhsh.")
    found = promises(
        PLEDGED,
        (paid, (paid.sum("$300 million", 300), paid.sum("$900 million", 900))),
        (
            share,
            (share.event("Tajikistan received", "AID", "JPN", "TJK"), share.sum("$40 million", 40)),
        ),
    )
    promise = found[0]
    assert promise.state == "partly_delivered"
    assert promise.delivered is not None and promise.delivered.middle == 300 * 10**6


def test_sides_that_a_sentence_names_by_adjectives_are_enough() -> None:
    first = Text("Peru promised $5 million for a clinic in Sucre, the Bolivian ministry said.")
    then = Text("The Peruvian state paid $5 million for the clinic.", "Bolivia gave thanks.")
    [promise] = promises(
        (first, (first.sum("$5 million", 5, nature="pledge"),)),
        (then, (then.sum("$5 million", 5),)),
    )
    assert (promise.said, promise.state) == (2, "delivered")


def test_the_next_sentence_says_of_what_a_payment_is_a_part() -> None:
    first = Text("Norway pledged $70 million to Ghana for forests.")
    then = Text(
        "Norway transferred $20 million to Ghana on Monday.",
        "It is the first part of the $70 million.",
    )
    [promise] = promises(
        (first, (first.sum("$70 million", 70, nature="pledge"),)),
        (then, (then.sum("$20 million", 20), then.sum("$70 million", 70, nature="pledge"))),
    )
    assert promise.delivered is not None and promise.delivered.middle == 20 * 10**6


def test_one_sum_for_two_purposes_is_two_promises() -> None:
    school = Text("Norway pledged $20 million to Ghana for village schools near Tamale.")
    roads = Text("Norway pledged $20 million to Ghana for coastal ferries and lighthouses.")
    found = promises(
        (school, (school.sum("$20 million", 20, nature="pledge"),)),
        (roads, (roads.sum("$20 million", 20, nature="pledge"),)),
    )
    assert len(found) == 2


def test_an_invitation_that_is_read_twice_is_one_offer() -> None:
    text = Text("Chile invited Bolivia to take part in a lithium fair.")
    [promise] = promises(
        (
            text,
            (
                text.event("Chile invited Bolivia to take part", "REQUEST", "CHL", "BOL"),
                text.asks("to take part in a lithium fair", "offer", "CHL", "BOL"),
            ),
        )
    )
    assert [step.status for step in promise.steps] == ["offered"]
    assert [one.actor for one in promise.by] == ["CHL"]


@pytest.mark.parametrize(
    "words",
    [
        "The ministry in Quito rejected the report and asked Peru for maps of the river.",
        "The ministry in Quito refused to comment on the tolls and asked Peru for maps.",
    ],
)
def test_who_rejects_one_thing_and_asks_for_another_is_not_refused(words: str) -> None:
    text = Text(words)
    refused = "rejected the report" if "report" in words else "refused to comment"
    [promise] = promises(
        (
            text,
            (
                text.event(refused, "REJECT", "ECU"),
                text.event("asked Peru for maps", "REQUEST", "ECU", "PER"),
                text.asks("maps", "request", "ECU", "PER"),
            ),
        )
    )
    assert [step.status for step in promise.steps] == ["requested"]


def test_a_wish_that_is_turned_down_in_the_same_words_is_refused() -> None:
    text = Text("Peru turned down the wish of Ecuador for a larger share of the water.")
    [promise] = promises(
        (
            text,
            (
                text.event("Peru turned down the wish", "REJECT", "PER", "ECU"),
                text.asks("the wish of Ecuador for a larger share", "request", "PER"),
            ),
        )
    )
    assert promise.state == "refused"
    assert [one.actor for one in promise.by] == ["PER"]


@pytest.mark.parametrize(
    ("content", "is_promise"),
    [
        ("to discuss a ferry to Callao", False),
        ("to also visit the port", False),
        ("to sign the treaty in May", False),
        ("to build a ferry port at Callao", True),
        ("to lend Ecuador ten ferries", True),
    ],
)
def test_a_plan_to_talk_is_no_promise(content: str, is_promise: bool) -> None:
    text = Text(f"Peru and Ecuador plan {content}.")
    found = promises((text, (text.asks(content, "plan", "PER", "ECU"),)))
    assert bool(found) is is_promise


@pytest.mark.parametrize(
    ("words", "sides"),
    [
        ("Kenya's ministers met Somali elders", [{"KEN"}, {"SOM"}]),
        (
            "The EU spoke with Central Asian countries",
            [{"EUR"}, {"KAZ", "KGZ", "TJK", "TKM", "UZB"}],
        ),
        ("Kazakhstan and the rest of Central Asia", [{"KAZ"}]),
        ("ships in the South China Sea", []),
        ("tell us, please, what a turkey costs", []),
        ("Us they asked; the US did not", [{"USA"}]),
    ],
)
def test_who_is_named(words: str, sides: list[set[str]]) -> None:
    assert sorted(map(sorted, named(words))) == sorted(map(sorted, sides))
