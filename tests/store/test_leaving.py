"""A document leaves: struck out of counts, or erased to the last word."""

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest
from made_adding import add, counts, export
from made_ledgers import FIRST, Simple, ledger, several

from legation import store
from legation.model.errors import NotFound, Unwritable
from legation.store import Words


def test_without_the_withdrawn_all_is_as_if_it_had_never_come(tmp_path: Path) -> None:
    held = several(12)
    for at, one in enumerate(held):
        if one.document.id == "doc0":  # two claim this id: a withdrawn one keeps it
            continue
        add(tmp_path / f"{at}", held)
        with store.writing(tmp_path / f"{at}", Simple()) as account:
            with store.reading(tmp_path / f"{at}") as asked:
                hash = store.hash_of(one.document).hex()
                [(name,)] = asked.rows(
                    "SELECT name FROM document WHERE hash = ?", (bytes.fromhex(hash),)
                )
            account.withdraw(name, "retracted")
            for number, document in account.unread():
                again = next(o for o in held if o.document.text == document.text)
                account.reread(number, again)
        rest = [o for o in held if store.hash_of(o.document).hex() != hash]
        add(tmp_path / f"rest{at}", rest)
        assert counts(tmp_path / f"{at}") == counts(tmp_path / f"rest{at}")
        kept = [line for line in export(tmp_path / f"{at}") if b'"object":"document"' not in line]
        assert kept == [
            line for line in export(tmp_path / f"rest{at}") if b'"object":"document"' not in line
        ]


def test_the_forgotten_are_in_no_page_and_stay_away(tmp_path: Path) -> None:
    secret = ledger("path/secret-name", tail="Xylophone Quarterly zanzibarian")
    path = tmp_path / "ledger"
    with store.writing(path, Simple()) as account:
        account.save(ledger("one"))
        account.save(secret)
        account.judge(Words(of=(secret.records[0].id,), verdict="right", because="zanzibarian"))
        account.forget("path/secret-name")
        assert account.save(secret).forgotten
        for file in tmp_path.iterdir():
            raw = file.read_bytes().lower()
            for word in (b"zanzibarian", b"xylophone", b"secret-name"):
                assert word not in raw, file
    add(tmp_path / "other", [ledger("one")])
    assert export(path) == export(tmp_path / "other")
    assert counts(path) == counts(tmp_path / "other")
    with store.reading(path) as held:
        assert held.matching("zanzibarian") == []
        assert held.matching("met") != []


def test_what_others_read_meanwhile_cannot_be_wiped_and_is_told(tmp_path: Path) -> None:
    path = tmp_path / "ledger"
    add(path, [ledger("one"), ledger("two", FIRST + timedelta(1))])
    with store.writing(path, Simple()) as account:
        account.session.connection.execute("PRAGMA busy_timeout = 10")
        reader = sqlite3.connect(path, isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM document").fetchone()
        with pytest.raises(Unwritable, match="another program is reading"):
            account.forget("two")
        reader.close()
        account.wipe()


def test_who_is_not_here_cannot_leave(tmp_path: Path) -> None:
    add(tmp_path / "ledger", [ledger("one")])
    with store.writing(tmp_path / "ledger", Simple()) as account:
        for name in ("nobody", "ff" * 8, "", "%"):
            with pytest.raises(NotFound):
                account.withdraw(name, "")
            with pytest.raises(NotFound):
                account.forget(name)


def test_the_index_of_words_holds_together_after_all_of_it(tmp_path: Path) -> None:
    path = tmp_path / "ledger"
    add(path, several(8))
    with store.writing(path, Simple()) as account:
        account.withdraw("doc3", "")
        account.forget("doc4")
        account.session.connection.execute("INSERT INTO words(words) VALUES ('integrity-check')")
    with store.reading(path) as held:
        for word, filters in (("exports", ()), ("", ("xevent",)), ("", ("kkaz",))):
            carrying = held.rows("SELECT id FROM document WHERE carries = 1 ORDER BY id DESC")
            found = held.matching(word, filters, most=100)
            if filters:
                assert found == [row[0] for row in carrying]
