"""A small account of ledgers made by hand, with records only, and one linked by the rules."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from made_account import ledgers, more

from legation import store
from legation.pipeline import collection


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("account") / "account.sqlite"
    with store.writing(path) as account:
        for ledger in ledgers():
            account.save(ledger)
    return path


@pytest.fixture
def account(place: Path) -> Iterator[store.Reading]:
    with store.reading(place) as found:
        yield found


@pytest.fixture
def linked(tmp_path: Path) -> Iterator[store.Reading]:
    """The same texts, and more, with the rules of reconciliation."""
    path = tmp_path / "account.sqlite"
    with collection.open_account(path, "tests") as made:
        for ledger in (*ledgers(), *more()):
            made.save(ledger)
    with store.reading(path) as found:
        yield found
