"""A conflict that a person settles: which value stands, undone, outliving every rebuilding."""

from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from made_ledgers import FIRST, Simple, ledger

from legation import store
from legation.model import Ledger
from legation.model.account import Conflict
from legation.model.errors import NotFound, Refused
from legation.store import Words, canonical, rebuilding

TWELVE, THIRTEEN = ledger("one", amount="12"), ledger("two", FIRST + timedelta(1), "13")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "ledger"
    with store.writing(path, Simple()) as account:
        account.save(TWELVE)
        account.save(THIRTEEN)
    return path


def conflict(path: Path) -> Conflict:
    with store.reading(path) as held:
        [(number,)] = held.rows("SELECT id FROM conflict")
        return held.conflict(number)


def settle(path: Path, value: str, slot: str = "value", by: str = "Ayan") -> str:
    with store.writing(path, Simple()) as account:
        words = Words(
            of=(conflict(path).id,),
            verdict="settled",
            slot=slot,
            value=value,
            because="the ministry's table",
            by=by,
        )
        return account.judge(words)


def open_in_dyad(path: Path) -> int:
    with store.reading(path) as held:
        [(count,)] = held.rows("SELECT count(*) FROM dyad_conflict WHERE settled IS NULL")
        return int(count)


def test_the_value_that_a_person_names_stands_and_says_why(path: Path) -> None:
    assert open_in_dyad(path) == 1
    settle(path, "13")
    settled = conflict(path).settled
    assert settled is not None
    assert (settled.by, settled.value) == ("person", "13")
    assert settled.because == "Ayan: the ministry's table"
    assert open_in_dyad(path) == 0
    with store.reading(path) as held:
        assert held.rows("SELECT count(*) FROM affair WHERE conflict = 1") == [(0,)]


def test_undone_it_is_open_as_before(path: Path) -> None:
    with store.reading(path) as held:
        before = list(canonical.lines(held))
    given = settle(path, "12")
    with store.writing(path, Simple()) as account:
        account.undo(given, by="Ayan")
    assert conflict(path).settled is None
    with store.reading(path) as held:
        assert [one for one in canonical.lines(held) if b'"judgement"' not in one] == before


def test_a_value_that_no_text_tells(path: Path) -> None:
    settle(path, "12.6", slot="other")
    settled = conflict(path).settled
    assert settled is not None and settled.value == "12.6"


@pytest.mark.parametrize(("slot", "value"), [("value", "14"), ("value", ""), (None, "12")])
def test_what_is_none_of_the_values_is_refused_and_they_are_listed(
    path: Path, slot: str | None, value: str
) -> None:
    words = Words(of=(conflict(path).id,), verdict="settled", slot=slot, value=value)
    with (
        store.writing(path, Simple()) as account,
        pytest.raises(Refused, match=r"12 · 13"),
    ):
        account.judge(words)
    assert conflict(path).settled is None


def test_what_is_no_conflict_is_not_found(path: Path) -> None:
    words = Words(of=("00" * 8,), verdict="settled", slot="value", value="12")
    with store.writing(path, Simple()) as account, pytest.raises(NotFound, match="conflicts"):
        account.judge(words)


def test_a_value_that_the_person_has_not_seen_opens_it_again(path: Path) -> None:
    settle(path, "13")
    with store.writing(path, Simple()) as account:
        account.save(ledger("again", FIRST + timedelta(2), "12"))
    assert conflict(path).settled is not None  # the same value told once more
    with store.writing(path, Simple()) as account:
        account.save(ledger("three", FIRST + timedelta(3), "14"))
    assert conflict(path).settled is None
    settle(path, "14")
    settled = conflict(path).settled
    assert settled is not None and settled.value == "14"


def test_a_settlement_of_three_values_is_taken_back_whole(path: Path) -> None:
    with store.writing(path, Simple()) as account:
        account.save(ledger("three", FIRST + timedelta(3), "14"))
    given = settle(path, "14")
    assert conflict(path).settled is not None
    with store.writing(path, Simple()) as account:
        account.undo(given)
    with store.reading(path) as held:
        [(number,)] = held.rows("SELECT id FROM conflict")
        assert held.settlements(number) == []
    assert conflict(path).settled is None


def test_where_people_disagree_it_stays_open_and_both_are_shown(path: Path) -> None:
    settle(path, "12", by="Ayan")
    settle(path, "13", by="Beket")
    assert conflict(path).settled is None
    with store.reading(path) as held:
        [(number,)] = held.rows("SELECT id FROM conflict")
        assert [(one.by, one.value) for one in held.settlements(number)] == [
            ("Ayan", "12"),
            ("Beket", "13"),
        ]
    settle(path, "13", by="Ayan")  # the last word of each counts
    settled = conflict(path).settled
    assert settled is not None and settled.value == "13"


def test_the_order_of_adding_plays_no_part(path: Path, tmp_path: Path) -> None:
    settle(path, "13")
    other = tmp_path / "other"
    with store.reading(path) as held, store.writing(other, Simple()) as account:
        given = held.rows("SELECT * FROM judgement")
        columns = [str(row[1]) for row in held.rows("PRAGMA table_info(judgement)")]
        account.decided([row[columns.index("uid") :] for row in given], (), ())
        account.save(THIRTEEN)
        account.save(TWELVE)
    assert conflict(other).settled == conflict(path).settled


def test_a_rebuilt_ledger_keeps_it(path: Path) -> None:
    settle(path, "13")
    before = conflict(path)
    rebuilding.rebuild(path, Simple())
    assert conflict(path) == before


def test_another_reading_of_the_value_is_listed_and_settles_nothing(path: Path) -> None:
    settle(path, "13")
    with store.writing(path, Simple()) as account:
        [(number,)] = account.session.rows("SELECT id FROM document WHERE name = 'two'")
        changed = [
            msgspec.structs.replace(one, partner="UZB") if hasattr(one, "partner") else one
            for one in THIRTEEN.records
        ]
        account.reread(int(str(number)), Ledger(document=THIRTEEN.document, records=tuple(changed)))
        assert [one.verdict for one in account.loose()] == ["settled"]
    assert conflict(path).settled is None
