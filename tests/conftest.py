"""Shared by all tests: a small ledger made by hand, with one record of every kind and verdict that
a view must show.
"""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from legation.model import (
    Assertion,
    Check,
    Document,
    Event,
    Figure,
    Instrument,
    Ledger,
    Observation,
    Party,
    Proposal,
    Record,
    Span,
    Statement,
    Value,
    year,
)

TEXT = (
    "Ruritania <b>& Freedonia</b> traded for €2.4 billion in 2023, said Foreign Minister "
    "Rudolf Rassendyll. "
    "“We are asking for a railway,” he said in Fredville. Freedonia has not joined the pact. "
    "Trade is dominated by timber. Growth was 41 percent."
)
RUDOLF = Party(
    mention=Span(73, 89),
    actor="RUR",
    name="Ruritania",
    person="Rudolf Rassendyll",
    role="foreign minister",
    sector="GOV",
)
FREEDONIA = Party(mention=None, actor="FRE", name="Freedonia")
SEEN = Observation(
    dataset="DS-045409",
    series="A.RU.FD.TOTAL.2",
    value=Decimal("2391000000"),
    unit="EUR",
    period=year(2023),
    vintage="2024-02",
    source="https://example.org/series",
    definition="exports of goods, 2023",
    licence="CC BY 4.0",
)
CHECKS = {
    "matches": Check(
        verdict="matches",
        because=("€2.391 bn lies within €2.35–2.45 bn",),
        observations=(SEEN,),
        tried=3,
    ),
    "inconsistent": Check(
        verdict="inconsistent",
        because=("the text's own 3.9 → 5.9 is +51 %",),
        nearby=(SEEN,),
        tried=1,
    ),
    "not_checkable": Check(verdict="not_checkable", because=("no agreed measure",)),
}


def place(words: str) -> Span:
    """Where some words stand in the sample text."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def at(words: str) -> dict[str, Any]:
    """The common fields of a sure record whose evidence are these words."""
    return {
        "id": f"id-{words[:8]}",
        "evidence": (place(words),),
        "sentence": None,
        "confidence": 0.9,
        "tier": "sure",
    }


def records() -> list[Record]:
    """One of every kind, and a possible one."""
    billions = Value(low=Decimal("2350000000"), high=Decimal("2450000000"), written="€2.4 billion")
    percent = Value(low=Decimal("40.5"), high=Decimal("41.5"), written="41 percent")
    made: list[Record] = [
        Figure(
            measure="exports",
            value=billions,
            unit="EUR",
            reporter="RUR",
            partner="FRE",
            period=year(2023),
            attributed_to=RUDOLF,
            voice="official",
            check=CHECKS["matches"],
            **at("€2.4 billion"),
        ),
        Figure(
            measure="growth",
            value=percent,
            unit="%",
            voice="outlet",
            check=CHECKS["inconsistent"],
            **at("41 percent"),
        ),
        Statement(
            speaker=RUDOLF,
            mode="direct",
            content=(place("We are asking for a railway,"),),
            **at("We are asking for a railway,"),
        ),
        Event(
            type="SUPPORT",
            actors=(FREEDONIA,),
            status="negated",
            score=5.0,
            **at("Freedonia has not joined the pact"),
        ),
        Instrument(
            instrument="agreement",
            name="the pact",
            status="in_force",
            parties=(FREEDONIA,),
            **at("the pact"),
        ),
        Proposal(
            proposal="request",
            by=RUDOLF,
            content=(place("asking for a railway"),),
            **at("asking for a railway"),
        ),
        Assertion(
            assertion="dominance",
            subject="Trade",
            object="timber",
            voice="outlet",
            check=CHECKS["not_checkable"],
            **at("Trade is dominated by timber"),
        ),
    ]
    return made


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of fetched series: this test's own, so that none sees what the person at this
    machine has fetched.
    """
    folder = tmp_path / "fetched"
    monkeypatch.setenv("LEGATION_CACHE", str(folder))
    return folder


@pytest.fixture
def ledger() -> Ledger:
    """A ledger with one record of every kind, one of them less than sure."""
    document = Document(
        id="sample",
        title="Talks <resume>",
        published=date(2024, 3, 12),
        publisher="Strelsau Courier",
        language="en",
        text=TEXT,
    )
    doubtful = Event(type="CONSULT", actors=(RUDOLF,), **{**at("in Fredville"), "tier": "possible"})
    return Ledger(
        document=document,
        records=(*records(), doubtful),
        pair=("RUR", "FRE"),
        notes=("parted 1 glued sentence",),
    )
