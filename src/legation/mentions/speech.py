"""The verbs of speech, as the lexicon lists them."""

from functools import cache

from msgspec import Struct

from legation import lexicon


class Verb(Struct, frozen=True):
    """Of a row of speech_verbs.csv, what is needed here."""

    lemma: str
    act: str
    patterns: tuple[str, ...] = ()


@cache
def verbs() -> frozenset[str]:
    """The verbs of speech that may stand beside a quotation."""
    rows = lexicon.table("speech_verbs", Verb)
    return frozenset(row.lemma for row in rows if row.act == "speech" and "quote" in row.patterns)
