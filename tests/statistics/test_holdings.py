"""What is at hand, for a person who asks."""

from datetime import date

from legation.statistics import snapshots


def test_holdings_tell_what_how_much_and_how_old() -> None:
    held = {holding.name: holding for holding in snapshots(date(2026, 11, 23))}
    annual = held["eu27_annual"]
    assert (annual.first, annual.last, annual.rows, annual.age) == ("2010", "2023", 3407, 723)
    assert annual.words == (
        "EU27 exports of goods by partner, annual: 2010 to 2023, 3,407 rows, Eurostat, "
        "November 2024: Comext (EasyComext) of 2024-11 (723 days old)"
    )
    assert all(holding.licence and holding.source for holding in held.values())


def test_a_series_that_ends_before_the_last_full_year_is_too_old_for_its_claims() -> None:
    stale = {holding.name: holding.stale for holding in snapshots(date(2026, 11, 23))}
    assert stale["eu27_annual"] == "too old for claims of 2025: it ends with 2023"
    assert stale["members_monthly"] == "too old for claims of 2025: it ends with 2024-08"
    assert stale["us_goods_since_2023"] == stale["exchange_rates"] == stale["hs_titles"] == ""
    early = {holding.name: holding.stale for holding in snapshots(date(2025, 2, 1))}
    assert early["eu27_annual"] == ""


def test_an_age_is_never_negative() -> None:
    assert {holding.age for holding in snapshots(date(2000, 1, 1))} == {0}
