"""A server that misbehaves on purpose: every kind of misbehaviour has its own error, and none is
taken for data.
"""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from far_ends import local

from legation.model.errors import BadQuery, Busy, NotData, ProviderError, TooLarge, Unreachable
from legation.statistics.providers.queries import Request
from legation.statistics.providers.transport import Transport

DATA = b"a,b\n1,2\n"
PAGE = b"<!DOCTYPE html><html><body>Service under maintenance</body></html>"

ANSWERS: dict[str, tuple[int, bytes, dict[str, str]]] = {
    "/data": (200, DATA, {}),
    "/busy-once": (429, b"slow down", {"Retry-After": "7"}),
    "/fails-once": (503, b"oops", {}),
    "/busy": (429, b"slow down", {}),
    "/large": (413, b"EXTRACTION_TOO_BIG", {}),
    "/page": (200, PAGE, {"Content-Type": "text/html"}),
    "/empty": (200, b"  \n", {}),
    "/unknown": (404, b"<message>No such dimension</message>", {}),
    "/locked": (401, b"key please", {}),
    "/broken-off": (200, DATA, {"Content-Length": "1000"}),
    "/endless": (200, b"x" * 5000, {}),
}


class Moody(BaseHTTPRequestHandler):
    """Answers by the path asked for; what ends with ``-once`` misbehaves the first time only."""

    seen: list[str]
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = self.path.split("?")[0]
        first = path not in self.seen
        self.seen.append(path)
        if path == "/hangs":
            self.server.hold.wait(2)  # type: ignore[attr-defined]
            self.close_connection = True
        elif first or not path.endswith("-once"):
            self.answer(*ANSWERS[path])
            self.close_connection = path == "/broken-off"
        else:
            self.answer(200, DATA)

    def answer(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        told = {"Content-Type": "text/csv", "Content-Length": str(len(body)), **(headers or {})}
        for name, value in told.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


@pytest.fixture
def server() -> Iterator[str]:
    handler = type("Fresh", (Moody,), {"seen": []})
    held = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    held.daemon_threads = True
    held.hold = threading.Event()  # type: ignore[attr-defined]
    thread = threading.Thread(
        target=held.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
    )
    thread.start()
    yield f"http://127.0.0.1:{held.server_port}"
    held.hold.set()  # type: ignore[attr-defined]
    held.shutdown()
    held.server_close()
    thread.join(timeout=5)


@pytest.fixture
def pauses() -> list[float]:
    return []


@pytest.fixture
def transport(pauses: list[float]) -> Iterator[Transport]:
    with Transport(local(), sleep=pauses.append, attempts=3, largest=4000, step=0.5) as held:
        yield held


def ask(path: str) -> Request:
    return Request(address=path, parameters={"format": "SDMX-CSV"})


def test_data_comes_at_once(server: str, transport: Transport, pauses: list[float]) -> None:
    payload = transport.get(ask(f"{server}/data"))
    assert (payload.content, payload.text) == (DATA, DATA.decode())
    assert payload.address == f"{server}/data?format=SDMX-CSV"
    assert pauses == []


def test_a_pause_that_is_asked_for_is_kept(
    server: str, transport: Transport, pauses: list[float]
) -> None:
    assert transport.get(ask(f"{server}/busy-once")).content == DATA
    assert pauses == [7.0]


def test_a_server_s_failure_is_tried_again(
    server: str, transport: Transport, pauses: list[float]
) -> None:
    assert transport.get(ask(f"{server}/fails-once")).content == DATA
    assert len(pauses) == 1
    assert 0.5 <= pauses[0] <= 1.5


@pytest.mark.parametrize(
    ("path", "error", "words", "attempts"),
    [
        ("/busy", Busy, "429", 3),
        ("/large", TooLarge, "ask for fewer partners", 1),
        ("/page", NotData, "a web page in place of data", 3),
        ("/empty", NotData, "nothing at all", 3),
        ("/unknown", BadQuery, "No such dimension", 1),
        ("/locked", BadQuery, "valid key", 1),
        ("/broken-off", NotData, "broke off", 3),
        ("/endless", TooLarge, "more than 4,000 bytes", 1),
        ("/hangs", Unreachable, "did not answer in time", 3),
    ],
)
def test_every_misbehaviour_has_its_error(
    server: str,
    transport: Transport,
    pauses: list[float],
    path: str,
    error: type[ProviderError],
    words: str,
    attempts: int,
) -> None:
    with pytest.raises(error, match=words) as caught:
        transport.get(ask(f"{server}{path}"), {"Key": "SECRET"})
    assert f"{server}{path}" in str(caught.value)
    assert "SECRET" not in repr(caught.value)
    assert len(pauses) == attempts - 1


def test_nobody_there_is_unreachable(transport: Transport) -> None:
    with pytest.raises(Unreachable, match="cannot be reached"):
        transport.get(ask("http://127.0.0.1:9/data"))


def test_a_wrong_address_is_no_crash(transport: Transport) -> None:
    with pytest.raises(Unreachable):
        transport.get(ask("nowhere"))


def test_pauses_grow_and_have_an_end(server: str) -> None:
    pauses: list[float] = []
    with (
        Transport(local(), sleep=pauses.append, attempts=8) as patient,
        pytest.raises(Busy),
    ):
        patient.get(ask(f"{server}/busy"))
    assert len(pauses) == 7
    assert all(pause <= 30 for pause in pauses)
    assert pauses[0] < pauses[3]
