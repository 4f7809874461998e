"""Whose a balance is, and in whose favour, where the noun that it stands beside does not say."""

from msgspec.structs import replace

from legation.model import Quantity, Token
from legation.records.measures import Anchor, Passage, Sides, anchors, balance_cues, favour, sides

MARKS = (":", ",", "-LRB-", "-RRB-", "HYPH", "NFP")
OF_FAVOUR = (["in", "favour", "of"], ["in", "favor", "of"])


def whose(passage: Passage, quantity: Quantity, anchor: Anchor, found: Sides) -> Sides:
    """The sides of a balance: its own, else those of the trade that its clause is of ("trade with
    A ended the year with a deficit of …", "a deficit of … in its trade with A"); where a party is
    "short", it is the one whose balance it is.
    """
    owner = _owner(passage, quantity)
    if owner is not None and owner in (found.reporter, found.partner):
        other = found.partner if owner == found.reporter else found.reporter
        return Sides(owner, other)
    if anchor.measure == "trade_total":
        return _of_subject(passage, quantity, anchor, found)
    if found.reporter is not None and found.partner is not None:
        return found
    of_trade = [a for a in anchors(passage) if a.measure == "trade_total"]
    if len(of_trade) != 1:
        return found
    lent = sides(passage, of_trade[0])
    if found.reporter is None:
        return lent if found.partner in (None, lent.partner) else found
    if found.reporter in (lent.reporter, lent.partner):
        other = lent.partner if lent.reporter == found.reporter else lent.reporter
        return replace(found, partner=other, paired=lent.paired)
    return replace(found, partner=lent.partner) if lent.reporter is None else found


def _of_subject(passage: Passage, quantity: Quantity, anchor: Anchor, found: Sides) -> Sides:
    """A party that is itself the subject of the number's verb owns the balance: "in trade with A
    the EU was €2 billion short"."""
    subject = _subject(passage, quantity)
    named = passage.parties([subject]) if subject is not None else []
    if len(named) != 1:
        return found
    held = [found.reporter, found.partner, *passage.parties(list(anchor.after))]
    others = [p for p in dict.fromkeys(held) if p not in (None, named[0])]
    return Sides(named[0], others[0] if len(others) == 1 else None)


def _subject(passage: Passage, quantity: Quantity) -> Token | None:
    sentence = passage.sentence
    top = sentence.apex(quantity.span)
    for head in sentence.ancestors(top) if top is not None else ():
        subjects = sentence.children(head, "nsubj") or _beside(passage, head)
        if subjects:
            return subjects[0] if subjects[0].tag.startswith("NNP") else None
    return None


def _beside(passage: Passage, verb: Token) -> list[Token]:
    """The party right before a verb that parsers took for a second name of the one before it: "in
    trade with A | the EU was"."""
    return [t for t in passage.sentence.tokens if t.i == verb.i - 1 and t.dep == "appos"]


def _owner(passage: Passage, quantity: Quantity) -> str | None:
    """The side that the words beside a balance name: "a negative balance of 40 million for A",
    "left A 30 million in the red", "in favour of A".
    """
    cue = balance_cues.told(passage, quantity)
    if cue is None:
        return None
    sentence = passage.sentence
    after = [t for t in sentence.tokens if t.start >= quantity.span.end and t.tag not in MARKS]
    words = [t.lower for t in after[:3]]
    skipped = 1 if words[:1] == ["for"] else 3 if words in OF_FAVOUR else 0
    near = after[skipped : skipped + 3] if skipped else _left(passage, quantity)
    named = passage.parties(near)
    return named[0] if len(named) == 1 else None


def _left(passage: Passage, quantity: Quantity) -> list[Token]:
    """Whom a trade "left" with a balance."""
    before = [t for t in passage.sentence.tokens if t.end <= quantity.digits.start]
    place = next((n for n, t in enumerate(before) if t.lemma == "leave"), None)
    return before[place + 1 : place + 4] if place is not None else []


def _for_whom(passage: Passage, anchor: Anchor) -> str | None:
    """Whom a surplus is said to be for: "a surplus of €2 billion for A"."""
    if anchor.word.lemma != "surplus":
        return None
    place = next((n for n, t in enumerate(anchor.after) if t.lower == "for"), None)
    named = passage.parties(list(anchor.after[place + 1 : place + 3])) if place is not None else []
    return named[0] if len(named) == 1 else None


def favoured(passage: Passage, quantity: Quantity, anchor: Anchor, found: Sides) -> str | None:
    """Who has the surplus: whom a surplus is said to be "for", whom the words beside the number
    make it, else by the noun.
    """
    by_noun = favour(passage, anchor, found)
    whom = _for_whom(passage, anchor)
    if whom is not None:
        return whom
    if by_noun is not None or (found.paired and _owner(passage, quantity) is None):
        return by_noun
    cue = balance_cues.told(passage, quantity)
    if cue is None or anchor.measure != "trade_total":
        return by_noun
    return {"own": found.reporter, "other": found.partner}.get(cue.surplus)
