"""CSV that a spreadsheet opens as it is: a cell that looks like a formula is guarded."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

Cell = str | int | float | Decimal | bool | None
FORMULA = ("=", "+", "-", "@", "\t", "\r")
NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")


def csv_table(head: Sequence[str], lines: Iterable[Sequence[Cell]]) -> str:
    """The first line names the columns; UTF-8, numbers with a point."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([cell(one) for one in line] for line in lines)
    return out.getvalue()


def cell(value: Cell) -> str:
    """A cell; one that begins like a formula and is no number gets an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return f"{value:f}"
    text = str(value)
    risky = text.lstrip(" \u00a0").startswith(FORMULA) and not NUMBER.fullmatch(text)
    return f"'{text}" if risky else text
