"""The parser's arithmetic keeps to one thread, and leaves the environment as it found it."""

import os
import subprocess
import sys

import pytest

from legation.language.threads import VARIABLES, one_thread

SCRIPT = """
import sys
import legation.cli.program, legation.pipeline
assert "numpy" not in sys.modules, "numpy is loaded before its threads can be set"
"""


def test_within_it_numpy_is_told_and_afterwards_nothing_is_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(VARIABLES[0], raising=False)
    monkeypatch.setenv(VARIABLES[1], "3")
    with one_thread():
        assert (os.environ[VARIABLES[0]], os.environ[VARIABLES[1]]) == ("1", "3")
    assert VARIABLES[0] not in os.environ
    assert os.environ[VARIABLES[1]] == "3"


def test_nothing_loads_numpy_before_the_parser_does() -> None:
    subprocess.run([sys.executable, "-c", SCRIPT], check=True)
