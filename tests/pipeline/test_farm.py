"""A small run of the farm in ``benchmarks/``: nothing lost, doubled, or asked for too often."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "feeds.py"


def benchmark() -> ModuleType:
    described = importlib.util.spec_from_file_location("feeds", SCRIPT)
    assert described is not None and described.loader is not None
    found = importlib.util.module_from_spec(described)
    described.loader.exec_module(found)
    return found


@pytest.mark.skipif(not SCRIPT.exists(), reason="the source distribution has no benchmarks")
def test_half_a_day_of_every_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert benchmark().run(41, 6, seed=11) == 0, capsys.readouterr().out


@pytest.mark.skipif(not SCRIPT.exists(), reason="the source distribution has no benchmarks")
def test_the_farm_sees_what_is_lost_doubled_and_asked_too_often(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = benchmark()
    real = found.watched

    def worse(*inputs: object) -> list[str]:
        texts: list[str] = real(*inputs)
        farm = inputs[0]
        farm.asked.append(farm.asked[-1])  # type: ignore[attr-defined]
        return [*texts[1:], texts[-1]]

    monkeypatch.setattr(found, "watched", worse)
    assert found.run(4, 2, seed=11) == 1
    told = capsys.readouterr().out
    assert all(f"{what}: " in told for what in ("lost", "doubled", "asked"))
