"""How well documents are linked, held: ``python benchmarks/links.py`` prints it."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

import account_corpus as corpus

BENCHMARK = Path(__file__).parents[3] / "benchmarks" / "links.py"


@pytest.fixture(scope="module")
def links() -> ModuleType:
    spec = importlib.util.spec_from_file_location("links", BENCHMARK)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_links_conflicts_and_steps_of_marked_records_hold_their_floors(links: ModuleType) -> None:
    scores = links.measured([links.marked(account) for account in corpus.accounts()])
    for kind in links.KINDS:
        assert scores[kind].precision >= 90, (kind, scores[kind])
        assert scores[kind].recall >= 75, (kind, scores[kind])
    assert scores["conflicts"].precision >= 90
    assert scores["steps"].recall == 100, "every status change whose records are right is found"
    assert scores["altered copies"].precision >= 90
