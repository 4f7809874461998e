"""docs/verbs.md is held to the command line."""

import re
import subprocess
import sys
from pathlib import Path

from typer.testing import CliRunner

from legation.cli import app

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "verbs.md"


def test_the_reference_is_that_of_the_code() -> None:
    command = [sys.executable, str(ROOT / "tools" / "write_verbs_page.py"), "--check", str(PAGE)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"run tools/write_verbs_page.py docs/verbs.md\n{done.stderr}"


def test_every_example_can_be_read_by_the_command_line() -> None:
    """With ``--help`` in the end nothing is done, but an unknown verb or option before it is still
    a fault.
    """
    examples = re.findall(
        r"^    legation (.+)$", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    assert len(examples) > 8
    for example in examples:
        words = re.split(r"\s{3,}|\s>", example)[0].split()
        verb = words[:2] if words[0] in {"series", "fetch"} else words[:1]
        told = CliRunner().invoke(app, [*verb, "--help"], env={"COLUMNS": "200"}).stdout
        assert all(word in told for word in words if word.startswith("--")), example
