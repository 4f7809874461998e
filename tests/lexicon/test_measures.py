"""The data files of numbers, units, currencies, months and qualifiers hold together."""

import re

import pytest

from legation.lexicon import table
from legation.mentions.dates.expressions import MonthRow, month_pattern
from legation.mentions.quantities import units
from legation.mentions.quantities.money import CurrencyRow
from legation.mentions.quantities.numerals import NumberWord
from legation.mentions.quantities.qualifiers import QualifierRow
from legation.mentions.quantities.units import UnitRow

CURRENCIES = table("currencies", CurrencyRow)
UNITS = table("units", UnitRow)


def test_every_currency_has_one_row_and_a_name() -> None:
    codes = [row.code for row in CURRENCIES]
    assert len(codes) == len(set(codes))
    assert all(re.fullmatch(r"[A-Z]{3}", code) for code in codes)
    assert all(row.names or row.bare for row in CURRENCIES)


def test_no_name_or_sign_means_two_currencies() -> None:
    for column in ("names", "bare", "symbols"):
        forms = [form for row in CURRENCIES for form in getattr(row, column)]
        twice = {form for form in forms if forms.count(form) > 1}
        assert not twice, column


def test_shared_nouns_belong_to_a_known_currency() -> None:
    assert set(units.SHARED.values()) <= {row.code for row in CURRENCIES}
    assert set(units.LOWER_CODES) - {"rmb"} <= {row.code.lower() for row in CURRENCIES}


def test_country_domains_have_two_letters() -> None:
    assert all(row.tld is None or re.fullmatch(r"[a-z]{2}", row.tld) for row in CURRENCIES)


def test_units_have_a_positive_factor_and_a_form() -> None:
    for row in UNITS:
        assert row.factor > 0, row
        assert row.words or row.signs, row
        assert row.per in {None, "year", "day"}, row


def test_no_sign_means_two_units() -> None:
    signs = [sign for row in UNITS for sign in row.signs]
    assert not {sign for sign in signs if signs.count(sign) > 1}
    words = [word for row in UNITS for word in row.words]
    assert not {word for word in words if words.count(word) > 1}


def test_lower_case_tables_are_lower_case() -> None:
    forms = [w for row in UNITS for w in row.words] + [
        w for row in CURRENCIES for w in (*row.names, *row.bare, *row.symbols)
    ]
    assert not [form for form in forms if form != form.lower()]


@pytest.mark.parametrize("kind", ["one", "ten", "hundred", "scale"])
def test_number_words_rise_within_their_kind(kind: str) -> None:
    rows = [row for row in table("number_words", NumberWord) if row.kind == kind]
    assert rows
    bounds = {"one": (0, 19), "ten": (20, 90), "hundred": (12, 100), "scale": (1000, 10**15)}[kind]
    assert all(bounds[0] <= row.value <= bounds[1] for row in rows)


def test_number_words_are_written_once() -> None:
    words = [row.word for row in table("number_words", NumberWord)]
    assert len(words) == len(set(words))


def test_months_are_twelve_and_each_form_is_one_month() -> None:
    rows = table("months", MonthRow)
    assert [row.number for row in rows] == list(range(1, 13))
    forms = [form for row in rows for form in (row.name, *row.short)]
    assert len(forms) == len(set(forms))
    pattern = re.compile(month_pattern())
    assert all(pattern.fullmatch(form) for form in forms)
    assert not pattern.fullmatch("marches")
    assert not pattern.fullmatch("mayor")


def test_a_qualifier_s_words_say_one_thing() -> None:
    words = [word for row in table("qualifiers", QualifierRow) for word in row.words]
    assert len(words) == len(set(words))
    assert "at least" in words
