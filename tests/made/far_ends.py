"""Far ends for tests of what goes out to the network: made up, or a server on this machine."""

from collections.abc import Callable

import httpx

from legation.network import Fetcher, is_loopback

PUBLIC = "93.184.216.34"


def made_up(answer: Callable[[httpx.Request], httpx.Response]) -> Fetcher:
    """A fetcher whose every host is ``answer``, at a public address."""
    return over(httpx.MockTransport(answer))


class Named(httpx.BaseTransport):
    """Shows ``inner`` the name that was asked for, not the address that it was checked under."""

    def __init__(self, inner: httpx.BaseTransport) -> None:
        self.inner = inner

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.url = request.url.copy_with(host=request.extensions["sni_hostname"])
        return self.inner.handle_request(request)


def over(inner: httpx.BaseTransport) -> Fetcher:
    """A fetcher whose requests ``inner`` carries, every name being that of a public address."""
    return Fetcher(Named(inner), resolve=lambda host, port: [PUBLIC])


def local() -> Fetcher:
    """A fetcher that may ask this machine, and nobody else."""
    return Fetcher(allowed=is_loopback)
