"""Every pattern of the lexicon finds its example, passes over its counterexample, and is read."""

import ast
import importlib
import re
from importlib.resources import files
from pathlib import Path

import pytest

from legation.lexicon import word_pattern
from legation.lexicon.patterns import patterns
from legation.model import LexiconError

SOURCE = Path(str(files("legation")))
ROOMS = sorted(p.stem for p in (SOURCE / "lexicon" / "en" / "patterns").glob("*.toml"))
WRITTEN = [(room, name) for room in ROOMS for name in patterns(room)]


def readers() -> dict[tuple[str, str], re.Pattern[str]]:
    """The patterns as their modules have them, by file and name."""
    found = {}
    for path in sorted(SOURCE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in tree.body:
            if isinstance(node, ast.Assign) and "word_pattern(" in ast.unparse(node.value):
                assert isinstance(node.value, ast.Call)
                room, name = (ast.literal_eval(a) for a in node.value.args[:2])
                parts = path.relative_to(SOURCE.parent).with_suffix("").parts
                module = importlib.import_module(".".join(parts).removesuffix(".__init__"))
                found[room, name] = getattr(module, ast.unparse(node.targets[0]))
    return found


READ = readers()


def test_every_pattern_is_read_and_every_one_that_is_read_is_there() -> None:
    assert READ.keys() == set(WRITTEN)


@pytest.mark.parametrize("held", WRITTEN, ids=" ".join)
def test_a_pattern_finds_its_example_and_not_its_counterexample(held: tuple[str, str]) -> None:
    row = patterns(held[0])[held[1]]
    find = getattr(READ[held], row.use)
    assert find(row.example), f"{row.example!r} is not found"
    assert not find(row.counterexample), f"{row.counterexample!r} is found"


def test_a_pattern_that_is_not_there_is_told() -> None:
    with pytest.raises(LexiconError, match=r"en/patterns/quantities\.toml has no pattern 'x'"):
        word_pattern("quantities", "x")


def test_a_part_that_nobody_gives_is_told() -> None:
    with pytest.raises(LexiconError, match="nobody gives"):
        word_pattern("quantities", "fractions.grew")
