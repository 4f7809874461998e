"""The way out to the network: one fetcher, bounded, and never into a private network.

``documents``, ``statistics`` and ``sources`` ask through it; nothing else does. The library that
carries the requests is loaded when something is asked (a fifth of a second).
"""

from typing import TYPE_CHECKING

from legation.network.public import Allowed, Resolve, is_loopback, is_public, resolve

if TYPE_CHECKING:
    from legation.network.fetcher import Answer, Fetcher, Limits

__all__ = [
    "Allowed",
    "Answer",
    "Fetcher",
    "Limits",
    "Resolve",
    "is_loopback",
    "is_public",
    "resolve",
]


def __getattr__(name: str) -> object:
    """``Fetcher`` and what belongs to it, when they are first wanted."""
    if name in {"Answer", "Fetcher", "Limits"}:
        from legation.network import fetcher

        return getattr(fetcher, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
