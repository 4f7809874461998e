"""What people write for a country."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.model import UnknownName
from legation.statistics import codes, names


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("EU", "EUR"),
        ("eur", "EUR"),
        ("the European Union", "EUR"),
        ("KZ", "KAZ"),
        ("kaz", "KAZ"),
        ("Kazakhstan", "KAZ"),
        ("Kazakh", "KAZ"),
        ("Turkiye", "TUR"),
        ("Türkiye", "TUR"),
        ("UK", "GBR"),
        ("el", "GRC"),
        ("U.S.", "USA"),
        ("Côte d’Ivoire", "CIV"),
        ("Central Asia", "CAS"),
        ("the world", "WLD"),
    ],
)
def test_codes_names_and_demonyms(written: str, code: str) -> None:
    assert names.resolve(written) == code


def test_a_slip_of_the_pen_is_asked_about() -> None:
    with pytest.raises(UnknownName, match=r"'Kazachstan'; did you mean Kazakhstan \(KAZ\)"):
        names.resolve("Kazachstan")


def test_a_name_of_two_countries_is_not_guessed() -> None:
    with pytest.raises(UnknownName, match=r"\(COD\) or the Congo \(COG\); write the code"):
        names.resolve("Congo")


def test_nonsense_is_told_what_was_expected() -> None:
    with pytest.raises(UnknownName, match="code of two or three letters"):
        names.resolve("qqqqqq")


def test_every_country_is_known_by_its_code_and_name() -> None:
    for row in codes.crosswalk().values():
        assert names.resolve(row.code) == row.code
        if row.kind == "country" and row.code != "COG":
            assert names.resolve(codes.name(row.code)) == row.code


@given(st.text(max_size=12))
def test_whatever_is_written_gives_a_code_or_a_reason(written: str) -> None:
    try:
        found = names.resolve(written)
    except UnknownName:
        return
    assert found in codes.crosswalk() or found in codes.groups()
