"""Versions: texts that one address held one after the other."""

from collections.abc import Iterator, Sequence
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from legation.reconciliation.copies import overlaps, pairs
from legation.reconciliation.copies.texts import Text

CAMPAIGN = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "ref_src")
"""Names of parameters that tell how a reader came, not what he reads."""
PORTS = {"http": ":80", "https": ":443"}
VERSION = 0.15
"""An address of a page that changes daily ("/news") holds other texts, not versions: a version
shares this much of the shorter text at least, and its numbers."""


def canonical(url: str | None) -> str | None:
    """An address in the one form by which it is compared: without fragment, campaign parameters,
    the port that goes without saying and a final slash; scheme and host in small letters.

    What is no address is left as it is.
    """
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url
    if not parts.netloc:
        return url
    scheme, host = parts.scheme.lower(), parts.netloc.lower()
    host = host.removesuffix(PORTS.get(scheme, ""))
    asked = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not name.lower().startswith(CAMPAIGN)
    ]
    return urlunsplit((scheme, host, parts.path.rstrip("/"), urlencode(sorted(asked)), ""))


def version(one: Text, other: Text) -> bool:
    """Whether two texts of one address are versions of one article."""
    return overlaps.share(one, other) >= VERSION and not pairs.look_alike(one, other)


def versions(urls: Sequence[str | None], texts: Sequence[Text]) -> Iterator[tuple[int, int]]:
    """Places of texts that follow each other at one address."""
    last: dict[str, int] = {}
    for place, url in enumerate(urls):
        if url is None:
            continue
        if url in last and version(texts[last[url]], texts[place]):
            yield last[url], place
        last[url] = place
