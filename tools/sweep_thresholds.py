"""The sweeps behind the thresholds of the two learned parts: ``python tools/sweep_thresholds.py
[events|statements]``.
"""

import sys
from collections.abc import Callable, Sequence

from corpus.markup import samples
from training.statements import Read, readings
from training.sweeps import Row, of_events, of_statements

SWEEPS: dict[str, tuple[str, Callable[[Sequence[Read]], list[Row]]]] = {
    "events": ("veto, retype", of_events),
    "statements": ("content, cue", of_statements),
}


def main() -> None:
    """A table a sweep: two thresholds, precision, recall, F1; 1.01 means never."""
    read = list(readings(samples("train")))
    for name in sys.argv[1:] or SWEEPS:
        told, sweep = SWEEPS[name]
        print(f"{name} ({told}): precision, recall, F1 on five folds of the train part")
        for thresholds, *rates in sweep(read):
            print(
                "  "
                + "  ".join(f"{each:5.2f}" for each in thresholds)
                + "   "
                + "  ".join(f"{each:5.1f}" for each in rates)
            )


if __name__ == "__main__":
    main()
