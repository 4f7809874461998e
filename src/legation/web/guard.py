"""One guard in front of every page: who may ask, from where, and what a browser may do with the
answer.

A page of another site, a foreign name that resolves to this machine (rebinding) and another port
of localhost must not read the ledger, still less write to it. Browsers say where a request comes
from in ``Sec-Fetch-Site`` (Fetch Metadata, W3C) and ``Origin``; both are held to the addresses that
we serve, which are named, never derived from what was asked.
"""

import hmac
import secrets
from collections.abc import Awaitable, Callable, MutableMapping
from http.cookies import CookieError, SimpleCookie
from typing import Any

from msgspec import Struct

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "script-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
)
CACHING = (b"cache-control", b"private, no-cache")
READING = frozenset({"GET", "HEAD"})
COOKIE = "legation"
OPEN = frozenset({"/sign-in"})
"""What answers without a token: the form that takes one, and what it needs to be legible."""
OPEN_FOLDER = "/static/"
LEAST_TOKEN = 22
"""Characters of a token of 128 bits in base 64."""


class Addresses(Struct, frozen=True, kw_only=True):
    """Under which names the server may be asked.

    ``hosts`` are whole values of the ``Host`` header in lower case (``127.0.0.1:8310``);
    ``origins`` the origins whose forms may write.
    """

    hosts: frozenset[str]
    origins: frozenset[str]

    @property
    def secure(self) -> bool:
        """Whether all that is served is served over TLS, by a proxy before us."""
        return all(origin.startswith("https://") for origin in self.origins)


def addresses(port: int, names: tuple[str, ...] = (), origin: str | None = None) -> Addresses:
    """The addresses of a server.

    Args:
        port: the port that it listens on.
        names: further names by which this machine is known.
        origin: the public address ``https://…`` where a proxy stands before it; then only that
            one is answered.
    """
    if origin is not None:
        held = origin.lower().rstrip("/")
        return Addresses(
            hosts=frozenset({held.removeprefix("https://")}), origins=frozenset({held})
        )
    hosts = {f"{name.lower()}:{port}" for name in (*LOOPBACK, *names)}
    if port == 80:
        hosts |= {name.lower() for name in (*LOOPBACK, *names)}
    return Addresses(hosts=frozenset(hosts), origins=frozenset(f"http://{host}" for host in hosts))


class Refusal(Struct, frozen=True):
    """Why a request goes no further: a status and one sentence."""

    status: int
    because: str


class Guard:
    """An ASGI application around another one.

    Args:
        inner: what answers once a request may pass.
        where: the names under which it may be asked.
        token: what a reader must show on a server that other machines reach; ``None`` on loopback.
        refuse: makes the page that tells a refusal.
    """

    def __init__(
        self,
        inner: Application,
        where: Addresses,
        token: str | None,
        refuse: Callable[[Refusal, Scope], Application],
    ) -> None:
        self.inner = inner
        self.where = where
        self.token = token
        self.refuse = refuse
        self.sessions: set[str] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse; every answer carries the policy."""
        if scope["type"] == "lifespan":
            await self.inner(scope, receive, send)
            return
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        refusal = self._refusal(scope)
        answering = self.refuse(refusal, scope) if refusal else self.inner
        await answering(scope, receive, _with_policy(send))

    def sign_in(self, given: str) -> str | None:
        """The value of a new cookie for a right token; ``None`` for a wrong one."""
        if self.token is None or not _same(given, self.token):
            return None
        session = secrets.token_urlsafe(32)
        self.sessions.add(session)
        return session

    def _refusal(self, scope: Scope) -> Refusal | None:
        headers = _headers(scope)
        hosts = headers.get("host", [])
        if len(hosts) != 1 or hosts[0].lower() not in self.where.hosts:
            return Refusal(421, "This server does not answer under that name.")
        bearer = self._bearer(headers)
        if not (bearer or self._may_come_from(scope["method"], headers)):
            return Refusal(403, "A page elsewhere asked for this; it may not.")
        if self.token is None or bearer or self._signed_in(headers) or _is_open(scope["path"]):
            return None
        return Refusal(401, "Sign in first.")

    def _may_come_from(self, method: str, headers: dict[str, list[str]]) -> bool:
        site = headers.get("sec-fetch-site", [])
        origins = headers.get("origin", [])
        if len(site) > 1 or len(origins) > 1:
            return False
        if method in READING:
            foreign = bool(site) and site[0] in {"cross-site", "same-site"}
            return not foreign or headers.get("sec-fetch-mode") == ["navigate"]
        ours = bool(origins) and origins[0].lower() in self.where.origins
        if not site:
            return ours
        if site[0] == "none":
            return not origins
        # Our own policy sends no referrer, and browsers then write the origin of a form as null.
        return site[0] == "same-origin" and (ours or origins in ([], ["null"]))

    def _bearer(self, headers: dict[str, list[str]]) -> bool:
        if self.token is None:
            return False
        given = headers.get("authorization", [])
        if len(given) != 1 or not given[0].lower().startswith("bearer "):
            return False
        return _same(given[0][len("bearer ") :].strip(), self.token)

    def _signed_in(self, headers: dict[str, list[str]]) -> bool:
        for line in headers.get("cookie", []):
            try:
                held = SimpleCookie(line).get(COOKIE)
            except CookieError:
                continue
            if held and any(_same(held.value, session) for session in self.sessions):
                return True
        return False


def _is_open(path: str) -> bool:
    return path in OPEN or path.startswith(OPEN_FOLDER)


def _same(given: str, held: str) -> bool:
    """Compared in constant time."""
    return hmac.compare_digest(given.encode(), held.encode())


def _headers(scope: Scope) -> dict[str, list[str]]:
    """All values by lower-case name: a second ``Host`` must be seen, not lost."""
    held: dict[str, list[str]] = {}
    for name, value in scope["headers"]:
        held.setdefault(name.decode("latin-1").lower(), []).append(value.decode("latin-1"))
    return held


def _with_policy(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            given = list(message.get("headers", []))
            named = {name.lower() for name, _ in given}
            given += [pair for pair in HEADERS if pair[0] not in named]
            if CACHING[0] not in named:
                given.append(CACHING)
            message = {**message, "headers": given}
        await send(message)

    return sending
