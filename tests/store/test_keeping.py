"""Backups, rebuilding, other people's files: nothing is lost, nothing foreign is touched."""

import os
import sqlite3
import stat
from datetime import timedelta
from pathlib import Path

import pytest
from made_adding import add, counts, export
from made_ledgers import FIRST, Simple, ledger, several

from legation import store
from legation.model.errors import Damaged, NotFound, NotOurs, Refused, TooNew, Unwritable
from legation.store import (
    Place,
    Words,
    backups,
    checkup,
    folders,
    merging,
    migrations,
    rebuilding,
)


def test_a_backup_holds_what_still_stands_in_the_wal(tmp_path: Path) -> None:
    path, copy = tmp_path / "ledger", tmp_path / "copy"
    with store.writing(path, Simple()) as account:
        for one in several(6):
            account.save(one)
        backups.backup(path, copy)
        before = export(path)
    assert export(copy) == before
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with pytest.raises(Refused):
        backups.backup(path, copy)
    with pytest.raises(NotFound):
        backups.backup(tmp_path / "none", tmp_path / "other")


def test_a_rebuilt_ledger_says_the_same_and_keeps_what_cannot_be_made_again(tmp_path: Path) -> None:
    path = tmp_path / "ledger"
    clock = iter(range(1_700_000_000, 1_800_000_000, 1000)).__next__
    with store.Account(path, Simple(), clock=clock) as account:
        for one in several(8):
            account.save(one)
        said = several(8)[1].records[1].id
        account.judge(Words(of=(said,), verdict="right", because="asked", by="Ayan"))
        account.withdraw("doc3", "retracted")
        account.forget("doc5")
    kept = ("SELECT hash, seen, run, name, gone FROM document ORDER BY hash",
            "SELECT uid, kind, first_seen, changed FROM affair ORDER BY uid, kind",
            "SELECT what, uid, at, field, before, after FROM change ORDER BY id",
            "SELECT hash, at FROM forgotten", "SELECT uid, at FROM judgement ORDER BY uid",
            "SELECT * FROM redirect ORDER BY what, former",
            "SELECT changed, kind FROM dyad_changed ORDER BY changed, kind")  # fmt: skip
    with store.reading(path) as held:
        before = [held.rows(question) for question in kept]
    told, counted = export(path), counts(path)
    made = rebuilding.rebuild(path, Simple())
    assert (made.same, made.lost) == (True, 0)
    assert (export(path), counts(path)) == (told, counted)
    with store.reading(path) as held:
        assert [held.rows(question) for question in kept] == before
    assert checkup.look(path).faults == ()


def test_a_rebuild_mends_what_was_made_and_tells(tmp_path: Path) -> None:
    path = tmp_path / "ledger"
    add(path, several(8))
    before, counted = export(path), counts(path)
    raw = sqlite3.connect(path)
    raw.execute("DELETE FROM dyad_month WHERE kind = 1")
    raw.execute("DELETE FROM affair WHERE kind = 2")
    raw.commit()
    raw.close()
    faults = " ".join(checkup.look(path).faults)
    assert "months of dyads" in faults
    made = rebuilding.rebuild(path, Simple())
    assert not made.same
    assert (export(path), counts(path)) == (before, counted)
    assert checkup.look(path).faults == ()


def test_another_account_is_taken_in_with_what_people_judged(tmp_path: Path) -> None:
    held = several(8)
    add(tmp_path / "a", held[:7])
    add(tmp_path / "b", held[5:])
    said = held[9].records[1].id
    with store.writing(tmp_path / "b", Simple()) as account:
        account.judge(Words(of=(said,), verdict="wrong", by="Ayan"))
        account.forget("doc7")
    with store.writing(tmp_path / "a", Simple()) as account:
        first = [place for _, place in merging.merge(account, tmp_path / "b")]
        again = [place for _, place in merging.merge(account, tmp_path / "b")]
        assert any(isinstance(place, Place) and place.news for place in first)
        assert not any(isinstance(place, Place) and place.news for place in again)
        assert account.save(held[7]).forgotten
    add(tmp_path / "c", [one for one in held if one.document.id != "doc7"])
    with store.writing(tmp_path / "c", Simple()) as account:
        account.judge(Words(of=(said,), verdict="wrong", by="Ayan"))
    plain = [line for line in export(tmp_path / "c") if b'"object":"judgement"' not in line]
    assert [x for x in export(tmp_path / "a") if b'"object":"judgement"' not in x] == plain


def test_a_foreign_file_is_never_touched(tmp_path: Path) -> None:
    foreign, text = tmp_path / "other.sqlite", tmp_path / "text"
    raw = sqlite3.connect(foreign)
    raw.execute("CREATE TABLE t (x)")
    raw.commit()
    raw.close()
    text.write_text("no database at all, but a text of more than a hundred bytes " * 3)
    for path in (foreign, text):
        before = path.read_bytes()
        for opening in (store.writing, store.reading):
            with pytest.raises(NotOurs):
                opening(path)
        assert path.read_bytes() == before
    assert sorted(one.name for one in tmp_path.iterdir()) == ["other.sqlite", "text"]


def test_a_newer_file_is_refused_and_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "ledger"
    add(path, [ledger("one")])
    raw = sqlite3.connect(path)
    raw.execute(f"PRAGMA user_version = {migrations.NEWEST + 1}")
    raw.commit()
    raw.close()
    before = path.read_bytes()
    for opening in (store.writing, store.reading):
        with pytest.raises(TooNew, match="newer Legation"):
            opening(path)
    assert path.read_bytes() == before


def test_an_older_file_is_migrated_in_one_transaction(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "ledger"
    add(path, [ledger("one")])
    newer = migrations.NEWEST + 1
    monkeypatch.setattr(migrations, "NEWEST", newer)
    monkeypatch.setitem(
        migrations.STEPS, newer, "CREATE TABLE extra (x INTEGER);\nINSERT INTO nowhere VALUES (1);"
    )
    with pytest.raises(Unwritable, match="--migrate"):
        store.reading(path)
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        store.writing(path)
    raw = sqlite3.connect(path)
    assert raw.execute("SELECT count(*) FROM sqlite_master WHERE name = 'extra'").fetchone() == (0,)
    raw.close()
    monkeypatch.setitem(
        migrations.STEPS, newer, "CREATE TABLE extra (x INTEGER);\nINSERT INTO extra VALUES (1);"
    )
    with store.writing(path, Simple()) as account:
        assert account.session.rows("SELECT x FROM extra") == [(1,)]
        account.save(ledger("two", FIRST + timedelta(1)))
    with store.reading(path) as held:
        assert held.one("PRAGMA user_version") == (newer,)


def test_only_its_owner_reads_a_ledger(tmp_path: Path) -> None:
    path = tmp_path / "ledger"
    with store.writing(path, Simple()) as account:
        account.save(ledger("one"))
        for file in tmp_path.iterdir():
            assert stat.S_IMODE(file.stat().st_mode) == 0o600, file
    path.chmod(0o644)
    with store.writing(path, Simple()):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_network_drive_is_refused_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "filesystem", lambda folder: "nfs4")
    with pytest.raises(Unwritable, match="network drive"):
        store.writing(tmp_path / "ledger")
    assert list(tmp_path.iterdir()) == []


def test_the_longest_mount_decides() -> None:
    mounts = [("/", "ext4"), ("/srv", "nfs4"), ("/srv/fast", "xfs")]
    assert folders._mounted(Path("/srv/share/x"), mounts) == "nfs4"
    assert folders._mounted(Path("/srv/fast/x"), mounts) == "xfs"
    assert folders._mounted(Path("/srvice"), mounts) == "ext4"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(Unwritable):
            store.writing(tmp_path / "ledger")
    finally:
        tmp_path.chmod(0o700)


def test_a_damaged_file_is_told_and_what_can_be_read_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "ledger"
    add(path, several(30))
    whole = len(several(30))
    raw = sqlite3.connect(path)
    [page] = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'affair'").fetchone()
    [size] = raw.execute("PRAGMA page_size").fetchone()
    raw.close()
    broken = bytearray(path.read_bytes())
    broken[(page - 1) * size : page * size] = b"\x5a" * size
    path.write_bytes(bytes(broken))
    with pytest.raises(Damaged, match="--rebuild"), store.reading(path) as held:
        held.rows("SELECT * FROM affair")
    made = rebuilding.rebuild(path, Simple())
    assert made.lost == 0
    add(tmp_path / "fresh", several(30))
    assert export(path) == export(tmp_path / "fresh")
    assert made.documents <= whole
