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
from collections.abc import Callable
from datetime import date
from functools import partial

from legation.model import Definition, Question, months, year
from legation.model.accounts import By
from legation.statistics import embedded
from legation.statistics.accounts.catalogue import find
from legation.statistics.accounts.dependence import depend
from legation.statistics.accounts.presence import presence
from legation.statistics.accounts.trade import trade

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
