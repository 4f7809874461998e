"""Upon whom: the slots of a clause in which the other side of an event stands."""

from legation.model import Party, Token
from legation.records.events.clauses import Clause, clause
from legation.records.events.participants import Cast
from legation.records.events.senses import VerbRow

SLOTS = (
    "object",
    "dative",
    "complement",
    "against",
    "with",
    "to",
    "on",
    "from",
    "for",
    "over",
    "at",
    "of",
    "upon",
    "towards",
    "toward",
    "about",
    "by",
)
PLACES = ("in", "into", "near")
PLACED = frozenset({"ASSAULT", "COERCE", "RETREAT", "AID", "MOBILIZE", "PROTEST"})
"""Types whose "in Syria" tells upon whom it was done."""


def recipients(around: Clause, cast: Cast, row: VerbRow, actors: list[Party]) -> list[Party]:
    """Upon whom: the first slot that holds another country or body, else one of the same, else someone unresolved."""
    slots = row.recipient or SLOTS
    if row.recipient and row.role == "act" and row.type != "CONSULT":
        slots = (*row.recipient, *(slot for slot in SLOTS if slot not in row.recipient))
    own = {p.actor for p in actors}
    home: list[Party] = []
    nameless: list[Party] = []
    for slot in (*slots, *(PLACES if row.type in PLACED else ())):
        for head in _slot(around, slot):
            found = [p for p in cast.parties(around.sentence, head, acting=False) if not same(p, actors)]
            abroad = [p for p in found if p.actor is not None and p.actor not in own]
            if abroad:
                return [p for p in found if p.actor is None or p.actor not in own]
            home = home or ([] if _is_own(around, head) else [p for p in found if p.actor is not None])
            nameless = nameless or [p for p in found if p.actor is None]
    return nameless if nameless and not home else home


def _is_own(around: Clause, head: Token) -> bool:
    """ "its troops" are nobody else."""
    return any(t.tag == "PRP$" for t in around.sentence.children(head, "poss"))


def same(one: Party, others: list[Party]) -> bool:
    """Whether a party is already among others."""
    return any(one.mention == o.mention or (one.person and one.person == o.person) for o in others)


def _slot(around: Clause, slot: str) -> list[Token]:
    if slot == "object":
        return [around.object] if around.object is not None else []
    if slot == "dative":
        return [around.dative] if around.dative is not None else []
    if slot == "complement":
        return _inside(around)
    if slot == "noun":
        return around.sentence.children(around.object, "poss", "compound") if around.object is not None else []
    return around.after(slot)


def _inside(around: Clause) -> list[Token]:
    """The people in a complement: "urged that Chad free …", "agreed to support Chad", "offered to sell oil to Chad"."""
    if around.complement is None:
        return []
    inner = clause(around.sentence, around.complement)
    own = around.sentence.children(around.complement, "nsubj", "nsubjpass")
    nouns = [*own, inner.object, inner.dative, *(noun for _, noun in inner.preps)]
    deeper = inner.complement
    if deeper is not None:
        beneath = clause(around.sentence, deeper)
        nouns += [*around.sentence.children(deeper, "nsubj", "nsubjpass"), beneath.object, *(noun for _, noun in beneath.preps)]
    return [noun for noun in nouns if noun is not None]
