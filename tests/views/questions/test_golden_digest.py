"""The digest of the account made by hand, as Markdown: to be read by people when it changes.

To make it again after a change that is wanted: set ``LEGATION_GOLDEN=write`` and run this module.
"""

import os
from pathlib import Path

from made_account import ledgers, more

from legation import store
from legation.export import digest_markdown
from legation.pipeline import collection
from legation.views.questions import digest as digests

GOLDEN = Path(__file__).parent / "digest.md"


def test_the_digest_is_as_it_was_read(linked: store.Reading) -> None:
    made = digest_markdown(digests.digest(linked, digests.Asked(between=("EUR", "KAZ"))))
    if os.environ.get("LEGATION_GOLDEN") == "write":
        GOLDEN.write_text(made, encoding="utf-8")
    assert made == GOLDEN.read_text(encoding="utf-8")


def test_the_order_of_adding_changes_nothing(linked: store.Reading, tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with collection.open_account(path, "tests") as account:
        for ledger in reversed([*ledgers(), *more()]):
            account.save(ledger)
    asked = digests.Asked(between=("EUR", "KAZ"))
    with store.reading(path) as other:
        again = digest_markdown(digests.digest(other, asked))
    assert again == digest_markdown(digests.digest(linked, asked))
