"""Quality on the gold that ``LEGATION_GOLD`` points at: every document is read, and no score falls
below its floor.
"""

import json
import os
from pathlib import Path

import pytest

from corpus.markup import samples
from corpus.nearness import shingles
from scoring.bench import FILES, LEDGERS, Bench
from scoring.floors import broken, load

pytestmark = pytest.mark.skipif(
    "LEGATION_GOLD" not in os.environ, reason="LEGATION_GOLD does not point at gold"
)


@pytest.mark.parametrize("task", FILES)
def test_no_score_falls_below_its_floor(task: str, tmp_path: Path) -> None:
    bench, floors = Bench(Path(os.environ["LEGATION_GOLD"]), tmp_path), load()
    found = bench.scores(task)
    assert not bench.unread.get(task), "every document of the gold must be read"
    if bench.digest(task) != floors.gold[task]:
        pytest.skip(f"the gold of {task} is not that for which the floors were set: {found}")
    assert not [*broken(floors, task, found)]


NINE = 9
"""Words in a row that two writers do not hit upon by chance."""


def test_no_words_of_the_gold_are_in_the_corpus() -> None:
    own = set().union(*(shingles(sample.text, NINE) for sample in samples()))
    for path in (*LEDGERS.values(), "copies/documents.jsonl"):
        lines = (Path(os.environ["LEGATION_GOLD"]) / path).read_text(encoding="utf-8").splitlines()
        for text in (each.get("text") or "" for each in map(json.loads, lines)):
            assert not own & shingles(text, NINE), path
