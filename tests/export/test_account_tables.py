"""CSV of an account: what a spreadsheet would run is guarded, numbers stay numbers."""

import csv
import io

import pytest

from legation.export.guarded import cell, csv_table


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
        (None, ""),
        (True, "yes"),
        (-4, "-4"),
    ],
)
def test_a_cell_that_looks_like_a_formula_is_guarded(given: object, written: str) -> None:
    assert cell(given) == written  # type: ignore[arg-type]


def test_a_table_can_be_read_again() -> None:
    made = csv_table(("a", "b"), [("x, y", 'say "no"'), ("two\nlines", 3)])
    assert [*csv.reader(io.StringIO(made))] == [
        ["a", "b"],
        ["x, y", 'say "no"'],
        ["two\nlines", "3"],
    ]
