"""A taste of ``make fuzz``; the whole of it takes an hour."""

import random

import pytest

import fuzz


def test_some_hundred_nasty_inputs_do_no_harm(capsys: pytest.CaptureFixture[str]) -> None:
    assert fuzz.run(seconds=40, most=150, seed=20_261_201) == 0
    assert "no fault" in capsys.readouterr().out


def test_a_fault_is_found_and_can_be_made_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def faulty(dice: random.Random, _: object) -> None:
        if dice.random() < 0.2:
            raise ValueError("broken")

    monkeypatch.setattr(fuzz, "WAYS", (faulty,))
    assert fuzz.run(seconds=5, most=1_000, seed=3) == 1
    assert "of seed 3: faulty raised ValueError: broken" in capsys.readouterr().err
