"""Lists of addresses: one a line, nothing else but comments."""

import re

from legation.documents import encodings
from legation.model.watching import Listed, Listing

ADDRESS = re.compile(r"https?://[^\s<>\"]{3,2000}", re.IGNORECASE)
MOST = 100_000


def read(content: bytes) -> Listing | None:
    """A list; ``None`` where any line is something else: a text that begins with an address is
    one to be read.
    """
    found: dict[str, None] = {}
    for line in encodings.decode(content).splitlines():
        bare = line.strip().lstrip("\ufeff")
        if not bare or bare.startswith("#"):
            continue
        if not ADDRESS.fullmatch(bare) or len(found) >= MOST:
            return None
        found[bare] = None
    if not found:
        return None
    return Listing(kind="list", entries=tuple(Listed(address=address) for address in found))
