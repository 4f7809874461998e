"""Drafts of triggers whose frame does not fit: the word is in the lexicon, its sides are not where
the lexicon looks for them.

They are drafted all the same, for a frame that misses a side ("met on Friday", "was agreed") misses
the event with it. What nobody can place is left for the verifier to drop.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from legation.grammar.clauses import Clause, clause
from legation.grammar.outcomes import happening
from legation.model import Sentence, Token
from legation.records.events.candidates.drafting import drafted
from legation.records.events.candidates.drafts import Draft
from legation.records.events.candidates.exclusions import is_description
from legation.records.events.candidates.matching import fits
from legation.records.events.candidates.nominal import sides
from legation.records.events.candidates.recipients import recipients
from legation.records.events.candidates.subjects import acting
from legation.records.predicates import Cast, Sense, senses

OPEN = 0.3
"""The raw score of a draft whose frame does not fit."""
LITERAL = "+"
"""How a particle is written in a frame: without its particle a verb is another verb."""


def opened(sentence: Sentence, cast: Cast, told: Iterable[Draft]) -> list[Draft]:
    """A draft for each trigger of a sentence that tells nothing yet."""
    known = list(told)
    used = {i for draft in known for i in draft.consumed}
    found: list[Draft] = []
    for token in sentence.tokens:
        if token.i in used:
            continue
        draft = _of_noun(sentence, token, cast) or _of_verb(sentence, token, cast)
        if draft is not None:
            found.append(replace(draft, beside=tuple(d.type for d in known)))
    return found


def _of_verb(sentence: Sentence, verb: Token, cast: Cast) -> Draft | None:
    if verb.tag[:1] != "V" or verb.dep in {"aux", "auxpass", "amod", "compound"}:
        return None
    if verb.lemma not in senses.verbs():
        return None
    around = clause(sentence, verb)
    found = nearest(around, cast)
    if found is None:
        return None
    sense, share = found
    actors = acting(around, cast)
    others = recipients(around, cast, sense.row, actors)
    status = happening(sentence, verb)
    if status == "none":
        return None
    made = drafted(around, sense, actors, others, status)
    return _loosened(made, share)


def nearest(around: Clause, cast: Cast) -> tuple[Sense, float] | None:
    """The sense that misses the least, with the share of its frame that is there; None where the
    lexicon says that just this frame tells nothing.
    """
    best: tuple[Sense, float] | None = None
    for sense in senses.verbs().get(around.verb.lemma, ()):
        kept = [fits(c, around, cast) for c in sense.conditions]
        if sense.row.type == "NONE":
            if kept and all(kept):
                return None
            continue
        particles = [c for c in sense.conditions if c.slot[:1] == LITERAL]
        if not all(fits(c, around, cast) for c in particles):
            continue
        share = sum(kept) / len(kept) if kept else 1.0
        if best is None or share > best[1]:
            best = (sense, share)
    return best


def _of_noun(sentence: Sentence, noun: Token, cast: Cast) -> Draft | None:
    row = senses.event_noun(sentence, noun) if noun.tag[:1] == "N" else None
    if row is None or noun.dep == "compound" or row.type == "NONE":
        return None
    if is_description(sentence, noun):
        return None
    told = happening(sentence, noun)
    if told == "none":
        return None
    actors, others, words = sides(sentence, noun, row, cast)
    if row.role == "mutual":
        actors, others = [*actors, *others], []
    return Draft(
        sentence=sentence,
        trigger=noun,
        type=row.type,
        mode=row.mode,
        actors=tuple(actors),
        recipients=tuple(others),
        status=told,
        words=(noun, *words),
        consumed=frozenset({noun.i}),
        nominal=True,
        historical=row.group == "war",
        confidence=OPEN,
        frame="open",
        share=1.0 if row.alone else 0.5,
    )


def _loosened(draft: Draft, share: float) -> Draft:
    return replace(draft, confidence=OPEN, frame="open", share=round(share, 1))
