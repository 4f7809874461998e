"""What tells whether the core of a draft is right, as names that are there or not: type, sides and
status.

None of them is a word of the text but prepositions: what holds for one verb need not hold for the
next.
"""

from collections.abc import Iterator, Mapping

from legation.model import Party
from legation.records.events.candidates.drafts import Draft
from legation.records.events.features.doubts import against, settled
from legation.records.events.slots.roles import path, predicate_class

NONE = "none"
STEPS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
LENGTHS = (8, 14, 22, 32)
"""Words of a sentence, from headlines to long ones."""
GAPS = (3, 6, 12)
NAMES = frozenset({"PERSON", "GPE", "ORG", "NORP"})
MARKS = frozenset("“”\"'")


def known(draft: Draft, likely: Mapping[str, float]) -> list[str]:
    """The features of a draft, with how likely each type is."""
    told = (_sense(draft), _opinion(draft, likely), _counts(draft), _around(draft))
    sides = (("a", draft.actors), ("r", draft.recipients))
    each = [name for side, held in sides for p in held for name in _side(draft, side, p)]
    return list(dict.fromkeys([*(name for names in told for name in names), *each]))


def _sense(draft: Draft) -> Iterator[str]:
    doubts = against(draft)
    yield f"type={draft.type}"
    yield f"mode={draft.type}|{draft.mode}"
    yield f"status={draft.status}"
    yield f"frame={draft.frame}"
    yield f"share={draft.share}"
    yield f"nominal={draft.nominal}"
    yield f"beside={min(2, len(draft.beside))}|{draft.frame}"
    yield f"class={predicate_class(draft)}"
    yield f"settled={round(settled(draft, doubts) * 10)}|{draft.frame}"
    yield f"prior={round(draft.confidence * 10)}|{draft.frame}"
    yield f"doubts={min(3, len(doubts))}"
    yield from (f"doubt={name}" for name in doubts)


def _opinion(draft: Draft, likely: Mapping[str, float]) -> Iterator[str]:
    """What the models of types and of sides think of it."""
    yield from (f"likely>{step}" for step in STEPS if likely.get(draft.type, 0.0) > step)
    yield from (f"none>{step}" for step in STEPS if likely.get(NONE, 0.0) > step)
    yield from (f"ranked>{step}" for step in STEPS if (draft.ranked or 0.0) > step)


def _counts(draft: Draft) -> Iterator[str]:
    sort = predicate_class(draft)
    codes = {p.actor for p in (*draft.actors, *draft.recipients) if p.actor is not None}
    yield f"actors={min(3, len(draft.actors))}|{sort}"
    yield f"recipients={min(3, len(draft.recipients))}|{sort}"
    yield f"sides={min(2, len(draft.actors))}{min(2, len(draft.recipients))}"
    yield f"codes={min(3, len(codes))}|{sort}"
    yield f"left={min(3, draft.left)}"
    yield f"left={min(3, draft.left)}|{sort}"
    yield from (f"inherits={name}" for name in draft.inherited)


def _side(draft: Draft, side: str, one: Party) -> Iterator[str]:
    sentence = draft.sentence
    yield f"{side} coded={one.actor is not None}"
    yield f"{side} sector={one.sector}"
    yield f"{side} person={one.person is not None}|{one.actor is not None}"
    inside = one.mention is not None and sentence.span.holds(one.mention)
    head = sentence.apex(one.mention) if one.mention is not None and inside else None
    if head is None:
        yield f"{side} elsewhere"
        return
    yield f"{side} path={path(sentence, head, draft.trigger)}"
    yield f"{side} tag={head.tag}|{head.entity}"
    yield f"{side} gap={_band(abs(head.i - draft.trigger.i), GAPS)}"


def _around(draft: Draft) -> Iterator[str]:
    tokens = draft.sentence.tokens
    yield f"dep={draft.trigger.dep}"
    yield f"tag={draft.trigger.tag}"
    yield f"words={_band(len(tokens), LENGTHS)}"
    yield f"verbs={min(4, sum(t.tag[:1] == 'V' for t in tokens))}"
    last = tokens[-1].text
    yield f"ends={'word' if last[-1:].isalnum() else last}"
    yield f"quoted={any(t.text in MARKS for t in tokens)}"
    held = [t for t in tokens if t.entity in NAMES]
    first = [t for t in held if not any(o.i == t.i - 1 and o.entity == t.entity for o in held)]
    yield f"names={min(5, len(first))}"
    unnamed = len(first) - len(draft.actors) - len(draft.recipients)
    yield f"unnamed={min(3, max(0, unnamed))}"


def _band(number: int, steps: tuple[int, ...]) -> int:
    return sum(number >= step for step in steps)
