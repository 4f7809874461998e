"""robots.txt (RFC 9309): what a host lets us ask, and how often."""

from functools import lru_cache

from protego import Protego

NAME = "legation"
"""The product token by which robots.txt may speak to us."""
LARGEST = 512_000
"""Bytes that are read of it; the standard asks for at least 500 KiB."""
LONGEST_DELAY = 86_400.0


class Rules:
    """What one host says."""

    def __init__(self, content: bytes) -> None:
        text = content[:LARGEST].decode("utf-8", "replace").lstrip("\ufeff")
        self._parsed = Protego.parse(text)

    def allow(self, address: str) -> bool:
        """Whether an address may be asked."""
        return bool(self._parsed.can_fetch(address, NAME))

    @property
    def delay(self) -> float:
        """Seconds between two requests; 0 where it says nothing."""
        told = self._parsed.crawl_delay(NAME) or 0.0
        rate = self._parsed.request_rate(NAME)
        paced = rate.seconds / rate.requests if rate and rate.requests else 0.0
        return min(LONGEST_DELAY, max(0.0, float(told), float(paced)))


@lru_cache(maxsize=512)
def rules(content: bytes) -> Rules:
    """The rules of a robots.txt; of an empty one none."""
    return Rules(content)
