"""docs/statistics.md is held to the manifest, the bands and the providers."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_tables_of_the_page_are_those_of_the_data() -> None:
    command = [
        sys.executable,
        str(ROOT / "tools" / "write_statistics_tables.py"),
        "--check",
        str(ROOT / "docs" / "statistics.md"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, (
        f"run tools/write_statistics_tables.py docs/statistics.md\n{done.stderr}"
    )
