"""The second opinion on an event: a small linear model, trained on our corpus, that vetoes or
retypes what the lexicon drafted.

It never makes an event. It sees what the draft knows of itself and the words around its trigger;
its classes are PLOVER's types and "none". Weights are plain numbers by feature, so that what speaks
against a draft can be read off.
"""

from collections.abc import Iterable, Iterator
from functools import cache

import msgspec

from legation.lexicon import weights
from legation.model import Party, Sentence, Token
from legation.records.events.candidates.drafts import Draft
from legation.records.events.features.doubts import against, settled
from legation.records.ranking import Linear

WEIGHTS = "events.json"
NONE = "none"
REACH = 4
"""Words to either side of the trigger that count."""
WORDY = ("N", "V", "J", "R", "I", "M", "T")
"""First letters of the Penn tags of words that say something about an act."""


VETO = 0.9
"""From this likelihood of being none a draft is dropped …"""
RETYPE = 0.6
"""… and from this of another type it becomes that one; swept over 0.5 … 0.95 by folds of the train
part of the corpus.
"""


def judged(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts that the model does not veto, retyped where it is sure, each with how likely it
    is what it says.
    """
    for draft in drafts:
        likely = opinion(draft)
        best = max((name for name in likely if name != NONE), key=lambda name: likely[name])
        if likely[NONE] >= VETO:
            continue
        if best != draft.type and likely[best] >= RETYPE:
            yield msgspec.structs.replace(draft, type=best, mode=None, likely=likely[best])
        else:
            yield msgspec.structs.replace(draft, likely=likely.get(draft.type, 0.0))


@cache
def model() -> Linear:
    """The trained weights; read once a process."""
    return msgspec.json.decode(weights(WEIGHTS), type=Linear)


def opinion(draft: Draft) -> dict[str, float]:
    """How likely a draft is an event of each type, or none."""
    return model().likely(features(draft))


def features(draft: Draft) -> list[str]:
    """What is known of a draft, as names that are there or not."""
    return list(
        dict.fromkeys([*_sense(draft), *_sides(draft), *_grammar(draft), *_neighbours(draft)])
    )


def _sense(draft: Draft) -> Iterator[str]:
    yield f"type={draft.type}"
    yield f"mode={draft.type}|{draft.mode}"
    yield f"trigger={draft.trigger.lemma}"
    yield f"trigger={draft.trigger.lemma}|{draft.type}"
    yield f"status={draft.status}|{draft.type}"
    yield f"tag={draft.trigger.tag}|{draft.nominal}"
    yield f"prior={round(draft.confidence * 10)}"
    raised = against(draft)
    yield f"settled={round(settled(draft, raised) * 10)}"
    yield from (f"doubt={name}" for name in raised)


def _sides(draft: Draft) -> Iterator[str]:
    for name, parties in (("actors", draft.actors), ("recipients", draft.recipients)):
        yield f"{name}={min(len(parties), 3)}|{draft.type}"
        yield from (f"{name} {each}" for party in parties for each in _party(draft.sentence, party))
    codes = [{p.actor for p in side if p.actor} for side in (draft.actors, draft.recipients)]
    yield f"home={bool(codes[0] & codes[1])}"
    yield from (f"inherits={name}" for name in draft.inherited)


def _party(sentence: Sentence, one: Party) -> Iterator[str]:
    yield f"coded={one.actor is not None}"
    yield f"sector={one.sector}|person={one.person is not None}"
    held = sentence.within(one.mention) if one.mention is not None else []
    if held:
        yield f"ends={held[-1].tag}|{held[-1].entity}"
        if held[-1].tag[:3] != "NNP":
            yield f"head={held[-1].lemma}"


def _grammar(draft: Draft) -> Iterator[str]:
    sentence, trigger = draft.sentence, draft.trigger
    above = sentence.head(trigger)
    yield f"dep={trigger.dep}"
    yield f"above={above.lemma if above.i != trigger.i else 'root'}|{trigger.dep}"
    for child in sentence.children(trigger):
        yield f"below={child.dep}"
        if (
            child.dep not in {"nsubj", "nsubjpass"}
            and child.tag[:3] != "NNP"
            and child.tag[:1] in WORDY
        ):
            yield f"{child.dep}={child.lemma}"
            yield f"{trigger.lemma} {child.dep}={child.lemma}"
    last = sentence.tokens[-1].text
    yield f"ends={'word' if last[:1].isalnum() else last}"


def _neighbours(draft: Draft) -> Iterator[str]:
    tokens, at = draft.sentence.tokens, draft.trigger.i - draft.sentence.first
    for token in (*tokens[max(0, at - REACH) : at], *tokens[at + 1 : at + 1 + REACH]):
        yield f"near={_word(token)}"
    for step in (-1, 1):
        yield (
            f"{step:+}={_word(tokens[at + step])}"
            if 0 <= at + step < len(tokens)
            else f"{step:+}=edge"
        )
    yield from (f"said={token.lemma}" for token in tokens if token.tag in {"NN", "NNS"})


def _word(token: Token) -> str:
    """A word as the model knows it: names by what they name, numbers as such."""
    if token.tag[:3] == "NNP":
        return f"NNP {token.entity}"
    return "CD" if token.tag == "CD" else token.lemma
