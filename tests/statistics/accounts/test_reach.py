"""How far the series at hand reach around an account."""

from decimal import Decimal

from legation.model import year
from legation.statistics.accounts.reach import reach
from legation.statistics.accounts.trade import trade


def test_a_year_that_breaks_off_is_given_for_the_months_that_are_there() -> None:
    found = reach(trade("EU", "KZ"), newer=True)
    first, last = found.parts
    assert (first.name, first.imports.value) == ("January–November 2022", Decimal(26_937_913_890))
    assert (last.name, last.imports.value) == ("January–August 2024", None)
    assert last.exports.value is not None


def test_parts_stay_within_what_was_asked() -> None:
    assert reach(trade("EU", "KZ", year(2021))).parts == ()
    assert reach(trade("EU", "KZ", year(2015))).parts == ()
    assert [part.name for part in reach(trade("EU", "KZ", year(2022))).parts] == [
        "January–November 2022"
    ]


def test_a_member_without_any_value_is_named() -> None:
    assert [member.name for member in reach(trade("EU", "KZ", by="member")).unlisted] == ["Malta"]


def test_what_there_is_instead() -> None:
    found = reach(trade("CN", "KZ"))
    assert "EU imports from Kazakhstan: January 2020–November 2022" in found.at_hand
    assert "EU exports to China: 2010–2023" in found.at_hand
    assert not any(words.startswith("China's") for words in found.at_hand)


def test_every_country_is_answered_for() -> None:
    assert reach(trade("AQ", "TV")).at_hand
    assert any("Belarus" in words for words in reach(trade("DE", "TV")).at_hand)
    assert reach(trade("DE", "KZ")).at_hand == ()
