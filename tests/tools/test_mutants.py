"""The run that asks whether tests notice: what it changes, how it draws, what it runs."""

import ast
from collections import Counter
from pathlib import Path

import pytest

import mutants

MODULE = Path("src/legation/checks/made_up.py")
KINDS = [
    ("x = a < b\n", "x = a <= b\n"),
    ("x = a not in b\n", "x = a in b\n"),
    ("x = a and b and c\n", "x = a or b and c\n"),
    ("x = (\n    a\n    or b\n)\n", "x = (\n    a\n    and b\n)\n"),
    ("x = not a\n", "x = a\n"),
    ("x = all(y for y in z)\n", "x = any(y for y in z)\n"),
    ("def f():\n    return True\n", "def f():\n    return False\n"),
    ('x = "é" == a\n', 'x = "é" != a\n'),
]


@pytest.mark.parametrize(("before", "after"), KINDS)
def test_one_decision_is_changed(before: str, after: str) -> None:
    [mutant] = mutants.mutants(MODULE, before)
    assert mutant.of(before) == after


def test_a_threshold_moves_both_ways() -> None:
    text = "NEAR = 0.3\nMOST: int = 1\nsmall = 4\n"
    held = [m.of(text).splitlines()[:2] for m in mutants.mutants(MODULE, text)]
    near, most = ([float(line.split("= ")[1]) for line in pair] for pair in zip(*held, strict=True))
    assert near[0] < 0.3 < near[1]
    assert most[2] < 1 < most[3]


def test_what_is_left_alone() -> None:
    for text in ("x = 1 < a < 3\n", "x = 5\n", "x = a == (b)\n", "def f():\n    return None\n"):
        assert mutants.mutants(MODULE, text) == []


def test_every_mutant_of_ours_is_a_module_again() -> None:
    found = mutants.all_mutants(["grammar"])
    assert {m.kind for m in found} >= {"comparison", "and or", "not", "threshold"}
    for mutant in mutants.drawn(found, 60, seed=3):
        text = (mutants.ROOT / mutant.module).read_text(encoding="utf-8")
        assert ast.dump(ast.parse(mutant.of(text))) != ast.dump(ast.parse(text)), mutant


def test_a_sample_is_drawn_alike_and_holds_every_kind() -> None:
    found = mutants.all_mutants(mutants.ROOMS)
    one, two = mutants.drawn(found, 50, seed=1), mutants.drawn(found, 50, seed=1)
    assert one == two != mutants.drawn(found, 50, seed=2)
    assert set(Counter(m.kind for m in one)) == set(Counter(m.kind for m in found))


def test_the_mirrors_are_run_before_the_room() -> None:
    turns = mutants.tests_of(Path("src/legation/checks/shares.py"))
    assert turns == [["tests/checks/test_shares.py"], ["tests/checks"]]


@pytest.mark.parametrize(
    ("test", "alive"), [("assert near(1, 2)", True), ("assert not near(2, 2)", False)]
)
def test_a_mutant_lives_only_where_no_test_sees_it(
    test: str, alive: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module, tests = tmp_path / MODULE, tmp_path / "tests" / "checks"
    module.parent.mkdir(parents=True)
    tests.mkdir(parents=True)
    text = "def near(a, b):\n    return a < b\n"
    module.write_text(text)
    (module.parent / "__init__.py").touch()
    (module.parent.parent / "__init__.py").touch()
    made = f"from legation.checks.made_up import near\n\n\ndef test_it():\n    {test}\n"
    (tests / "test_made_up.py").write_text(made)
    monkeypatch.setattr(mutants, "ROOT", tmp_path)
    [mutant] = mutants.mutants(MODULE, text)
    assert mutants.survives(mutant, tmp_path) is alive
    assert module.read_text() == text
