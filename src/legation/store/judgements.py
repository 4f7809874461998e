"""What people decided: given, undone, listed."""

from collections.abc import Iterator
from datetime import UTC, datetime

from legation.model.account import Judgement
from legation.store import judging
from legation.store.judging import Given
from legation.store.telling import Asked


def all_of(asked: Asked) -> Iterator[Judgement]:
    """The contract's judgements, in the order they were given; those undone are marked."""
    undone = {
        bytes(row[0]).hex()
        for row in asked.rows("SELECT undoes FROM judgement WHERE undoes IS NOT NULL")
    }
    rows = asked.rows(f"SELECT {judging.COLUMNS} FROM judgement WHERE undoes IS NULL ORDER BY id")
    for row in rows:
        one = judging.given(row)
        yield judgement(one, one.uid in undone)


def judgement(one: Given, undone: bool) -> Judgement:
    """A judgement as the contract has it."""
    return Judgement(
        id=one.uid,
        of=(one.id, one.other_id) if one.other_id else (one.id,),
        verdict=one.verdict,  # type: ignore[arg-type]  # the words of the contract
        core=one.core,
        slot=one.slot,
        value=one.value,
        because=one.because,
        by=one.by,
        at=datetime.fromtimestamp(one.at, UTC),
        undone=undone,
    )
