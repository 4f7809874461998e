"""Quality on our own corpus, always: sound mark-up, the weights that it gives, a test part that is
read as well as before.
"""

import subprocess
import sys
from pathlib import Path

from corpus.markup import samples
from corpus.tallies import read, tallies
from scoring.floors import broken, load

TOOLS = Path(__file__).parents[2] / "tools"


def told(*words: str) -> str:
    done = subprocess.run(
        [sys.executable, *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=TOOLS,
    )
    assert done.returncode == 0, f"{done.stdout[-3000:]}\n{done.stderr[-2000:]}"
    return done.stdout


def test_the_corpus_is_as_its_guidelines_say() -> None:
    assert "0 complaints" in told("check_corpus.py")


def test_the_weights_are_those_that_the_corpus_gives() -> None:
    told("build_weights.py", "--check")


def test_no_score_falls_below_its_floor() -> None:
    assert not [*broken(load(), "corpus", dict(tallies(read(samples("test")))))]
