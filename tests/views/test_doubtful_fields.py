"""A slot that is doubtful has a question mark on every card, and only that slot."""

from datetime import date

from msgspec.structs import replace

from legation.model import Event, Instrument, Ledger, Location, Party, day
from legation.views.brief import brief
from legation.views.cards import card

KENYA = Party(mention=None, actor="KEN", name="Kenya")


def test_a_lent_day_has_a_question_mark(ledger: Ledger) -> None:
    event = next(r for r in ledger.records if isinstance(r, Event))
    dated = replace(event, date=day(date(2024, 3, 12)), place=Location(name="Oslo"))
    doubted = replace(dated, doubtful={"date": "lent from the day of publication"})
    assert "2024?" in card(1, doubted, ledger.document).head
    assert "Oslo?" not in card(1, doubted, ledger.document).head
    assert "?" not in card(1, dated, ledger.document).head


def test_a_doubtful_status_has_one(ledger: Ledger) -> None:
    pact = next(r for r in ledger.records if isinstance(r, Instrument))
    shown = card(1, replace(pact, doubtful={"status": "by a word nearby"}), ledger.document)
    assert shown.label == "in force?"


def test_the_heading_is_the_pair_of_the_text_whatever_records_survive(ledger: Ledger) -> None:
    bare = replace(ledger, records=())
    assert brief(bare).dyad == brief(ledger).dyad == "RUR – FRE"
    assert brief(replace(ledger, pair=None)).dyad is None
