"""The crosswalk, the members of the EU and the groups hold together."""

from collections import Counter
from datetime import date

import pytest

from legation import lexicon
from legation.statistics import codes


def test_no_code_of_a_source_stands_for_two() -> None:
    for column in ("alpha2", "eurostat", "comext", "comtrade", "label"):
        held = Counter(getattr(row, column) for row in codes.crosswalk().values())
        held.pop("", None)
        assert not [code for code, count in held.items() if count > 1], column


@pytest.mark.parametrize(
    ("code", "eurostat", "comext", "comtrade"),
    [
        ("GRC", "EL", "GR", "300"),
        ("GBR", "UK", "GB", "826"),
        ("SRB", "RS", "XS", "688"),
        ("XKX", "XK", "XK", "412"),
        ("FRA", "FR", "FR", "251"),
        ("ITA", "IT", "IT", "381"),
        ("USA", "US", "US", "842"),
        ("CHE", "CH", "CH", "757"),
        ("EUR", "EU27_2020", "EU27_2020", "97"),
    ],
)
def test_codes_that_differ_between_sources(
    code: str, eurostat: str, comext: str, comtrade: str
) -> None:
    row = codes.crosswalk()[code]
    assert (row.eurostat, row.comext, row.comtrade) == (eurostat, comext, comtrade)


@pytest.mark.parametrize(
    ("other", "ours"),
    [
        ("EL", "GRC"),
        ("XS", "SRB"),
        ("KZ", "KAZ"),
        ("EU27_2020", "EUR"),
        ("XU", "GBR"),
        ("XI", "GBR"),
        ("???", "???"),
    ],
)
def test_other_codes_lead_to_ours(other: str, ours: str) -> None:
    assert codes.ours(other) == ours


@pytest.mark.parametrize(
    ("day", "count"),
    [
        ("1995-06-01", 15),
        ("2004-05-01", 25),
        ("2007-01-01", 27),
        ("2013-07-01", 28),
        ("2020-01-31", 28),
        ("2020-02-01", 27),
    ],
)
def test_how_many_members_the_union_had(day: str, count: int) -> None:
    assert len(codes.members(date.fromisoformat(day))) == count


def test_the_composition_of_eurostat_s_aggregate_does_not_move() -> None:
    early = date(2010, 1, 1)
    assert codes.union("EUR", early) == codes.members()
    assert "HRV" in codes.union("EUR", early)
    assert "HRV" not in codes.union("EUR:EU28", early)


def test_members_of_groups_are_known_and_their_dates_do_not_overlap() -> None:
    rows = lexicon.table("country_group_members", codes.Membership)
    assert {row.group for row in rows} == {group.group for group in codes.groups().values()}
    assert not [row.code for row in rows if row.code not in codes.crosswalk()]
    assert all(row.end is None or row.start is None or row.start <= row.end for row in rows)
    assert len({(row.group, row.code) for row in rows}) == len(rows)


def test_a_group_is_found_by_its_aliases() -> None:
    assert codes.group_members("IGO:eaeu", date(2015, 1, 1)) == ("BLR", "KAZ", "RUS")
    assert codes.group_members("EAEU", date(2016, 1, 1)) == ("ARM", "BLR", "KAZ", "KGZ", "RUS")
    assert codes.group_members("KAZ", date(2016, 1, 1)) == ()
    assert not set(codes.groups()) & set(codes.crosswalk())


def test_a_name_reads_as_english() -> None:
    assert [codes.name(c) for c in ("EUR", "USA", "KAZ", "NLD", "CAS")] == [
        "the EU",
        "the United States",
        "Kazakhstan",
        "the Netherlands",
        "Central Asia",
    ]
