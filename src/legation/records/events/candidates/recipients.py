"""Upon whom: the slots of a clause in which the other side of an event stands."""

from msgspec.structs import replace

from legation.grammar.clauses import Clause, clause
from legation.lexicon import word_set
from legation.model import Party, Token
from legation.records.predicates import Cast, VerbRow

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
UPON = frozenset({"ASSAULT", "COERCE", "RETREAT", "REQUEST", "CONCEDE"})
"""Types done to people: where they are told, though not whose they are, nobody else suffered it."""
FOUNDING = word_set("events", "recipients.founding")
PLACED_BY = word_set("events", "recipients.placed_by")
PLACED = frozenset({"ASSAULT", "COERCE", "RETREAT", "AID", "MOBILIZE", "PROTEST"})
"""Types whose "in Syria" tells upon whom it was done."""


class _Rest:
    """Whoever stands in the slots, but is not another country or body for sure."""

    def __init__(self) -> None:
        self.home: list[Party] = []
        self.nameless: list[Party] = []
        self.where: list[Party] = []

    def keep(self, around: Clause, head: Token, row: VerbRow, found: list[Party]) -> None:
        """The first of each sort count."""
        at_home = [] if _is_own(around, head) else [p for p in found if p.actor is not None]
        if not _is_place(around, head, row.recipient):
            self.home = self.home or at_home
        elif row.type in PLACED:
            self.where = self.where or at_home
        self.nameless = self.nameless or [p for p in found if p.actor is None]


def recipients(around: Clause, cast: Cast, row: VerbRow, actors: list[Party]) -> list[Party]:
    """Upon whom: the first slot that holds another country or body, else one of the same, else
    someone unresolved.
    """
    own = {p.actor for p in actors}
    rest = _Rest()
    for number, slot in enumerate(_slots(row)):
        if rest.nameless and _is_far(row, number, slot):
            continue
        for head in _slot(around, slot):
            held = cast.parties(around.sentence, head, acting=False)
            found = [p for p in held if not same(p, actors)]
            if any(p.actor is not None and p.actor not in own for p in found):
                return [p for p in found if p.actor is None or p.actor not in own]
            if actors and _is_a_person_asked_for(row, slot, found):
                return found
            rest.keep(around, head, row, found)
    return rest.home or _placed(rest.nameless, rest.where)


def _slots(row: VerbRow) -> tuple[str, ...]:
    """Where the other side may stand, the likeliest first."""
    slots = row.recipient or SLOTS
    if row.recipient and row.role == "act" and row.type != "CONSULT":
        slots = (*row.recipient, *(slot for slot in SLOTS if slot not in row.recipient))
    return (*slots, *(PLACES if row.type in PLACED else ()))


def _is_far(row: VerbRow, number: int, slot: str) -> bool:
    """Whether a slot is one that the sense does not ask for, of an act that falls upon somebody."""
    return row.type in UPON and number >= len(row.recipient) and slot not in PLACES


def _is_a_person_asked_for(row: VerbRow, slot: str, found: list[Party]) -> bool:
    asked = slot != "complement" and slot in row.recipient[:1]
    return asked and any(p.person for p in found)


def _placed(nameless: list[Party], where: list[Party]) -> list[Party]:
    """ "detained demonstrators in Oslo": people of that place, as far as anyone can tell; without
    them the place itself.
    """
    codes = {p.actor for p in where}
    if not nameless or len(codes) != 1:
        return nameless or where
    return [replace(p, actor=where[0].actor) if p.person is None else p for p in nameless]


def _is_own(around: Clause, head: Token) -> bool:
    """ "its troops" are nobody else."""
    return any(t.tag == "PRP$" for t in around.sentence.children(head, "poss"))


def _is_place(around: Clause, head: Token, asked: tuple[str, ...]) -> bool:
    """ "lay down their weapons in Chad" tells where."""
    prep = around.sentence.head(head).lower
    return head.dep == "pobj" and prep in PLACED_BY and prep not in asked


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
        return (
            around.sentence.children(around.object, "poss", "compound")
            if around.object is not None
            else []
        )
    return around.after(slot)


def _inside(around: Clause) -> list[Token]:
    """The people in a complement: "urged that Chad free …", "agreed to support Chad", "offered to
    sell oil to Chad".
    """
    if around.complement is None:
        return []
    inner = clause(around.sentence, around.complement)
    own = around.sentence.children(around.complement, "nsubj", "nsubjpass")
    new = around.complement.lemma in FOUNDING
    preps = [noun for name, noun in inner.preps if not (new and name in PLACED_BY)]
    nouns = [*own, *([] if new else [inner.object]), inner.dative, *preps]
    deeper = inner.complement
    if deeper is not None:
        beneath = clause(around.sentence, deeper)
        nouns += [
            *around.sentence.children(deeper, "nsubj", "nsubjpass"),
            beneath.object,
            *(noun for _, noun in beneath.preps),
        ]
    return [noun for noun in nouns if noun is not None]
