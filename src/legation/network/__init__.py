"""The way out to the network: one fetcher, bounded, and never into a private network.

``documents``, ``statistics`` and ``sources`` ask through it; nothing else does. The library that
carries the requests is loaded when something is asked (a fifth of a second).
"""

from legation.network.answers import Answer, Limits
from legation.network.fetcher import Fetcher
from legation.network.public import Allowed, Resolve, is_loopback, is_public, resolve

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
