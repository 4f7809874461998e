"""The one way out to the network: timeouts, attempts with jitter, and no answer taken for data that
is not.

A fake for tests is an ``httpx.Client`` with another transport, or a server on 127.0.0.1.
"""

import random
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

import httpx
from msgspec import Struct

from legation.model.errors import BadQuery, Busy, NotData, ProviderError, TooLarge, Unreachable
from legation.statistics.providers.queries import Request

ATTEMPTS = 4
FIRST_PAUSE = 1.0
LONGEST_PAUSE = 30.0
LARGEST = 512 * 1024 * 1024
LARGEST_FILE = 8 * 1024 * 1024 * 1024
PAGES = (b"<!doctype html", b"<html")
MANY, TOO_LARGE, REFUSED, MISSING, BAD = 429, 413, frozenset({401, 403}), 404, 400


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
        client: httpx.Client | None = None,
        sleep: Callable[[float], None] = time.sleep,
        attempts: int = ATTEMPTS,
        largest: int = LARGEST,
    ) -> None:
        self._client = client or httpx.Client(
            timeout=httpx.Timeout(60.0, connect=10.0), follow_redirects=True
        )
        self.sleep, self._attempts, self._largest = sleep, attempts, largest

    def __enter__(self) -> "Transport":
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

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
        with (
            _reasons(where),
            closing(
                self._client.send(self._client.build_request("GET", request.address), stream=True)
            ) as answer,
        ):
            head, size = b"", 0
            with target.open("wb") as out:
                for chunk in answer.iter_bytes():
                    head, size = head or chunk[:2000], size + len(chunk)
                    if size > LARGEST_FILE:
                        raise TooLarge(f"{where} answered with more than {LARGEST_FILE:,} bytes")
                    out.write(chunk)
                    told(size)
        _judge(answer, head, where)
        return Payload(
            content=b"", kind=answer.headers.get("content-type", ""), address=where, file=target
        )

    def _once(self, request: Request, headers: Mapping[str, str]) -> Payload:
        where = _shown(request)
        # A redirection would carry the user's key to another host: httpx drops only its own headers
        # of authority.
        with _reasons(where):
            asked = self._client.build_request(
                "GET", request.address, params=request.parameters, headers=dict(headers)
            )
            with closing(
                self._client.send(asked, stream=True, follow_redirects=not headers)
            ) as answer:
                content = self._read(answer, where)
        _judge(answer, content, where)
        return Payload(content=content, kind=answer.headers.get("content-type", ""), address=where)

    def _read(self, answer: httpx.Response, where: str) -> bytes:
        held, size = [], 0
        for chunk in answer.iter_bytes():
            size += len(chunk)
            if size > self._largest:
                raise TooLarge(
                    f"{where} answered with more than {self._largest:,} bytes; ask for less"
                )
            held.append(chunk)
        return b"".join(held)


@contextmanager
def _reasons(where: str) -> Iterator[None]:
    """What can go wrong on the way, as our own errors."""
    try:
        yield
    except httpx.TimeoutException as error:
        raise _Again(Unreachable(f"{where} did not answer in time; try again later")) from error
    except httpx.RemoteProtocolError as error:
        raise _Again(
            NotData(f"{where} broke off in the middle of its answer ({error}); try again later")
        ) from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise _Again(
            Unreachable(f"{where} cannot be reached ({type(error).__name__}); check the network")
        ) from error


def _judge(answer: httpx.Response, content: bytes, where: str) -> None:
    """Raise unless the answer may be data."""
    status = answer.status_code
    if status == MANY:
        raise _Again(
            Busy(f"{where} asks to be left alone for a while (429); try again later"),
            _asked(answer),
        )
    if status == TOO_LARGE:
        raise TooLarge(
            f"{where} refuses to answer so much at once (413): ask for fewer partners, "
            "products or years"
        )
    if status >= httpx.codes.INTERNAL_SERVER_ERROR:
        raise _Again(Unreachable(f"{where} failed ({status}); try again later"))
    if status in REFUSED:
        raise BadQuery(
            f"{where} wants a valid key ({status}); set it in the environment, see the settings"
        )
    if answer.is_redirect:
        raise NotData(f"{where} points to another address ({status}), and your key is not sent on")
    if status >= BAD:
        raise BadQuery(
            f"{where} does not know this query ({status}): {_message(content)}",
            said=content[:4000].decode("utf-8", "replace"),
        )
    if not content.strip():
        raise _Again(NotData(f"{where} answered with nothing at all; try again later"))
    if content[:200].lstrip().lower().startswith(PAGES):
        raise _Again(NotData(f"{where} answered with a web page in place of data; try again later"))


def _message(content: bytes) -> str:
    text = " ".join(content[:2000].decode("utf-8", "replace").split())
    return text[:300] or "no message"


def _asked(answer: httpx.Response) -> float | None:
    """The pause that the provider asks for, in seconds; dates and nonsense are left aside."""
    asked = answer.headers.get("retry-after", "")
    return float(asked) if asked.isdigit() else None


def _pause(attempt: int, asked: float | None) -> float:
    """Twice as long each time, up or down by half, so that many clients do not come back at
    once.
    """
    backoff: float = FIRST_PAUSE * 2 ** (attempt - 1) * random.uniform(0.5, 1.5)
    return min(LONGEST_PAUSE, max(backoff, asked or 0.0))


def _shown(request: Request) -> str:
    return str(httpx.URL(request.address, params=request.parameters or None))
