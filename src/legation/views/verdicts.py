"""Every verdict as a sign, a word and a tone: never colour alone."""

from msgspec import Struct

from legation.model import Verdict


class Badge(Struct, frozen=True):
    """How a verdict is shown. ``tone`` names a colour of the style sheet: good, other, doubt, bad
    or mute.
    """

    sign: str
    word: str
    tone: str


BADGES: dict[Verdict, Badge] = {
    "matches": Badge("✓", "matches", "good"),
    "matches_alt": Badge("≈", "matches another definition", "other"),
    "close": Badge("≈", "close, within revisions", "other"),
    "sources_differ": Badge("⇄", "official sources differ", "doubt"),
    "differs": Badge("✗", "differs", "bad"),
    "consistent": Badge("=", "adds up in the text", "other"),
    "inconsistent": Badge("✗", "does not add up", "bad"),
    "not_checkable": Badge("–", "not checkable", "mute"),
    "supported": Badge("✓", "supported", "good"),
    "mixed": Badge("⇄", "mixed", "doubt"),
    "contradicted": Badge("✗", "contradicted", "bad"),
}
UNCHECKED = Badge("–", "not checked", "mute")
BY_SERIES = frozenset({"matches", "matches_alt", "close", "sources_differ", "differs"})
BY_ARITHMETIC = frozenset({"consistent", "inconsistent"})
IN_DOUBT = frozenset({"differs", "inconsistent", "sources_differ", "contradicted"})


def badge(verdict: Verdict | None) -> Badge:
    """The badge of a verdict; of none where nothing was checked."""
    return UNCHECKED if verdict is None else BADGES[verdict]
