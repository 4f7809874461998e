"""The account of a dyad."""

import time
from datetime import date
from decimal import Decimal

import pytest

from legation.model import Period, day, months, year
from legation.statistics.accounts.trade import trade
from legation.statistics.cells import Key, Shelf, made
from legation.statistics.reading import Origin


def test_a_year_both_ways_with_its_balance() -> None:
    account = trade("EU", "KZ", year(2021))
    assert (account.reporter.code, account.partner.name) == ("EUR", "Kazakhstan")
    assert account.total.exports.value == 5_487_086_743
    assert account.total.imports.value == 17_548_077_348
    assert account.total.balance.value == -12_060_990_605
    assert account.total.total.value == 23_035_164_091
    assert account.missing == ()
    assert account.total.balance.observation is not None
    assert "vintage 2023-01-13" in account.total.balance.observation.definition


def test_without_a_period_all_years_at_hand() -> None:
    account = trade("EU", "KZ")
    assert [row.code for row in account.rows] == [str(number) for number in range(2010, 2024)]
    last = account.rows[-1]
    assert last.exports.value == 12_110_101_395
    assert last.imports.value is None
    assert last.imports.absence == "not_at_hand"
    assert "no series at hand: EU imports from Kazakhstan after November 2022" in account.missing


def test_by_month() -> None:
    account = trade("EU", "KZ", months(date(2022, 1, 1), date(2022, 11, 1)), by="month")
    assert len(account.rows) == 11
    assert (
        sum(row.imports.value or 0 for row in account.rows)
        == account.total.imports.value
        == 26_937_913_890
    )


def test_by_member_adds_up_but_for_empty_cells() -> None:
    account = trade("EU", "KZ", year(2021), by="member")
    assert account.rows[5].name == "Germany"
    assert account.rows[5].import_share == Decimal("20.78")
    assert Decimal(99) < account.covered["imports"] < 100
    assert any("Cyprus" in reason for reason in account.missing)


def test_chapters_are_listed_only_where_they_are_whole() -> None:
    account = trade("EU", "KZ", by="chapter")
    assert account.period == year(2021)
    assert [row.code for row in account.rows] == ["27"]
    assert account.covered == {"exports": Decimal("0.80"), "imports": Decimal("90.22")}


def test_a_section_with_a_missing_chapter_is_not_listed() -> None:
    account = trade("EU", "KZ", by="section")
    assert account.rows == ()
    assert account.covered == {"exports": Decimal("0.00"), "imports": Decimal("0.00")}


def test_another_currency() -> None:
    account = trade("EU", "KZ", year(2021), unit="USD")
    assert account.total.imports.value == 20_754_813_003
    assert account.total.balance.observation is not None
    assert account.total.balance.observation.unit == "USD"


def test_a_single_member_and_a_group() -> None:
    assert trade("DE", "KZ", year(2021)).total.exports.value == 1_443_753_471
    account = trade("EU", "CAS")
    assert account.rows[-1].exports.value == 20_191_365_270


@pytest.mark.parametrize(
    ("reporter", "partner"), [("CN", "KZ"), ("KZ", "EU"), ("", ""), ("??", "KZ")]
)
def test_nothing_at_hand_is_an_account_that_says_so(reporter: str, partner: str) -> None:
    account = trade(reporter, partner)
    assert account.rows == ()
    assert account.total.exports.value is None
    assert len(account.missing) == 1


def test_a_period_that_is_not_whole_months() -> None:
    assert trade("EU", "KZ", day(date(2021, 5, 4))).missing == ("not whole months",)
    assert trade("EU", "KZ", Period(start=None, end=None, edtf="")).missing == ("not whole months",)


def test_both_reporters_side_by_side() -> None:
    origin = Origin(dataset="National customs", source="s", vintage="2024-02-01", licence="open")
    theirs = {Key("KAZ", "EUR", "HS", "TOTAL", "imports"): {2021 * 12: 6_000_000_000}}
    account = trade(
        "EU", "KZ", year(2021), shelf=Shelf(None, (made("own", origin, 12, theirs, "EUR"),))
    )
    gap = account.mirror[0]
    assert gap.flow == "exports"
    assert gap.reporters.value == 5_487_086_743
    assert gap.partners.value == 6_000_000_000
    assert gap.per_cent == Decimal("9.35")
    assert account.mirror[1].per_cent is None
    assert "no series at hand: " in account.mirror[1].partners.reason


def test_it_is_quick_on_the_whole_snapshot() -> None:
    for by in ("year", "month", "member", "chapter"):
        trade("EU", "KZ", by=by)
        start = time.perf_counter()
        trade("EU", "KZ", by=by)
        assert time.perf_counter() - start < 0.05, by
