"""Quality, as the README and docs/quality.md quote it: on the gold that ``LEGATION_GOLD`` points at, and on our own test part.

    LEGATION_GOLD=…/gold python tools/scores.py [--json] [TASK ...]

The scorer stands beside the gold (``../score/score.py``), or where ``LEGATION_SCORER`` says. Without gold only the corpus
is scored.
"""

import json
import os
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from corpus.markup import samples
from corpus.tallies import read, tallies
from scoring.bench import FILES, Bench, Scores
from scoring.table import corpus_table, gold_table

CORPUS = "corpus"
"""The task that needs no gold."""


def on_gold(gold: Path, tasks: Iterable[str]) -> dict[str, Scores]:
    """Each task's scores, told as they come where someone watches."""
    found = {}
    with tempfile.TemporaryDirectory() as scratch:
        bench = Bench(gold, Path(scratch))
        for task in tasks:
            found[task] = bench.scores(task)
            if "--json" in sys.argv:
                print(f"{task:15} {json.dumps(found[task])}", flush=True)
    return found


def main(words: Sequence[str]) -> int:
    """Every task, or those named."""
    asked = [word for word in words if not word.startswith("--")]
    if unknown := [task for task in asked if task not in {*FILES, CORPUS}]:
        sys.exit(f"no task {unknown[0]!r}; there are {', '.join([*FILES, CORPUS])}")
    gold = os.environ.get("LEGATION_GOLD")
    if gold is None:
        print("LEGATION_GOLD is not set: only the test part of our own corpus is scored\n", file=sys.stderr)
    tasks = [task for task in FILES if task in asked or not asked]
    found = on_gold(Path(gold), tasks) if gold is not None else {}
    if found and "--json" not in words:
        print("\n".join(gold_table(found)), end="\n\n")
    if not asked or CORPUS in asked:
        own = tallies(read(samples("test")))
        print(json.dumps(own) if "--json" in words else "\n".join(corpus_table(own)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
