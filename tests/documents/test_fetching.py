"""What a server sends: packed, slow, or from where it should not."""

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from legation.documents import addresses
from legation.documents.addresses import Page, is_public
from legation.model import UnreadableDocument


@pytest.mark.parametrize(
    "address",
    [
        "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::1", "::7f00:1", "::ffff:10.0.0.1",
        "::ffff:0:a00:1", "fec0::1", "192.0.0.8", "192.88.99.1", "100.64.0.1", "198.18.0.1",
        "240.0.0.1", "255.255.255.255", "2002:a00:1::", "2001::1", "100::1", "fe80::1%eth0",
        "nonsense", "",
    ],
)  # fmt: skip
def test_what_is_not_the_public_internet(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["64:ff9b::808:808", "::ffff:8.8.8.8", "2606:4700::1111"])
def test_public_addresses_in_every_writing(address: str) -> None:
    assert is_public(address)


@contextmanager
def server(body: bytes, packed: str = "", pause: float = 0.0) -> Iterator[tuple[str, list[str]]]:
    """A server on this machine; what it was asked for as packing is listed."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.headers.get("Accept-Encoding", ""))
            time.sleep(pause)
            self.send_response(200)
            self.send_header("Content-Type", "text/plain")
            if packed:
                self.send_header("Content-Encoding", packed)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nothing."""

    held = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=held.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{held.server_port}/", asked
    finally:
        held.shutdown()
        held.server_close()


def fetch(url: str) -> Page:
    return addresses.fetch(url, allowed=lambda _: True)


def test_only_packing_that_can_be_bounded_is_asked_for() -> None:
    with server(gzip.compress(b"words"), "gzip") as (url, asked):
        assert fetch(url).content == b"words"
    assert asked == ["gzip, identity"]


def test_packing_that_was_not_asked_for_is_refused() -> None:
    with server(b"x", "br") as (url, _), pytest.raises(UnreadableDocument, match="packed as br"):
        fetch(url)


def test_a_small_answer_that_swells_is_refused() -> None:
    packed = gzip.compress(bytes(addresses.MOST_BYTES * 3))
    with server(packed, "gzip") as (url, _), pytest.raises(UnreadableDocument, match="larger"):
        fetch(url)


def test_the_whole_of_a_fetch_has_one_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "SECONDS", 0.3)
    begun = time.monotonic()
    with server(b"x", pause=1.0) as (url, _), pytest.raises(UnreadableDocument, match="arrive"):
        fetch(url)
    assert time.monotonic() - begun < 10
