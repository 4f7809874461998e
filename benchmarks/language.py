"""How quick our language pipeline is beside the same model as installed, in one run on one thread.

    python benchmarks/language.py TEXT_OR_JSONL ...

Prints words per CPU second of both, their ratio, and whether they name the same entities. Without
arguments it reads the articles under examples/. Compare ratios, not words per second: those depend
on the machine.
"""

import json
import sys
import time
import warnings
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from legation.language import english
from legation.language.threads import one_thread

with one_thread():  # as the pipeline does; it counts only where numpy has not been loaded before
    from thinc.api import NumpyOps, get_current_ops, set_current_ops

    from legation.language.blas import BlasOps

EXAMPLES = Path(__file__).parent.parent / "examples"


def texts(paths: Iterable[str]) -> list[str]:
    """The paragraphs of text files, and of the ``text`` of JSON lines."""
    found: list[str] = []
    for path in map(Path, paths):
        lines = path.read_text(encoding="utf-8").splitlines()
        found += (
            [json.loads(line)["text"] for line in lines]
            if path.suffix == ".jsonl"
            else ["\n".join(lines)]
        )
    return [line for text in found for line in text.split("\n") if line.strip()]


def timed(
    read: Callable[[list[str]], set[tuple[int, str, str]]], lines: list[str]
) -> tuple[float, set[tuple[int, str, str]]]:
    """CPU seconds of the quicker of two runs, and the entities found."""
    runs = []
    for _ in range(2):
        start = time.process_time()
        named = read(lines)
        runs.append((time.process_time() - start, named))
    return min(runs, key=lambda run: run[0])


def reader(nlp: Any) -> Callable[[list[str]], set[tuple[int, str, str]]]:
    """Read lines with a pipeline: the entities with their line."""

    def read(lines: list[str]) -> set[tuple[int, str, str]]:
        return {
            (n, e.text, e.label_)
            for n, doc in enumerate(nlp.pipe(lines, batch_size=english.BATCH))
            for e in doc.ents
        }

    return read


def main() -> None:
    """Measure and print."""
    lines = texts(sys.argv[1:] or sorted(str(p) for p in EXAMPLES.glob("*.txt")))
    words = sum(len(line.split()) for line in lines)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import spacy
    set_current_ops(NumpyOps())
    stock = spacy.load(english.model_name())
    stock_seconds, stock_named = timed(reader(stock), lines)
    ours, _ = english.pipeline()
    assert isinstance(get_current_ops(), BlasOps)
    our_seconds, our_named = timed(reader(ours), lines)
    print(f"{words} words in {len(lines)} paragraphs, model {english.model_name()}")
    print(
        f"as installed {words / stock_seconds:7.0f} words per CPU second, {len(stock_named)} "
        "entities"
    )
    print(
        f"ours         {words / our_seconds:7.0f} words per CPU second, {len(our_named)} entities"
    )
    print(
        f"ratio {stock_seconds / our_seconds:.2f}; entities in both {len(stock_named & our_named)}"
    )


if __name__ == "__main__":
    main()
