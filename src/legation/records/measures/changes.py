"""Rises and falls: the sign of a growth figure and how it is meant."""

from collections.abc import Sequence
from typing import Literal

from legation.lexicon import word_set
from legation.lexicon.directions import Direction, directions
from legation.model import Quantity, Token
from legation.records.measures.cues import cues
from legation.records.measures.passages import Passage

COMPARATIVES = word_set("measures", "changes.comparatives")
JOINING = word_set("measures", "changes.joining")
PARTING = word_set("measures", "changes.parting")
LEFT_REACH, RIGHT_REACH, PAIR_REACH = 7, 4, 8


def direction(token: Token) -> Direction | None:
    """Where a word points: "rose" up, "drop" down, "higher" up."""
    known = directions()
    if token.tag.startswith("VB"):
        return known.get((token.lemma, "verb"))
    if token.tag.startswith("NN"):
        return known.get((token.lemma, "noun"))
    return known.get((token.lower, "adj"))


def change(passage: Passage, quantity: Quantity) -> Literal["up", "down"] | None:
    """Whether a number says by how much something rose or fell; null where it is a level ("rose to
    5 %").
    """
    tokens = passage.sentence.tokens
    before = [t for t in tokens if t.end <= quantity.digits.start and not _is_unit(t, quantity)]
    after = [t for t in tokens if t.start >= quantity.span.end]
    if is_level(before) or [t.lower for t in before if t.tag != "$"][-2:] == ["short", "of"]:
        return None
    own = _from_left(before) or _from_right(after) or _from_head(passage, quantity)
    return _moved(own) or _shared(passage, quantity)


def signed(passage: Passage, quantity: Quantity) -> Literal["up", "down"] | None:
    """The direction of a percentage with a sign of its own: "stocks 412,000 t, -2.1 % on week",
    "to Hong Kong +19.1%".
    """
    if quantity.unit not in ("%", "pp") or quantity.range is not None:
        return None
    if quantity.interval.high < 0:
        return "down"
    own = [
        t.text
        for t in passage.sentence.tokens
        if quantity.span.start - 1 <= t.start < quantity.digits.end
    ]
    return "up" if own and own[0].startswith("+") else None


def _is_unit(token: Token, quantity: Quantity) -> bool:
    """Whether a word before the digits is the currency: "by EUR 1.2 billion"."""
    return quantity.span.overlaps(token.span) and token.tag.startswith("NN")


def also(passage: Passage, quantity: Quantity) -> Literal["up", "down"] | None:
    """Whether an amount says once more by how much something changed: "fell by 2.1 % or £28m",
    "down 8 percent, or $3bn".
    """
    before = [q for q in passage.quantities if q.span.end <= quantity.span.start]
    if not before or before[-1].unit != "%":
        return None
    between = [
        t.lower
        for t in passage.between(before[-1].span.end, quantity.digits.start)
        if t.tag not in ("$", "SYM")
    ]
    between = [w for w in between if w not in cues().degrees and w not in (",", "(")]
    return (
        change(passage, before[-1]) if between in (["or"], ["or", quantity.unit.lower()]) else None
    )


def subject(passage: Passage, quantity: Quantity, anchor: Token | None) -> str | None:
    """What grew, in the words of the text, where the verb beside the number has a subject that is
    none of our measures: "the surplus fell, as domestic demand grew by 4 %"."""
    sentence = passage.sentence
    top = sentence.apex(quantity.span)
    verb = (
        next((t for t in sentence.ancestors(top) if t.tag.startswith("VB")), None) if top else None
    )
    if verb is None or direction(verb) not in ("up", "down") or anchor is None:
        return None
    held = sentence.within(quantity.span)
    subjects = [t for t in sentence.children(verb, "dobj") if t not in held] or sentence.children(
        verb, "nsubj", "nsubjpass"
    )
    below = [t for s in subjects for t in sentence.subtree(s)]
    if not subjects or not subjects[0].tag.startswith("NN") or anchor in below or anchor.i > verb.i:
        return None
    if passage.parties(below) or subjects[0].lemma in cues().carriers or anchor.head == verb.i:
        return None
    return " ".join(
        t.lower
        for t in below
        if t.tag.startswith(("NN", "JJ"))
        and t.dep in ("amod", "compound", "dobj", "nsubj", "nsubjpass")
    )


def of_noun(passage: Passage, quantity: Quantity, anchor: Token) -> Literal["up", "down"] | None:
    """Whether an amount is how much a named change came to: "the loss of exports was €2 billion",
    "the rise in trade amounted to 3 billion"."""
    sentence = passage.sentence
    link = sentence.head(anchor)
    noun = sentence.head(link)
    if link.lower not in ("of", "in") or not noun.tag.startswith("NN") or noun.dep != "nsubj":
        return None
    between = passage.between(anchor.end, quantity.digits.start)
    if not any(t.tag.startswith("VB") for t in between) or is_level(between):
        return None
    return _moved(direction(noun)) if noun.i < anchor.i else None


def led(passage: Passage, quantity: Quantity) -> Literal["up", "down"] | None:
    """Whether an amount says by how much something changed, the level to which it did standing
    after it: "pushed up the price five pence to 72"."""
    later = [
        q
        for q in passage.quantities
        if q.span.start >= quantity.span.end and q.unit == quantity.unit
    ]
    before = [t for t in passage.sentence.tokens if t.end <= quantity.digits.start]
    if (
        not later
        or is_level(before)
        or "to" not in [t.lower for t in passage.between(quantity.span.end, later[0].digits.start)]
    ):
        return None
    return next((_moved(direction(t)) for t in reversed(before) if _moved(direction(t))), None)


def is_level(before: Sequence[Token]) -> bool:
    """Whether a number is where a change leads or starts: "rose to more than 5 %", "from 4 %"; not
    "up to".
    """
    for n, token in enumerate(reversed(before[-LEFT_REACH:])):
        if token.lower in ("to", "from", "at"):
            previous = before[-n - 2].lower if len(before) > n + 1 else ""
            return not (token.lower == "to" and previous in ("up", "close"))
        if token.lower not in cues().degrees and token.tag not in ("$", "RB", "RBR", "JJR"):
            return False
        if token.lower in ("by", "of", "least"):
            return False
    return False


def _from_left(before: Sequence[Token]) -> Direction | None:
    """ "rose by about 12 %", "up 41 percent", "an increase of more than 60 per cent", "grew
    17.9%".
    """
    for n, token in enumerate(reversed(before[-LEFT_REACH:])):
        following = before[-n].lower if n else ""
        found = direction(token)
        climbed = len(before) > n + 1 and before[-n - 2].lemma in cues().climbing
        particle = token.lower == "up" and (
            (token.dep == "prt" and not climbed) or following == "to"
        )
        if found in ("up", "down") and token.lower not in COMPARATIVES and not particle:
            return found
        if (
            token.lower not in cues().degrees
            and token.lower not in ("up", "to")
            and token.tag not in ("$", "RB", "RBR", "JJR")
        ):
            return None
    return None


def _from_right(after: Sequence[Token]) -> Direction | None:
    """ "a 10% drop", "12 % year-on-year growth", "4 percent higher", "12 % more than"."""
    for n, token in enumerate(after[:RIGHT_REACH]):
        found = direction(token)
        if (
            token.lower in ("more", "less")
            and after[n + 1 : n + 2]
            and after[n + 1].tag.startswith(("JJ", "RB"))
        ):
            return None  # "40 % more competitive"
        if found in ("up", "down") and (
            token.tag.startswith("NN") or (n == 0 and token.lower in (*COMPARATIVES, "up", "down"))
        ):
            return found
        if not token.tag.startswith(("JJ", "NN", "HYPH")) and token.lower not in (
            "on",
            "-",
            "over",
        ):
            return None
    return None


def _from_head(passage: Passage, quantity: Quantity) -> Direction | None:
    """The verb or noun that the number measures by grammar: object, measure adverb, or "by" it."""
    sentence = passage.sentence
    top = sentence.apex(quantity.span)
    if top is None or top.dep not in ("dobj", "npadvmod", "advmod", "pobj"):
        return None
    head = sentence.head(top)
    if top.dep == "pobj":
        if head.lower != "by":
            return None
        head = sentence.head(head)
    near = abs(head.i - top.i) <= LEFT_REACH and head.tag.startswith(("VB", "NN"))
    return direction(head) if near and quantity.unit in ("%", "pp", "x") else None


def _shared(passage: Passage, quantity: Quantity) -> Literal["up", "down"] | None:
    """The direction of the percentage before, where one verb has both: "dropped 4 percent in May
    and 9 percent in June", "exports fell 4 % and imports 9 %".
    """
    before = [q for q in passage.quantities if q.span.end <= quantity.span.start]
    if not before or not before[-1].unit == quantity.unit == "%":
        return None
    between = passage.between(before[-1].span.end, quantity.digits.start)
    words = {token.lower for token in between}
    behind = next((t.lower for t in passage.sentence.tokens if t.start >= quantity.span.end), "")
    if not words & JOINING or words & PARTING or len(between) > PAIR_REACH or behind == "of":
        return None
    if any(token.tag.startswith("VB") or direction(token) for token in between):
        return None
    return change(passage, before[-1])


def _moved(found: Direction | None) -> Literal["up", "down"] | None:
    return found if found == "up" or found == "down" else None
