"""What people struck is shown, and in no count."""

from collections.abc import Callable
from pathlib import Path

import pytest
from made_account import ledgers

from legation import store
from legation.store.judgements import Words
from legation.views.questions import digest as digests
from legation.views.questions.dyad import dyad
from legation.views.questions.pages import Dyad
from legation.views.questions.scopes import Scope
from legation.views.questions.story import left_out

Change = Callable[[store.Account], object]


def made(path: Path, change: Change) -> Path:
    with store.writing(path) as account:
        for ledger in ledgers():
            account.save(ledger)
        change(account)
    return path


def wrong(account: store.Account) -> str:
    figure = ledgers()[0].records[2]
    return account.judge(Words(verdict="wrong", of=(figure.id,), by="a reader"))


def withdraw(account: store.Account) -> None:
    account.withdraw("meeting", "printed by mistake")


@pytest.mark.parametrize(("change", "why"), [(wrong, "judged wrong"), (withdraw, "withdrawn")])
def test_what_is_struck_is_shown_and_not_counted(tmp_path: Path, change: Change, why: str) -> None:
    with store.reading(made(tmp_path / "a.sqlite", change)) as account:
        found: Dyad = dyad(account, "EUR", "KAZ", Scope())
        figures = [one.number.written for one in found.figures if one.number]
        struck = [one for one in found.struck if one.kind == "figure"]
        told = digests.digest(account, digests.Asked(between=("EUR", "KAZ")))
    assert figures == []
    assert [one.struck is not None and one.struck.startswith(why) for one in struck] == [True]
    assert not any("€12.9 billion" in row.what for row in told.disagreeing)


def test_a_withdrawn_text_is_left_out_with_the_reason(tmp_path: Path) -> None:
    with store.reading(made(tmp_path / "a.sqlite", withdraw)) as account:
        [aside] = left_out(account).documents
    assert (aside.source.document, aside.because) == (
        "meeting",
        "withdrawn: printed by mistake",
    )
