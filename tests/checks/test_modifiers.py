"""A small run of ``benchmarks/modifiers.py``: a word more turns no verdict wrong."""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "modifiers.py"


@pytest.mark.skipif(not SCRIPT.exists(), reason="the source distribution has no benchmarks")
@pytest.mark.parametrize("seed", [11])
def test_hardly_a_verdict_is_turned_by_a_word_more(seed: int) -> None:
    run = subprocess.run(
        [sys.executable, str(SCRIPT), "--sentences", "300", "--seed", str(seed)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    told = {line[:16].strip(): line.split() for line in run.stdout.splitlines()}
    assert float(told["neutral adverb"][-1].rstrip("%")) >= 70
    assert float(told["neutral verb"][-1].rstrip("%")) >= 70
