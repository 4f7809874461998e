"""What is added stands, once, and as the set of documents says, in whatever order they came."""

import random
from datetime import timedelta
from pathlib import Path

import pytest
from made_adding import add, counts, export
from made_ledgers import FIRST, Simple, ledger, several

from legation import store
from legation.model import Ledger


def test_the_order_of_adding_changes_nothing(tmp_path: Path) -> None:
    held = several(12)
    add(tmp_path / "a", held)
    expected, counted = export(tmp_path / "a"), counts(tmp_path / "a")
    assert len(expected) > 20
    for seed in range(8):
        mixed = random.Random(seed).sample(held, len(held))
        add(tmp_path / f"{seed}", mixed)
        assert export(tmp_path / f"{seed}") == expected
        assert counts(tmp_path / f"{seed}") == counted


def test_adding_again_changes_nothing(tmp_path: Path) -> None:
    add(tmp_path / "a", several(6))
    before = export(tmp_path / "a")
    with store.writing(tmp_path / "a", Simple()) as account:
        assert all(account.save(one).known for one in several(6))
    assert export(tmp_path / "a") == before


def test_a_batch_gives_what_one_by_one_gives(tmp_path: Path) -> None:
    add(tmp_path / "a", several(12))
    with store.writing(tmp_path / "b", Simple()) as account, account.together():
        for one in several(12):
            account.save(one)
    assert export(tmp_path / "b") == export(tmp_path / "a")
    assert counts(tmp_path / "b") == counts(tmp_path / "a")


def test_one_that_fails_in_a_batch_leaves_no_trace(tmp_path: Path) -> None:
    class Falls(Simple):
        def cards(self, ledger: Ledger) -> list[None]:
            raise RuntimeError(ledger.document.id)

    add(tmp_path / "a", [ledger("one"), ledger("three", FIRST + timedelta(5))])
    with store.writing(tmp_path / "b", Simple()) as account, account.together():
        account.save(ledger("one"))
        account.session.rules = Falls()
        with pytest.raises(RuntimeError, match="two"):
            account.save(ledger("two", FIRST + timedelta(1)))
        account.session.rules = Simple()
        account.save(ledger("three", FIRST + timedelta(5)))
    assert export(tmp_path / "b") == export(tmp_path / "a")
    assert counts(tmp_path / "b") == counts(tmp_path / "a")


def test_one_meeting_told_by_two_is_one_affair_with_two_stories(tmp_path: Path) -> None:
    visit = FIRST + timedelta(2)
    add(
        tmp_path / "a",
        [
            ledger("one", FIRST, visit=visit, status="planned"),
            ledger("two", FIRST + timedelta(3), visit=visit),
        ],
    )
    with store.reading(tmp_path / "a") as held:
        [affair] = [
            held.affair(number) for (number,) in held.rows("SELECT id FROM affair WHERE kind = 1")
        ]
        assert [member.document for member in affair.members] == ["one", "two"]
        assert (affair.stories, affair.documents, affair.id) == (2, 2, affair.members[0].record)
        a, b = held.pair("KZ" and "KAZ", "DEU") or (0, 0)
        [(stories,)] = held.rows(
            "SELECT stories FROM dyad WHERE a = ? AND b = ?", (b, a)
        ) or held.rows("SELECT stories FROM dyad WHERE a = ? AND b = ?", (a, b))
        assert stories == 2


def test_a_member_stands_in_its_blocs_dyad_and_says_by_whom(tmp_path: Path) -> None:
    add(tmp_path / "a", [ledger("one")])
    with store.reading(tmp_path / "a") as held:
        a, b = held.pair("EUR", "KAZ") or (0, 0)
        rows = held.rows("SELECT kind, via FROM dyad WHERE a = ? AND b = ? ORDER BY kind", (a, b))
        assert [(kind, held.code(via)) for kind, via in rows] == [(1, "DEU"), (2, "")]
        members = held.rows("SELECT member, affairs FROM dyad_total WHERE a = ? AND b = ?", (a, b))
        assert sorted(members) == [(0, 1), (1, 1)]


def test_a_copy_counts_once_and_what_it_changed_stands_apart(tmp_path: Path) -> None:
    first, copy = ledger("one", tail="x"), ledger("two", FIRST + timedelta(1), "13", tail="x")
    add(tmp_path / "a", [copy, first])
    with store.reading(tmp_path / "a") as held:
        assert held.one("SELECT count(*) FROM affair") == (3,)
        [number] = [row[0] for row in held.rows("SELECT id FROM document WHERE name = 'two'")]
        assert held.document(number).story == "one"
        [changed] = held.altered(number)
        assert (changed.before, changed.after, changed.source) == ("12", "13", "one")


def test_of_two_versions_the_newer_one_counts(tmp_path: Path) -> None:
    old = ledger("old", FIRST, "12", "a", "https://example.org/x")
    new = ledger("new", FIRST + timedelta(1), "15", "b", "https://example.org/x#top")
    add(tmp_path / "a", [new, old])
    with store.reading(tmp_path / "a") as held:
        rows = held.rows("SELECT name, version, superseded, carries FROM document ORDER BY name")
        assert rows == [("new", 2, 0, 1), ("old", 1, 1, 0)]
        [changed] = held.altered(held.rows("SELECT id FROM document WHERE name = 'new'")[0][0])
        assert changed.because == "corrected"


def test_a_former_id_leads_to_the_affair_that_stands_now(tmp_path: Path) -> None:
    late = ledger("late", FIRST + timedelta(4), visit=FIRST)
    add(tmp_path / "a", [late])
    with store.reading(tmp_path / "a") as held:
        former = held.affair(held.rows("SELECT id FROM affair WHERE kind = 1")[0][0]).id
    add(tmp_path / "a", [ledger("early", FIRST, visit=FIRST)])
    with store.reading(tmp_path / "a") as held:
        [(what, number)] = [one for one in held.found(former) if one[0] == "affair"] or [("", 0)]
        if not number:
            row = held.one("SELECT uid FROM redirect WHERE former = ?", (former,))
            assert row is not None
            [(what, number)] = [one for one in held.found(row[0]) if one[0] == "affair"]
        assert what == "affair"
        assert len(held.affair(number).members) == 2


def test_typed_words_find_titles_and_texts_never_tags(tmp_path: Path) -> None:
    add(
        tmp_path / "a",
        [ledger("one", tail="wheat"), ledger("two", FIRST + timedelta(1), tail="oil")],
    )
    with store.reading(tmp_path / "a") as held:
        assert len(held.matching("exports")) == 2
        assert len(held.matching("exports -wheat")) == 1
        assert held.matching("xevent") == held.matching("kkaz") == []
        assert len(held.matching("exports", ("xevent", "kkaz", "m202403"))) == 2
        for odd in ('"', "(", "a AND", "NEAR(", "title:x", "*", "-", "'; DROP", "x^2", '""', "é*"):
            held.matching(odd)


def test_the_version_changes_with_every_change_and_only_then(tmp_path: Path) -> None:
    add(tmp_path / "a", [ledger("one")])
    with store.reading(tmp_path / "a") as first, store.reading(tmp_path / "a") as second:
        before = first.version()
        assert second.version() == before
        add(tmp_path / "a", [ledger("two", FIRST + timedelta(1))])
        assert first.version() == second.version() > before
