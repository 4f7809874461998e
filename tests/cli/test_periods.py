"""Stretches on the command line."""

from datetime import date

import pytest
import typer

from legation.cli.periods import period_option
from legation.model import Period, months, year

HELD = months(date(2010, 1, 1), date(2023, 12, 1))


@pytest.mark.parametrize(
    ("single", "first", "last", "period"),
    [
        ("2023", None, None, year(2023)),
        ("2023-07", None, None, months(date(2023, 7, 1), date(2023, 7, 1))),
        (None, "2021", "2022", months(date(2021, 1, 1), date(2022, 12, 1))),
        (None, "2022-01", "2022-11", months(date(2022, 1, 1), date(2022, 11, 1))),
        (None, "2022", "2022", year(2022)),
        (None, "2020", None, months(date(2020, 1, 1), date(2023, 12, 1))),
        (None, None, "2012-06", months(date(2010, 1, 1), date(2012, 6, 1))),
        (None, None, None, None),
    ],
)
def test_what_is_written(
    single: str | None, first: str | None, last: str | None, period: Period | None
) -> None:
    assert period_option(single, first, last, lambda: HELD) == period


@pytest.mark.parametrize(
    ("single", "first", "last"),
    [
        ("23", None, None),
        ("2023-13", None, None),
        ("0000", None, None),
        (None, "2022", "2021"),
        ("2020", "2020", None),
    ],
)
def test_what_cannot_be_meant(single: str | None, first: str | None, last: str | None) -> None:
    with pytest.raises(typer.BadParameter):
        period_option(single, first, last, lambda: HELD)


def test_an_open_end_needs_something_at_hand() -> None:
    with pytest.raises(typer.BadParameter, match="write both"):
        period_option(None, "2020", None, lambda: None)
