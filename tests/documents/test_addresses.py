"""Web addresses: limits, redirects, and no way into a private network."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import httpx
import pytest

from legation.documents.addresses import Page, fetch
from legation.model import ForbiddenAddress, UnreadableDocument
from legation.network import Limits, is_public

PUBLIC = "93.184.216.34"


PRIVATE = (
    "127.0.0.1 10.1.2.3 192.168.0.1 172.16.9.9 169.254.169.254 0.0.0.0 100.64.0.1 224.0.0.1 "
    "255.255.255.255 ::1 :: fe80::1"
    " fe80::1%eth0 fd00::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::7f00:1 2002:7f00:1::"
)


@pytest.mark.parametrize("address", PRIVATE.split())
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", [PUBLIC, "2606:2800:220:1:248:1893:25c8:1946", "::ffff:93.184.216.34"]
)
def test_addresses_that_are(address: str) -> None:
    assert is_public(address)


def answering(
    handler: object, names: dict[str, str] | None = None, url: str = "https://example.org/a"
) -> Page:
    transport = httpx.MockTransport(handler)  # type: ignore[arg-type]
    return fetch(url, transport, resolve=lambda host, port: [(names or {}).get(host, PUBLIC)])


def test_the_connection_goes_to_the_checked_address_under_the_name() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        assert request.url.host == PUBLIC
        assert request.headers["host"] == "example.org"
        assert request.extensions["sni_hostname"] == "example.org"
        return httpx.Response(
            200, headers={"Content-Type": "text/html; charset=latin-1"}, content=b"x"
        )

    page = answering(handler)
    assert (page.url, page.type, page.encoding, page.content) == (
        "https://example.org/a",
        "text/html",
        "latin-1",
        b"x",
    )


def test_a_redirect_into_a_private_network_is_not_followed() -> None:
    asked = []

    def handler(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.host)
        return httpx.Response(302, headers={"Location": "http://inside.example/secret"})

    with pytest.raises(ForbiddenAddress, match="private network"):
        answering(handler, {"inside.example": "10.0.0.1"})
    assert asked == [PUBLIC]


def test_a_name_with_one_private_address_is_refused() -> None:
    with pytest.raises(ForbiddenAddress):
        fetch(
            "http://both.example/",
            httpx.MockTransport(lambda r: httpx.Response(200)),
            lambda host, port: [PUBLIC, "127.0.0.1"],
        )


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (httpx.Response(404), "404 Not Found"),
        (httpx.Response(200, content=b"x" * (Limits().bytes + 1)), "larger than 20 MB"),
        (
            httpx.Response(302, headers={"Location": "https://example.org/a"}),
            "redirects more than 5 times",
        ),
        (
            httpx.Response(302, headers={"Location": "file:///etc/passwd"}),
            "leads to a file address",
        ),
    ],
)
def test_answers_that_are_no_page(answer: httpx.Response, said: str) -> None:
    with pytest.raises(UnreadableDocument, match=said):
        answering(
            lambda request: httpx.Response(
                answer.status_code, headers=answer.headers, content=answer.content
            )
        )


def test_no_answer_and_no_such_name() -> None:
    def late(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadTimeout("late")

    def unknown(host: str, port: int) -> list[str]:
        raise OSError("no such name")

    with pytest.raises(UnreadableDocument, match="no answer within"):
        answering(late)
    with pytest.raises(UnreadableDocument, match="is not known"):
        fetch("http://none.example/", httpx.MockTransport(late), unknown)


class Pages(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = b"<p>hello</p>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Silence."""


@pytest.fixture
def server() -> Iterator[str]:
    served = HTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=served.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{served.server_port}/"
    served.shutdown()
    served.server_close()


def test_a_real_server(server: str) -> None:
    assert fetch(server, allowed=lambda address: True).content == b"<p>hello</p>"


def test_the_same_server_is_refused_without_leave(server: str) -> None:
    with pytest.raises(ForbiddenAddress, match="private network"):
        fetch(server)
