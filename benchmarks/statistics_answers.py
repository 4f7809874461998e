"""How long official answers take: the first one in a fresh process, later ones, and the accounts of
a dyad.

    python benchmarks/statistics_answers.py

Prints milliseconds: the median of five fresh processes for the cold answer, of two hundred calls
for the others.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

from legation import pipeline
from legation.model import Definition, Document, Question, months, year
from legation.model.accounts import By
from legation.statistics import embedded
from legation.statistics.accounts.catalogue import find
from legation.statistics.accounts.dependence import depend
from legation.statistics.accounts.presence import presence
from legation.statistics.accounts.trade import trade
from legation.statistics.cells import Shelf, Table

EXAMPLES = Path(__file__).parent.parent / "examples"
ARTICLES = ("agency_eu_georgia.txt", "interview_chile_eu.txt", "oped_morocco_eu.txt")

COLD = """
import time
from legation.model import Definition, Question, year
from legation.statistics import embedded
asked = [Question(record="r", definition=Definition(measure="exports", reporter="EUR",
    partner="KAZ", period=year(2023)),
                  licence="stated", because="")]
start = time.perf_counter()
assert embedded().observe(asked)[0].observation
print(1000 * (time.perf_counter() - start))
"""


def main() -> None:
    runs = [
        subprocess.run([sys.executable, "-c", COLD], capture_output=True, text=True, check=True)
        for _ in range(5)
    ]
    cold = statistics.median(float(run.stdout) for run in runs)
    print(f"{'first answer in a fresh process, DuckDB imported':64} {cold:8.1f}")
    eleven = months(date(2022, 1, 1), date(2022, 11, 1))
    for words, definition in {
        "a published year": Definition(
            measure="exports", reporter="EUR", partner="KAZ", period=year(2023)
        ),
        "eleven months of 27 members": Definition(
            measure="imports", reporter="EUR", partner="KAZ", period=eleven
        ),
        "a balance in dollars": Definition(
            measure="balance", reporter="EUR", partner="KAZ", period=year(2021), unit="USD"
        ),
        "a rank among 210 partners": Definition(
            measure="rank", reporter="EUR", partner="KAZ", period=year(2023)
        ),
    }.items():
        question = Question(record="r", definition=definition, licence="stated", because="")
        _told(words, partial(embedded().observe, [question]))
    ways: tuple[By, ...] = ("year", "month", "member", "chapter")
    for by in ways:
        _told(f"account of the EU and Kazakhstan by {by}", partial(trade, "EU", "KZ", by=by))
    _told("dependence of the EU on raw materials", lambda: depend("EU"))
    _told("presence in Kazakhstan", lambda: presence("KZ"))
    _told("series found by words", lambda: find("Germany exports Kazakhstan"))
    asked = _looks()
    print(f"{'looks through the tables for three articles (8,000 before)':64} {asked:8}")


def _looks() -> int:
    """How often the tables are looked through for three articles: what is at hand is known once."""
    looks, plain = [0], Shelf.tables

    def counted(shelf: Shelf, *asked: Any, **more: Any) -> Iterator[Table]:
        looks[0] += 1
        return plain(shelf, *asked, **more)

    with patch.object(Shelf, "tables", counted):
        library = embedded()
        for name in ARTICLES:
            text = (EXAMPLES / name).read_text(encoding="utf-8")
            pipeline.ledger(Document(id=name, text=text), library)
    return looks[0]


def _told(words: str, call: Callable[[], object]) -> None:
    call()
    times = []
    for _ in range(200):
        start = time.perf_counter()
        call()
        times.append(1000 * (time.perf_counter() - start))
    print(f"{words:64} {statistics.median(times):8.3f}")


if __name__ == "__main__":
    main()
