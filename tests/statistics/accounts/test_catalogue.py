"""Series by words and by key."""

from datetime import date

import pytest

from legation.statistics.accounts import catalogue
from legation.statistics.cells import Key, Shelf, made
from legation.statistics.reading import Origin


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Germany exports Kazakhstan", "M.DE.KZ.TOTAL.2.VALUE_IN_EUROS"),
        ("exports DE KZ", "M.DE.KZ.TOTAL.2.VALUE_IN_EUROS"),
        ("EU imports Kazakhstan", "M.EU27_2020.KZ.TOTAL.1.VALUE_IN_EUROS"),
        ("USD", "M.USD.EUR.SP00.A"),
        ("graphite china germany", "A.DE.CN.25041000.1.VALUE_IN_EUROS"),
        ("A.EU27_2020.KZ.TOTAL.2.VALUE_IN_EUROS", "A.EU27_2020.KZ.TOTAL.2.VALUE_IN_EUROS"),
    ],
)
def test_a_series_is_found_by_words_codes_and_key(words: str, key: str) -> None:
    assert catalogue.find(words)[0].key == key


def test_nothing_is_found_for_words_that_no_series_has() -> None:
    assert catalogue.find("Ruritania") == ()


def test_a_listing_has_an_end() -> None:
    assert len(catalogue.find("", limit=7)) == 7


def test_a_key_in_two_vintages_is_two_series() -> None:
    shown = catalogue.show("M.MT.KZ.TOTAL.2.VALUE_IN_EUROS")
    assert [one.series.vintage for one in shown] == ["2024-11", "2023-01-13"]
    assert all(len(one.points) == one.series.cells + one.gaps for one in shown)
    assert any(point.value is None for point in shown[0].points)


def test_the_union_s_series_is_the_sum_of_its_members() -> None:
    (shown,) = catalogue.show("M.EU27_2020.KZ.TOTAL.1.VALUE_IN_EUROS")
    assert "(sum of the members)" in shown.series.title
    assert (
        sum(point.value or 0 for point in shown.points if point.period.startswith("2021"))
        == 17_548_077_348
    )


def test_a_date_leaves_later_vintages_aside() -> None:
    assert len(catalogue.show("M.MT.KZ.TOTAL.2.VALUE_IN_EUROS", Shelf(date(2023, 6, 1)))) == 1


def test_series_of_one_s_own_are_found_too() -> None:
    origin = Origin(dataset="National customs", source="s", vintage="2024-02-01", licence="open")
    own = made(
        "own",
        origin,
        12,
        {Key("KAZ", "CHN", "HS", "TOTAL", "exports"): {2021 * 12: 5, 2023 * 12: 7}},
        "USD",
    )
    (found,) = catalogue.find("Kazakhstan's exports to China", Shelf(None, (own,)))
    assert (found.key, found.unit, found.first, found.last) == (
        "A.KZ.CN.TOTAL.2.VALUE_IN_EUROS",
        "USD",
        "2021",
        "2023",
    )
    (shown,) = catalogue.show(found.key, Shelf(None, (own,)))
    assert shown.gaps == 1
