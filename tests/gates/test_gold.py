"""Quality on the gold that ``LEGATION_GOLD`` points at: every document is read, and no score falls below its floor."""

import os
from pathlib import Path

import pytest

from scoring.bench import FILES, Bench
from scoring.floors import broken, load

pytestmark = pytest.mark.skipif("LEGATION_GOLD" not in os.environ, reason="LEGATION_GOLD does not point at gold")


@pytest.mark.parametrize("task", FILES)
def test_no_score_falls_below_its_floor(task: str, tmp_path: Path) -> None:
    bench, floors = Bench(Path(os.environ["LEGATION_GOLD"]), tmp_path), load()
    found = bench.scores(task)
    assert not bench.unread.get(task), "every document of the gold must be read"
    if bench.digest(task) != floors.gold[task]:
        pytest.skip(f"the gold of {task} is not that for which the floors were set: {found}")
    assert not [*broken(floors, task, found)]
