"""Addresses of texts in the one form by which they are compared."""

from functools import lru_cache
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

TRACKING = ("utm_", "mc_", "pk_", "at_")
CLICKS = {"fbclid", "gclid", "dclid", "msclkid", "igshid", "ocid", "ncid", "cmpid", "smid"}


def canonical(url: str | None) -> str | None:
    """An address in canonical form: what only counts clicks or jumps within the page is left out,
    host in lower case, no default port, no slash in the end. ``None`` for none.
    """
    if not url or not url.strip():
        return None
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return url.strip()
    if parts.scheme.lower() not in {"http", "https"} or not parts.hostname:
        return url.strip()
    host = parts.hostname.lower()
    if port not in {None, 80, 443}:
        host = f"{host}:{port}"
    kept = [(key, value) for key, value in parse_qsl(parts.query, True) if not _clicks(key)]
    return urlunsplit(("https", host, parts.path.rstrip("/") or "/", urlencode(sorted(kept)), ""))


def _clicks(key: str) -> bool:
    low = key.lower()
    return low in CLICKS or low.startswith(TRACKING)


RESERVED = frozenset({"example.org", "example.com", "example.net", "example"})
"""Hosts that nobody can own (RFC 2606): what lies there is made up."""


@lru_cache(maxsize=4_096)
def made_up(url: str | None) -> bool:
    """Whether an address is one that nobody can own: the text there is an invented example."""
    host = urlsplit(url).hostname if url else None
    return host is not None and (host in RESERVED or host.endswith((".example", ".example.org")))
