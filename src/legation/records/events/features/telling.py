"""What is known of a draft, as names that are there or not: what the model of types is asked
with.
"""

from collections.abc import Iterator

from legation.model import Party, Sentence, Token
from legation.records.events.candidates.drafts import Draft
from legation.records.events.features.doubts import against, settled

REACH = 4
"""Words to either side of the trigger that count."""
WORDY = ("N", "V", "J", "R", "I", "M", "T")
"""First letters of the Penn tags of words that say something about an act."""


def features(draft: Draft) -> list[str]:
    """What is known of a draft, as names that are there or not."""
    told = (_sense(draft), _frame(draft), _sides(draft), _grammar(draft), _neighbours(draft))
    return list(dict.fromkeys(name for each in told for name in each))


def _frame(draft: Draft) -> Iterator[str]:
    """Whether the lexicon's frame fits, and how nearly."""
    yield f"frame={draft.frame}|{draft.type}"
    yield f"frame={draft.frame}|{draft.nominal}"
    yield f"share={draft.share}|{draft.frame}"
    yield f"frame={draft.frame}|{draft.trigger.lemma}"
    codes = {p.actor for p in (*draft.actors, *draft.recipients) if p.actor}
    yield f"codes={min(2, len(codes))}|{draft.frame}"
    yield f"beside={min(2, len(draft.beside))}|{draft.frame}"
    yield f"alike={draft.type in draft.beside}|{draft.frame}"


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
