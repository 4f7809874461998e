"""The ledgers of our own articles, held line by line: a change is read by a person before it is
taken over.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_no_ledger_has_changed_unread() -> None:
    command = [sys.executable, str(ROOT / "tools" / "build_golden.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"


def test_there_are_enough_of_them() -> None:
    assert len(list(Path(__file__).parent.glob("*.ledger.txt"))) >= 8
