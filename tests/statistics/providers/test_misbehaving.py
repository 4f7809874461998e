"""A server that misbehaves, in the place of every provider: each misbehaviour is an error with its
reason, nothing is kept, and none of it is taken for data.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest
from far_ends import over

from legation.model import Definition, Question, year
from legation.model.errors import (
    BadQuery,
    Busy,
    NotData,
    StatisticsError,
    TooLarge,
    Unreachable,
)
from legation.statistics.combined import Library
from legation.statistics.providers import releases
from legation.statistics.providers.cache import Cache
from legation.statistics.providers.fetching import fetch
from legation.statistics.providers.queries import Query
from legation.statistics.providers.registry import providers
from legation.statistics.providers.transport import Transport

PAGE = b"<!DOCTYPE html><html><body>Down for maintenance</body></html>"
SDMX = (
    b"DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE\n"
    b"X,15/09/26,A,DE,US,TOTAL,2,VALUE_IN_EUROS,2023,157900000000\n"
)
MAIN = (
    b"DATAFLOW,LAST UPDATE,freq,unit,na_item,geo,TIME_PERIOD,OBS_VALUE\n"
    b"X,15/09/26,A,CP_MEUR,P6,DE,2023,1816512.0\n"
)
BANK = (
    b'[{"page":1,"pages":1,"per_page":20000,"total":1,"lastupdated":"2026-10-24"},'
    b'[{"indicator":{"id":"NE.EXP.GNFS.CD"},"countryiso3code":"KAZ","date":"2023","value":9.5}]]'
)
COMTRADE = (
    b'{"count":1,"error":"","data":[{"freqCode":"A","period":"2023","reporterCode":398,'
    b'"flowCode":"M","partnerCode":251,"cmdCode":"TOTAL","customsCode":"C00","motCode":0,'
    b'"partner2Code":0,"primaryValue":12.5}]}'
)
WHOLE = {"comext": SDMX, "eurostat": MAIN, "worldbank": BANK, "comtrade": COMTRADE, "baci": b"PK"}
QUERIES = {
    "comext": (
        "DS-045409",
        "freq=A reporter=DE partner=US product=TOTAL flow=2 indicators=VALUE_IN_EUROS",
    ),
    "eurostat": ("nama_10_gdp", "freq=A unit=CP_MEUR na_item=P6 geo=DE"),
    "worldbank": ("WDI", "country=KAZ indicator=NE.EXP.GNFS.CD"),
    "comtrade": ("HS", "freqCode=A reporterCode=398 partnerCode=251 cmdCode=TOTAL flowCode=M"),
    "baci": ("HS22", "release=202601"),
}
KEY = {"LEGATION_COMTRADE_KEY": "s3cret"}


class Answer:
    """What the server sends: a status, a body, and perhaps how much of it it had announced."""

    def __init__(self, status: int, body: bytes, announced: int | None = None) -> None:
        self.status, self.body, self.announced = status, body, announced


class Handler(BaseHTTPRequestHandler):
    """Sends the server's answer, whatever is asked."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        answer: Answer = self.server.answer  # type: ignore[attr-defined]
        self.send_response(answer.status)
        size = len(answer.body) if answer.announced is None else answer.announced
        self.send_header("Content-Length", str(size))
        self.send_header("Connection", "close")  # said, so that no retry meets a closing socket
        self.end_headers()
        self.wfile.write(answer.body)
        self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


class Rerouted(httpx.HTTPTransport):
    """Everything goes to the server on this machine, whoever was asked."""

    def __init__(self, port: int) -> None:
        super().__init__()
        self.port = port

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.url = request.url.copy_with(scheme="http", host="127.0.0.1", port=self.port)
        return super().handle_request(request)


@contextmanager
def served(answer: Answer) -> Iterator[Transport]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.answer = answer  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    client = over(Rerouted(server.server_port))
    try:
        with Transport(client, sleep=lambda _: None, attempts=2) as transport:
            yield transport
    finally:
        server.shutdown()
        server.server_close()
        thread.join(timeout=5)


def query(name: str) -> Query:
    dataset, key = QUERIES[name]
    codes = dict(part.split("=") for part in key.split())
    return Query(provider=name, dataset=dataset, key=codes, start="2023", end="2023")


def brought(name: str, transport: Transport, cache: Cache) -> object:
    if name == "baci":
        return releases.bring(query(name), transport, cache)
    return fetch(query(name), transport, cache, environment=KEY, today=date(2026, 12, 1))


def test_every_provider_is_among_them() -> None:
    assert set(QUERIES) == set(WHOLE) == set(providers())


@pytest.mark.parametrize("name", sorted(set(QUERIES) - {"baci"}))
def test_a_whole_answer_is_one_value(name: str, tmp_path: Path) -> None:
    """The measure of all that follows: without a fault these queries are answered."""
    with served(Answer(200, WHOLE[name])) as transport:
        fetched = fetch(query(name), transport, Cache(tmp_path), environment=KEY)
    assert len(fetched.cells) == 1
    assert fetched.cells[0].value


@pytest.mark.parametrize("name", sorted(QUERIES))
@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (Answer(200, PAGE), NotData),
        (Answer(200, b""), NotData),
        (Answer(200, b" \n"), NotData),
        (Answer(200, b"half", announced=9000), NotData),
        (Answer(200, b"\xff\xfe\x00nonsense"), NotData),
        (Answer(200, b'{"quite": "another service"}'), NotData),
        (Answer(429, b"slow down"), Busy),
        (Answer(413, b"too much"), TooLarge),
        (Answer(500, b"oops"), Unreachable),
        (Answer(401, b"key please"), BadQuery),
        (Answer(404, b"no such path"), BadQuery),
        (Answer(400, b"bad request"), BadQuery),
    ],
    ids=lambda held: f"{held.status}-{len(held.body)}" if isinstance(held, Answer) else "",
)
def test_no_misbehaviour_is_taken_for_data(
    name: str, answer: Answer, error: type[StatisticsError], tmp_path: Path
) -> None:
    cache = Cache(tmp_path)
    with served(answer) as transport, pytest.raises(error) as caught:
        brought(name, transport, cache)
    assert "127.0.0.1" in str(caught.value) or "https://" in str(caught.value)
    assert "s3cret" not in str(caught.value)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


@pytest.mark.parametrize("name", sorted(set(QUERIES) - {"baci"}))
def test_an_answer_cut_anywhere_is_never_half_believed(name: str, tmp_path: Path) -> None:
    """Wherever it is cut before its last value: an error, or an answer without the row that was
    cut. (A last value that is cut shorter is for the transport to see, and it does: the size that
    was announced is not reached.)
    """
    whole = WHOLE[name]
    end = whole.rindex(b",") if name in ("comext", "eurostat") else len(whole) - 1
    for size in range(1, end, 7):
        with served(Answer(200, whole[:size])) as transport:
            try:
                cells = fetch(query(name), transport, environment=KEY).cells
            except StatisticsError:
                continue
        assert cells == (), size


def test_a_provider_that_fails_costs_its_own_question_alone(tmp_path: Path) -> None:
    with served(Answer(200, PAGE)) as transport:
        library = Library(Cache(tmp_path), transport)
        asked = [
            Definition(measure="imports", reporter="DEU", partner="USA", period=year(2023)),
            Definition(measure="exports", reporter="EUR", partner="KAZ", period=year(2023)),
        ]
        questions = [
            Question(record=str(n), definition=d, licence="stated", because="")
            for n, d in enumerate(asked)
        ]
        failed, answered = library.observe(questions)
    assert failed.observation is None
    assert "a web page in place of data" in failed.reason
    assert answered.observation is not None


def test_the_united_kingdom_since_2021_is_asked_for_in_its_parts(tmp_path: Path) -> None:
    """Comext's ``GB`` ends with 2020; since then it has XU and XI."""
    rows = (
        "X,15/09/26,A,DE,{},TOTAL,2,VALUE_IN_EUROS,{},{}\n".format(*row)
        for row in (
            ("GB", 2020, 67_000_000_000),
            ("XU", 2021, 64_000_000_000),
            ("XI", 2021, 900_000_000),
        )
    )
    body = SDMX.splitlines(keepends=True)[0] + "".join(rows).encode()
    with served(Answer(200, body)) as transport:
        library = Library(Cache(tmp_path), transport)
        values = [
            library.observe(
                [
                    Question(
                        record="r",
                        definition=Definition(
                            measure="exports", reporter="DEU", partner="GBR", period=year(when)
                        ),
                        licence="stated",
                        because="",
                    )
                ]
            )[0].observation
            for when in (2021, 2020)
        ]
    assert [seen.value if seen else None for seen in values] == [64_900_000_000, 67_000_000_000]
