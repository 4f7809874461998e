"""Which sense of a verb is meant: its frame against the clause, or the event noun that a light
verb carries.
"""

from legation.grammar.clauses import Clause
from legation.grammar.phrases import conjuncts, content
from legation.model import Token
from legation.records.predicates import Cast, Condition, NounRow, Sense, VerbRow, senses


def meant(around: Clause, cast: Cast) -> Sense | None:
    """The sense of the clause's verb, the most demanding that fits; ``None`` where it tells no
    event.
    """
    light = _light(around)
    for sense in senses.verbs().get(around.verb.lemma, ()):
        if light is not None and sense.weight < 2:
            break
        if all(fits(c, around, cast) for c in sense.conditions):
            return sense
    return _as_sense(light) if light is not None else None


def _light(around: Clause) -> NounRow | None:
    """The event noun that a light verb carries: "held talks", "a visit was paid"."""
    groups = senses.light_verbs().get(around.verb.lemma)
    if groups is None or around.object is None:
        return None
    for noun in conjuncts(around.sentence, around.object):
        row = senses.event_noun(around.sentence, content(around.sentence, noun))
        if row is not None and row.group in groups:
            return row
    return None


def _as_sense(row: NounRow) -> Sense:
    slots = row.recipient + (("of",) if row.of == "recipient" else ())
    made = VerbRow(
        lemma="",
        type=row.type,
        mode=row.mode,
        role=row.role,
        recipient=("noun", *slots),
        confidence=row.confidence,
    )
    return Sense(made, ())


def fits(condition: Condition, around: Clause, cast: Cast) -> bool:
    """Whether one part of a frame is there."""
    slot, words = condition.slot, condition.words
    if slot[0] == "+":
        return around.particle == slot[1:] or any(t.lower == slot[1:] for t in _near(around))
    if slot == "-obj":
        return around.object is None
    if slot == "obj":
        return around.object is not None and _one_of(around, around.object, words, cast)
    if slot == "subj":
        return around.subject is not None and _one_of(around, around.subject, words, cast)
    if slot == "who":
        below = (
            around.sentence.children(around.complement, "nsubj", "nsubjpass")
            if around.complement is not None
            else []
        )
        return any(_one_of(around, noun, words, cast) for noun in below)
    if slot in {"acomp", "oprd"}:
        return any(
            not words or t.lemma in words for t in around.sentence.children(around.verb, slot)
        )
    if slot in {"passive", "active"}:
        return around.passive == (slot == "passive")
    if slot in senses.CLAUSES:
        return around.complement_kind == slot and (not words or _governs(around, words))
    return any(_one_of(around, noun, words, cast) for noun in around.after(slot))


def _near(around: Clause) -> list[Token]:
    return around.sentence.children(around.verb, "advmod", "prep", "prt")


def _governs(around: Clause, words: frozenset[str]) -> bool:
    if around.complement is None:
        return False
    verbs = [around.complement, *around.sentence.children(around.complement, "conj")]
    return any(v.lemma in words for v in verbs)


def _one_of(around: Clause, head: Token, words: frozenset[str], cast: Cast) -> bool:
    if not words:
        return True
    for each in conjuncts(around.sentence, head):
        noun = content(around.sentence, each)
        row = senses.event_noun(around.sentence, noun)
        named = noun.lemma if row is None or "-" not in row.lemma else row.lemma
        if named in words or (row is not None and f"%{row.group}" in words):
            return True
        if "@person" in words and any(
            p.person is not None for p in cast.parties(around.sentence, each)
        ):
            return True
        if "@actor" in words and cast.is_actor(around.sentence, each):
            return True
    return False
