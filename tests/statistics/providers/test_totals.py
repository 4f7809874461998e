"""One fetch of totals, and every dyad is at hand offline."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx
from far_ends import made_up

from legation.model import Answer, Definition, Question, year
from legation.statistics.combined import Library
from legation.statistics.providers import totals
from legation.statistics.providers.cache import Cache
from legation.statistics.providers.transport import Transport

HEAD = "DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE\n"
ROW = "ESTAT:DS-045409(1.0),15/09/26,A,{},{},TOTAL,{},VALUE_IN_EUROS,{},{}\n"
CELLS = [
    ("EU27_2020", "KZ", 1, 2025, 300),
    ("EU27_2020", "CN", 1, 2025, 500),
    ("EU27_2020", "XS", 1, 2025, 100),
    ("EU27_2020", "DE", 1, 2025, 999),
    ("EU27_2020", "SOME_AGGREGATE", 1, 2025, 9),
    ("DE", "KZ", 1, 2025, 200),
    ("DE", "KZ", 2, 2025, 120),
]


def ask(library: Library, measure: Any, reporter: str, partner: str, **more: Any) -> Answer:
    definition = Definition(
        measure=measure, reporter=reporter, partner=partner, period=year(2025), **more
    )
    (answer,) = library.observe(
        [Question(record="r", definition=definition, licence="stated", because="")]
    )
    return answer


def value(answer: Answer) -> Decimal | None:
    return answer.observation.value if answer.observation else None


def test_a_plan_says_how_much_and_how_long_before_it_starts() -> None:
    annual, monthly = totals.plan(2023, 2025), totals.plan(2024, 2025, monthly=True)
    assert annual.words == "3 queries, at most 52,584 cells, 4 MB, about 1 minute"
    assert len(monthly.queries) == 4
    assert all(totals._cells(query) <= totals.AT_ONCE for query in monthly.queries)
    assert annual.queries[0].key["reporter"].startswith("EU27_2020+AT+BE")
    assert annual.queries[0].key["partner"] == ""


def test_one_fetch_answers_for_every_dyad_offline(tmp_path: Path) -> None:
    text = HEAD + "".join(ROW.format(*cell) for cell in CELLS)
    answers = [httpx.Response(200, text=text), httpx.Response(413)]
    client = made_up(lambda request: answers.pop(0))
    told: list[str] = []
    with Transport(client, sleep=lambda _: None) as transport:
        found, failed = totals.bring(
            totals.plan(2025, 2026),
            transport,
            Cache(tmp_path),
            lambda _, outcome: told.append(outcome),
        )
    assert len(found) == 1
    assert len(failed) == 1
    assert told[0] == "7 values, vintage 2026-09-15"
    assert "413" in told[1]
    library = Library(Cache(tmp_path))
    assert value(ask(library, "imports", "EUR", "KAZ")) == 300
    assert value(ask(library, "imports", "EUR", "SRB")) == 100
    assert value(ask(library, "balance", "DEU", "KAZ")) == -80
    assert value(ask(library, "imports", "EUR", "WLD")) == 900
    assert ask(library, "imports", "FRA", "KAZ").absence == "not_at_hand"


def test_with_all_partners_there_are_ranks_and_shares_of_the_world(tmp_path: Path) -> None:
    text = HEAD + "".join(ROW.format(*cell) for cell in CELLS)
    client = made_up(lambda request: httpx.Response(200, text=text))
    with Transport(client, sleep=lambda _: None) as transport:
        totals.bring(totals.plan(2025, 2025), transport, Cache(tmp_path))
    library = Library(Cache(tmp_path))
    ask(library, "imports", "EUR", "KAZ")
    rank = ask(library, "rank", "EUR", "KAZ", flow="imports").observation
    assert rank is not None
    assert rank.value == 2
    assert "3 partners outside the EU" in rank.definition
    share = ask(library, "share", "EUR", "KAZ", flow="imports", of="WLD").observation
    assert share is not None
    assert share.value == Decimal("33.3333")
