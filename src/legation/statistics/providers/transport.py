"""The one way out to the network: timeouts, attempts with jitter, and no answer taken for data that
is not.

A fake for tests is a :class:`legation.network.Fetcher` with another transport, or one that may ask
a server on 127.0.0.1.
"""

import random
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlencode

from msgspec import Struct

from legation.model.errors import (
    BadQuery,
    Busy,
    ForbiddenAddress,
    NotData,
    ProviderError,
    TooLarge,
    Unfetched,
    Unreachable,
)
from legation.network import Answer, Fetcher, Limits
from legation.statistics.providers.queries import Request

ATTEMPTS = 4
FIRST_PAUSE = 1.0
LONGEST_PAUSE = 30.0
LARGEST = 512 * 1024 * 1024
LARGEST_FILE = 8 * 1024 * 1024 * 1024
PAGES = (b"<!doctype html", b"<html")
HEAD = 2000
"""Bytes of a large answer that are looked at."""
MANY, TOO_LARGE, REFUSED, BAD, FAILED = 429, 413, frozenset({401, 403}), 400, 500
REDIRECTS = range(300, 400)
STEP = 60.0
"""Seconds: a provider computes an answer before it sends the first byte."""
WHOLE, WHOLE_FILE = 15 * 60.0, 12 * 3600.0
"""Seconds for an answer, and for a file of gigabytes over a slow line."""


class Payload(Struct, frozen=True, kw_only=True):
    """An answer: its bytes, its type, and the address it came from (without the user's key)."""

    content: bytes
    kind: str
    address: str
    file: Path | None = None
    """Where the bytes are instead, of an answer too large for memory."""

    @property
    def text(self) -> str:
        """The bytes as UTF-8.

        Raises:
            NotData: they are not.
        """
        try:
            return self.content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise NotData(f"{self.address} answered with bytes that are no UTF-8 text") from error


class _Again(Exception):
    """This attempt failed in a way that may pass; ``failure`` is what to raise when it was the
    last.
    """

    def __init__(self, failure: ProviderError, pause: float | None = None) -> None:
        self.failure, self.pause = failure, pause


class Transport:
    """Fetches one request at a time, several attempts each. Use as a context manager."""

    def __init__(
        self,
        fetcher: Fetcher | None = None,
        sleep: Callable[[float], None] = time.sleep,
        attempts: int = ATTEMPTS,
        largest: int = LARGEST,
        step: float = STEP,
    ) -> None:
        self._fetcher = fetcher or Fetcher(proxies=True)
        self._limits = Limits(bytes=largest, seconds=WHOLE, step=step)
        self.sleep, self._attempts = sleep, attempts

    def __enter__(self) -> "Transport":
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing is kept open between two answers."""

    def get(self, request: Request, headers: Mapping[str, str] | None = None) -> Payload:
        """The answer to a request.

        Raises:
            ProviderError: one of its kinds; the message names the address and never a header.
        """
        return self._tried(lambda: self._once(request, headers or {}))

    def _tried(self, once: Callable[[], Payload]) -> Payload:
        for attempt in range(1, self._attempts + 1):
            try:
                return once()
            except _Again as again:
                if attempt == self._attempts:
                    raise again.failure from again.__cause__
                self.sleep(_pause(attempt, again.pause))
        raise AssertionError("unreachable: the last attempt returns or raises")

    def download(
        self, request: Request, target: Path, told: Callable[[int], None] = lambda size: None
    ) -> Payload:
        """An answer too large for memory, written to ``target``; ``told`` hears how many bytes
        there are so far.

        Raises:
            ProviderError: one of its kinds; what is in ``target`` then is worth nothing.
        """
        return self._tried(lambda: self._written(request, target, told))

    def _written(self, request: Request, target: Path, told: Callable[[int], None]) -> Payload:
        where = _shown(request)
        limits = Limits(bytes=LARGEST_FILE, seconds=WHOLE_FILE, step=self._limits.step)
        with _reasons(where, limits.bytes), target.open("wb") as out:
            answer = self._fetcher.ask(where, limits=limits, into=out, told=told)
        with target.open("rb") as written:
            _judge(answer, written.read(HEAD), where)
        return Payload(
            content=b"", kind=answer.headers.get("content-type", ""), address=where, file=target
        )

    def _once(self, request: Request, headers: Mapping[str, str]) -> Payload:
        where = _shown(request)
        # A redirection would carry the user's key to another host.
        with _reasons(where, self._limits.bytes):
            answer = self._fetcher.ask(where, headers, self._limits, follow=not headers)
        _judge(answer, answer.content, where)
        kind = answer.headers.get("content-type", "")
        return Payload(content=answer.content, kind=kind, address=where)


@contextmanager
def _reasons(where: str, most: int) -> Iterator[None]:
    """What can go wrong on the way, as our own errors."""
    try:
        yield
    except ForbiddenAddress as error:
        raise Unreachable(f"{where} cannot be reached: it {error}") from error
    except Unfetched as error:
        if error.fault == "large":
            raise TooLarge(
                f"{where} answered with more than {most:,} bytes; ask for less"
            ) from error
        raise _Again(_failure(error, where)) from error


def _failure(error: Unfetched, where: str) -> ProviderError:
    if error.fault == "late":
        return Unreachable(f"{where} did not answer in time; try again later")
    if error.fault in {"broken", "packed"}:
        return NotData(f"{where} broke off in the middle of its answer ({error}); try again later")
    return Unreachable(f"{where} cannot be reached ({error}); check the network")


def _judge(answer: Answer, content: bytes, where: str) -> None:
    """Raise unless the answer may be data."""
    status = answer.status
    if status == MANY:
        raise _Again(
            Busy(f"{where} asks to be left alone for a while (429); try again later"),
            answer.retry_after,
        )
    if status == TOO_LARGE:
        raise TooLarge(
            f"{where} refuses to answer so much at once (413): ask for fewer partners, "
            "products or years"
        )
    if status >= FAILED:
        raise _Again(Unreachable(f"{where} failed ({status}); try again later"))
    if status in REFUSED:
        raise BadQuery(
            f"{where} wants a valid key ({status}); set it in the environment, see the settings"
        )
    if status in REDIRECTS:
        raise NotData(f"{where} points to another address ({status}), and your key is not sent on")
    if status >= BAD:
        raise BadQuery(
            f"{where} does not know this query ({status}): {_message(content)}",
            said=content[:4000].decode("utf-8", "replace"),
        )
    _hold_data(content, where)


def _hold_data(content: bytes, where: str) -> None:
    if not content.strip():
        raise _Again(NotData(f"{where} answered with nothing at all; try again later"))
    if content[:200].lstrip().lower().startswith(PAGES):
        raise _Again(NotData(f"{where} answered with a web page in place of data; try again later"))


def _message(content: bytes) -> str:
    text = " ".join(content[:2000].decode("utf-8", "replace").split())
    return text[:300] or "no message"


def _pause(attempt: int, asked: float | None) -> float:
    """Twice as long each time, up or down by half, so that many clients do not come back at
    once.
    """
    backoff: float = FIRST_PAUSE * 2 ** (attempt - 1) * random.uniform(0.5, 1.5)
    return min(LONGEST_PAUSE, max(backoff, asked or 0.0))


def _shown(request: Request) -> str:
    """The whole address; a key never stands in it."""
    query = urlencode(request.parameters, quote_via=quote)
    return f"{request.address}?{query}" if query else request.address
