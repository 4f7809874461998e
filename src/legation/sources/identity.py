"""When two entries are one: by guid, then by address without tracking words, then by text.

A guid holds within its source alone; an address everywhere, so that what two feeds list is fetched
once. The text tells only where there is no guid: whoever gives none may give an address of the
reader's own (a session in it), while bulletins of two days may well say the same under two guids.
Where a listing gives one guid to several addresses, or one address to several guids, that
guid or address says nothing.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b

from msgspec import Struct

from legation.model.addresses import canonical
from legation.model.watching import Listed

HALF = 8
TAG = re.compile(r"<[^<>]*>")


class Keys(Struct, frozen=True, kw_only=True):
    """What leads to an entry, the surest first; ``own_page`` whether its address is its alone."""

    all: tuple[bytes, ...]
    own_page: bool


def keys(source: str, entries: Iterable[Listed]) -> Iterator[tuple[Listed, Keys]]:
    """The entries of one listing with what leads to them; one that names nothing is left out.

    Args:
        source: what stands for it, however often its address changes.
        entries: all of it.
    """
    held = list(entries)
    addresses: Counter[str] = Counter()
    guids: Counter[str] = Counter()
    pairs = {(one.guid or "", canonical(one.address) or "") for one in held}
    for guid, address in pairs:
        guids[guid] += 1
        addresses[address] += 1
    for one in held:
        address = canonical(one.address) or ""
        by_guid = bool(one.guid) and guids[one.guid or ""] == 1
        by_address = bool(address) and addresses[address] == 1
        made = _keys(source, one, by_guid=by_guid, by_address=by_address)
        if made:
            yield one, Keys(all=tuple(made), own_page=by_address)


def _keys(source: str, one: Listed, *, by_guid: bool, by_address: bool) -> list[bytes]:
    made = []
    if by_guid:
        made.append(_digest("guid", source, one.guid or ""))
    if by_address:
        made.append(_digest("address", canonical(one.address) or ""))
    words = _words(f"{one.title or ''} {one.body}")
    if words and not by_guid:
        made.append(_digest("text", source, str(one.published), words))
    return made


def print_of(one: Listed) -> bytes:
    """How a source lists an entry: the first half changes with its words, the second with the time
    that it says.
    """
    words = _digest("words", _words(f"{one.title or ''} {one.body}"))
    return words[:HALF] + _digest("time", one.updated or "")[:HALF]


def _words(text: str) -> str:
    """Words without their markup, case and blanks: what a template changes is no change."""
    return " ".join(TAG.sub(" ", text).split()).casefold()


def _digest(*parts: str) -> bytes:
    joined = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return blake2b(joined, digest_size=2 * HALF).digest()
