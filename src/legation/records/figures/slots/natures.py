"""How a number is meant: done, promised, hoped for, reckoned up over years."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Literal

from msgspec import Struct

from legation.lexicon import table, word_list, word_set
from legation.model import Period, Quantity, Sentence, Token
from legation.records.figures.candidates.drafts import Nature
from legation.records.figures.slots.bases import is_starting_point
from legation.records.measures import Passage, cues

HOPED = ("pledge", "target", "forecast")
REACH_BACK, REACH_ON = 12, 8
FINITE = ("VBD", "VBZ", "VBP", "MD")
BEING = word_set("figures", "natures.being")
HOPES = word_set("figures", "natures.hopes")
NOUNS = 2
"""How far up a number's nouns go without a verb: "a target of exports of 8 billion", not "the
target of criticism over …".
"""
REMEDIES = word_set("figures", "natures.remedies")
PRICING = word_list("figures", "natures.pricing")
CARRIED_BY = ("xcomp", "acl", "pcomp", "prep", "pobj", "acomp", "ccomp")
"""Relations by which the meaning of a verb comes down to the one below it."""
CHANGES = word_set("figures", "natures.changes")


class NatureCue(Struct, frozen=True):
    """A row of ``natures.csv``; ``words`` are lemmas apart by spaces."""

    words: str
    nature: Nature
    where: Literal["chain", "aim", "clause", "ahead"]
    measures: tuple[str, ...] = ()


@cache
def rows() -> tuple[tuple[tuple[str, ...], NatureCue], ...]:
    """The cues with their lemmas, in file order."""
    return tuple((tuple(c.words.split()), c) for c in table("natures", NatureCue))


def nature(passage: Passage, quantity: Quantity, measure: str) -> Nature:
    """The nature of a figure by the verbs above it and the words beside it; ``flow`` where nothing
    says otherwise.

    Where a hoped-for change begins ("to reach 5 billion, up from 2 billion") is no hope.
    """
    found = _worded(passage, quantity, measure)
    return (
        "flow"
        if found in HOPED
        and (is_starting_point(passage, quantity) or _is_compared(passage, quantity))
        else found
    )


def _is_compared(passage: Passage, quantity: Quantity) -> bool:
    """Whether a hope is held against a number: "sharply narrower than January's 3 billion
    deficit"; not "more than 3 billion".
    """
    before = [
        t
        for t in passage.sentence.tokens
        if t.end <= quantity.digits.start and t.tag not in ("$", "SYM", "POS", "DT")
    ]
    near = [t.lower for t in before[-5:]]
    if "after" in near and CHANGES & set(near):
        return True
    place = max((n for n, word in enumerate(near) if word == "than"), default=None)
    if place is None or place == 0:
        return False
    dated = any(d.span.overlaps(t.span) for t in before[-5:][place + 1 :] for d in passage.dates)
    return dated and near[place - 1] not in ("more", "less")


def dated(found: Nature, period: Period | None, published: date | None) -> Nature:
    """A figure of a time that had not begun when the text was published is no fact, whatever its
    verb.
    """
    start = period.start if period else None
    return (
        "forecast"
        if found == "flow" and start is not None and published is not None and start > published
        else found
    )


def _worded(passage: Passage, quantity: Quantity, measure: str) -> Nature:
    top = passage.sentence.apex(quantity.span)
    led = (
        [t for t in chain(passage.sentence, top) if not _apart(passage, t, quantity)] if top else []
    )
    above = {t.lemma for t in led} if not _remedied(passage, quantity, led) else set()
    above |= {t.lemma for verb in led if verb.lemma in BEING for t in _hoped(passage, verb)}
    aims = {t.lemma for t in led if t.tag in ("VB", "VBG")}
    clause = _clause(passage, quantity)
    beside = [{t.lemma, t.lower} for t in clause]
    ahead = [{t.lemma, t.lower} for t in clause if t.end <= quantity.digits.start]
    for sequence, row in rows():
        if row.measures and measure not in row.measures:
            continue
        held = {"chain": above, "aim": aims}.get(row.where)
        words = ahead if row.where == "ahead" else beside
        if sequence[0] in held if held is not None else _in_row(words, sequence):
            return row.nature
    return "target" if _until(passage, quantity) else "flow"


def _hoped(passage: Passage, verb: Token) -> list[Token]:
    """The subject of a number's "is", where it names a hope: "the target for 2027 is 3 billion"."""
    subjects = passage.sentence.children(verb, "nsubj")
    return [t for t in subjects if t.lemma in HOPES]


def _in_row(forms: Sequence[set[str]], sequence: Sequence[str]) -> bool:
    return any(
        all(s in forms[n + k] for k, s in enumerate(sequence))
        for n in range(len(forms) - len(sequence) + 1)
    )


def chain(sentence: Sentence, top: Token) -> list[Token]:
    """From a number up to its verb, and on to what that verb hangs from: "is | expected | to |
    reach | 5 billion".
    """
    found: list[Token] = []
    node = top
    for head in sentence.ancestors(top):
        reached = any(t.tag.startswith("VB") and not _is_priced(t) for t in found)
        if node.dep == "appos" or (node.dep == "relcl" and node.tag in FINITE):
            break
        if not reached and sum(t.tag.startswith("NN") for t in found) >= NOUNS:
            break
        if reached and not (node.dep in CARRIED_BY or (node.dep == "conj" and node.tag == "VB")):
            break
        if reached and node.dep == "ccomp" and not _foretells(sentence, head):
            break
        found.append(head)
        found += (
            sentence.children(head, "aux", "acomp") if head.tag.startswith(("VB", "JJ")) else []
        )
        node = head
    return found


def _is_priced(token: Token) -> bool:
    """Whether a participle only hangs a price on a noun: "goods valued at 3 billion"."""
    return token.dep == "acl" and token.lemma in PRICING


def _apart(passage: Passage, cue: Token, quantity: Quantity) -> bool:
    """Whether a relative clause begins between a cue and the number: "aimed at doubling trade,
    which fell to 14 billion".
    """
    between = passage.between(cue.end, quantity.digits.start)
    return any(t.tag in ("WDT", "WP") for t in between)


def _remedied(passage: Passage, quantity: Quantity, led: Sequence[Token]) -> bool:
    """Whether a number is of what is to be remedied, not of what it is to come to ("cut the
    deficit to 2 billion").
    """
    verb = next((t for t in led if t.tag.startswith("VB")), None)
    if verb is None or verb.lemma not in REMEDIES or verb.start > quantity.span.start:
        return False
    return not {"to", "by"} & {
        t.lower for t in passage.between(verb.end, quantity.digits.start)[-5:]
    }


def _foretells(sentence: Sentence, head: Token) -> bool:
    """Whether a verb of saying is one of foretelling: "forecasts that exports reach …", not "said
    that …".
    """
    known = {sequence[0] for sequence, row in rows() if row.nature in ("forecast", "target")}
    return head.lemma in known


def _clause(passage: Passage, quantity: Quantity) -> list[Token]:
    """The words around a number, within the bounds of its clause."""
    tokens = passage.sentence.tokens
    left = [t for t in tokens if t.end <= quantity.span.start][-REACH_BACK:]
    right = [t for t in tokens if t.start >= quantity.span.end][:REACH_ON]
    return [*_cut(left[::-1])[::-1], *_cut(right)]


def _cut(words: Sequence[Token]) -> list[Token]:
    stops = cues().boundaries | {"which", "compared", ":"}
    stop = next((n for n, t in enumerate(words) if t.lower in stops), len(words))
    return list(words[:stop])


def _until(passage: Passage, quantity: Quantity) -> bool:
    """Whether a date after "by" follows: "… to $1.44 trillion by 2035"."""
    following = [t for t in passage.sentence.tokens if t.start >= quantity.span.end][:6]
    opening = {t.start for d in passage.dates for t in passage.sentence.within(d.span)}
    return any(t.lower == "by" and (t.start in opening or t.end + 1 in opening) for t in following)
