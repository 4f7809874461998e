"""The second opinion on an event: small linear models, trained on our corpus, that veto or retype
what the lexicon drafted, and say how likely its core is right.

They never make an event. The first sees what the draft knows of itself and the words around its
trigger; its classes are PLOVER's types and "none". The second sees what the first thinks, the sides
and the doubts, and gives the chance that type, sides and status are right. Weights are plain
numbers by feature, so that what speaks against a draft can be read off.
"""

from collections.abc import Iterable, Iterator
from functools import cache

import msgspec
from msgspec.structs import replace

from legation.lexicon import weights
from legation.records.events.candidates.drafts import Draft
from legation.records.events.features.core import NONE, known
from legation.records.events.features.doubts import against
from legation.records.events.features.telling import features
from legation.records.ranking import Linear

WEIGHTS = "events.json"
CORE = "event_core.json"
RIGHT = "right"
VETO = 0.9
"""From this likelihood of being none a draft is dropped …"""
RETYPE = 0.6
"""… and from this of another type it becomes that one; swept over 0.5 … 0.95 by folds of the train
part of the corpus.
"""
OPENED = 0.45
"""What a draft whose frame does not fit must be as likely as, in its likeliest type …"""
LONE = 0.6
"""… where it has one country or body alone, which is often only what the sentence is about …"""
IMPOSSIBLE = 1.01
BESIDE = 0.9
"""… and where a frame of the same sentence fits; swept over 0.3 … 0.9 by folds of the train part.
"""
BARRED = frozenset(
    {
        "_through_things",
        "_of_states",
        "_dateline",
        "_oblique",
        "_aside",
        "_at_itself",
        "_with_words",
        "_half_told",
        "_far",
        "_victim",
    }
)
"""Doubts that no likelihood outweighs: what one of them speaks against is never ``sure``; nor is
what is merely possible.
"""
CAP = 0.4
"""The most that such a draft is believed."""


def judged(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts that the model does not veto, retyped where it is sure, each with how likely it
    is what it says, and how likely its core is right.
    """
    kept = [(draft, likely) for each in drafts for draft, likely in typed(each, opinion(each))]
    told = {draft.trigger.i for draft, _ in kept if draft.frame == "exact"}
    for draft, likely in kept:
        if draft.frame == "exact" or not _told_beside(draft, told):
            yield replace(draft, certain=certain(draft, likely))


def typed(draft: Draft, likely: dict[str, float]) -> Iterator[tuple[Draft, dict[str, float]]]:
    """The draft as the model takes it, if it takes it for anything."""
    best = max((name for name in likely if name != NONE), key=lambda name: likely[name])
    if draft.frame == "open":
        if likely[best] < _asked(draft):
            return
    elif likely[NONE] >= VETO:
        return
    retyped = best != draft.type and (likely[best] >= RETYPE or draft.frame == "open")
    if retyped:
        draft = replace(draft, type=best, mode=None)
    yield replace(draft, likely=likely.get(draft.type, 0.0)), likely


def _asked(draft: Draft) -> float:
    """What a draft whose frame does not fit must be as likely as; one without a country or body is
    never believed.
    """
    codes = {p.actor for p in (*draft.actors, *draft.recipients) if p.actor is not None}
    lone = {0: IMPOSSIBLE, 1: LONE}.get(len(codes), OPENED)
    return max(lone, BESIDE) if draft.beside else lone


def _told_beside(draft: Draft, told: set[int]) -> bool:
    """Whether the trigger belongs to one whose frame fits: "launched an appeal" is told once."""
    trigger, sentence = draft.trigger, draft.sentence
    below = sentence.children(trigger, "dobj", "nsubjpass", "xcomp", "prep")
    near = {trigger.i, sentence.head(trigger).i, *(t.i for t in below)}
    return bool(near & told)


@cache
def model() -> Linear:
    """The trained weights of types; read once a process."""
    return msgspec.json.decode(weights(WEIGHTS), type=Linear)


@cache
def core() -> Linear:
    """The trained weights of what is right; read once a process."""
    return msgspec.json.decode(weights(CORE), type=Linear)


def opinion(draft: Draft) -> dict[str, float]:
    """How likely a draft is an event of each type, or none."""
    return model().likely(features(draft))


def certain(draft: Draft, likely: dict[str, float]) -> float:
    """The chance, 0 to 1, that type, sides and status of a draft are right."""
    chance = core().likely(known(draft, likely))[RIGHT]
    barred = draft.status == "hypothetical" or BARRED & set(against(draft))
    return round(min(chance, CAP) if barred else chance, 3)
