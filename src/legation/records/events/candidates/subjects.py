"""Who acts in a clause."""

from legation.grammar.clauses import Clause, clause
from legation.lexicon import word_set
from legation.model import Party, Token
from legation.records.predicates import Cast

THIRD = word_set("events", "subjects.third")
FIRST = frozenset({"i", "we"})


def acting(around: Clause, cast: Cast) -> list[Party]:
    """Who acts; "they" of "the rebels said they would leave" are the rebels where nobody has found
    out better.
    """
    found = cast.parties(around.sentence, around.subject) if around.subject is not None else []
    if not found and not around.passive:
        found = cast.swallowed(around.sentence, _finite(around))
    if around.subject is None or (found and around.subject.i > around.verb.i):
        return found
    if not found and around.subject.lower in FIRST:
        return cast.speaking(around.subject)
    if found and not around.passive and around.subject.i < around.verb.i:
        return cast.listed(around.sentence, around.subject, around.verb, found)
    if found or around.subject.tag != "PRP" or around.verb.dep not in {"ccomp", "advcl"}:
        return found
    speaker = clause(around.sentence, around.sentence.head(around.verb)).subject
    return (
        cast.parties(around.sentence, speaker)
        if speaker is not None and around.subject.lower in THIRD
        else []
    )


def _finite(around: Clause) -> Token:
    """The verb with a tense of which this one is a part: "decided to resume"."""
    return around.sentence.head(around.verb) if around.verb.dep == "xcomp" else around.verb
