"""The one way out to the network: documents, statistics and sources ask through it.

An answer is bounded in bytes and in time, names and redirects included; it comes from checked
addresses alone (:mod:`legation.network.guard`), plain or packed with gzip
(:mod:`legation.network.unpacking`).
"""

import queue
import threading
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from legation.model.errors import Unfetched
from legation.network import pauses, unpacking
from legation.network.answers import Answer, Limits
from legation.network.public import Allowed, Resolve, is_public, resolve

if TYPE_CHECKING:
    import httpx

AGENT = "Mozilla/5.0 (compatible; legation; reads one article on request)"
MOST_REDIRECTS = 5
PERMANENT = (301, 308)


USUAL = Limits()


class Fetcher:
    """Asks web addresses, one at a time.

    Args:
        inner: what carries the requests; for tests.
        resolve: the resolver; for tests.
        allowed: which IP addresses may be asked; a test with a server of its own says
            :func:`legation.network.is_loopback`.
        agent: how it names itself.
        clock: seconds since 1970, from which a ``Retry-After`` that is a date is reckoned.
        proxies: whether a proxy that the environment names is asked; the addresses of statistical
            offices are ours, those of documents are anybody's and never go by one.
    """

    def __init__(
        self,
        inner: "httpx.BaseTransport | None" = None,
        resolve: Resolve = resolve,
        allowed: Allowed = is_public,
        agent: str = AGENT,
        clock: Callable[[], float] = time.time,
        proxies: bool = False,
    ) -> None:
        self._inner, self._resolve, self._allowed = inner, resolve, allowed
        self.agent, self._clock, self._proxies = agent, clock, proxies

    def ask(
        self,
        url: str,
        headers: Mapping[str, str] | None = None,
        limits: Limits = USUAL,
        follow: bool = True,
        into: BinaryIO | None = None,
        told: Callable[[int], None] = lambda size: None,
        may: Callable[[str], bool] = lambda address: True,
    ) -> Answer:
        """What a web address answers, whatever its status.

        Args:
            url: an ``http`` or ``https`` address.
            headers: to be sent, beside the usual ones.
            follow: redirects; an answer that points elsewhere is else given as it is.
            into: where the bytes go, of an answer too large for memory.
            told: hears how many bytes there are so far.
            may: whether an address to which a redirect leads may be asked.

        Raises:
            ForbiddenAddress: it, or a redirect, leads to a private network or another scheme.
            Unfetched: it gave no whole answer within the limits; ``fault`` says which.
        """
        work = _Work(url, dict(headers or {}), limits, follow, into, told, may)
        answers: queue.SimpleQueue[Answer | Exception] = queue.SimpleQueue()

        def run() -> None:
            try:
                answers.put(self._asked(work))
            except Exception as error:  # noqa: BLE001  # handed to the one who waits
                answers.put(error)

        threading.Thread(target=run, daemon=True, name="legation-fetch").start()
        try:
            found = answers.get(timeout=limits.seconds)
        except queue.Empty:  # a resolver that hangs cannot be told to stop
            raise work.late() from None
        if isinstance(found, Exception):
            raise _reason(found, limits) from found
        return found

    def _asked(self, work: "_Work") -> Answer:
        import httpx  # late: a fifth of a second

        from legation.network import guard

        carrier = self._inner or guard.carrier()
        direct = guard.Guarded(carrier, self._resolve, self._allowed)
        client = httpx.Client(
            transport=guard.Proxied(direct) if self._proxies else direct,
            timeout=work.limits.step,
            trust_env=False,
            headers={
                "User-Agent": self.agent,
                "Accept": "text/html,*/*;q=0.5",
                "Accept-Encoding": unpacking.ACCEPTED,
            },
        )
        with client:
            answer = work.through(client)
        now = datetime.fromtimestamp(self._clock(), UTC)
        asked = pauses.asked(answer.headers.get("retry-after", ""), now)
        return msgspec.structs.replace(answer, retry_after=asked)


class _Work:
    """One address being asked: where it stands, and since when."""

    def __init__(
        self,
        url: str,
        headers: dict[str, str],
        limits: Limits,
        follow: bool,
        into: BinaryIO | None,
        told: Callable[[int], None],
        may: Callable[[str], bool],
    ) -> None:
        self.url, self.headers, self.limits = url, headers, limits
        self.follow, self.into, self.told, self.may = follow, into, told, may
        self.until = time.monotonic() + limits.seconds
        self.moved: str | None = None
        self.for_good = True

    def late(self) -> Unfetched:
        """The time is up."""
        return Unfetched(
            f"did not arrive within {self.limits.seconds:.0f} seconds; try again, or save the page",
            "late",
        )

    def through(self, client: "httpx.Client") -> Answer:
        """The answer behind all redirects."""
        asking: httpx.Request | None = client.build_request("GET", self.url, headers=self.headers)
        for _ in range(MOST_REDIRECTS + 1):
            assert asking is not None
            answer = client.send(asking, stream=True, follow_redirects=False)
            try:
                if not (self.follow and answer.next_request):
                    return self._whole(answer)
                asking = self._next(answer)
            finally:
                answer.close()
        raise Unfetched(
            f"redirects more than {MOST_REDIRECTS} times; give the last address", "redirects"
        )

    def _next(self, answer: "httpx.Response") -> "httpx.Request":
        """Where a redirect leads. An address has moved as far as permanent ones lead, and no
        further than the first that is not.
        """
        asking = answer.next_request
        assert asking is not None
        if not self.may(str(asking.url)):
            raise Unfetched(f"leads to {asking.url}, which is not to be asked", "told")
        self.for_good = self.for_good and answer.status_code in PERMANENT
        if self.for_good:
            self.moved = str(asking.url)
        return asking

    def _whole(self, answer: "httpx.Response") -> Answer:
        headers = {name.lower(): value for name, value in answer.headers.items()}
        return Answer(
            url=str(answer.url),
            status=answer.status_code,
            reason=answer.reason_phrase,
            headers=headers,
            content=self._content(answer),
            encoding=answer.charset_encoding,
            moved=self.moved,
        )

    def _content(self, answer: "httpx.Response") -> bytes:
        held, size = bytearray(), 0
        for piece in unpacking.pieces(answer):
            size += len(piece)
            if time.monotonic() > self.until:
                raise self.late()
            if size > self.limits.bytes:
                raise _too_much(self.limits)
            if self.into is None:
                held += piece
            else:
                self.into.write(piece)
            self.told(size)
        return bytes(held)


def _too_much(limits: Limits) -> Unfetched:
    most = limits.bytes
    told = f"{most // 1_000_000} MB" if most >= 1_000_000 else f"{most:,} bytes"
    return Unfetched(f"is larger than {told}; save the article alone", "large")


def _reason(error: Exception, limits: Limits) -> Exception:
    """A fault on the way as one of ours, with what to do."""
    import httpx

    if isinstance(error, httpx.TimeoutException):
        return Unfetched(
            f"no answer within {limits.step:.0f} seconds; try again, or save the page", "late"
        )
    if isinstance(error, httpx.RemoteProtocolError):
        return Unfetched(
            f"could not be fetched ({error}); check the address and the network", "broken"
        )
    if isinstance(error, httpx.HTTPError | httpx.InvalidURL):
        return Unfetched(
            f"could not be fetched ({error}); check the address and the network", "unreachable"
        )
    return error
