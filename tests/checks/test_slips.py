"""Arithmetic slips in articles, through the whole pipeline: the reader is told which number does
not follow, and why.
"""

from pathlib import Path

from legation import pipeline
from legation.model import Check, Figure, Ledger, Source

EXAMPLES = Path(__file__).parents[2] / "examples"


def judged(name: str) -> dict[tuple[str, str], Check]:
    """The checks of an article's figures by measure and words."""
    with pipeline.official() as series:
        (found,) = pipeline.ledgers([Source(location=str(EXAMPLES / name))], series)
    assert isinstance(found, Ledger)
    return {
        (r.measure, r.value.written): r.check
        for r in found.records
        if isinstance(r, Figure) and r.check
    }


def test_a_total_that_is_not_the_sum_of_its_flows() -> None:
    found = judged("slip_total_kenya_emirates.txt")
    total = found["trade_total", "$3.9 billion"]
    assert total.verdict == "inconsistent"
    assert "= $3.3 bn, not $3.9 billion" in total.because[0]
    assert [k for k, check in found.items() if check.verdict in ("inconsistent", "differs")] == [
        ("trade_total", "$3.9 billion")
    ]
    assert ("imports", "$2.7 billion") in found


def test_a_growth_that_does_not_lead_from_one_level_to_the_other() -> None:
    found = judged("slip_growth_turkiye_uzbekistan.txt")
    growth = found["growth", "41 percent"]
    assert growth.verdict == "inconsistent"
    assert "$2.77 bn → $4.61 bn is +66.4 %, not 41 percent" in growth.because[0]
    assert [k for k, check in found.items() if check.verdict in ("inconsistent", "differs")] == [
        ("growth", "41 percent")
    ]
