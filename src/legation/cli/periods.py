"""Stretches of months on the command line: ``--year 2023``, ``--from 2021 --to 2022-11``."""

import re
from collections.abc import Callable
from datetime import date

import typer

from legation.model import Period, months, year

WRITTEN = re.compile(r"(\d{4})(?:-(\d{2}))?")
DECEMBER = 12


def period_option(
    single: str | None, first: str | None, last: str | None, at_hand: Callable[[], Period | None]
) -> Period | None:
    """The period that the options name, or ``None`` if they name none.

    Args:
        single: ``--year``.
        first: ``--from``, a year or a month.
        last: ``--to``.
        at_hand: gives the open end, where only one of the two is written.

    Raises:
        BadParameter: not a year or month, the wrong way round, or both kinds at once.
    """
    if single:
        if first or last:
            raise typer.BadParameter("--year stands alone; for a stretch write --from and --to")
        return _joined(_start(single), _end(single))
    if not (first or last):
        return None
    known = None if first and last else at_hand()
    start = _start(first) if first else (known.start if known else None)
    end = _end(last) if last else (known.end if known else None)
    return _joined(start, end)


def _joined(start: date | None, end: date | None) -> Period:
    if start is None or end is None:
        raise typer.BadParameter(
            "nothing is at hand to find the open end; write both --from and --to"
        )
    if end < start:
        raise typer.BadParameter(f"the stretch ends ({end:%Y-%m}) before it begins ({start:%Y-%m})")
    whole = start.month == 1 and end.month == DECEMBER and start.year == end.year
    return year(start.year) if whole else months(start, end)


EARLIEST, LATEST = 1850, 2100


def _start(written: str) -> date:
    number, month = _read(written)
    return date(number, month or 1, 1)


def _end(written: str) -> date:
    number, month = _read(written)
    return date(number, month or DECEMBER, 1)


def _makes_sense(number: int) -> bool:
    """Whether official series can have a year: trade is told from the nineteenth century on."""
    return EARLIEST <= number <= LATEST


def _read(written: str) -> tuple[int, int | None]:
    found = WRITTEN.fullmatch(written.strip())
    month = int(found[2]) if found and found[2] else None
    if not found or not _makes_sense(int(found[1])) or month not in (None, *range(1, DECEMBER + 1)):
        raise typer.BadParameter(f"{written!r} is no year or month; write 2023 or 2023-07")
    return int(found[1]), month
