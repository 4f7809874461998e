"""How a role is written: in lower case, but for proper adjectives and abbreviations ("European
commissioner").
"""

from functools import cache

from legation import lexicon
from legation.lexicon.countries import Naming
from legation.mentions.actors.register import Body, word_lists


@cache
def _proper() -> dict[str, str]:
    """Words with a capital, by their lower case: adjectives of countries and regions,
    abbreviations of bodies.
    """
    adjectives = (
        word for row in lexicon.table("country_aliases", Naming) for word in row.adjectives
    )
    names = (name for row in lexicon.table("bodies", Body) for name in (row.name, *row.aliases))
    short = (name for name in names if name.isupper() and name.isalpha() and len(name) > 1)
    found = [*(w for w in adjectives if " " not in w), *short, *word_lists().proper_adjectives]
    return {
        word.lower(): word for word in found if word.lower() not in word_lists().ordinary_namesakes
    }


def written(role: str | None) -> str | None:
    """A role as it is printed, from its words in lower case."""
    if role is None:
        return None
    return " ".join(_proper().get(word, word) for word in role.split())


def fuller(said: str | None, known: str | None) -> str | None:
    """Of the title said now and the one known of the person, the one to print: "the minister" is
    the minister of energy.
    """
    if said is None or said.endswith("counterpart"):
        return known
    return known if known is not None and set(said.split()) <= set(known.split()) else said


def past(role: str | None, sector: str | None) -> str | None:
    """ "former president" of one whom the text tells to be out of office."""
    return (
        f"former {role}"
        if role and sector == "ELI" and not role.startswith(("former", "ex-"))
        else role
    )
