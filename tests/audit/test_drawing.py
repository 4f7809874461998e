"""Sampling: fair, repeatable, without doublets."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.audit.drawing import Sample, Wish, allotted, audit
from legation.model import (
    Document,
    Event,
    Figure,
    Ledger,
    Period,
    Span,
    Statement,
    Tier,
    Value,
)

TEXT = "Trade was worth 5 billion euros, she said."


def figure(name: str, tier: Tier = "sure") -> Figure:
    return Figure(
        id=name,
        evidence=(Span(16, 31),),
        sentence=Span(0, 42),
        confidence=0.9,
        tier=tier,
        measure="trade_total",
        value=Value(low=Decimal(5), high=Decimal(5), written="5"),
        unit="EUR",
    )


def statement(name: str) -> Statement:
    evidence = (Span(0, 31),)
    return Statement(
        id=name,
        evidence=evidence,
        sentence=None,
        confidence=0.9,
        tier="sure",
        speaker=None,
        mode="indirect",
        content=evidence,
    )


def ledger(name: str, *records: Event | Figure | Statement) -> Ledger:
    return Ledger(document=Document(id=name, text=TEXT), records=records)


def held(count: int, file: str = "a.jsonl", start: int = 0) -> list[tuple[str, Ledger]]:
    return [(file, ledger(f"d{n}", figure(f"f{n}"))) for n in range(start, start + count)]


def names(sample: Sample) -> list[str]:
    return [drawn.record for drawn in sample.records]


@given(st.integers(0, 60), st.integers(1, 30), st.integers())
def test_as_many_as_wished_or_all_and_none_twice(count: int, number: int, seed: int) -> None:
    sample = audit(held(count), Wish(number=number, seed=seed))
    assert len(set(names(sample))) == len(names(sample)) == min(count, number)


@given(st.integers(), st.randoms())
def test_the_same_seed_draws_the_same_in_whatever_order_they_come(
    seed: int, random: st.DataObject
) -> None:
    ledgers = held(40)
    shuffled = ledgers[:]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    wish = Wish(number=10, seed=seed)
    assert names(audit(ledgers, wish)) == names(audit(shuffled, wish))


def test_every_record_is_equally_likely_and_so_is_its_place() -> None:
    drawn: Counter[str] = Counter()
    first: Counter[str] = Counter()
    for seed in range(2000):
        sample = names(audit(held(20), Wish(number=5, seed=seed)))
        drawn.update(sample)
        first.update(sample[:1])
    # 2,000 draws of 5 in 20: each 500 times, with a standard deviation of 19.4; in the first place
    # 100 times, 9.7
    assert all(abs(drawn[f"f{n}"] - 500) < 4 * 19.4 for n in range(20))
    assert all(abs(first[f"f{n}"] - 100) < 4 * 9.7 for n in range(20))


def test_another_seed_another_sample() -> None:
    assert names(audit(held(50), Wish(number=10, seed=1))) != names(
        audit(held(50), Wish(number=10, seed=2))
    )


def test_a_record_that_comes_twice_counts_once() -> None:
    sample = audit([*held(8), *held(8, "b.jsonl")], Wish(number=100))
    assert len(sample.records) == 8
    assert [(s.file, s.held) for s in sample.strata] == [("a.jsonl", 8)]


def test_every_file_is_represented() -> None:
    ledgers = [*held(300), *held(3, "b.jsonl", 300), *held(97, "c.jsonl", 303)]
    sample = audit(ledgers, Wish(number=20))
    assert [(s.file, s.held, s.drawn) for s in sample.strata] == [
        ("a.jsonl", 300, 15),
        ("b.jsonl", 3, 1),
        ("c.jsonl", 97, 4),
    ]
    assert len(sample.records) == 20


@given(st.lists(st.integers(0, 500), max_size=12), st.integers(1, 300))
def test_allotted(sizes: list[int], number: int) -> None:
    parts = allotted(sizes, number)
    assert sum(parts) == min(sum(sizes), number)
    assert all(0 <= part <= size for part, size in zip(parts, sizes, strict=True))
    if sum(size > 0 for size in sizes) <= number:
        assert all(part for part, size in zip(parts, sizes, strict=True) if size)


def test_only_what_was_asked_for() -> None:
    ledgers = [("a.jsonl", ledger("d", figure("f"), figure("p", "possible"), statement("s")))]
    assert names(audit(ledgers, Wish(kinds=("figure",), tier="sure"))) == ["f"]
    assert set(names(audit(ledgers, Wish(kinds=("figure",), tier="all")))) == {"f", "p"}
    assert names(audit(ledgers, Wish(kinds=("figure", "statement"), tier="possible"))) == ["p"]
    both = audit(ledgers, Wish(kinds=("statement", "figure"), tier="sure"))
    assert [d.kind for d in both.records] == ["statement", "figure"]


def test_half_is_drawn_from_each_tier() -> None:
    records = [figure(f"p{n}", "possible") for n in range(90)]
    ledgers = [*held(10), ("a.jsonl", ledger("d", *records))]
    sample = audit(ledgers, Wish(number=12))
    assert Counter(d.tier for d in sample.records) == {"sure": 6, "possible": 6}
    assert [(s.tier, s.held, s.drawn) for s in sample.strata] == [
        ("sure", 10, 6),
        ("possible", 90, 6),
    ]


@pytest.mark.parametrize(("sure", "possible"), [(2, 50), (50, 2), (0, 50), (50, 0)])
def test_what_one_tier_lacks_the_other_gives(sure: int, possible: int) -> None:
    records = [figure(f"p{n}", "possible") for n in range(possible)]
    sample = audit([*held(sure), ("a.jsonl", ledger("d", *records))], Wish(number=20))
    drawn = Counter(d.tier for d in sample.records)
    few: Tier = "sure" if sure < possible else "possible"
    assert drawn[few] == min(sure, possible)
    assert len(sample.records) == 20


def test_filled_fields_outside_the_core_are_named_by_their_doubt() -> None:
    date_ = Period(start=date(2024, 1, 5), end=date(2024, 1, 5), edtf="2024-01-05")
    event = Event(
        id="e",
        evidence=(Span(0, 5),),
        sentence=Span(0, 42),
        confidence=0.9,
        tier="sure",
        type="CONSULT",
        mode="visit",
        actors=(),
        date=date_,
        doubtful={"date": "lent from the day of publication"},
    )
    (drawn,) = audit([("a.jsonl", ledger("d", event))], Wish()).records
    assert "mode" in drawn.undoubted
    assert drawn.doubtful == ("date",)
    assert not {"type", "actors", "status", "place", "id"} & {*drawn.undoubted, *drawn.doubtful}


def test_what_a_person_sees() -> None:
    (drawn,) = audit([("a.jsonl", ledger("d", figure("f")))], Wish()).records
    assert drawn.sentence == "Trade was worth [[5 billion euros]], she said."
    assert drawn.claim == "measure: trade_total; value: 5 EUR, written 5; nature: flow"
    assert drawn.context == ""


@pytest.mark.parametrize("seed", [0, -1, 10**30])
def test_any_whole_number_is_a_seed(seed: int) -> None:
    assert len(audit(held(5), Wish(number=2, seed=seed)).records) == 2
