"""One polite request: robots.txt, a pause between two, conditions, and what the answer means.

Where servers lie we lose nothing and ask no more: a 304 is believed only where we asked under
conditions, and never for longer than :data:`TRUST`; a body that is the same as before is the same
whatever its validators say; a ``Retry-After`` holds for the whole host.
"""

import time
from collections.abc import Callable
from hashlib import blake2b
from typing import Literal
from urllib.parse import urljoin, urlsplit

from msgspec import Struct
from msgspec.structs import replace

from legation.model.errors import ForbiddenAddress, Unfetched
from legation.model.watching import Host, Validators
from legation.network import Answer, Fetcher, Limits
from legation.sources import robots

GAP = 1.0
"""Seconds between two requests to one host, where its robots.txt asks for no more."""
PATIENCE = 10.0
"""Seconds that an errand waits for its host; what would wait longer is put off."""
TRUST = 6 * 3600
"""Seconds for which 304 is believed; then the whole answer is asked for once."""
ROBOTS_HOLD = 86_400
FIRST_PAUSE, LONGEST_PAUSE = 900.0, 86_400.0
"""Seconds a host is left alone that asks to be, without saying how long: twice as long each
time."""
LARGEST = Limits(bytes=60_000_000, seconds=60.0)
ROBOTS = Limits(bytes=robots.LARGEST * 4, seconds=20.0)
AGENT = "Mozilla/5.0 (compatible; legation; reads what it was told to watch)"
MOST_FAILURES = 16
LONGEST_VALIDATOR = 1_000
NOBODY = ("late", "unknown", "unreachable")
"""Faults that speak of a host, not of one of its addresses."""

What = Literal["came", "unchanged", "gone", "missing", "failed", "forbidden", "put_off"]


class Errand(Struct, frozen=True, kw_only=True):
    """An address to be asked, with what it answered last."""

    address: str
    held: Validators = Validators()
    purpose: object = None

    @property
    def host(self) -> str:
        """Scheme, name and port: what a robots.txt speaks for."""
        return origin(self.address)


class Outcome(Struct, frozen=True, kw_only=True):
    """What became of an errand. ``until`` is when it may be tried again, ``asked`` how many
    requests it took.
    """

    what: What
    because: str = ""
    answer: Answer | None = None
    moved: str | None = None
    held: Validators = Validators()
    until: float = 0.0
    asked: int = 0


def origin(address: str) -> str:
    """The origin of an address; of what is none the address itself."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    return f"{parts.scheme.lower()}://{parts.netloc.rpartition('@')[2].lower()}"


class Asker:
    """Runs errands.

    Args:
        fetcher: the way out.
        clock: seconds since 1970; for tests.
        sleep: waits; for tests.
        gap: seconds between two requests to one host.
    """

    def __init__(
        self,
        fetcher: Fetcher | None = None,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
        gap: float = GAP,
    ) -> None:
        self._fetcher = fetcher or Fetcher(agent=AGENT)
        self.clock, self._sleep, self._gap = clock, sleep, gap
        self._rules: dict[str, bytes] = {}
        """What hosts that were asked say, by their names."""

    def run(self, errand: Errand, host: Host) -> tuple[Outcome, Host]:
        """What an address answers, and what is known of its host now."""
        if (until := self._wait(host)) is not None:
            return _put_off(until, 0), host
        asked = 0
        if host.robots_until <= self.clock():
            asked, (trouble, host) = 1, self._learn(errand.address, host)
            if trouble is not None:
                return replace(trouble, asked=asked), host
        self._rules[host.name] = host.robots or b""
        if not self._may(errand.address):
            because = "its robots.txt does not allow it"
            return Outcome(what="forbidden", because=because, asked=asked), host
        if (until := self._wait(host)) is not None:
            return _put_off(until, asked), host
        outcome, host = self._ask(errand, host)
        return replace(outcome, asked=asked + 1), host

    def _may(self, address: str) -> bool:
        """Whether an address may be asked, as far as its host has said: that of a redirect is not
        asked before.
        """
        return robots.rules(self._rules.get(origin(address), b"")).allow(address)

    def _wait(self, host: Host) -> float | None:
        """Wait until a host is free; ``None`` then, else when it will be."""
        ahead = host.free - self.clock()
        if ahead > PATIENCE:
            return host.free
        if ahead > 0:
            self._sleep(ahead)
        return None

    def _learn(self, address: str, host: Host) -> tuple[Outcome | None, Host]:
        """The host with its robots.txt; or why it could not be had. Where there is none everything
        is allowed, where the server fails nothing is (RFC 9309, section 2.3.1).
        """
        where = urljoin(origin(address) + "/", "robots.txt")
        try:
            answer = self._fetcher.ask(where, limits=ROBOTS)
        except (Unfetched, ForbiddenAddress) as error:
            return self._unreached(error, host)
        if _is_busy(answer) or answer.status >= 500:
            return self._busy(answer, host, f"its robots.txt: the server answered {answer.status}")
        content = answer.content[: robots.LARGEST] if answer.status < 300 else b""
        held = int(self.clock()) + ROBOTS_HOLD
        return None, self._rested(replace(host, robots=content, robots_until=held))

    def _ask(self, errand: Errand, host: Host) -> tuple[Outcome, Host]:
        conditions = _conditions(errand.held, self.clock())
        try:
            answer = self._fetcher.ask(errand.address, conditions, LARGEST, may=self._may)
        except (Unfetched, ForbiddenAddress) as error:
            return self._unreached(error, host)
        if _is_busy(answer):
            return self._busy(answer, host, f"the server answered {answer.status}")
        outcome = judged(answer, errand.held, self.clock(), conditional=bool(conditions))
        failures = host.failures if answer.status >= 500 else 0
        return outcome, self._rested(replace(host, failures=failures))

    def _unreached(self, error: Unfetched | ForbiddenAddress, host: Host) -> tuple[Outcome, Host]:
        """No answer at all. A host that is not there is left alone from the second time on."""
        refused = isinstance(error, ForbiddenAddress) or error.fault == "told"
        outcome = Outcome(what="forbidden" if refused else "failed", because=str(error))
        if not (isinstance(error, Unfetched) and error.fault in NOBODY):
            return outcome, self._rested(host)
        pause = 0.0 if not host.failures else _backed_off(host.failures - 1)
        rested = self._rested(replace(host, failures=min(host.failures + 1, MOST_FAILURES)))
        return outcome, replace(rested, free=max(rested.free, self.clock() + pause))

    def _busy(self, answer: Answer, host: Host, because: str) -> tuple[Outcome, Host]:
        """The host asks to be left alone: for as long as it says, else longer each time."""
        asked = answer.retry_after
        pause = _backed_off(host.failures) if asked is None else max(self._gap, asked)
        free = self.clock() + pause
        told = f"{because}, to be left alone for {pause:.0f} seconds"
        outcome = Outcome(what="put_off", because=told, until=free)
        return outcome, replace(host, free=free, failures=min(host.failures + 1, MOST_FAILURES))

    def _rested(self, host: Host) -> Host:
        """The host after a request: free again behind the pause that it wants."""
        pause = max(self._gap, robots.rules(host.robots or b"").delay)
        return replace(host, free=max(host.free, self.clock() + pause))


def _backed_off(failures: int) -> float:
    return min(LONGEST_PAUSE, FIRST_PAUSE * 2.0**failures)


def _put_off(until: float, asked: int) -> Outcome:
    because = "its host wants to be left alone"
    return Outcome(what="put_off", because=because, until=until, asked=asked)


def _is_busy(answer: Answer) -> bool:
    told = answer.status == 503 and answer.retry_after is not None
    return answer.status == 429 or told


def _conditions(held: Validators, now: float) -> dict[str, str]:
    """What an answer is asked under, unless the last whole one is too long ago: a server that says
    "not modified" for ever would else be believed for ever.
    """
    if now - held.whole > TRUST:
        return {}
    asked = {}
    if held.etag:
        asked["If-None-Match"] = held.etag
    if held.modified:
        asked["If-Modified-Since"] = held.modified
    return asked


def judged(answer: Answer, held: Validators, now: float, *, conditional: bool) -> Outcome:
    """What an answer means; that of a host that wants to be left alone is none of these."""
    status = answer.status
    if status == 304 and conditional:
        return Outcome(what="unchanged", held=held, moved=answer.moved)
    if status == 304:
        because = "the server answered 304 (not modified) though it was asked without conditions"
        return Outcome(what="failed", because=because)
    if status in {404, 410}:
        what: What = "gone" if status == 410 else "missing"
        return Outcome(what=what, because=f"the server answered {status} {answer.reason}".strip())
    if not 200 <= status < 300:
        because = f"the server answered {status} {answer.reason}".strip()
        return Outcome(what="failed", because=because)
    if not answer.content.strip():
        return Outcome(what="failed", because="the server answered with nothing at all")
    return _came(answer, held, now)


def _came(answer: Answer, held: Validators, now: float) -> Outcome:
    seen = blake2b(answer.content, digest_size=16).digest()
    fresh = Validators(
        etag=_validator(answer.headers.get("etag", "")),
        modified=_validator(answer.headers.get("last-modified", "")),
        digest=seen,
        whole=int(now),
        told=held.told,
    )
    what: What = "unchanged" if seen == held.digest else "came"
    return Outcome(what=what, answer=answer, held=fresh, moved=answer.moved)


def _validator(written: str) -> str | None:
    """A validator as it was sent; one of great length is none."""
    return written if 0 < len(written) <= LONGEST_VALIDATOR and written.isprintable() else None
