"""Common nouns for people and bodies with a public role, and the nouns that name no party at
all.
"""

from functools import cache

from msgspec import Struct

from legation.lexicon import table
from legation.model import Token


class PublicNoun(Struct, frozen=True, kw_only=True):
    """A row of ``public_nouns.csv``: a common noun for people or bodies with a public role, and
    their PLOVER sector.
    """

    lemma: str
    sector: str = ""
    owned: bool = False
    """Whether it acts only for someone named beside it: "Chadian missiles", "the president's
    office".
    """


@cache
def public_nouns() -> dict[str, PublicNoun]:
    """Public nouns by lemma."""
    return {row.lemma: row for row in table("public_nouns", PublicNoun)}


def public(token: Token) -> PublicNoun | None:
    """The public noun that a token is, if it is one."""
    return public_nouns().get(token.lemma) or public_nouns().get(token.lemma.removesuffix("s"))


class Named(Struct, frozen=True):
    """A noun of ``instrument_nouns.csv``: treaties and projects are no parties."""

    lemma: str


@cache
def instruments() -> frozenset[str]:
    """Nouns that name instruments."""
    return frozenset(row.lemma for row in table("instrument_nouns", Named)) - {
        "council",
        "alliance",
        "fund",
        "facility",
    }
