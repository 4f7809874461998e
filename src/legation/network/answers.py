"""What may come, and what came."""

from collections.abc import Mapping

from msgspec import Struct

STEP_SECONDS = 10.0


class Limits(Struct, frozen=True, kw_only=True):
    """How much and how long: ``seconds`` for all of it, ``step`` for any one step of it."""

    bytes: int = 20_000_000
    seconds: float = 30.0
    step: float = STEP_SECONDS


class Answer(Struct, frozen=True, kw_only=True):
    """What came.

    ``url`` is the address after redirects; ``moved`` the one to which permanent redirects alone
    led, for good; ``headers`` have names in lower case; ``retry_after`` is in seconds.
    """

    url: str
    status: int
    reason: str = ""
    headers: Mapping[str, str] = {}
    content: bytes = b""
    encoding: str | None = None
    moved: str | None = None
    retry_after: float | None = None

    @property
    def type(self) -> str:
        """The media type, bare and in lower case."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()
