"""One web address: fetched with limits, and never from a private network."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct

from legation.model import UnreadableDocument
from legation.model.errors import Unfetched
from legation.network import Allowed, Fetcher, Resolve, is_public, resolve

if TYPE_CHECKING:
    import httpx

    from legation.network import Answer

Fetch = Callable[[str], "Page"]
BAD = 400


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


def fetch(
    url: str,
    inner: "httpx.BaseTransport | None" = None,
    resolve: Resolve = resolve,
    allowed: Allowed = is_public,
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
    try:
        return page(Fetcher(inner, resolve, allowed).ask(url))
    except Unfetched as error:
        raise UnreadableDocument(str(error)) from error


def page(answer: "Answer") -> Page:
    """An answer as a page.

    Raises:
        UnreadableDocument: it is an error.
    """
    if answer.status >= BAD:
        raise UnreadableDocument(
            f"the server answered {answer.status} {answer.reason}; open it in a browser"
        )
    return Page(url=answer.url, type=answer.type, encoding=answer.encoding, content=answer.content)
