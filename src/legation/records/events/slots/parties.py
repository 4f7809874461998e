"""The sides of an event: each candidate is given a part or none, all of a draft together."""

from collections.abc import Sequence
from functools import cache

import msgspec
from msgspec.structs import replace

from legation.lexicon import weights
from legation.model import Party, Reading
from legation.records.events.candidates.drafts import Draft
from legation.records.events.candidates.parties import Candidate, candidates
from legation.records.events.slots.roles import told
from legation.records.predicates import Cast
from legation.records.ranking import Filled, Linear, best

WEIGHTS = "event_sides.json"
ACTOR, RECIPIENT, NONE = "actor", "recipient", "none"
RULES = frozenset({"actors", "recipients"})
JOINT = frozenset({"CONSULT", "SUPPORT", "AGREE", "COOPERATE"})
"""Acts that a land does with others, never to itself."""


@cache
def model() -> Linear:
    """The trained weights; read once a process."""
    return msgspec.json.decode(weights(WEIGHTS), type=Linear)


def fill(
    candidate: Candidate, draft: Draft, others: Sequence[Candidate], by: Linear | None = None
) -> Filled[str]:
    """The part that a candidate takes (None: none), how likely that is, and where it came from;
    ``by`` another model than the one that we ship.
    """
    likely = (by or model()).likely(told(draft, candidate, others))
    return best(
        Filled(None if name == NONE else name, likely[name], candidate.source)
        for name in (NONE, ACTOR, RECIPIENT)
    )


def sided(draft: Draft, cast: Cast, reading: Reading) -> Draft:
    """The draft with its sides chosen among all candidates."""
    return chosen(draft, candidates(draft, cast, reading))


def chosen(draft: Draft, held: Sequence[Candidate], by: Linear | None = None) -> Draft:
    """The draft with its sides chosen among these candidates.

    Where the sense's frame fits, its sides stand as the rules found them: chosen anew they were
    right no more often (341 of 808 drafts of the train part, by folds, against 333).
    """
    made = decided(draft, [(each, fill(each, draft, held, by)) for each in held])
    if draft.frame == "exact":
        made = replace(draft, ranked=made.ranked)
    made = replace(made, recipients=_others(made))
    return replace(made, left=left(made, held))


def _others(draft: Draft) -> tuple[Party, ...]:
    """The recipients of a draft without who acts already: nobody signs with himself."""
    if draft.type not in JOINT:
        return draft.recipients
    own = {p.actor for p in draft.actors if p.actor is not None}
    lands = len({p.actor for p in (*draft.actors, *draft.recipients)})
    return (
        tuple(p for p in draft.recipients if p.actor not in own) if lands > 1 else draft.recipients
    )


def left(draft: Draft, held: Sequence[Candidate]) -> int:
    """How many countries and bodies are named in the sentence that are none of the sides."""
    own = {p.actor for p in (*draft.actors, *draft.recipients)}
    named = {c.party.actor for c in held if c.head is not None and c.party.actor is not None}
    return len(named - own)


def decided(draft: Draft, parts: Sequence[tuple[Candidate, Filled[str]]]) -> Draft:
    """The draft with the parts that its candidates took; nobody is his own target."""
    actors = _taking(ACTOR, parts)
    recipients = [each for each in _taking(RECIPIENT, parts) if not _own_target(each, actors)]
    sides = tuple(c.party for c, _ in actors), tuple(c.party for c, _ in recipients)
    lent = [
        name
        for name, chosen in (("actors", actors), ("recipients", recipients))
        if any(c.source == "pair" for c, _ in chosen)
    ]
    kept = [name for name in draft.inherited if sides[name == "recipients"]]
    return replace(
        draft,
        actors=sides[0],
        recipients=sides[1],
        inherited=tuple(dict.fromkeys((*kept, *lent))),
        ranked=min((filled.score for _, filled in parts), default=0.0),
    )


def _taking(
    part: str, parts: Sequence[tuple[Candidate, Filled[str]]]
) -> list[tuple[Candidate, Filled[str]]]:
    """Those who take a part, each code once: under its likeliest mention, the rules' first."""
    held: list[tuple[Candidate, Filled[str]]] = []
    taking = [(c, f) for c, f in parts if f.value == part]
    for each in sorted(taking, key=lambda x: (x[0].source not in RULES, -x[1].score)):
        known = [c for c, _ in held if _one(c.party, each[0].party)]
        if not known or (each[0].source in RULES and known[0].source in RULES):
            held.append(each)
    order = {id(c): n for n, (c, _) in enumerate(parts)}
    return sorted(held, key=lambda x: order[id(x[0])])


def _one(one: Party, other: Party) -> bool:
    if one.actor is None and other.actor is None:
        return one.name == other.name
    return one.actor == other.actor


def _own_target(
    each: tuple[Candidate, Filled[str]], actors: Sequence[tuple[Candidate, Filled[str]]]
) -> bool:
    """Whether somebody would do it to himself: the same mention, or a land and nobody else in
    it.
    """
    party = each[0].party
    for other, _ in actors:
        if party.mention is not None and party.mention == other.party.mention:
            return True
        bare = party.person is None and party.sector is None
        if bare and party.actor is not None and party.actor == other.party.actor:
            return True
    return False
