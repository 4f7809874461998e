"""Every verdict as a sign, a word and a tone: never colour alone."""

from msgspec import Struct

from legation.model import Verdict


class Badge(Struct, frozen=True):
    """How a verdict is shown. ``tone`` names a colour of the style sheet: good, other, doubt, bad
    or mute; ``symbol`` a drawn sign, round where it holds and square where it does not.
    """

    sign: str
    word: str
    tone: str
    symbol: str


BADGES: dict[Verdict, Badge] = {
    "matches": Badge("✓", "matches", "good", "ok"),
    "matches_alt": Badge("≈", "matches another definition", "other", "alt"),
    "close": Badge("≈", "close, within revisions", "other", "near"),
    "sources_differ": Badge("⇄", "official sources differ", "doubt", "two"),
    "differs": Badge("✗", "differs", "bad", "no"),
    "consistent": Badge("=", "adds up in the text", "other", "eq"),
    "inconsistent": Badge("✗", "does not add up", "bad", "ne"),
    "not_checkable": Badge("–", "not checkable", "mute", "dash"),
    "supported": Badge("✓", "supported", "good", "ok"),
    "mixed": Badge("⇄", "mixed", "doubt", "two"),
    "contradicted": Badge("✗", "contradicted", "bad", "no"),
}
UNCHECKED = Badge("–", "not checked", "mute", "dash")
BY_SERIES = frozenset({"matches", "matches_alt", "close", "sources_differ", "differs"})
BY_ARITHMETIC = frozenset({"consistent", "inconsistent"})
IN_DOUBT = frozenset({"differs", "inconsistent", "sources_differ", "contradicted"})


def badge(verdict: Verdict | None) -> Badge:
    """The badge of a verdict; of none where nothing was checked."""
    return UNCHECKED if verdict is None else BADGES[verdict]
