"""CSV of an account: what a spreadsheet would run is guarded, numbers stay numbers."""

import csv
import io

import pytest
from hypothesis import given as whatever
from hypothesis import strategies

from legation.tables import cell, plain, table


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+cmd", "'+cmd"),
        ("-cmd", "'-cmd"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("  =1", "'  =1"),
        ("-12.5", "-12.5"),
        ("+3", "+3"),
        ("a=b", "a=b"),
        ("＝1", "'＝1"),
        ("'No deal', says minister", "'No deal', says minister"),
        ("'=1", "''=1"),
        (None, ""),
        (True, "yes"),
        (-4, "-4"),
    ],
)
def test_a_cell_that_looks_like_a_formula_is_guarded(given: object, written: str) -> None:
    assert cell(given) == written  # type: ignore[arg-type]


def test_a_table_can_be_read_again() -> None:
    made = table(("a", "b"), [("x, y", 'say "no"'), ("two\nlines", 3)])
    assert [*csv.reader(io.StringIO(made))] == [
        ["a", "b"],
        ["x, y", 'say "no"'],
        ["two\nlines", "3"],
    ]


def test_an_id_that_looks_like_a_number_is_none() -> None:
    made = table(("id", "n"), [("7310e12", "7310e12"), ("0012", 12)], ids=("id",))
    assert [*csv.reader(io.StringIO(made))][1:] == [["'7310e12", "7310e12"], ["'0012", "12"]]


def test_for_a_spreadsheet_with_a_mark_and_its_ends_of_line() -> None:
    made = table(("a",), [("é",)], notes=["drawn at random"], for_excel=True)
    assert made == "\ufeff# drawn at random\r\na\r\né\r\n"


@whatever(strategies.text(alphabet="'=+-@\t 1e.,aä", max_size=6), strategies.booleans())
def test_the_guard_is_taken_off_without_a_doubt(text: str, is_id: bool) -> None:
    assert plain(cell(text, is_id)) == text


def test_a_line_that_does_not_fit_its_head_is_a_fault_of_ours() -> None:
    with pytest.raises(ValueError, match="longer"):
        table(("a", "b"), [("only one",)])
