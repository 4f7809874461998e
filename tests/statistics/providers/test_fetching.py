"""Answers in the shape of the providers' own, through hooks and cache."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import httpx
import pytest
from far_ends import made_up

from legation.model.errors import BadQuery, Busy, NotData, ProviderError, TooLarge
from legation.statistics.providers import comtrade
from legation.statistics.providers.cache import Cache
from legation.statistics.providers.fetching import HOOKS, fetch
from legation.statistics.providers.queries import Query
from legation.statistics.providers.registry import dataset, provider, providers
from legation.statistics.providers.transport import Transport

TODAY = date(2026, 11, 23)
CSV = (
    "DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE\n"
    "ESTAT:DS-045409(1.0),15/09/26,M,AT,AE,7204,2,QUANTITY_IN_100KG,2023-09,1772.90\n"
    "ESTAT:DS-045409(1.0),15/09/26,M,AT,AE,7204,2,VALUE_IN_EUROS,2023-09,204548\n"
    "ESTAT:DS-045409(1.0),15/09/26,M,AT,AE,7204,2,VALUE_IN_EUROS,2023-10,:\n"
)
HEADER = CSV.splitlines()[0] + "\n"
FAULT = (
    '<S:Fault xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><faultcode>{}</faultcode>'
    "<faultstring>{}</faultstring></S:Fault>"
)
FOOTER = (
    '<message:GenericData><message:Header/><footer:Footer><footer:Message code="{}" '
    'severity="Information">'
    "<common:Text "
    'xml:lang="en">{}</common:Text></footer:Message></footer:Footer></message:GenericData>'
)
TICKET = (
    "<?xml "
    'version="1.0"?><env:Envelope><env:Body><ns0:asyncResponse><ns0:status><ns0:id>98de05ea-540a</ns0:id>'
    "<ns0:status>{}</ns0:status></ns0:status></ns0:asyncResponse></env:Body></env:Envelope>"
)
BANK = (
    '[{{"page":1,"pages":{pages},"per_page":20000,"total":2,"sourceid":"2","lastupdated":"2026-10-24"}},'
    '[{{"indicator":{{"id":"NE.EXP.GNFS.CD","value":"Exports"}},"country":{{"id":"KZ","value":"Kazakhstan"}},'
    '"countryiso3code":"KAZ","date":"2023","value":90123456789.5,"unit":"","obs_status":"","decimal":0}},'
    '{{"indicator":{{"id":"NE.EXP.GNFS.CD","value":"Exports"}},"country":{{"id":"KZ","value":"Kazakhstan"}},'
    '"countryiso3code":"KAZ","date":"2024","value":null,"unit":"","obs_status":"","decimal":0}}]]'
)
COMTRADE_ROW = (
    '{"typeCode":"C","freqCode":"A","refYear":2023,"period":"2023","reporterCode":398,"flowCode":"M","partnerCode":251,'
    '"cmdCode":"TOTAL","primaryValue":1234567.891}'
)

COMEXT = Query(
    provider="comext",
    dataset="DS-045409",
    key={
        "freq": "M",
        "reporter": "",
        "partner": "",
        "product": "7204",
        "flow": "2",
        "indicators": "",
    },
    start="2023-01",
    end="2023-12",
)
WDI = Query(
    provider="worldbank",
    dataset="WDI",
    key={"country": "KAZ", "indicator": "NE.EXP.GNFS.CD"},
    start="2023",
    end="2024",
)
HS = {
    "freqCode": "A",
    "reporterCode": "398",
    "partnerCode": "251",
    "cmdCode": "TOTAL",
    "flowCode": "M",
}
COMTRADE = Query(provider="comtrade", dataset="HS", key=HS, start="2022", end="2023")
KEY = {"LEGATION_COMTRADE_KEY": "s3cret-key"}

Answering = Callable[..., Transport]


@pytest.fixture
def answering() -> Iterator[Answering]:
    """A transport whose far end gives the answers in turn, and remembers what it was asked."""
    held: list[Transport] = []

    def make(*answers: str | httpx.Response, asked: list[httpx.Request] | None = None) -> Transport:
        waiting = list(answers)

        def answer(request: httpx.Request) -> httpx.Response:
            if asked is not None:
                asked.append(request)
            one = waiting.pop(0)
            return one if isinstance(one, httpx.Response) else httpx.Response(200, text=one)

        client = made_up(answer)
        held.append(Transport(client, sleep=lambda _: None, attempts=1))
        return held[-1]

    yield make
    for transport in held:
        transport.__exit__()


def test_every_row_has_its_hooks_and_every_dataset_its_dimensions() -> None:
    for row in providers().values():
        assert row.hooks in HOOKS
        assert row.address.startswith("https://")
        assert row.licence
        assert all(held.dimensions for held in row.datasets.values())
        assert not row.whole or all(
            held.release and held.first <= held.last for held in row.datasets.values()
        )
        assert bool(row.key) == bool(row.key_header)
    assert not providers()["comtrade"].redistribute


def test_an_unknown_provider_or_dataset_is_named_with_what_there_is() -> None:
    with pytest.raises(BadQuery, match="no provider 'oracle'; there are baci"):
        provider("oracle")
    with pytest.raises(BadQuery, match="has no dataset 'X' here; there are DS-018995, DS-045409"):
        dataset(provider("comext"), "X")


def test_comext_answers_values_and_what_is_not_published(answering: Answering) -> None:
    asked: list[httpx.Request] = []
    found = fetch(COMEXT, answering(CSV, asked=asked), today=TODAY)
    assert str(asked[0].url) == (
        "https://ec.europa.eu/eurostat/api/comext/dissemination/sdmx/2.1/data/DS-045409/M...7204.2."
        "?format=SDMX-CSV&compressed=false&startPeriod=2023-01&endPeriod=2023-12"
    )
    assert found.values(indicators="VALUE_IN_EUROS") == {
        "2023-09": Decimal(204548),
        "2023-10": None,
    }
    assert found.values(indicators="QUANTITY_IN_100KG") == {"2023-09": Decimal("1772.90")}
    assert (found.vintage, found.licence) == ("2026-09-15", "Eurostat, reuse under CC BY 4.0")


def test_an_answer_without_rows_is_an_answer(answering: Answering) -> None:
    found = fetch(COMEXT, answering(HEADER), today=TODAY)
    assert found.cells == ()
    assert found.vintage == "2026-11-23"


@pytest.mark.parametrize(
    ("text", "error", "words"),
    [
        (FAULT.format(413, "EXTRACTION_TOO_BIG: estimated 420709314 rows"), TooLarge, "420709314"),
        (FAULT.format(150, "Semantic error in the key"), BadQuery, "Semantic error"),
        (
            FOOTER.format(413, "in a file: http://ec.europa.eu/eurostat/SDMX/diss-web/file/wHs7"),
            Busy,
            "diss-web/file/wHs7",
        ),
        (FOOTER.format(140, "Syntax error"), BadQuery, "140"),
        ("<something/>", NotData, "neither SDMX-CSV nor SDMX-ML"),
        (CSV[:-90], NotData, "broke off in the middle of a row"),
        (CSV.replace("204548", "n/a"), NotData, "'n/a' where a number should stand"),
        (
            "a,b\n1,2\n",
            NotData,
            "without the columns TIME_PERIOD|without the columns OBS_VALUE|without the columns",
        ),
    ],
)
def test_what_is_no_data_is_an_error(
    answering: Answering, text: str, error: type[ProviderError], words: str
) -> None:
    with pytest.raises(error, match=words):
        fetch(COMEXT, answering(text), today=TODAY)


def test_a_large_answer_comes_later(answering: Answering) -> None:
    asked: list[httpx.Request] = []
    answers = [
        TICKET.format("SUBMITTED"),
        TICKET.format("PROCESSING"),
        TICKET.format("AVAILABLE"),
        CSV,
    ]
    found = fetch(COMEXT, answering(*answers, asked=asked), today=TODAY)
    assert len(found.cells) == 3
    assert dict(asked[-1].url.params) == {"format": "SDMX-CSV", "compressed": "false"}
    assert [request.url.path.split("/dissemination/")[1] for request in asked[1:]] == [
        "1.0/async/status/98de05ea-540a",
        "1.0/async/status/98de05ea-540a",
        "1.0/async/data/98de05ea-540a",
    ]


@pytest.mark.parametrize("status", [200, 400, 404])
@pytest.mark.parametrize(
    "text", [FAULT.format(100, "No results found"), FOOTER.format(100, "No results")]
)
def test_no_results_is_an_empty_answer_with_whatever_status(
    answering: Answering, status: int, text: str
) -> None:
    found = fetch(COMEXT, answering(httpx.Response(status, text=text)), today=TODAY)
    assert (found.cells, found.vintage) == ((), "2026-11-23")


def test_another_refusal_is_no_empty_answer(answering: Answering) -> None:
    refusal = httpx.Response(400, text=FAULT.format(150, "Semantic error: no such dimension"))
    with pytest.raises(BadQuery, match="Semantic error"):
        fetch(COMEXT, answering(refusal), today=TODAY)


def test_two_rows_for_one_key_are_no_answer(answering: Answering, tmp_path: Path) -> None:
    """Of two values nobody knows which was meant; taking the last would give a wrong number."""
    doubled = CSV + CSV.splitlines()[2].replace("204548", "1") + "\n"
    with pytest.raises(
        NotData, match=r"two rows for M\.AT\.AE\.7204\.2\.VALUE_IN_EUROS in 2023-09"
    ):
        fetch(COMEXT, answering(doubled), Cache(tmp_path), today=TODAY)
    assert not any(tmp_path.rglob("*.json"))
    bank = BANK.format(pages=1).replace('"date":"2024"', '"date":"2023"')
    with pytest.raises(NotData, match="two rows"):
        fetch(WDI, answering(bank), today=TODAY)
    twice = f'{{"count":2,"data":[{COMTRADE_ROW},{COMTRADE_ROW}],"error":""}}'
    with pytest.raises(NotData, match="two rows"):
        fetch(COMTRADE, answering(twice), environment=KEY, today=TODAY)


def test_the_world_bank_s_nothing_is_an_empty_answer(answering: Answering) -> None:
    """As it answers a country or years without any value."""
    text = '[{"page":0,"pages":0,"per_page":0,"total":0,"sourceid":null,"lastupdated":null},null]'
    assert fetch(WDI, answering(text), today=TODAY).cells == ()


SWISS = (
    '{{"typeCode":"C","freqCode":"A","refYear":2023,"period":"2023","reporterCode":757,'
    '"flowCode":"X","partnerCode":0,"partner2Code":{},"cmdCode":"TOTAL","customsCode":"{}",'
    '"motCode":{},"primaryValue":{}}}'
)


def test_comtrade_is_asked_for_totals_and_only_totals_are_taken(answering: Answering) -> None:
    """32 rows answer for Switzerland's exports to the world in 2023 without the three filters; the
    one of all procedures and modes says 420 billion, the last one 220.
    """
    rows = [
        SWISS.format(0, "C00", 0, "419922543423.509"),
        SWISS.format(0, "C00", 1000, "180000000000"),
        SWISS.format(0, "C01", 0, "20000000000"),
        SWISS.format(276, "C00", 0, "70000000000"),
        SWISS.format(0, "C05", 2100, "220000000000"),
    ]
    asked: list[httpx.Request] = []
    query = Query(
        provider="comtrade",
        dataset="HS",
        key=HS | {"reporterCode": "757", "partnerCode": "0", "flowCode": "X"},
        start="2023",
        end="2023",
    )
    text = f'{{"count":{len(rows)},"data":[{",".join(rows)}],"error":""}}'
    found = fetch(query, answering(text, asked=asked), environment=KEY, today=TODAY)
    assert found.values() == {"2023": Decimal("419922543423.509")}
    params = asked[0].url.params
    assert (params["customsCode"], params["motCode"], params["partner2Code"]) == ("C00", "0", "0")


def test_comtrade_takes_twelve_periods_a_call(answering: Answering) -> None:
    asked: list[httpx.Request] = []
    row = COMTRADE_ROW.replace('"period":"2023"', '"period":"{}"').replace("2023,", "{},")
    answers = [
        '{"count":1,"data":[' + row.replace("{}", str(year)) + '],"error":""}'
        for year in (1995, 2010, 2020)
    ]
    query = Query(provider="comtrade", dataset="HS", key=HS, start="1994", end="2023")
    found = fetch(query, answering(*answers, asked=asked), environment=KEY, today=TODAY)
    spans = [request.url.params["period"].split(",") for request in asked]
    assert [(span[0], span[-1], len(span)) for span in spans] == [
        ("1994", "2005", 12),
        ("2006", "2017", 12),
        ("2018", "2023", 6),
    ]
    assert list(found.values()) == ["1995", "2010", "2020"]
    assert (found.query, found.vintage) == (query, "2026-11-23")


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ([TICKET.format("EXPIRED")], "expired; ask again"),
        ([TICKET.format("SUBMITTED")] * 41, "still preparing"),
    ],
)
def test_a_large_answer_that_does_not_come_is_an_error(
    answering: Answering, answers: list[str], words: str
) -> None:
    with pytest.raises(Busy, match=words):
        fetch(COMEXT, answering(*answers), today=TODAY)


def test_the_world_bank_answers_values_and_nulls(answering: Answering) -> None:
    asked: list[httpx.Request] = []
    found = fetch(WDI, answering(BANK.format(pages=1), asked=asked), today=TODAY)
    assert asked[0].url.path == "/v2/country/KAZ/indicator/NE.EXP.GNFS.CD"
    assert found.values(country="KAZ") == {"2023": Decimal("90123456789.5"), "2024": None}
    assert found.vintage == "2026-10-24"


@pytest.mark.parametrize(
    ("text", "error", "words"),
    [
        (
            '[{"message":[{"id":"120","key":"Invalid value","value":"The provided parameter '
            'value is not valid"}]}]',
            BadQuery,
            "not valid",
        ),
        (BANK.format(pages=3), TooLarge, "first of 3 pages"),
        (BANK.format(pages=1)[:200], NotData, "not its JSON"),
        ("[]", NotData, "empty list"),
    ],
)
def test_what_the_world_bank_answers_in_place_of_data(
    answering: Answering, text: str, error: type[ProviderError], words: str
) -> None:
    with pytest.raises(error, match=words):
        fetch(WDI, answering(text), today=TODAY)


def test_comtrade_wants_the_user_s_key_and_keeps_it_nowhere(
    answering: Answering, tmp_path: Path
) -> None:
    with pytest.raises(BadQuery, match="set LEGATION_COMTRADE_KEY"):
        fetch(COMTRADE, answering(), environment={}, today=TODAY)
    asked: list[httpx.Request] = []
    text = f'{{"elapsedTime":"0.1 secs","count":1,"data":[{COMTRADE_ROW}],"error":""}}'
    found = fetch(
        COMTRADE, answering(text, asked=asked), Cache(tmp_path), environment=KEY, today=TODAY
    )
    assert asked[0].headers["Ocp-Apim-Subscription-Key"] == "s3cret-key"
    assert "s3cret" not in str(asked[0].url)
    assert asked[0].url.params["period"] == "2022,2023"
    assert found.values(partnerCode="251") == {"2023": Decimal("1234567.891")}
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert kept
    assert not any(b"s3cret" in path.read_bytes() for path in kept)


def test_a_key_is_not_carried_to_another_address(answering: Answering) -> None:
    asked: list[httpx.Request] = []
    away = httpx.Response(302, headers={"Location": "https://elsewhere.example/"})
    with pytest.raises(NotData, match="your key is not sent on"):
        fetch(COMTRADE, answering(away, asked=asked), environment=KEY, today=TODAY)
    assert len(asked) == 1


@pytest.mark.parametrize("code", ["250", "840", "398+756"])
def test_a_number_that_comtrade_does_not_use_is_refused_before_it_is_asked(
    answering: Answering, code: str
) -> None:
    """It would answer an empty list, which looks like no trade."""
    query = Query(
        provider="comtrade", dataset="HS", key=HS | {"partnerCode": code}, start="2023", end="2023"
    )
    with pytest.raises(BadQuery, match="Comtrade does not use"):
        fetch(query, answering(), environment=KEY, today=TODAY)


def test_comtrade_s_own_numbers() -> None:
    assert [comtrade.code(of) for of in ("FRA", "ITA", "USA", "CHE", "KAZ", "WLD")] == [
        "251",
        "381",
        "842",
        "757",
        "398",
        "0",
    ]
    with pytest.raises(BadQuery, match="no number for CAS"):
        comtrade.code("CAS")


@pytest.mark.parametrize(
    ("text", "error", "words"),
    [
        (
            '{"count":2,"data":[' + COMTRADE_ROW + '],"error":""}',
            NotData,
            "announced 2 rows and sent 1",
        ),
        ('{"count":100000,"data":[],"error":""}', TooLarge, "limit of 100,000 rows"),
        ('{"count":0,"data":null,"error":""}', NotData, "without data"),
        ('{"count":0,"data":[],"error":"Invalid reporter"}', BadQuery, "Invalid reporter"),
        ('{"count":1,"da', NotData, "not its JSON"),
    ],
)
def test_what_comtrade_answers_in_place_of_data(
    answering: Answering, text: str, error: type[ProviderError], words: str
) -> None:
    with pytest.raises(error, match=words) as caught:
        fetch(COMTRADE, answering(text), environment=KEY, today=TODAY)
    assert "s3cret" not in str(caught.value)


def test_months_of_comtrade_are_written_out(answering: Answering) -> None:
    asked: list[httpx.Request] = []
    query = Query(
        provider="comtrade",
        dataset="HS",
        key=HS | {"freqCode": "M"},
        start="2022-11",
        end="2023-01",
    )
    row = COMTRADE_ROW.replace('"period":"2023"', '"period":"202301"').replace(
        '"freqCode":"A"', '"freqCode":"M"'
    )
    found = fetch(
        query,
        answering(f'{{"count":1,"data":[{row}],"error":""}}', asked=asked),
        environment=KEY,
        today=TODAY,
    )
    assert asked[0].url.params["period"] == "202211,202212,202301"
    assert list(found.values()) == ["2023-01"]


def test_a_vintage_that_is_no_date_is_the_day_of_the_fetch(
    answering: Answering, tmp_path: Path
) -> None:
    """It names a file: an answer must not say where on the disk."""
    text = BANK.format(pages=1).replace("2026-10-24", "../../evil")
    assert fetch(WDI, answering(text), Cache(tmp_path), today=TODAY).vintage == "2026-11-23"
