"""Conflicts that follow from another by arithmetic stand under it; others stay on their own."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from made_account import common, document

from legation import store
from legation.model import Figure, Ledger, Value, year
from legation.pipeline import collection
from legation.views.questions import conflicts
from legation.views.questions.folding import on_their_own
from legation.views.questions.pages import Disagreement

BILLION = Decimal(10) ** 9
STEP = Decimal("0.05")


def figure(text: str, words: str, measure: str, number: str, unit: str = "EUR") -> Figure:
    scale = BILLION if unit == "EUR" else Decimal(1)
    middle = Decimal(number)
    return Figure(
        **common(text, words),  # type: ignore[arg-type]
        measure=measure,  # type: ignore[arg-type]
        value=Value(low=(middle - STEP) * scale, high=(middle + STEP) * scale, written=words),
        unit=unit,
        reporter="EUR",
        partner="KAZ",
        period=year(2023),
        date_from="own",
    )


def read(name: str, day: date, told: Sequence[tuple[str, str]]) -> Ledger:
    """A text with some measures and their numbers."""
    text = f"{name}: " + ", ".join(f"{measure} {number} ({name})" for measure, number in told)
    records = tuple(
        figure(text, f"{measure} {number}", measure, number, "%" if measure == "growth" else "EUR")
        for measure, number in told
    )
    return Ledger(document=document(name, text, day, name), records=records)


def found(path: Path, *ledgers: Ledger) -> tuple[Disagreement, ...]:
    with collection.open_account(path, "tests") as made:
        for ledger in ledgers:
            made.save(ledger)
    with store.reading(path) as account:
        return conflicts.conflicts(account, ("EUR", "KAZ")).conflicts


def measures(held: Sequence[Disagreement]) -> dict[str, str]:
    return {
        one.id: next(e.number.measure for v in one.values for e in v.entries if e.number)
        for one in held
    }


@pytest.mark.parametrize(
    ("derived", "first", "second"),
    [
        ("trade_total", "41.4", "42.4"),
        ("balance", "-17.2", "-18.2"),
        ("growth", "10.0", "13.8"),
    ],
)
def test_what_follows_stands_under_what_it_follows_from(
    tmp_path: Path, derived: str, first: str, second: str
) -> None:
    one = read("Courier", date(2024, 5, 30), [("imports", "29.3"), (derived, first)])
    other = read("Review", date(2024, 10, 7), [("imports", "30.3"), (derived, second)])
    held = found(tmp_path / "ledger", one, other)
    names = measures(held)
    assert sorted(names.values()) == sorted(["imports", derived])
    [own] = on_their_own(held)
    assert names[own.id] == "imports"
    assert [names[uid] for uid in own.folded] == [derived]


@pytest.mark.parametrize(
    ("derived", "first", "second"),
    [
        ("trade_total", "41.4", "44.9"),  # exports differ too: a disagreement of its own
        ("growth", "10.0", "25.0"),
    ],
)
def test_what_differs_by_more_stands_on_its_own(
    tmp_path: Path, derived: str, first: str, second: str
) -> None:
    one = read("Courier", date(2024, 5, 30), [("imports", "29.3"), (derived, first)])
    other = read("Review", date(2024, 10, 7), [("imports", "30.3"), (derived, second)])
    held = found(tmp_path / "ledger", one, other)
    assert len(on_their_own(held)) == len(held) == 2


def test_other_texts_are_other_disagreements(tmp_path: Path) -> None:
    held = found(
        tmp_path / "ledger",
        read("Courier", date(2024, 5, 30), [("imports", "29.3")]),
        read("Review", date(2024, 10, 7), [("imports", "30.3")]),
        read("Wire", date(2024, 5, 30), [("trade_total", "41.4")]),
        read("Evening", date(2024, 10, 7), [("trade_total", "42.4")]),
    )
    assert len(on_their_own(held)) == len(held) == 2
