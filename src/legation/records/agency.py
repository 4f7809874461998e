"""Who can speak: people, bodies and documents can, a trend or a war cannot."""

from functools import cache
from typing import Literal

from msgspec import Struct

from legation.lexicon import nested, word_set
from legation.model import Sentence, Token

Voice = Literal["person", "body", "document", "unknown", "none"]
NAMED = {"PERSON": "person", "ORG": "body", "GPE": "body", "NORP": "person"}
RELATIVES = word_set("statements", "agency.relatives")
THINGS = word_set("statements", "agency.things")


class Sayers(Struct, frozen=True):
    """The file ``sayers.toml``."""

    people: frozenset[str]
    bodies: frozenset[str]
    documents: frozenset[str]
    of_facts: frozenset[str]
    of_documents: frozenset[str]
    words: frozenset[str]
    experts: frozenset[str]
    anonymous: frozenset[str]
    press: frozenset[str]
    measures: frozenset[str]
    occasions: frozenset[str]


@cache
def sayers() -> Sayers:
    """Nouns that can speak."""
    known: Sayers = nested("sayers", Sayers)
    return known


def voice_of(sentence: Sentence, token: Token) -> Voice:
    """What kind of speaker a noun or pronoun is; ``none`` for what cannot speak."""
    known = sayers()
    if token.lower in RELATIVES and token.tag.startswith("W"):
        return _antecedent(sentence, token)
    if token.lower in THINGS:
        return "none"
    for kind, words in (
        ("person", known.people),
        ("body", known.bodies),
        ("document", known.documents),
    ):
        if token.lemma in words or token.lower in words:
            return kind  # type: ignore[return-value]
    if token.entity in NAMED or token.tag in {"NNP", "NNPS"}:
        return NAMED.get(token.entity, "body")  # type: ignore[return-value]
    return "unknown"


def _antecedent(sentence: Sentence, relative: Token) -> Voice:
    """The kind of the noun that a relative pronoun stands for."""
    if relative.lower == "who":
        return "person"
    for above in sentence.ancestors(relative):
        if above.dep == "relcl" and above.head != above.i:
            noun = sentence.head(above)
            return (
                voice_of(sentence, noun)
                if noun.i < relative.i and noun.lower not in RELATIVES
                else "unknown"
            )
    return "unknown"
