"""Where a number is from, in words: who publishes it, as of when, and who collected it."""

import re
from datetime import date
from functools import cache

from msgspec import Struct

from legation.lexicon.loader import table

COLLECTED = re.compile(r"\((?:collected in|by) ([^)]+)\)")
MONTH_LONG, DAY_LONG = 7, 10


class Dataset(Struct, frozen=True, kw_only=True):
    """A row of ``datasets.csv``."""

    dataset: str
    publisher: str
    title: str = ""


@cache
def _row(dataset: str) -> Dataset:
    held = [row for row in table("datasets", Dataset) if dataset.startswith(row.dataset)]
    longest = max(held, key=lambda row: len(row.dataset), default=None)
    return longest or Dataset(dataset=dataset, publisher=dataset)


def words(dataset: str, vintage: str) -> str:
    """``Eurostat, January 2023``."""
    return f"{_row(dataset).publisher}, {when(vintage[:MONTH_LONG])}"


def full(dataset: str, vintage: str, source: str, licence: str | None = None) -> str:
    """``Eurostat, Comext DS-045409, 13 January 2023; collected in github.com/vzemlys/ruimpeks, MIT;
    Eurostat, reuse under CC BY 4.0``.
    """
    row, collected = _row(dataset), COLLECTED.search(source)
    whose = ", ".join(part for part in (row.publisher, row.title, when(vintage)) if part)
    by = f"collected in {collected[1]}" if collected else ""
    return "; ".join(part for part in (whose, by, licence) if part)


def when(vintage: str) -> str:
    """``2023``, ``January 2023`` or ``13 January 2023``; what is no date stays as it is."""
    try:
        if len(vintage) == MONTH_LONG:
            return f"{date.fromisoformat(f'{vintage}-01'):%B %Y}"
        if len(vintage) == DAY_LONG:
            found = date.fromisoformat(vintage)
            return f"{found.day} {found:%B %Y}"
    except ValueError:
        return vintage
    return vintage
