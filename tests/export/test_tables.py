"""CSV that a spreadsheet reads."""

import csv
import io
from decimal import Decimal

from legation.export import tables
from legation.model.accounts import Series
from legation.statistics.accounts import catalogue
from legation.statistics.accounts.presence import presence
from legation.statistics.accounts.reach import reach
from legation.statistics.accounts.trade import trade
from legation.tables import cell


def written(key: str, title: str) -> Series:
    """A series as somebody's own folder may hold it."""
    return Series(
        key=key, title=title, table="t", dataset="d", unit="EUR", first="2020", last="2021",
        cells=2, vintage="2022", source="s", licence="l",
    )  # fmt: skip


def read(text: str) -> list[dict[str, str]]:
    rows = list(csv.DictReader(io.StringIO(text)))
    assert all(None not in row and None not in row.values() for row in rows), (
        "a row has another number of cells than the head"
    )
    return rows


def test_every_row_has_all_columns() -> None:
    account = trade("EU", "KZ", by="member")
    assert len(read(tables.trade(account, reach(account)))) > 100
    assert read(tables.presence(presence("KZ")))
    assert read(tables.catalogue(catalogue.find("Kazakhstan")))
    assert read(tables.values(catalogue.show("M.MT.KZ.TOTAL.2.VALUE_IN_EUROS")))


def test_a_member_without_values_has_a_line_with_a_reason() -> None:
    account = trade("EU", "KZ", by="member")
    (line,) = [row for row in read(tables.trade(account, reach(account))) if row["code"] == "MLT"]
    assert (line["value"], line["absence"], line["reason"]) == (
        "",
        "not_at_hand",
        "no value at hand",
    )


def test_large_numbers_are_written_out() -> None:
    assert cell(Decimal("1E+10")) == "10000000000"


def test_no_text_becomes_a_formula() -> None:
    (row,) = read(tables.catalogue([written(key='=HYPERLINK("x")', title="@sum, with a comma")]))
    assert row["key"] == '\'=HYPERLINK("x")'
    assert row["title"] == "'@sum, with a comma"
