"""Which IP addresses belong to the public internet."""

import ipaddress
import socket
from collections.abc import Callable, Sequence

CARRIES_IPV4 = tuple(
    ipaddress.IPv6Network(written)
    for written in ("64:ff9b::/96", "::/96", "::ffff:0:0/96", "::ffff:0:0:0/96")
)
"""Ranges whose last 32 bits are an IPv4 address: translated (RFC 6052), compatible (RFC 4291),
mapped (RFC 4291) and translated by SIIT (RFC 2765)."""
NOT_PUBLIC = tuple(
    ipaddress.ip_network(written)
    for written in (
        "64:ff9b:1::/48",  # translation within one network (RFC 8215)
        "fec0::/10",  # site-local (RFC 3879)
        "2001::/23",  # protocol assignments, Teredo among them (RFC 2928)
        "100::/64",  # discarded (RFC 6666)
        "192.0.0.0/24",  # protocol assignments (RFC 6890)
        "192.88.99.0/24",  # relays of 6to4 (RFC 7526)
        "100.64.0.0/10",  # behind a carrier (RFC 6598)
        "198.18.0.0/15",  # measurements (RFC 2544)
        "240.0.0.0/4",  # reserved (RFC 1112)
    )
)

Resolve = Callable[[str, int], Sequence[str]]
Allowed = Callable[[str], bool]


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public internet, looking through the ways of writing
    IPv4 as IPv6. What is no address is not public.
    """
    try:
        held = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(held, ipaddress.IPv6Address) and (inner := _inner(held)) is not None:
        return is_public(str(inner))
    if any(held in network for network in NOT_PUBLIC if network.version == held.version):
        return False
    return held.is_global and not held.is_multicast and not held.is_reserved


def is_loopback(address: str) -> bool:
    """Whether an IP address is this machine's own: what a test with a local server allows, and
    nothing else does.
    """
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def _inner(held: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for, if it does."""
    if held.sixtofour is not None:
        return held.sixtofour
    if any(held in network for network in CARRIES_IPV4):
        return ipaddress.IPv4Address(int(held) & 0xFFFFFFFF)
    return None


def resolve(host: str, port: int) -> Sequence[str]:
    """The IP addresses of a name, as the system's resolver gives them."""
    return [str(answer[4][0]) for answer in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
