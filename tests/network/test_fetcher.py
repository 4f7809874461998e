"""What a server sends: packed, slow, too much, elsewhere, or from where it should not."""

import gzip
import io
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest
from far_ends import PUBLIC, local, made_up

from legation.model.errors import ForbiddenAddress, Unfetched
from legation.network import Answer, Fetcher, Limits, is_loopback


@contextmanager
def server(
    body: bytes, packed: str = "", pause: float = 0.0, pieces: int = 1
) -> Iterator[tuple[str, list[str]]]:
    """A server on this machine; what it was asked for as packing is listed."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.headers.get("Accept-Encoding", ""))
            self.send_response(200)
            self.send_header("Content-Type", "text/plain")
            if packed:
                self.send_header("Content-Encoding", packed)
            self.end_headers()
            for _ in range(pieces):
                time.sleep(pause)
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nothing."""

    held = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    held.daemon_threads = True
    threading.Thread(target=held.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{held.server_port}/", asked
    finally:
        held.shutdown()
        held.server_close()


def fault(fetcher: Fetcher, url: str, **more: object) -> str:
    with pytest.raises(Unfetched) as caught:
        fetcher.ask(url, **more)  # type: ignore[arg-type]
    return caught.value.fault


def test_only_packing_that_can_be_bounded_is_asked_for() -> None:
    with server(gzip.compress(b"words", mtime=0), "gzip") as (url, asked):
        assert local().ask(url).content == b"words"
    assert asked == ["gzip, identity"]


def test_several_streams_in_a_row_are_one_answer() -> None:
    packed = gzip.compress(b"one ", mtime=0) + gzip.compress(b"two") + b"\0\0"
    with server(packed, "gzip") as (url, _):
        assert local().ask(url).content == b"one two"


def test_packing_that_was_not_asked_for_is_refused() -> None:
    with server(b"x", "br") as (url, _):
        assert fault(local(), url) == "packed"


@pytest.mark.parametrize("body", [gzip.compress(b"words" * 99, mtime=0)[:-9], b"no gzip at all"])
def test_a_packed_answer_that_is_damaged_is_none(body: bytes) -> None:
    with server(body, "gzip") as (url, _):
        assert fault(local(), url) == "broken"


def test_a_small_answer_that_swells_is_refused() -> None:
    packed = gzip.compress(bytes(Limits().bytes * 3))
    with server(packed, "gzip") as (url, _), pytest.raises(Unfetched, match="larger than 20 MB"):
        local().ask(url)


def test_the_whole_of_a_fetch_has_one_deadline() -> None:
    begun = time.monotonic()
    with server(b"x", pause=1.0) as (url, _):
        assert fault(local(), url, limits=Limits(seconds=0.2)) == "late"
    assert time.monotonic() - begun < 10


def test_a_server_that_drips_comes_to_its_end() -> None:
    with server(b"x", pause=0.05, pieces=100) as (url, _):
        assert fault(local(), url, limits=Limits(seconds=0.5)) == "late"


def test_this_machine_is_asked_only_with_leave() -> None:
    with server(b"x") as (url, asked):
        with pytest.raises(ForbiddenAddress, match="private network"):
            Fetcher().ask(url)
        assert not asked
        assert local().ask(url).status == 200


def test_leave_for_this_machine_is_leave_for_no_other() -> None:
    assert is_loopback("127.0.0.1")
    assert is_loopback("::1")
    assert not any(map(is_loopback, (PUBLIC, "10.0.0.1", "192.168.1.1", "nonsense")))


def test_what_is_too_large_for_memory_is_written_down() -> None:
    out, sizes = io.BytesIO(), list[int]()
    with server(b"0123456789", pieces=5) as (url, _):
        answer = local().ask(url, into=out, told=sizes.append)
    assert (answer.content, out.getvalue()) == (b"", b"0123456789" * 5)
    assert sizes[-1] == 50


def led(*steps: tuple[int, str]) -> Answer:
    """The answer behind some redirects, a status and an address each."""
    waiting = list(steps)

    def answer(request: httpx.Request) -> httpx.Response:
        if not waiting:
            return httpx.Response(200, text="here")
        status, to = waiting.pop(0)
        return httpx.Response(status, headers={"Location": to})

    return made_up(answer).ask("https://example.org/old")


@pytest.mark.parametrize(
    ("steps", "moved"),
    [
        ([], None),
        ([(302, "/b")], None),
        ([(301, "/b")], "https://example.org/b"),
        ([(308, "/b"), (301, "https://example.net/c")], "https://example.net/c"),
        ([(301, "/b"), (302, "/c")], "https://example.org/b"),
        ([(307, "/b"), (301, "/c")], None),
    ],
)
def test_an_address_has_moved_as_far_as_permanent_redirects_lead(
    steps: list[tuple[int, str]], moved: str | None
) -> None:
    answer = led(*steps)
    assert (answer.status, answer.moved) == (200, moved)


def test_a_redirect_may_be_left_unfollowed() -> None:
    fetcher = made_up(lambda _: httpx.Response(302, headers={"Location": "/b"}))
    assert fetcher.ask("https://example.org/a", follow=False).status == 302


def test_redirects_have_an_end() -> None:
    fetcher = made_up(lambda request: httpx.Response(302, headers={"Location": "/a"}))
    assert fault(fetcher, "https://example.org/a") == "redirects"


def test_a_redirect_that_leads_inside_is_not_followed() -> None:
    asked = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.headers["host"])
        return httpx.Response(302, headers={"Location": "http://inside.example/"})

    names = {"inside.example": "10.0.0.1"}
    fetcher = Fetcher(
        httpx.MockTransport(answer), resolve=lambda host, port: [names.get(host, PUBLIC)]
    )
    with pytest.raises(ForbiddenAddress, match="private network"):
        fetcher.ask("https://example.org/a")
    assert asked == ["example.org"]


def test_a_pause_that_is_asked_for_is_told() -> None:
    fetcher = made_up(lambda _: httpx.Response(503, headers={"Retry-After": "120"}))
    answer = fetcher.ask("https://example.org/a")
    assert (answer.status, answer.retry_after) == (503, 120)


def test_a_proxy_of_the_environment_is_asked_only_where_that_was_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with server(b"by the proxy") as (url, asked):
        monkeypatch.setenv("HTTP_PROXY", url)
        monkeypatch.setenv("http_proxy", url)
        with pytest.raises(ForbiddenAddress):
            Fetcher(resolve=lambda host, port: ["10.0.0.1"]).ask("http://example.org/")
        assert not asked
        answer = Fetcher(resolve=lambda host, port: [], proxies=True).ask("http://example.org/")
    assert answer.content == b"by the proxy"
