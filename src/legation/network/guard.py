"""A transport that asks only checked IP addresses; each redirect passes through it again.

A name is resolved once, its addresses are checked, and the connection goes to the checked address:
a name that answers differently a second later (DNS rebinding), or a redirect into the local
network, leads nowhere.
"""

from functools import cache
from typing import TYPE_CHECKING
from urllib.request import getproxies, proxy_bypass

import httpx

from legation.model.errors import ForbiddenAddress, Unfetched
from legation.network.public import Allowed, Resolve

if TYPE_CHECKING:
    import ssl

PORTS = {"http": 80, "https": 443}


class Guarded(httpx.BaseTransport):
    """Lets requests through to ``inner`` under the checked address of their host."""

    def __init__(self, inner: httpx.BaseTransport, resolve: Resolve, allowed: Allowed) -> None:
        self.inner, self._resolve, self._allowed = inner, resolve, allowed

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer of the host.

        Raises:
            ForbiddenAddress: no ``http(s)``, or in a private network.
            Unfetched: the name is not known.
        """
        url = request.url
        if url.scheme not in PORTS:
            raise ForbiddenAddress(
                f"leads to a {url.scheme} address, which is not fetched; give the last page"
            )
        address = self._checked(url.host, url.port or PORTS[url.scheme])
        request.extensions = {**request.extensions, "sni_hostname": url.host}
        pinned = httpx.Request(
            request.method,
            url.copy_with(host=address),
            headers=request.headers,
            stream=request.stream,
            extensions=request.extensions,
        )
        return self.inner.handle_request(pinned)

    def _checked(self, host: str, port: int) -> str:
        unknown = f"the name {host} is not known; check the address and the network"
        try:
            found = list(self._resolve(host, port))
        except (OSError, UnicodeError) as error:
            raise Unfetched(unknown, "unknown") from error
        if not found:
            raise Unfetched(unknown, "unknown")
        if not all(self._allowed(address) for address in found):
            raise ForbiddenAddress(
                f"{host} is in a private network, where Legation fetches nothing; save the page "
                "and give the file"
            )
        return found[0]

    def close(self) -> None:
        """Give the connections back."""
        self.inner.close()


class Proxied(httpx.BaseTransport):
    """Lets requests go by the proxy that the environment names (``HTTPS_PROXY``, ``NO_PROXY``); it
    resolves their names, and what it may ask is for those to say who run it. Where it names none
    they go by ``direct``.
    """

    def __init__(self, direct: httpx.BaseTransport) -> None:
        self._direct = direct

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer of the host, by way of the proxy or without."""
        url = request.url
        proxy = getproxies().get(url.scheme)
        if not proxy or proxy_bypass(url.host):
            return self._direct.handle_request(request)
        return carrier(proxy).handle_request(request)

    def close(self) -> None:
        """Give the connections back."""
        self._direct.close()


def carrier(proxy: str | None = None) -> httpx.BaseTransport:
    """What carries requests where no test says otherwise. No connection is used twice: two names
    that one machine serves would share one, and with it the certificate of the first.
    """
    return httpx.HTTPTransport(
        verify=_certificates(), limits=httpx.Limits(max_keepalive_connections=0), proxy=proxy
    )


@cache
def _certificates() -> "ssl.SSLContext":
    """Read once: a twentieth of a second. ``SSL_CERT_FILE`` counts, as everywhere."""
    return httpx.create_ssl_context()
