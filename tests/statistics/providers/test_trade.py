"""What Eurostat's main base and the World Bank publish, once fetched, answers questions; what they
mix up is left out.
"""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx
import pytest
from far_ends import made_up

from legation.model import Answer, Definition, Question, year
from legation.model.periods import months
from legation.statistics.combined import Library
from legation.statistics.providers import keys
from legation.statistics.providers.cache import Cache
from legation.statistics.providers.fetching import fetch
from legation.statistics.providers.transport import Transport

MAIN = (
    "DATAFLOW,LAST UPDATE,freq,indic_et,sitc06,partner,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n"
    + "".join(
        f"ESTAT:EXT_LT_MAINEU(1.0),16/10/26 23:00:00,A,{row},\n"
        for row in (
            "MIO_EXP_VAL,TOTAL,CL,EU27_2020,2025,9876.5",
            "MIO_IMP_VAL,TOTAL,CL,EU27_2020,2025,12345.6",
            "MIO_BAL_VAL,TOTAL,CL,EU27_2020,2025,-2469.1",
            "MIO_EXP_VAL,SITC7,CL,EU27_2020,2025,4000.1",
            "MIO_EXP_VAL,SITC0_1,CL,EU27_2020,2025,300.0",
            "PC_EXP_PART,TOTAL,CL,EU27_2020,2025,0.4",
            "MIO_EXP_VAL,TOTAL,CL,EU27_2020,2024,:",
        )
    )
)
ACCOUNTS = "DATAFLOW,LAST UPDATE,freq,unit,na_item,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n" + "".join(
    f"ESTAT:NAMA_10_GDP(1.0),20/10/26 11:00:00,A,{row},\n"
    for row in (
        "CP_MEUR,P6,PT,2024,134567.8",
        "CP_MEUR,P7,PT,2024,131000.0",
        "CLV10_MEUR,P6,PT,2024,99999.0",
        "CP_MEUR,B1GQ,PT,2024,285000.0",
        "CP_MEUR,P6,EU27_2020,2024,9000000.0",
    )
)
BOTH = {"scope": "goods_and_services"}
ROW = (
    '{{"indicator":{{"id":"{indicator}","value":"x"}},"country":{{"id":"x","value":"x"}},"countryiso3code":"{code}",'
    '"date":"2024","value":{value},"unit":"","obs_status":"","decimal":0}}'
)


def bank(indicator: str, **values: int | str) -> str:
    rows = ",".join(
        ROW.format(indicator=indicator, code=code, value=value) for code, value in values.items()
    )
    return (
        f'[{{"page":1,"pages":1,"per_page":20000,"total":{len(values)},'
        f'"lastupdated":"2026-10-24"}},[{rows}]]'
    )


@pytest.fixture
def library(tmp_path: Path) -> Library:
    asked = [
        ("eurostat", "ext_lt_maineu", "A...CL.EU27_2020", MAIN),
        ("eurostat", "nama_10_gdp", "A...", ACCOUNTS),
        (
            "worldbank",
            "WDI",
            "all.TX.VAL.MRCH.CD.WT",
            bank("TX.VAL.MRCH.CD.WT", KEN=8_300_000_000, EUU=7_000, WLD=24_000),
        ),
        (
            "worldbank",
            "WDI",
            "all.TM.VAL.MRCH.CD.WT",
            bank("TM.VAL.MRCH.CD.WT", KEN=20_100_000_000),
        ),
        (
            "worldbank",
            "WDI",
            "all.NE.EXP.GNFS.CD",
            bank("NE.EXP.GNFS.CD", KEN=14_200_000_000, XKX="null"),
        ),
        ("worldbank", "WDI", "all.BX.KLT.DINV.CD.WD", bank("BX.KLT.DINV.CD.WD", KEN=1_500_000_000)),
    ]
    waiting = [text for *_, text in asked]
    client = made_up(lambda request: httpx.Response(200, text=waiting.pop(0)))
    with Transport(client) as transport:
        for provider, dataset, key, _ in asked:
            fetch(keys.query(provider, dataset, key, "2024", "2025"), transport, Cache(tmp_path))
    return Library(Cache(tmp_path))


def ask(
    library: Library, measure: Any, reporter: str, partner: str, when: int, **more: Any
) -> Answer:
    definition = Definition(
        **{"measure": measure, "reporter": reporter, "partner": partner, "period": year(when)}
        | more
    )
    (answer,) = library.observe(
        [Question(record="r", definition=definition, licence="stated", because="")]
    )
    return answer


@pytest.mark.parametrize(
    ("measure", "reporter", "partner", "when", "more", "value", "dataset"),
    [
        ("exports", "EUR", "CHL", 2025, {}, "9876500000", "ext_lt_maineu"),
        ("balance", "EUR", "CHL", 2025, {}, "-2469100000", "ext_lt_maineu"),
        (
            "exports",
            "EUR",
            "CHL",
            2025,
            {"scheme": "SITC", "product": "7"},
            "4000100000",
            "ext_lt_maineu",
        ),
        (
            "exports",
            "PRT",
            "WLD",
            2024,
            {"scope": "goods_and_services"},
            "134567800000",
            "nama_10_gdp",
        ),
        (
            "trade_total",
            "PRT",
            "WLD",
            2024,
            {"scope": "goods_and_services"},
            "265567800000",
            "nama_10_gdp",
        ),
        (
            "exports",
            "KEN",
            "WLD",
            2024,
            {"unit": "USD"},
            "8300000000",
            "World Development Indicators",
        ),
        (
            "balance",
            "KEN",
            "WLD",
            2024,
            {"unit": "USD"},
            "-11800000000",
            "World Development Indicators",
        ),
        (
            "exports",
            "KEN",
            "WLD",
            2024,
            {"unit": "USD", "scope": "goods_and_services"},
            "14200000000",
            "World Development Indicators",
        ),
    ],
)
def test_a_fetched_series_answers(
    library: Library,
    measure: str,
    reporter: str,
    partner: str,
    when: int,
    more: dict[str, Any],
    value: str,
    dataset: str,
) -> None:
    found = ask(library, measure, reporter, partner, when, **more)
    assert found.observation is not None, found.reason
    assert (found.observation.value, found.observation.dataset) == (Decimal(value), dataset)
    assert found.question.licence == "stated"
    both = more.get("scope") == "goods_and_services"
    assert ("goods and services" in found.observation.definition) == both
    assert ("national accounts" in found.observation.definition) == both


@pytest.mark.parametrize(
    ("measure", "reporter", "partner", "more", "words"),
    [
        (
            "exports",
            "KEN",
            "ARE",
            {"scope": "goods_and_services"},
            "no series at hand: trade in services by partner",
        ),
        (
            "exports",
            "UGA",
            "WLD",
            {"scope": "goods_and_services", "period": year(2009)},
            "no series at hand: goods and services of Uganda",
        ),
        (
            "exports",
            "XKX",
            "WLD",
            {"scope": "goods_and_services", "period": year(2009)},
            "no series at hand: goods and services of Kosovo",
        ),
        (
            "exports",
            "EUR",
            "WLD",
            {"scope": "goods_and_services"},
            "no series at hand: goods and services of the EU",
        ),
        ("exports", "KEN", "WLD", {"period": months(date(2024, 3, 1), date(2024, 3, 1))}, ""),
    ],
)
def test_what_they_do_not_publish_is_absent(
    library: Library, measure: str, reporter: str, partner: str, more: dict[str, Any], words: str
) -> None:
    """The EU's exports of goods and services count what its members sell each other: nobody means
    that.
    """
    found = ask(library, measure, reporter, partner, 2024, **more)
    assert (found.observation, found.absence) == (None, "not_at_hand")
    assert words in found.reason


def test_the_bank_s_european_union_is_not_ours(library: Library) -> None:
    assert ask(library, "exports", "EUR", "WLD", 2024).observation is None


def test_online_a_country_s_trade_with_the_world_is_asked_at_the_bank(tmp_path: Path) -> None:
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.path)
        return httpx.Response(200, text=bank(request.url.path.rsplit("/", 1)[1], KEN=8_300_000_000))

    with Transport(made_up(answer)) as transport:
        library = Library(Cache(tmp_path), transport)
        assert ask(library, "exports", "KEN", "WLD", 2024, unit="USD").observation is not None
        assert (
            ask(
                library, "imports", "KEN", "WLD", 2024, unit="USD", scope="goods_and_services"
            ).observation
            is not None
        )
    assert asked == [
        "/v2/country/KEN/indicator/TX.VAL.MRCH.CD.WT",
        "/v2/country/KEN/indicator/NE.IMP.GNFS.CD",
    ]
