"""The gates themselves: floors are lowered on purpose only, and a lower score does close them."""

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from scoring.floors import Floors, broken, load, raised, save

TOOL = Path(__file__).parents[2] / "tools" / "set_floors.py"
MADE = Floors(gold={"quotes": "00"}, floors={"quotes": {"exact.f1": 60.0}}).sealed()


def test_nobody_edited_the_floors_by_hand() -> None:
    floors = load()
    assert floors.seal == floors.due(), (
        "tests/gates/floors.json was edited by hand; use tools/set_floors.py"
    )
    assert floors.floors


def test_every_lowering_has_a_reason() -> None:
    assert all(each.because.strip() for each in load().lowered)


def test_an_edit_breaks_the_seal() -> None:
    edited = msgspec.structs.replace(MADE, floors={"quotes": {"exact.f1": 10.0}})
    assert edited.due() != MADE.seal


@pytest.mark.parametrize(("score", "closed"), [(59.9, True), (60.0, False), (None, True)])
def test_the_gate_closes_below_its_floor(score: float | None, closed: bool) -> None:
    assert bool([*broken(MADE, "quotes", {"exact": {"f1": score}})]) is closed


def test_raising_never_lowers() -> None:
    for score, floor in ((40.0, 60.0), (70.0, 69.5)):
        assert (
            raised(MADE, {"quotes": {"exact": {"f1": score}}}, {}).floors["quotes"]["exact.f1"]
            == floor
        )


def test_floors_survive_the_file(tmp_path: Path) -> None:
    save(MADE, tmp_path / "floors.json")
    assert load(tmp_path / "floors.json") == MADE


def test_lowering_needs_a_reason() -> None:
    command = [sys.executable, str(TOOL), "--lower", "quotes", "overlap50.f1", "1"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "--because" in done.stderr
