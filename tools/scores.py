"""Quality, as the README and docs/quality.md quote it: on the gold that ``LEGATION_GOLD`` points
at, and on our own test part.

    LEGATION_GOLD=…/gold python tools/scores.py [--json | --write] [TASK ...]

The scorer stands beside the gold (``../score/score.py``), or where ``LEGATION_SCORER`` says.
Without gold only the corpus is scored. ``--write`` renews the tables of the README and of
docs/quality.md.
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
from scoring.table import corpus_table, gold_table, short_table, written

CORPUS = "corpus"
"""The task that needs no gold."""
ROOT = Path(__file__).resolve().parents[1]
PAGES = (ROOT / "README.md", ROOT / "docs" / "quality.md")


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
        print(
            "LEGATION_GOLD is not set: only the test part of our own corpus is scored\n",
            file=sys.stderr,
        )
    tasks = [task for task in FILES if task in asked or not asked]
    found = on_gold(Path(gold), tasks) if gold is not None else {}
    own = dict(tallies(read(samples("test")))) if not asked or CORPUS in asked else {}
    if "--json" in words:
        print(json.dumps(own))
    else:
        print(
            "\n".join(
                [*(gold_table(found) if found else []), "", *(corpus_table(own) if own else [])]
            )
        )
    if "--write" in words:
        write(found, own)
    return 0


def write(found: dict[str, Scores], own: dict[str, dict[str, float]]) -> None:
    """Renew the tables of the pages; needs every task."""
    if found.keys() != FILES.keys() or not own:
        sys.exit("--write needs LEGATION_GOLD and every task")
    tables = {
        "gold": list(gold_table(found)),
        "short": list(short_table(found)),
        "corpus": list(corpus_table(own)),
    }
    for page in PAGES:
        page.write_text(written(page.read_text(encoding="utf-8"), tables), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
