"""robots.txt as protego reads it, and what we make of it."""

import pytest

from legation.sources.robots import LONGEST_DELAY, rules


@pytest.mark.parametrize(
    ("text", "address", "allowed"),
    [
        (b"", "https://example.org/a", True),
        (b"User-agent: *\nDisallow: /a", "https://example.org/a/b", False),
        (b"User-agent: *\nDisallow: /*.pdf$", "https://example.org/x.pdf", False),
        (b"User-agent: *\nDisallow: /\nAllow: /press/", "https://example.org/press/1", True),
        (b"User-agent: legation\nDisallow: /\n\nUser-agent: *\nAllow: /", "https://e.org/", False),
        (b"\xef\xbb\xbfUser-agent: *\nDisallow: /", "https://example.org/", False),
        (b"\xff\xfe nonsense \x00", "https://example.org/", True),
    ],
)
def test_what_is_allowed(text: bytes, address: str, allowed: bool) -> None:
    assert rules(text).allow(address) is allowed


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        (b"", 0.0),
        (b"User-agent: *\nCrawl-delay: 7", 7.0),
        (b"User-agent: *\nRequest-rate: 1/30s", 30.0),
        (b"User-agent: *\nCrawl-delay: soon", 0.0),
        (b"User-agent: *\nCrawl-delay: 99999999", LONGEST_DELAY),
        (b"User-agent: other\nCrawl-delay: 7", 0.0),
    ],
)
def test_how_often(text: bytes, seconds: float) -> None:
    assert rules(text).delay == seconds
