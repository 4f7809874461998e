"""Tables in plain text: every number with what its headers say, and nothing that they do not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation import pipeline
from legation.model import Document, Figure
from legation.records.figures.candidates.table_units import headed
from legation.records.figures.candidates.tables import tables

Told = tuple[str, str, str, str | None, str | None, str | None]

ALIGNED = """Chilean copper exports, thousand tonnes

Buyer                 2019      2020
Japan                  410       385
South Korea            290       301
"""
PIPED = """| Partner | Exports (EUR bn) | Imports (EUR bn) |
| --- | --- | --- |
| Norway | 12.5 | 30.1 |
| Turkey | 7.2 | 6.9 |
"""
TABBED = "USD million\t2021\t2022\nKenya\t1,210\t1,305\nGhana\t840\t-\n"
DOTTED = """Cotton imports by origin, tonnes
Mali . . . . . . 5,120
Benin  . . . . . 4,870
"""


def figures(text: str) -> list[Figure]:
    return [
        r
        for r in pipeline.ledger(Document(id="x", text=text, language="en"), None).records
        if isinstance(r, Figure)
    ]


def told(text: str) -> list[Told]:
    return [
        (
            f.measure,
            f.value.written,
            f.unit,
            f.reporter,
            f.partner,
            f.period.edtf if f.period else None,
        )
        for f in figures(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            ALIGNED,
            [
                ("exports", "410", "t", "CHL", "JPN", "2019"),
                ("exports", "385", "t", "CHL", "JPN", "2020"),
                ("exports", "290", "t", "CHL", "KOR", "2019"),
                ("exports", "301", "t", "CHL", "KOR", "2020"),
            ],
        ),
        (
            PIPED,
            [
                ("exports", "12.5", "EUR", None, "NOR", None),
                ("imports", "30.1", "EUR", None, "NOR", None),
                ("exports", "7.2", "EUR", None, "TUR", None),
                ("imports", "6.9", "EUR", None, "TUR", None),
            ],
        ),
        (
            TABBED,
            [
                ("other", "1,210", "USD", None, None, "2021"),
                ("other", "1,305", "USD", None, None, "2022"),
                ("other", "840", "USD", None, None, "2021"),
            ],
        ),
        (
            DOTTED,
            [
                ("imports", "5,120", "t", None, "MLI", None),
                ("imports", "4,870", "t", None, "BEN", None),
            ],
        ),
    ],
)
def test_a_table_is_read_by_its_headers(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


def test_scales_of_headers_count() -> None:
    first = figures(ALIGNED)[0]
    assert first.value.middle == 410_000
    assert first.tier == "possible"


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("EUR million", "EUR 1000000"),
        ("million dollars", "USD 1000000"),
        ("£bn", "GBP 1000000000"),
        ("volume, thousand tonnes", "t 1000"),
        ("TWh", "Wh 1000000000000"),
        ("share, %", "% 1"),
        ("price, USD/t", None),
        ("EUR million or %", None),
        ("Buyer", None),
    ],
)
def test_units_of_headers(title: str, unit: str | None) -> None:
    found = headed(title)
    assert (f"{found.unit} {found.factor:f}" if found else None) == unit


@pytest.mark.parametrize(
    "text",
    [
        "The minister met his guest.\nThey spoke about rice.\n",
        "Oslo    12 May 2020\nBergen    14 May 2020\n",
        "Points:\n1. Trade\n2. Visas\n",
        "Kenya  2021\nGhana  2022\n",
    ],
)
def test_what_is_no_table(text: str) -> None:
    assert list(tables(text)) == []


def test_no_unit_no_figure() -> None:
    assert figures("Goals this season\nLyon      41\nNantes    33\n") == []


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab1 2.|\t\n%-+,", max_size=80))
def test_cells_are_what_the_text_says(text: str) -> None:
    for table in tables(text):
        for column in table.columns:
            assert text[column.cell.span.start : column.cell.span.end] == column.cell.text
            assert column.digits is not None
