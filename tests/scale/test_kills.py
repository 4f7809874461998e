"""Killed at any moment, the same command goes on, and nothing is lost or doubled."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from made_parts import ORDER, SIZE, digests, write

from legation import scale

WHOLE = os.environ.get("LEGATION_WHOLE") == "1"
"""``make check`` runs all of it, ``make test`` a sample."""
KILLS, COUNT = (20, 60) if WHOLE else (2, 12)
CHILD = Path(__file__).parent.parent / "made" / "parts_child.py"


def child(source: Path, out: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, str(CHILD), str(source), str(out), "2"],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(scale.__file__).parents[2])},
    )


def test_killed_again_and_again_it_ends_with_the_same_bytes(tmp_path: Path) -> None:
    source = write(tmp_path, COUNT)
    scale.read([str(source)], tmp_path / "quiet", ORDER, scale.local(1), size=SIZE)
    out = tmp_path / "killed"
    chance = random.Random(15)
    for _ in range(KILLS):
        with child(source, out) as reading:
            assert reading.stdout is not None
            reading.stdout.readline()
            time.sleep(chance.uniform(0.0, 3.0))
            reading.send_signal(signal.SIGKILL)
    scale.read([str(source)], out, ORDER, scale.local(2), size=SIZE)
    assert digests(out) == digests(tmp_path / "quiet")
