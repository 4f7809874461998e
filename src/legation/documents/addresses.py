"""One web address: fetched with limits, and never from a private network.

A name is resolved once, its addresses are checked, and the connection goes to the checked address:
a name that answers differently a second later (DNS rebinding), or a redirect into the local
network, leads nowhere.
"""

import ipaddress
import queue
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from legation.model import ForbiddenAddress, UnreadableDocument

if TYPE_CHECKING:
    import httpx

MOST_BYTES = 20_000_000
SECONDS = 30.0
"""For all of it, names, heads and redirects included; 10 of them for any one step."""
LATE = f"did not arrive within {SECONDS:.0f} seconds; try again, or save the page"
STEP_SECONDS = 10.0
MOST_REDIRECTS = 5
AGENT = "Mozilla/5.0 (compatible; legation; reads one article on request)"
ACCEPTED = "gzip, identity"
"""Other ways of packing unpack without a bound: 7 KB of brotli to 4 GB."""
PIECE = 65_536
CARRIES_IPV4 = tuple(
    ipaddress.IPv6Network(written)
    for written in ("64:ff9b::/96", "::/96", "::ffff:0:0/96", "::ffff:0:0:0/96")
)
"""Ranges whose last 32 bits are an IPv4 address: translated (RFC 6052), compatible (RFC 4291),
mapped (RFC 4291) and translated by SIIT (RFC 2765)."""
NOT_PUBLIC = tuple(
    ipaddress.ip_network(written)
    for written in (
        "64:ff9b:1::/48",  # translation within one network (RFC 8215)
        "fec0::/10",  # site-local (RFC 3879)
        "2001::/23",  # protocol assignments, Teredo among them (RFC 2928)
        "100::/64",  # discarded (RFC 6666)
        "192.0.0.0/24",  # protocol assignments (RFC 6890)
        "192.88.99.0/24",  # relays of 6to4 (RFC 7526)
        "100.64.0.0/10",  # behind a carrier (RFC 6598)
        "198.18.0.0/15",  # measurements (RFC 2544)
        "240.0.0.0/4",  # reserved (RFC 1112)
    )
)

Resolve = Callable[[str, int], Sequence[str]]
Fetch = Callable[[str], "Page"]


class Page(Struct, frozen=True, kw_only=True):
    """What came: the address after redirects, the type and encoding that the server names, the
    bytes.
    """

    url: str
    type: str
    encoding: str | None
    content: bytes


def is_address(location: str) -> bool:
    """Whether a location is a web address and not a path."""
    return location[:8].lower().startswith(("http://", "https://"))


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public internet, looking through the ways of writing
    IPv4 as IPv6. What is no address is not public.
    """
    try:
        held = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(held, ipaddress.IPv6Address) and (inner := _inner(held)) is not None:
        return is_public(str(inner))
    if any(held in network for network in NOT_PUBLIC if network.version == held.version):
        return False
    return held.is_global and not held.is_multicast and not held.is_reserved


def _inner(held: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for, if it does."""
    if held.sixtofour is not None:
        return held.sixtofour
    if any(held in network for network in CARRIES_IPV4):
        return ipaddress.IPv4Address(int(held) & 0xFFFFFFFF)
    return None


def resolve(host: str, port: int) -> Sequence[str]:
    """The IP addresses of a name, as the system's resolver gives them."""
    return [str(answer[4][0]) for answer in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def fetch(
    url: str,
    inner: "httpx.BaseTransport | None" = None,
    resolve: Resolve = resolve,
    allowed: Callable[[str], bool] = is_public,
) -> Page:
    """What stands at a web address.

    Args:
        url: an ``http`` or ``https`` address.
        inner: what carries the request; for tests.
        resolve: the resolver; for tests.
        allowed: which IP addresses may be asked; for tests.

    Raises:
        ForbiddenAddress: it, or a redirect, leads to a private network.
        UnreadableDocument: it did not answer in time, answered with an error, or with too much.
    """
    import httpx  # late: a fifth of a second

    transport = _guarded(inner or httpx.HTTPTransport(trust_env=False), resolve, allowed)
    answers: queue.SimpleQueue[Page | Exception] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answers.put(_fetched(url, transport))
        except Exception as error:  # noqa: BLE001  # handed to the one who waits
            answers.put(error)

    threading.Thread(target=ask, daemon=True, name="legation-fetch").start()
    try:
        found = answers.get(timeout=SECONDS)
    except queue.Empty:
        raise UnreadableDocument(LATE) from None
    if isinstance(found, Exception):
        raise _reason(found) from found
    return found


def _reason(error: Exception) -> Exception:
    """A fault on the way as one of ours, with what to do."""
    import httpx

    if isinstance(error, httpx.TooManyRedirects):
        return UnreadableDocument(
            f"redirects more than {MOST_REDIRECTS} times; give the last address"
        )
    if isinstance(error, httpx.TimeoutException):
        return UnreadableDocument(
            f"no answer within {STEP_SECONDS:.0f} seconds; try again, or save the page"
        )
    if isinstance(error, httpx.HTTPError | httpx.InvalidURL):
        return UnreadableDocument(
            f"could not be fetched ({error}); check the address and the network"
        )
    return error


def _fetched(url: str, transport: "httpx.BaseTransport") -> Page:
    import httpx

    client = httpx.Client(
        transport=transport,
        follow_redirects=True,
        max_redirects=MOST_REDIRECTS,
        timeout=STEP_SECONDS,
        trust_env=False,
        headers={
            "User-Agent": AGENT,
            "Accept": "text/html,*/*;q=0.5",
            "Accept-Encoding": ACCEPTED,
        },
    )
    begun = time.monotonic()
    with client, client.stream("GET", url) as answer:
        if answer.status_code >= 400:
            raise UnreadableDocument(
                f"the server answered {answer.status_code} {answer.reason_phrase}; open "
                "it in a browser"
            )
        kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
        return Page(
            url=str(answer.url),
            type=kind,
            encoding=answer.charset_encoding,
            content=_content(answer, begun),
        )


def _content(answer: "httpx.Response", begun: float) -> bytes:
    """The bytes of an answer, unpacked here, a piece at a time: the library unpacks a whole packet
    at once, however much comes of it.
    """
    packed = answer.headers.get("content-encoding", "identity").strip().lower()
    if packed not in {"", "identity", "gzip", "x-gzip"}:
        raise UnreadableDocument(f"is packed as {packed[:20]}, which was not asked for; save it")
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 16) if "gzip" in packed else None
    held = bytearray()
    if answer.is_stream_consumed:  # an answer made in memory has been unpacked when it was made
        return _bounded(answer.content)
    for piece in answer.iter_raw():
        if time.monotonic() - begun > SECONDS:
            raise UnreadableDocument(LATE)
        for part in _unpacked(unpack, piece) if unpack else (piece,):
            held += _bounded(part, len(held))
    return bytes(held)


def _bounded(part: bytes, before: int = 0) -> bytes:
    if before + len(part) > MOST_BYTES:
        raise UnreadableDocument(
            f"is larger than {MOST_BYTES // 1_000_000} MB; save the article alone"
        )
    return part


def _unpacked(unpack: "zlib._Decompress", piece: bytes) -> Iterator[bytes]:
    try:
        while piece and not unpack.eof:
            yield unpack.decompress(piece, PIECE)
            piece = unpack.unconsumed_tail
    except zlib.error as error:
        raise UnreadableDocument("came damaged; try again, or save the page") from error


def _guarded(
    inner: "httpx.BaseTransport", resolve: Resolve, allowed: Callable[[str], bool]
) -> "httpx.BaseTransport":
    """A transport that asks only checked IP addresses; each redirect passes through it again."""
    import httpx

    class Guarded(httpx.BaseTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            host = request.url.host
            if request.url.scheme not in {"http", "https"}:
                raise ForbiddenAddress(
                    f"leads to a {request.url.scheme} address, which is not fetched; give "
                    "the last page"
                )
            address = _checked(
                host,
                request.url.port or (443 if request.url.scheme == "https" else 80),
                resolve,
                allowed,
            )
            request.extensions = {**request.extensions, "sni_hostname": host}
            pinned = httpx.Request(
                request.method,
                request.url.copy_with(host=address),
                headers=request.headers,
                stream=request.stream,
                extensions=request.extensions,
            )
            return inner.handle_request(pinned)

        def close(self) -> None:
            inner.close()

    return Guarded()


def _checked(host: str, port: int, resolve: Resolve, allowed: Callable[[str], bool]) -> str:
    try:
        found = list(resolve(host, port))
    except (OSError, UnicodeError) as error:
        raise UnreadableDocument(
            f"the name {host} is not known; check the address and the network"
        ) from error
    if not found:
        raise UnreadableDocument(f"the name {host} is not known; check the address and the network")
    if not all(allowed(address) for address in found):
        raise ForbiddenAddress(
            f"{host} is in a private network, where Legation fetches nothing; save the page "
            "and give the file"
        )
    return found[0]
