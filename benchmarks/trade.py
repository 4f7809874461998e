"""How long the trade of a dyad takes: in the library when warm, and as a command from nothing.

    python benchmarks/trade.py

Prints milliseconds: for the library the median and the slowest of two hundred calls over the whole
snapshot, the sheet that a terminal shows included; for the command, as information, the median of
five fresh processes. The library's bound is 50 ms.
"""

import statistics
import subprocess
import sys
import time
from typing import get_args

from legation import pipeline
from legation.model.accounts import By
from legation.views.sheets import Room
from legation.views.trade import trade

CALLS = 200
BOUND = 50.0
COMMAND = [sys.executable, "-m", "legation", "trade", "EU", "KZ"]


def main() -> None:
    slow = False
    for by in get_args(By):
        _account(by)
        times = sorted(_timed(by) for _ in range(CALLS))
        median = statistics.median(times)
        slow |= median >= BOUND
        print(
            f"{f'EU and Kazakhstan by {by}, warm':48} median {median:8.3f}   slowest "
            f"{times[-1]:8.3f}"
        )
    runs = sorted(_command() for _ in range(5))
    print(
        f"{'legation trade EU KZ, a fresh process':48} median {statistics.median(runs):8.0f} "
        f"  slowest {runs[-1]:8.0f}"
    )
    sys.exit(1 if slow else 0)


def _account(by: By) -> None:
    trade(*pipeline.queries.trade("EU", "KZ", None, by), Room(120))


def _timed(by: By) -> float:
    start = time.perf_counter()
    _account(by)
    return 1000 * (time.perf_counter() - start)


def _command() -> float:
    start = time.perf_counter()
    subprocess.run(COMMAND, capture_output=True, check=True)
    return 1000 * (time.perf_counter() - start)


if __name__ == "__main__":
    main()
