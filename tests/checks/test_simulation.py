"""A small run of the simulation in ``benchmarks/``: its bounds hold on every change."""

import importlib.util
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "definition_simulation.py"


@pytest.mark.skipif(not SCRIPT.exists(), reason="the source distribution has no benchmarks")
def test_no_true_figure_differs_and_few_false_ones_are_excused(
    capsys: pytest.CaptureFixture[str],
) -> None:
    described = importlib.util.spec_from_file_location("definition_simulation", SCRIPT)
    assert described is not None and described.loader is not None
    simulation = importlib.util.module_from_spec(described)
    described.loader.exec_module(simulation)
    assert simulation.run(600, seed=11) == 0, capsys.readouterr().out
