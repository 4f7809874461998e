"""Do the tests notice? Change one decision at a time in a copy of the source and run the tests.

    python tools/mutants.py [--sample 120] [--seed 1] [--jobs 2] [--rooms checks grammar …]
                            [--floor 0.7] [--list]

A mutant is one change: a comparison turned round or made one off, ``and`` for ``or``, ``all`` for
``any``, ``min`` for ``max``, a ``not`` dropped, a truth returned upside down, a threshold moved.
They are made in ``checks``, ``reconciliation`` and ``grammar``; thresholds, the numbers that a
module names in capitals, in every room. A sample is drawn by seed, so that a run can be repeated.

A mutant is killed when a test fails: first the tests that mirror its module, then those of its
room. What survives is printed as a difference; the exit status is 1 where fewer than ``--floor``
of the sample are killed.
"""

import argparse
import ast
import difflib
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

ROOT = Path(__file__).parent.parent
SOURCE = Path("src") / "legation"
ROOMS = ("checks", "reconciliation", "grammar")
FLOOR = 0.7
SECONDS = 600
"""A mutant that makes the tests take longer is killed: it hangs."""
LEFT_OUT = (".git", ".venv", "out", "dist", "corpora", "*_cache", "__pycache__", ".hypothesis")
COMPARED = {
    ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">", ast.Eq: "!=", ast.NotEq: "==",
    ast.In: "not in", ast.NotIn: "in", ast.Is: "is not", ast.IsNot: "is",
}  # fmt: skip
CALLED = {"all": "any", "any": "all", "min": "max", "max": "min"}


@dataclass(frozen=True)
class Mutant:
    """One change: characters ``start`` to ``end`` of a module become ``new``."""

    module: Path
    kind: str
    line: int
    start: int
    end: int
    new: str

    def of(self, text: str) -> str:
        """The module's text with the change."""
        return text[: self.start] + self.new + text[self.end :]


class Places:
    """Where the nodes of a module lie in its text; columns of ``ast`` count bytes."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = text.splitlines(keepends=True)
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line))

    def at(self, line: int, column: int) -> int:
        """The character at a line and a column in bytes."""
        before = self.lines[line - 1].encode("utf-8")[:column].decode("utf-8")
        return self.starts[line - 1] + len(before)

    def span(self, node: ast.expr) -> tuple[int, int]:
        """Where a node begins and ends."""
        end_line, end_column = node.end_lineno or node.lineno, node.end_col_offset or 0
        return self.at(node.lineno, node.col_offset), self.at(end_line, end_column)


def mutants(module: Path, text: str, kinds: set[str] | None = None) -> list[Mutant]:
    """All mutants of a module, in their order; only those of some kinds if ``kinds`` is given."""
    tree, places = ast.parse(text), Places(text)
    found = [*_thresholds(module, tree, places)]
    for node in ast.walk(tree):
        if isinstance(node, ast.expr | ast.Return):
            found.extend(_of_node(module, node, places))
    kept = [mutant for mutant in found if kinds is None or mutant.kind in kinds]
    return sorted(kept, key=lambda mutant: (mutant.start, mutant.new))


def _of_node(module: Path, node: ast.AST, places: Places) -> Iterator[Mutant]:
    """The mutants of one node."""
    match node:
        case ast.Compare(left, [operator], [right]):
            other = COMPARED[type(operator)]
            yield from _between(module, "comparison", left, right, places, other)
        case ast.BoolOp(operator, [left, right, *_]):
            other = "or" if isinstance(operator, ast.And) else "and"
            yield from _between(module, "and or", left, right, places, other)
        case ast.UnaryOp(ast.Not(), operand):
            start, inner = places.span(node)[0], places.span(operand)[0]
            if places.text[start:inner].strip() == "not":
                yield Mutant(module, "not", node.lineno, start, inner, "")
        case ast.Call(ast.Name(name)) if name in CALLED:
            start, end = places.span(node.func)
            yield Mutant(module, "all any", node.lineno, start, end, CALLED[name])
        case ast.Return(ast.Constant(bool(truth)) as value):
            start, end = places.span(value)
            yield Mutant(module, "return", node.lineno, start, end, str(not truth))


def _between(
    module: Path, kind: str, left: ast.expr, right: ast.expr, places: Places, new: str
) -> Iterator[Mutant]:
    """The operator between two operands, where nothing but it and blanks stand there."""
    start, end = places.span(left)[1], places.span(right)[0]
    found = places.text[start:end]
    operator = " ".join(found.split())
    if operator and "(" not in operator and ")" not in operator and "#" not in operator:
        begins = start + len(found) - len(found.lstrip())
        ends = end - (len(found) - len(found.rstrip()))
        yield Mutant(module, kind, left.end_lineno or left.lineno, begins, ends, new)


def _thresholds(module: Path, tree: ast.Module, places: Places) -> Iterator[Mutant]:
    """Numbers that the module names in capitals, a third up and down."""
    for node in tree.body:
        if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
            continue
        names = node.targets if isinstance(node, ast.Assign) else [node.target]
        if not all(ast.unparse(name).isupper() for name in names):
            continue
        for inner in ast.walk(node.value):
            if isinstance(inner, ast.Constant) and type(inner.value) in {int, float}:
                start, end = places.span(inner)
                for factor in (2 / 3, 4 / 3):
                    moved = _moved(inner.value, factor)
                    yield Mutant(module, "threshold", inner.lineno, start, end, moved)


def _moved(number: object, factor: float) -> str:
    """A number moved by a factor; a whole one by one at least."""
    if isinstance(number, int):
        moved = round(number * factor)
        return str(moved if moved != number else number + (1 if factor > 1 else -1))
    assert isinstance(number, float)
    return repr(number * factor if number else factor - 1)


def all_mutants(rooms: Iterable[str]) -> list[Mutant]:
    """The mutants of some rooms, and the thresholds of every other."""
    held, wanted = [], set(rooms)
    for path in sorted((ROOT / SOURCE).rglob("*.py")):
        module = path.relative_to(ROOT)
        kinds = None if module.parts[2] in wanted else {"threshold"}
        held.extend(mutants(module, path.read_text(encoding="utf-8"), kinds))
    return held


def drawn(found: list[Mutant], sample: int, seed: int) -> list[Mutant]:
    """A sample: every kind in its share, and one at least."""
    chance = random.Random(seed)
    by_kind: dict[str, list[Mutant]] = {}
    for mutant in found:
        by_kind.setdefault(mutant.kind, []).append(mutant)
    kept = []
    for _, held in sorted(by_kind.items()):
        share = max(1, round(sample * len(held) / len(found)))
        kept.extend(chance.sample(held, min(share, len(held))))
    return kept


def tests_of(module: Path) -> list[list[str]]:
    """The tests to run, in turn: those that mirror the module, then those of its room."""
    inside = module.relative_to(SOURCE)
    room = Path("tests") / inside.parts[0]
    mirror = Path("tests") / inside.with_name(f"test_{inside.name}")
    turns = [[str(mirror)], [str(room)]]
    return [turn for turn in turns if (ROOT / turn[0]).exists()]


def copied(folder: Path) -> Path:
    """The repository in a folder of its own, without what a test of a room does not read."""
    place = folder / "copy"
    shutil.copytree(ROOT, place, ignore=shutil.ignore_patterns(*LEFT_OUT))
    return place


def survives(mutant: Mutant, place: Path) -> bool:
    """Whether no test notices a mutant; the copy is as before when this ends."""
    path = place / mutant.module
    before = path.read_text(encoding="utf-8")
    path.write_text(mutant.of(before), encoding="utf-8")
    try:
        return all(_passes(turn, place) for turn in tests_of(mutant.module))
    finally:
        path.write_text(before, encoding="utf-8")


def _passes(tests: list[str], place: Path) -> bool:
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    surroundings = {**os.environ, "PYTHONPATH": str(place / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            command, cwd=place, env=surroundings, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode in {0, 5}


def difference(mutant: Mutant) -> str:
    """A mutant as a person reads it."""
    before = (ROOT / mutant.module).read_text(encoding="utf-8")
    lines = difflib.unified_diff(
        before.splitlines(), mutant.of(before).splitlines(), str(mutant.module), "mutant", n=0
    )
    return "\n".join(line for line in lines if not line.startswith("+++"))


def run(sample: list[Mutant], jobs: int) -> list[Mutant]:
    """The survivors of a sample, each told as soon as it is known."""
    with tempfile.TemporaryDirectory() as folder:
        places: SimpleQueue[Path] = SimpleQueue()
        for number in range(jobs):
            places.put(copied(Path(folder) / str(number)))

        def one(mutant: Mutant) -> bool:
            place = places.get()
            try:
                return survives(mutant, place)
            finally:
                places.put(place)

        with ThreadPoolExecutor(jobs) as pool:
            survivors = []
            for mutant, alive in zip(sample, pool.map(one, sample), strict=True):
                told = "SURVIVES" if alive else "killed"
                print(f"{told:9} {mutant.kind:11} {mutant.module}:{mutant.line}", flush=True)
                survivors += [mutant] if alive else []
    return survivors


def main() -> None:
    parser = argparse.ArgumentParser(description="Do the tests notice?")
    parser.add_argument("--sample", type=int, default=120)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--rooms", nargs="*", default=list(ROOMS))
    parser.add_argument("--floor", type=float, default=FLOOR)
    parser.add_argument("--list", action="store_true", help="only count the mutants there are")
    inputs = parser.parse_args()
    found = all_mutants(inputs.rooms)
    print(f"{len(found):,} mutants: {dict(Counter(mutant.kind for mutant in found))}")
    if inputs.list:
        return
    sample = drawn(found, inputs.sample, inputs.seed)
    survivors = run(sample, inputs.jobs)
    for mutant in survivors:
        print(f"\n{difference(mutant)}")
    killed = 1 - len(survivors) / len(sample)
    print(f"\n{killed:.1%} of {len(sample)} mutants killed (floor {inputs.floor:.0%})")
    sys.exit(killed < inputs.floor)


if __name__ == "__main__":
    main()
