"""The page on the library: each of its examples is run, and prints what the page says."""

import contextlib
import io
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "library.md"
EXAMPLE = re.compile(r"```python\n(.*?)```\n\nprints\n\n```\n(.*?)```", re.DOTALL)


def examples() -> list[tuple[str, str]]:
    return EXAMPLE.findall(PAGE.read_text(encoding="utf-8"))


def test_no_example_stands_without_what_it_prints() -> None:
    assert len(examples()) == PAGE.read_text(encoding="utf-8").count("```python") > 4


@pytest.mark.parametrize("example", examples(), ids=lambda e: e[0].splitlines()[-1][:40])
def test_an_example_prints_what_the_page_says(
    example: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    code, printed = example
    monkeypatch.chdir(ROOT)
    told = io.StringIO()
    with contextlib.redirect_stdout(told):
        exec(compile(code, str(PAGE), "exec"), {})
    assert told.getvalue() == printed
