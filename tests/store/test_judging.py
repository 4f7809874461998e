"""What people decide takes effect, outlives re-reading, and never blesses another value."""

from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from made_ledgers import FIRST, Simple, ledger, trade

from legation import store
from legation.model import Ledger
from legation.model.errors import NotFound, Refused
from legation.store import Words, canonical


def affairs(path: Path) -> dict[str, tuple[int, str, str | None]]:
    """Of each affair how many tell it, its tier, and what people say."""
    with store.reading(path) as held:
        found = [held.affair(number) for (number,) in held.rows("SELECT id FROM affair")]
        return {one.id: (len(one.members), one.tier, one.judged) for one in found}


def export(path: Path) -> list[bytes]:
    with store.reading(path) as held:
        return list(canonical.lines(held))


@pytest.fixture
def two(tmp_path: Path) -> Path:
    path = tmp_path / "ledger"
    with store.writing(path, Simple()) as account:
        account.save(ledger("one"))
        account.save(ledger("two", FIRST + timedelta(1), visit=FIRST))
    return path


ONE, TWO = ledger("one"), ledger("two", FIRST + timedelta(1), visit=FIRST)
MET, ALSO = ONE.records[0].id, TWO.records[0].id


def test_what_is_wrong_leaves_counts_and_exports(two: Path) -> None:
    before = export(two)
    with store.writing(two, Simple()) as account:
        given = account.judge(Words(of=(MET,), verdict="wrong", because="a slip", by="Ayan"))
    assert affairs(two)[ALSO] == (1, "sure", None)
    assert MET not in affairs(two)
    with store.writing(two, Simple()) as account:
        account.undo(given)
    assert affairs(two)[MET] == (2, "sure", None)
    assert [line for line in export(two) if b'"judgement"' not in line] == before


def test_the_signs_that_a_terminal_prints_are_enough(two: Path) -> None:
    with store.writing(two, Simple()) as account:
        account.judge(Words(of=(MET[:8],), verdict="wrong", by="Ayan"))
        with pytest.raises(NotFound):
            account.judge(Words(of=(MET[:6],), verdict="wrong", by="Ayan"))
    assert MET not in affairs(two)


def test_what_is_right_counts_as_sure_and_says_so(two: Path) -> None:
    said = ONE.records[1]
    possible = msgspec.structs.replace(said, tier="possible")
    other = Ledger(document=ONE.document, records=(possible,))
    with store.writing(two.parent / "b", Simple()) as account:
        account.save(other)
        account.judge(Words(of=(said.id,), verdict="right", by="Ayan"))
    assert affairs(two.parent / "b") == {said.id: (1, "sure", "right")}


def test_where_people_disagree_the_record_is_not_sure(two: Path) -> None:
    said = ONE.records[1].id
    with store.writing(two, Simple()) as account:
        account.judge(Words(of=(said,), verdict="right", by="Ayan"))
        account.judge(Words(of=(said,), verdict="wrong", by="Beket"))
    assert affairs(two)[said] == (1, "possible", "disputed")


def test_different_parts_and_same_joins(two: Path) -> None:
    with store.writing(two, Simple()) as account:
        parted = account.judge(Words(of=(MET, ALSO), verdict="different", by="Ayan"))
    assert affairs(two)[MET][0] == affairs(two)[ALSO][0] == 1
    with store.writing(two, Simple()) as account:
        account.undo(parted, by="Ayan")
        account.save(ledger("three", FIRST + timedelta(60)))
        far = ledger("three", FIRST + timedelta(60)).records[0].id
        account.judge(Words(of=(MET, far), verdict="same", by="Ayan"))
    assert affairs(two)[MET][0] == 3


def test_a_corrected_slot_is_what_counts(two: Path) -> None:
    with store.writing(two, Simple()) as account:
        account.judge(Words(of=(MET,), verdict="wrong", slot="date", value="2024-05-01", by="A"))
    with store.reading(two) as held:
        ledger_read = held.ledger(held.rows("SELECT id FROM document WHERE name = 'one'")[0][0])
        assert ledger_read is not None
        assert ledger_read.records[0].date.edtf == "2024-05-01"  # type: ignore[union-attr]
    assert affairs(two)[MET][:2] == (1, "sure")


def test_a_judgement_outlives_reading_again_where_the_core_is_the_same(two: Path) -> None:
    with store.writing(two, Simple()) as account:
        account.judge(Words(of=(MET,), verdict="wrong", by="Ayan"))
        better = msgspec.structs.replace(
            ONE, records=(msgspec.structs.replace(ONE.records[0], confidence=0.5), *ONE.records[1:])
        )
        [(number,)] = account.session.rows("SELECT id FROM document WHERE name = 'one'")
        account.reread(int(str(number)), better)
        assert account.loose() == []
    assert MET not in affairs(two)


def test_another_core_or_no_record_at_all_is_listed_and_has_no_effect(two: Path) -> None:
    with store.writing(two, Simple()) as account:
        amount = ONE.records[2].id
        account.judge(Words(of=(amount,), verdict="right", by="Ayan"))
        account.judge(Words(of=(MET,), verdict="wrong", by="Ayan"))
        changed = trade(ONE.document.text, 5, "15")
        [(number,)] = account.session.rows("SELECT id FROM document WHERE name = 'one'")
        account.reread(int(str(number)), Ledger(document=ONE.document, records=(changed,)))
        assert {one.of for one in account.loose()} == {(amount,), (MET,)}
    assert affairs(two)[changed.id][2] is None


def test_what_a_person_adds_counts_and_is_marked(two: Path) -> None:
    with store.writing(two, Simple()) as account:
        added = account.note(
            "one", "statement", "said so", {"speaker": "CHN", "about": "KAZ"}, by="Ayan"
        )
    with store.reading(two) as held:
        a, b = held.pair("CHN", "KAZ") or (0, 0)
        [(number,)] = held.rows("SELECT affair FROM dyad WHERE a = ? AND b = ?", (a, b))
        [member] = held.affair(number).members
        assert (member.rule, "Ayan" in member.because) == ("person", True)
    with store.writing(two, Simple()) as account:
        account.undo(added)
    with store.reading(two) as held:
        assert held.rows("SELECT affair FROM dyad WHERE a = ? AND b = ?", (a, b)) == []


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (Words(of=("00" * 8,), verdict="right"), NotFound),
        (Words(of=("no id",), verdict="right"), NotFound),
        (Words(of=(MET,), verdict="same"), Refused),
        (Words(of=(MET, ALSO), verdict="right"), Refused),
        (Words(of=(MET,), verdict="perhaps"), Refused),
        (Words(of=(MET,), verdict="wrong", slot="colour", value="x"), Refused),
        (Words(of=(MET,), verdict="wrong", slot="status", value="dreamt"), Refused),
        (Words(of=(MET,), verdict="wrong", slot="date", value="soon"), Refused),
    ],
)
def test_what_does_not_fit_is_refused_and_changes_nothing(
    two: Path, words: Words, fault: type[Exception]
) -> None:
    before = export(two)
    with store.writing(two, Simple()) as account, pytest.raises(fault):
        account.judge(words)
    assert export(two) == before


def test_judgements_are_the_same_in_whatever_order_documents_come(two: Path) -> None:
    with store.writing(two, Simple()) as account:
        account.judge(Words(of=(MET, ALSO), verdict="different", by="Ayan"))
        rows = account.session.connection.execute("SELECT * FROM judgement").fetchall()
    other = two.parent / "other"
    with store.writing(other, Simple()) as account:
        account.decided([row[1:] for row in rows], [], [])
        account.save(TWO)
        account.save(ONE)
    assert export(other) == export(two)
