"""Claims about many dyads: what each is under the embedded snapshot."""

import csv
import re
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from made_figures import authority, figure, fuels, reading

from legation import checks, pipeline
from legation.model import Document, Figure, Period, Span, month_end, months, year
from legation.statistics import embedded

TABLE = Path(__file__).parent / "claims.csv"
LINES = [
    line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")
]
CLAIMS = list(csv.DictReader(LINES))
TRUE = [c for c in CLAIMS if c["truth"] == "true"]
FALSE = [c for c in CLAIMS if c["truth"] == "false"]
WRONG = {"differs", "inconsistent"}
EXCUSED = {"matches", "matches_alt", "close", "sources_differ", "consistent"}


def period(text: str) -> Period:
    if re.fullmatch(r"\d{4}", text):
        return year(int(text))
    first, last = (text.split("/") * 2)[:2]
    (a, b), (c, d) = (map(int, part.split("-")) for part in (first, last))
    return months(date(a, b, 1), month_end(c, d))


def extras(claim: dict[str, str]) -> dict[str, str]:
    return dict(pair.split("=", 1) for pair in claim["extra"].split(";") if pair)


def made(claim: dict[str, str]) -> Figure:
    extra = extras(claim)
    fields: dict[str, Any] = {
        "in_favour_of": extra.get("favour"),
        "of": extra.get("of"),
        "nature": extra.get("nature", "flow"),
    }
    if "by" in extra:
        fields |= {"attributed_to": authority(extra["by"], extra["by"]), "voice": "official"}
    if "product" in extra:
        fields["product"] = fuels()
    whole = Span(0, len(claim["text"]))
    return figure(
        claim["measure"],
        claim["digits"],
        scale=claim["scale"],
        unit=claim["unit"],
        reporter=claim["reporter"],
        partner=claim["partner"],
        period=period(claim["period"]),
        qualifier=claim["qualifier"],
        evidence=(whole,),
        sentence=whole,
        **fields,
    )


@cache
def verdict(number: str) -> str:
    check = judged(next(c for c in CLAIMS if c["id"] == number)).check
    assert check is not None
    return check.verdict


def judged(claim: dict[str, str]) -> Figure:
    read = reading(claim["text"], date.fromisoformat(claim["published"]))
    records = [made(claim)]
    answered = embedded().observe(checks.questions(read, records))
    [record] = checks.judge(read, records, answered)
    assert isinstance(record, Figure) and record.check is not None
    return record


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda c: c["id"])
def test_a_claim_gets_its_verdict_under_its_definition(claim: dict[str, str]) -> None:
    check = judged(claim).check
    assert check is not None
    told = " ".join((*check.because, *(o.definition for o in check.observations)))
    assert check.verdict == claim["verdict"], told
    assert claim["definition"] in told
    nearby = extras(claim).get("nearby")
    assert nearby is None or any(nearby in o.definition for o in check.nearby), check.nearby


def test_the_table_is_half_true_and_large_enough() -> None:
    assert len(CLAIMS) >= 60
    assert abs(len(TRUE) - len(FALSE)) <= 0.2 * len(CLAIMS)
    assert len({frozenset((c["reporter"], c["partner"])) for c in CLAIMS}) >= 30


def test_no_true_claim_differs_and_most_false_ones_do() -> None:
    assert not [c["id"] for c in TRUE if verdict(c["id"]) in WRONG]
    found = [verdict(c["id"]) for c in FALSE]
    assert found.count("differs") >= 0.8 * len(FALSE)
    assert not EXCUSED & set(found)


def read_whole(claim: dict[str, str]) -> list[Figure]:
    """The figures of a claim's sentence through the whole pipeline that stand for the claimed
    number.
    """
    document = Document(
        id=claim["id"],
        text=claim["text"],
        published=date.fromisoformat(claim["published"]),
        language="en",
    )
    records = pipeline.ledger(document, embedded()).records
    size = abs(made(claim).value.middle)
    return [r for r in records if isinstance(r, Figure) and abs(r.value.middle) == size]


def test_as_sentences_through_every_room() -> None:
    """However well or badly the rooms before read a sentence: a true claim is never called false,
    a false one never right.
    """
    true = [f.check.verdict for c in TRUE[::2] for f in read_whole(c) if f.check]
    false = [f.check.verdict for c in FALSE[::2] for f in read_whole(c) if f.check]
    assert not WRONG & set(true)
    assert not EXCUSED & set(false)
    assert true.count("matches") + true.count("matches_alt") >= 0.6 * len(TRUE[::2])
    assert false.count("differs") >= 0.6 * len(FALSE[::2])


def test_every_amount_in_the_table_is_a_number() -> None:
    assert all(Decimal(c["digits"].replace(",", "")) for c in CLAIMS)
