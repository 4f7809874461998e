"""The account is a function of the set of documents."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import account_corpus as corpus
from legation.model import Ledger
from legation.reconciliation import memory

ACCOUNTS = {account.pair: account for account in corpus.accounts()}


def ledgers(pair: tuple[str, str]) -> list[Ledger]:
    account = ACCOUNTS[pair]
    return [corpus.ledger(article, account) for article in account.article]


@pytest.mark.parametrize("pair", ACCOUNTS)
@settings(max_examples=6, deadline=None)
@given(random=st.randoms(use_true_random=False))
def test_any_order_of_adding_gives_the_same_account(pair: tuple[str, str], random: Random) -> None:
    held = ledgers(pair)
    mixed = list(held)
    random.shuffle(mixed)
    assert memory.every(mixed).grouping() == memory.every(held).grouping()


@pytest.mark.parametrize("pair", ACCOUNTS)
def test_adding_twice_changes_nothing(pair: tuple[str, str]) -> None:
    held = ledgers(pair)
    assert memory.every([*held, *held]).grouping() == memory.every(held).grouping()


@pytest.mark.parametrize("pair", ACCOUNTS)
def test_every_record_stands_in_an_affair_of_its_kind(pair: tuple[str, str]) -> None:
    account = memory.every(ledgers(pair))
    grouping = account.grouping()
    held = {(m.document, m.record) for affair in grouping.affairs for m in affair.members}
    assert held == {card.key for card in account.cards()}
    for affair in grouping.affairs:
        kinds = {member.kind for member in affair.members}
        assert affair.kind == "proposal" or kinds == {affair.kind}
    assert len({affair.id for affair in grouping.affairs}) == len(grouping.affairs)
