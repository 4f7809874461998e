"""The brief's view model."""

from datetime import date
from decimal import Decimal

import msgspec
import pytest

from legation.model import Event, Figure, Ledger, Party, Period, Span, Value, day, months, year
from legation.views import brief
from legation.views.verdicts import BADGES
from legation.views.wording import amount, period_words, subject, who


def test_it_opens_with_what_could_be_checked_and_never_with_a_grade(ledger: Ledger) -> None:
    made = brief(ledger)
    assert made.checked == (
        "2 figures in the text: 2 checked (1 only against the text's own arithmetic), 0 not."
    )
    assert "match" not in made.checked


def test_what_is_in_doubt_is_named(ledger: Ledger) -> None:
    assert [card.quote for card in brief(ledger).doubts] == ["41 percent"]


def test_only_sure_records_unless_asked(ledger: Ledger) -> None:
    sure, everything = brief(ledger), brief(ledger, possible=True)
    assert sure.folded == 1
    assert everything.folded == 0
    assert (
        sum(len(s.cards) for s in everything.sections)
        == sum(len(s.cards) for s in sure.sections) + 1
    )


def test_numbers_run_through_the_text_and_then_through_what_is_left_out(ledger: Ledger) -> None:
    made = brief(ledger)
    numbers = sorted(card.number for section in made.sections for card in section.cards)
    assert numbers == list(range(1, len(numbers) + 1))
    assert [c.number for c in made.rest] == list(range(len(numbers) + 1, len(ledger.records) + 1))


def test_every_card_stands_beside_one_paragraph(ledger: Ledger) -> None:
    made = brief(ledger)
    beside = [c.number for p in made.paragraphs for c in (*p.cards, *p.possible)]
    assert sorted(beside) == list(range(1, len(ledger.records) + 1))
    assert {c.number for p in made.paragraphs for c in p.possible} == {c.number for c in made.rest}


def test_the_pieces_are_the_text_and_every_card_ends_once(ledger: Ledger) -> None:
    made = brief(ledger, possible=True)
    assert "".join(piece.text for piece in made.pieces) == ledger.document.text
    ends = sorted(n for piece in made.pieces for n in piece.ends)
    assert ends == sorted(c.number for section in made.sections for c in section.cards)


def test_a_ledger_without_records_is_still_a_brief(ledger: Ledger) -> None:
    made = brief(Ledger(document=ledger.document, records=()))
    assert made.checked == "No figures in the text."
    assert made.sections == ()


def test_every_verdict_has_a_sign_and_a_word() -> None:
    assert all(badge.sign and badge.word for badge in BADGES.values())
    assert len({badge.word for badge in BADGES.values()}) == len(BADGES)


@pytest.mark.parametrize(
    ("number", "unit", "words"),
    [
        (Decimal(12110101395), "EUR", "€12.110 bn"),
        (Decimal("-12061000000"), "EUR", "−€12.061 bn"),
        (Decimal("90.2134"), "%", "90.2 %"),
        (Decimal(8500000), "t", "8.500 m t"),
        (Decimal(120), "count", "120 count"),
    ],
)
def test_amounts_for_people(number: Decimal, unit: str, words: str) -> None:
    assert amount(number, unit) == words


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (year(2023), "2023"),
        (months(date(2024, 1, 1), date(2024, 7, 1)), "Jan–Jul 2024"),
        (months(date(2023, 7, 1), date(2024, 6, 1)), "Jul 2023 – Jun 2024"),
        (day(date(2024, 10, 5)), "5 Oct 2024"),
        (Period(start=date(2015, 1, 1), end=None, edtf="2015/"), "since 2015"),
        (Period(start=None, end=date(2030, 12, 31), edtf="/2030"), "by 2030"),
        (Period(start=None, end=None, edtf="XXXX-10-05"), "5 Oct, year not given"),
        (None, None),
    ],
)
def test_periods_for_people(period: Period | None, words: str | None) -> None:
    assert period_words(period) == words


def test_one_of_both_sides_goes_by_its_own_name() -> None:
    assert who(Party(mention=None, actor="KEN", name="sides", sector="IGO")) == "Kenya"
    assert (
        who(Party(mention=None, actor="KEN", name="customs service", sector="GOV"))
        == "customs service (Kenya)"
    )


def test_a_growth_of_export_is_one_of_exports() -> None:
    figure = Figure(
        id="f",
        evidence=(Span(0, 1),),
        sentence=Span(0, 1),
        confidence=0.9,
        tier="sure",
        measure="growth",
        value=Value(low=Decimal(1), high=Decimal(2), written="1.5%"),
        unit="%",
        of="export",
        reporter="KEN",
        partner="JPN",
        period=year(2020),
        voice="outlet",
    )
    assert subject(figure) == "growth of exports Kenya → Japan, 2020"


def test_a_signing_is_called_so(ledger: Ledger) -> None:
    document = msgspec.structs.replace(ledger.document, text="Ruritania signed the pact.")
    event = next(r for r in ledger.records if isinstance(r, Event))
    signing = msgspec.structs.replace(event, evidence=(Span(0, 25),), status="actual")
    [section] = brief(Ledger(document=document, records=(signing,))).sections
    assert section.cards[0].value == "signing"
