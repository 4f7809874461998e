"""What a word makes of the act that it governs: the rows of ``governors.csv``.

The idea is that of implicative signatures (Karttunen 1971, Nairn, Condoravdi and Karttunen 2006):
each word says what follows of its complement where it holds, and what where it is denied.
"managed to" is happened and negated, "failed to" negated and happened, "wanted to" neither.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import Literal

from msgspec import Struct

from legation.lexicon import table
from legation.model import Sentence, Stance, Token

Outcome = Literal["happened", "planned", "demanded", "hypothetical", "negated", "unknown"]
"""What becomes of an act; ``unknown`` where the text only reproaches somebody with it."""
Place = Literal[
    "aux", "mark", "word", "nobody", "hearsay", "falsely", "mod", "prep", "verb", "adj", "noun"
]


class Governor(Struct, frozen=True, kw_only=True):
    """A row of ``governors.csv``.

    ``frames`` are the complements for which it holds: ``inf``, ``ing``, ``that``, ``whether``,
    ``obj`` an act named by a noun, ``report`` a noun of what is said, or a preposition; none: any.
    ``below`` is what becomes of the complement, ``denied`` the same where the word is negated.
    ``stance`` is how its subject stands to the complement, ``unsaid`` the same where negated.
    """

    lemma: str
    place: Place
    frames: tuple[str, ...] = ()
    below: Outcome
    denied: Outcome = "negated"
    stance: Stance | None = None
    unsaid: Stance | None = None
    example: str = ""


@cache
def rows(place: Place) -> Mapping[str, tuple[Governor, ...]]:
    """The rows of one place by their first word, those of more words first, then those that ask
    for a frame.
    """
    held: dict[str, list[Governor]] = defaultdict(list)
    for row in table("governors", Governor):
        if row.place == place:
            held[row.lemma.split()[0]].append(row)
    return {
        lemma: tuple(sorted(found, key=lambda r: (-len(r.lemma.split()), not r.frames)))
        for lemma, found in held.items()
    }


@cache
def outcomes(place: Place) -> Mapping[str, Outcome]:
    """What each word of a place makes of its act: for places without frames."""
    return {lemma: found[-1].below for lemma, found in rows(place).items()}


def governor(sentence: Sentence, word: Token, frames: frozenset[str]) -> Governor | None:
    """The row of a governing word for a complement.

    Args:
        sentence: where it stands.
        word: a verb, adjective, noun or preposition.
        frames: what kinds of complement the governed word may be taken for.

    Returns:
        The first row whose further words stand beside it and whose frames allow the complement.
    """
    for place in _places(word):
        for row in rows(place).get(_form(word, place), ()):
            fits = not row.frames or bool(frames & set(row.frames))
            if fits and _whole(sentence, word, row):
                return row
    return None


def _places(word: Token) -> tuple[Place, ...]:
    """Where a word may be looked up; participles are adjectives too ("is prepared to")."""
    match word.tag[:1]:
        case "V" | "M":
            return ("verb", "adj")
        case "J" | "R":
            return ("adj", "verb", "noun")
        case "N":
            return ("noun",)
        case _:
            return ("prep", "adj") if word.tag == "IN" else ()


def _form(word: Token, place: Place) -> str:
    """How a place lists a word: a participle stands among the adjectives as it is written."""
    return word.lower if place == "adj" and word.tag[:1] == "V" else word.lemma


def _whole(sentence: Sentence, word: Token, row: Governor) -> bool:
    """Whether the further words of a row ("rule out", "cast doubt") hang from the first."""
    further = row.lemma.split()[1:]
    if not further:
        return True
    below = sentence.children(word)
    beside = {t.lemma for t in below} | {t.lower for t in below}
    return all(each in beside for each in further)


def leaves_open(word: Token) -> bool:
    """Whether what stands under a verb in any frame may not have happened, or is not what its
    subject stands by: "hopes that", "denied that".
    """
    return any(
        row.below != "happened" or row.stance not in {None, "affirms"}
        for row in rows("verb").get(word.lemma, ())
    )


def is_plan(noun: Token) -> bool:
    """Whether a noun names what somebody means to do: "plan", "intention", "pledge"."""
    return any(row.below == "planned" for row in rows("noun").get(noun.lemma, ()))
