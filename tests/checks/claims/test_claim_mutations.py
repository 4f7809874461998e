"""Every year and part counts: ``any`` in the place of ``all`` turns a claim, and is missed."""

import builtins
from collections.abc import Callable
from importlib import import_module

import pytest

from legation.model.claims import Judged

CLAIMS = {
    "Since 2000, more than 50% of households in Norway have always had a bicycle.": "contradicted",
    "From 2000 to 2020, over 45% of households in Norway had a bicycle.": "not_checkable",
    "In 2010, 50% of households in Norway and Peru had a bicycle.": "contradicted",
}
MUTATIONS = [("outcomes", "all", any), ("outcomes", "any", all)]


def turned(judged: Callable[..., Judged]) -> list[str]:
    return [
        f"{text}: {v}" for text, wanted in CLAIMS.items() if (v := judged(text).verdict) != wanted
    ]


def test_nothing_is_turned_while_all_stands(judged: Callable[..., Judged]) -> None:
    assert turned(judged) == []


@pytest.mark.parametrize(("module", "name", "instead"), MUTATIONS)
def test_a_judge_that_counts_otherwise_is_noticed(
    judged: Callable[..., Judged],
    monkeypatch: pytest.MonkeyPatch,
    module: str,
    name: str,
    instead: object,
) -> None:
    held = import_module(f"legation.checks.claims.{module}")
    assert getattr(builtins, name)
    monkeypatch.setattr(held, name, instead, raising=False)
    assert turned(judged)
