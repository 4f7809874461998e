"""From a sense and its parties to a draft: the words that tell it, what they use up, how sure it
is.
"""

from legation.grammar.clauses import Clause, clause
from legation.grammar.outcomes import EventStatus, happening
from legation.grammar.phrases import content, tells_time
from legation.model import Party, Token
from legation.records.events.candidates.drafts import Draft
from legation.records.predicates import Sense, VerbRow, senses

WISHED = frozenset({"REQUEST", "AGREE", "THREATEN"})
"""Types whose "that" clause is what is wished, not another event."""
VAGUE = 0.14
"""What a side costs that is neither a country or body nor a person by name: "the group",
"officers".
"""
ALONE = 0.1
"""What a meeting costs of which one side is missing, and what a country does to itself."""


def drafted(
    around: Clause,
    sense: Sense,
    actors: list[Party],
    recipients: list[Party],
    told: EventStatus | None = None,
) -> Draft:
    sentence, row = around.sentence, sense.row
    words = _words(around)
    consumed = {around.verb.i} | (
        {around.object.i, content(sentence, around.object).i} if around.object else set()
    )
    if around.complement is not None and around.complement_kind in {"inf", "ing"}:
        consumed |= {
            around.complement.i,
            *(t.i for t in sentence.children(around.complement, "conj")),
        }
    if around.complement is not None and around.complement_kind == "that" and row.type in WISHED:
        consumed.add(around.complement.i)
    consumed |= _named_events(around, sense)
    return Draft(
        sentence=sentence,
        trigger=around.verb,
        type=row.type,
        mode=row.mode,
        actors=tuple(actors),
        recipients=tuple(recipients),
        status=told or happening(sentence, around.verb),
        words=tuple(words),
        consumed=frozenset(consumed),
        wished=frozenset(t.i for t in sentence.subtree(around.complement))
        if around.complement is not None
        else frozenset(),
        confidence=_confidence(row, actors, recipients),
    )


def _confidence(row: VerbRow, actors: list[Party], recipients: list[Party]) -> float:
    """A sense is surer of its event the better its parties are known; what nobody can place is
    rarely right.
    """
    unknown = 0.25 if not any(p.actor for p in (*actors, *recipients)) else 0.0
    one_sided = 0.1 if row.role == "act" and not recipients else 0.0
    vague = VAGUE * (
        not unknown
        and any(
            all(p.actor is None and p.person is None for p in side)
            for side in (actors, recipients)
            if side
        )
    )
    alone = (
        ALONE
        if row.role == "mutual"
        and len({p.person or p.actor for p in actors if p.actor or p.person}) < 2
        else 0.0
    )
    own = ALONE * any(
        a.actor is not None and _bare(a) and _bare(r) and a.actor == r.actor
        for a in actors
        for r in recipients
    )
    return round(max(0.1, row.confidence - unknown - one_sided - vague - alone - own), 2)


def _bare(one: Party) -> bool:
    """A country as such: what a country does to itself is rarely what the text says."""
    return one.person is None and one.sector is None


def _named_events(around: Clause, sense: Sense) -> set[int]:
    """Event nouns after a preposition that the frame asks for, or of the same type: one event,
    told twice.
    """
    asked = {c.slot for c in sense.conditions}
    found = set()
    for name, noun in around.preps:
        row = senses.event_noun(around.sentence, content(around.sentence, noun))
        if row is not None and (name in asked or row.type == sense.row.type):
            found.add(content(around.sentence, noun).i)
    return found


def _words(around: Clause) -> list[Token]:
    sentence, verb = around.sentence, around.verb
    held = [verb, *sentence.children(verb, "aux", "auxpass", "neg", "prt")]
    shared = around.shared_subject and verb.dep == "conj" and not around.passive
    held += [
        t
        for t in (None if shared else around.subject, around.object, around.dative)
        if t is not None
    ]
    if around.complement is not None and around.complement_kind in {"inf", "ing"}:
        inner = clause(sentence, around.complement)
        held += [
            around.complement,
            *([inner.object] if inner.object else []),
            *(n for _, n in inner.preps[:2]),
        ]
    held += [noun for _, noun in around.preps if noun.i > verb.i][:2]
    times = [
        noun
        for prep in sentence.children(verb, "prep")
        for noun in sentence.children(prep, "pobj")
        if tells_time(noun)
    ]
    held += [noun for noun in times if noun.i > verb.i][:1]
    return held
