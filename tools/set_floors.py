"""Move the floors of the quality gates (``tests/gates/floors.json``).

    LEGATION_GOLD=…/gold python tools/set_floors.py                                      # raise
    them to what is reached now python tools/set_floors.py --lower TASK PATH VALUE --because "why
    this is right"     # lower one, with its reason

A floor that is lowered stays on record with its reason; editing the file by hand breaks its seal.
"""

import argparse
import os
import sys
import tempfile
from datetime import date
from pathlib import Path

import msgspec

from corpus.markup import samples
from corpus.tallies import read, tallies
from scoring.bench import FILES, Bench, Scores
from scoring.floors import Lowered, load, raised, save
from scoring.table import rows

CORPUS = "corpus"
CORPUS_PATHS = ("f1", "p", "right", "sure_right")


def measured(gold: Path) -> tuple[dict[str, Scores], dict[str, str]]:
    """The scores of every task and the digest of its gold."""
    with tempfile.TemporaryDirectory() as scratch:
        bench = Bench(gold, Path(scratch))
        return {task: bench.scores(task) for task in FILES}, {
            task: bench.digest(task) for task in FILES
        }


def raise_all(gold: Path) -> None:
    """Every floor up to the score of now; a measure without floor gets one."""
    floors = load()
    found, digests = measured(gold)
    found[CORPUS] = dict(tallies(read(samples("test"))))
    paths = {row.task: {one.path for one in rows() if one.task == row.task} for row in rows()}
    paths["events"] |= {"type.p"}
    paths["detect"] |= {"event.p"}
    paths[CORPUS] = {f"{kind}.{name}" for kind in found[CORPUS] for name in CORPUS_PATHS}
    held = {
        task: {path: floors.floors.get(task, {}).get(path, 0.0) for path in sorted(paths[task])}
        for task in paths
    }
    save(raised(msgspec.structs.replace(floors, floors=held), found, digests))


def lower(task: str, path: str, to: float, because: str) -> None:
    """One floor down, on record."""
    floors = load()
    was = floors.floors.get(task, {}).get(path)
    if was is None or to >= was:
        sys.exit(f"{task} {path} has the floor {was}: nothing to lower to {to}")
    told = Lowered(
        task=task, path=path, was=was, now=to, day=date.today().isoformat(), because=because
    )
    held = {**floors.floors, task: {**floors.floors[task], path: to}}
    save(msgspec.structs.replace(floors, floors=held, lowered=(*floors.lowered, told)))


def main() -> None:
    """Raise all, or lower one."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--lower", nargs=3, metavar=("TASK", "PATH", "VALUE"))
    parser.add_argument("--because", help="why the floor is lowered; kept on record")
    given = parser.parse_args()
    if given.lower:
        if not (given.because or "").strip():
            parser.error("--lower needs --because: say why it is right to accept less")
        lower(given.lower[0], given.lower[1], float(given.lower[2]), given.because)
    elif "LEGATION_GOLD" not in os.environ:
        parser.error("set LEGATION_GOLD to the folder that holds the gold")
    else:
        raise_all(Path(os.environ["LEGATION_GOLD"]))


if __name__ == "__main__":
    main()
