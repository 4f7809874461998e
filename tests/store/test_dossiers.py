"""Pinned lines outlive re-reading, rebuilding and merging; a forgotten text leaves none."""

from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from made_ledgers import FIRST, Simple, ledger, trade

from legation import store
from legation.model import Ledger
from legation.model.errors import NotFound, Refused
from legation.store import dossiers
from legation.store.merging import merge
from legation.store.rebuilding import rebuild

ONE, TWO = ledger("one"), ledger("two", FIRST + timedelta(1), visit=FIRST)
MET, AMOUNT = ONE.records[0].id, ONE.records[2].id


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "ledger"
    with store.writing(made, Simple()) as account:
        account.save(ONE)
        account.save(TWO)
    return made


def held(path: Path, name: str = "Visit in June") -> list[dossiers.Pin]:
    with store.reading(path) as ledger:
        return dossiers.pins(ledger, name)


def pinned(path: Path, *ids: str) -> list[str]:
    with store.writing(path, Simple()) as account:
        return [account.pin("Visit  in June ", uid, "for the speech", "Ayan") for uid in ids]


def test_a_line_is_pinned_once_and_can_be_taken_out(path: Path) -> None:
    first, again = pinned(path, MET, f"one/{MET}")
    assert first == again
    [pin] = held(path)
    assert (pin.document, pin.record, pin.changed, pin.by) == ("one", MET, False, "Ayan")
    with store.reading(path) as ledger:
        assert [(d.name, d.pins) for d in dossiers.all_of(ledger)] == [("Visit in June", 1)]
        [(hash,)] = ledger.rows("SELECT lower(hex(hash)) FROM document WHERE name = 'one'")
        assert dossiers.pins_of(ledger, hash) == [pin]
    with store.writing(path, Simple()) as account:
        account.unpin(first)
        with pytest.raises(NotFound):
            account.unpin(first)
    assert held(path) == []
    assert pinned(path, MET) and len(held(path)) == 1


def test_a_pin_decides_nothing(path: Path) -> None:
    def told() -> list[tuple[object, ...]]:
        with store.reading(path) as ledger:
            return ledger.rows("SELECT uid, tier, judged FROM affair ORDER BY id")

    before = told()
    pinned(path, MET)
    assert told() == before


def test_a_pin_stays_on_another_reading_and_says_what_changed(path: Path) -> None:
    pinned(path, MET, AMOUNT)
    other = trade(ONE.document.text, 5, "15")
    same = msgspec.structs.replace(ONE.records[0], confidence=0.5)
    with store.writing(path, Simple()) as account:
        number = account.number("one")
        account.reread(number, Ledger(document=ONE.document, records=(same, other)))
    meeting, amount = held(path)
    assert (meeting.record, meeting.changed) == (MET, False)
    assert amount.record != AMOUNT or amount.changed
    with store.writing(path, Simple()) as account:
        account.reread(number, Ledger(document=ONE.document, records=()))
    assert [pin.record for pin in held(path)] == [None, None]


def test_pins_go_along_when_rebuilt_and_merged(path: Path, tmp_path: Path) -> None:
    pins = pinned(path, MET, AMOUNT)
    with store.writing(path, Simple()) as account:
        account.unpin(pins[1])
    rebuild(path, Simple())
    assert [pin.id for pin in held(path)] == pins[:1]
    other = tmp_path / "other"
    with store.writing(other, Simple()) as account:
        for _ in range(2):
            list(merge(account, path))
    assert [(pin.id, pin.record) for pin in held(other)] == [(pins[0], MET)]


def test_a_forgotten_text_leaves_no_pin(path: Path) -> None:
    pinned(path, MET)
    with store.writing(path, Simple()) as account:
        account.forget("one")
    with store.reading(path) as ledger:
        assert ledger.rows("SELECT count(*) FROM pin") == [(0,)]


@pytest.mark.parametrize("name", ["", " ", "../up", "a/b", "a.json", "x" * 81, "<b>", "a\x00", "-"])
def test_a_name_that_cannot_stand_in_an_address_is_refused(path: Path, name: str) -> None:
    with store.writing(path, Simple()) as account, pytest.raises(Refused, match="name"):
        account.pin(name, MET)


def test_what_is_no_record_cannot_be_pinned(path: Path) -> None:
    with store.writing(path, Simple()) as account, pytest.raises(NotFound):
        account.pin("Visit", "00" * 8)
