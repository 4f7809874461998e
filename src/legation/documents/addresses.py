"""One web address: fetched with limits, and never from a private network.

A name is resolved once, its addresses are checked, and the connection goes to the checked address:
a name that answers differently a second later (DNS rebinding), or a redirect into the local
network, leads nowhere.
"""

import ipaddress
import socket
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from legation.model import ForbiddenAddress, UnreadableDocument

if TYPE_CHECKING:
    import httpx

MOST_BYTES = 20_000_000
SECONDS = 30.0
"""For all of it, redirects included; 10 of them for any one step."""
STEP_SECONDS = 10.0
MOST_REDIRECTS = 5
AGENT = "Mozilla/5.0 (compatible; legation; reads one article on request)"
TRANSLATED = ipaddress.ip_network("64:ff9b::/96")

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
    IPv4 as IPv6.
    """
    held = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(held, ipaddress.IPv6Address):
        inner = (
            held.ipv4_mapped
            or held.sixtofour
            or (ipaddress.IPv4Address(int(held) & 0xFFFFFFFF) if held in TRANSLATED else None)
        )
        if inner is not None:
            return is_public(str(inner))
        if held.teredo:
            return False
    return held.is_global and not held.is_multicast


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
    client = httpx.Client(
        transport=transport,
        follow_redirects=True,
        max_redirects=MOST_REDIRECTS,
        timeout=STEP_SECONDS,
        trust_env=False,
    )
    try:
        with (
            client,
            client.stream(
                "GET", url, headers={"User-Agent": AGENT, "Accept": "text/html,*/*;q=0.5"}
            ) as answer,
        ):
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
                content=_content(answer, time.monotonic()),
            )
    except httpx.TooManyRedirects as error:
        raise UnreadableDocument(
            f"redirects more than {MOST_REDIRECTS} times; give the last address"
        ) from error
    except httpx.TimeoutException as error:
        raise UnreadableDocument(
            f"no answer within {STEP_SECONDS:.0f} seconds; try again, or save the page"
        ) from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise UnreadableDocument(
            f"could not be fetched ({error}); check the address and the network"
        ) from error


def _content(answer: "httpx.Response", begun: float) -> bytes:
    held = bytearray()
    for piece in answer.iter_bytes():
        held += piece
        if len(held) > MOST_BYTES:
            raise UnreadableDocument(
                f"is larger than {MOST_BYTES // 1_000_000} MB; save the article alone"
            )
        if time.monotonic() - begun > SECONDS:
            raise UnreadableDocument(
                f"did not arrive within {SECONDS:.0f} seconds; try again, or save the page"
            )
    return bytes(held)


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
