"""The ledger with the rules of reconciliation: the same account in whatever order texts came."""

from collections.abc import Iterable
from pathlib import Path

import pytest

import account_corpus as corpus
from legation import store
from legation.model import Ledger
from legation.pipeline.collection import open_account
from legation.reconciliation import memory
from legation.store import canonical


def export(path: Path, ledgers: Iterable[Ledger]) -> list[bytes]:
    """The canonical export of an account of some ledgers."""
    with open_account(path) as account:
        for ledger in ledgers:
            account.save(ledger)
    with store.reading(path) as held:
        return list(canonical.lines(held))


@pytest.mark.parametrize("account", corpus.accounts(), ids=lambda account: "-".join(account.pair))
def test_an_account_is_the_same_forwards_and_backwards(
    account: corpus.Account, tmp_path: Path
) -> None:
    ledgers = [corpus.ledger(article, account) for article in account.article]
    forwards = export(tmp_path / "forwards.sqlite", ledgers)
    assert forwards == export(tmp_path / "backwards.sqlite", reversed(ledgers))
    grouping = memory.every(ledgers).grouping()
    told = {
        "conflict": len(grouping.conflicts),
        "promise": len(grouping.promises),
        "altered": len(account.altered),
    }
    for kind, count in told.items():
        assert sum(f'"object":"{kind}"'.encode() in line for line in forwards) == count, kind
