"""Pages that a server sends in place of an article: for scripts, for consent, for robots."""

from functools import cache

from msgspec import Struct

from legation.lexicon import nested

LONGEST = 160
"""Words: such a page has few, and an article about cookies has more."""
LONGEST_CONSENT = 450
"""Words: consent pages list purposes and partners."""
ENOUGH = 4
"""Different words of consent that an article does not have together."""


class Walls(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file as it stands: a phrase a line, in lower case."""

    script: str
    robot: str
    consent: str


@cache
def _phrases(kind: str) -> tuple[str, ...]:
    held: str = getattr(nested("page_walls", Walls), kind)
    return tuple(line.strip() for line in held.splitlines() if line.strip())


def reason(text: str) -> str | None:
    """Why a text is a wall and no article; ``None`` if it may be one."""
    words = len(text.split())
    low = " ".join(text.lower().replace("’", "'").split())
    if words <= LONGEST and any(phrase in low for phrase in _phrases("script")):
        return "is a page that shows nothing without scripts; save it from a browser"
    if words <= LONGEST and any(phrase in low for phrase in _phrases("robot")):
        return "is a page that keeps programs out, not the article; save it from a browser"
    if words <= LONGEST_CONSENT and sum(p in low for p in _phrases("consent")) >= ENOUGH:
        return "is a page that asks for consent, not the article; save it from a browser"
    return None
