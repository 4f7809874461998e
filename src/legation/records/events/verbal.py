"""Events that verbs tell."""

from msgspec.structs import replace

from legation.model import Party, Sentence, Token
from legation.records.events import senses, status
from legation.records.events.clauses import Clause, clause, conjuncts, content
from legation.records.events.drafts import Draft
from legation.records.events.participants import Cast
from legation.records.events.senses import Condition, NounRow, Sense, VerbRow

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
CROWDS = frozenset({"PROTEST", "REQUEST"})
"""What people without an office do together."""
PRIVATE = frozenset({"CVL", "REF", "BUS", "JRN"})
FORCED = frozenset({"COERCE", "ASSAULT", "SANCTION"})
"""Types whose passive tells an event though nobody is named as its author: "two envoys were expelled"."""
THIRD = frozenset({"he", "she", "it", "they"})


def verbal(sentence: Sentence, cast: Cast) -> list[Draft]:
    """The events that the verbs of a sentence tell, in order."""
    found: list[Draft] = []
    used: set[int] = set()
    for verb in sentence.tokens:
        if verb.tag[:1] == "V" and verb.i not in used and verb.dep not in {"aux", "auxpass", "amod", "compound"}:
            told = _told(clause(sentence, verb), cast)
            for draft in told:
                used |= draft.consumed
            found += told
    return found


def _told(around: Clause, cast: Cast) -> list[Draft]:
    light = _light(around)
    for sense in senses.verbs().get(around.verb.lemma, ()):
        if light is not None and sense.weight < 2:
            break
        if all(fits(c, around, cast) for c in sense.conditions):
            return _drafts(around, cast, sense)
    return _drafts(around, cast, _as_sense(light)) if light is not None else []


def _light(around: Clause) -> NounRow | None:
    """The event noun that a light verb carries: "held talks", "a visit was paid"."""
    groups = senses.light_verbs().get(around.verb.lemma)
    if groups is None or around.object is None:
        return None
    for noun in conjuncts(around.sentence, around.object):
        row = senses.noun_row(content(around.sentence, noun).lemma)
        if row is not None and row.group in groups:
            return row
    return None


def _as_sense(row: NounRow) -> Sense:
    slots = row.recipient + (("of",) if row.of == "recipient" else ())
    made = VerbRow(lemma="", type=row.type, mode=row.mode, role=row.role, recipient=("noun", *slots), confidence=row.confidence)
    return Sense(made, ())


def fits(condition: Condition, around: Clause, cast: Cast) -> bool:
    """Whether one part of a frame is there."""
    slot, words = condition.slot, condition.words
    if slot[0] == "+":
        return around.particle == slot[1:] or any(t.lower == slot[1:] for t in _near(around))
    if slot == "-obj":
        return around.object is None
    if slot == "obj":
        return around.object is not None and _one_of(around, around.object, words, cast)
    if slot == "subj":
        return around.subject is not None and _one_of(around, around.subject, words, cast)
    if slot == "acomp":
        return any(t.lemma in words for t in around.sentence.children(around.verb, "acomp"))
    if slot in {"passive", "active"}:
        return around.passive == (slot == "passive")
    if slot in senses.CLAUSES:
        return around.complement_kind == slot and (not words or _governs(around, words))
    return any(_one_of(around, noun, words, cast) for noun in around.after(slot))


def _near(around: Clause) -> list[Token]:
    return around.sentence.children(around.verb, "advmod", "prep", "prt")


def _governs(around: Clause, words: frozenset[str]) -> bool:
    if around.complement is None:
        return False
    verbs = [around.complement, *around.sentence.children(around.complement, "conj")]
    return any(v.lemma in words for v in verbs)


def _one_of(around: Clause, head: Token, words: frozenset[str], cast: Cast) -> bool:
    if not words:
        return True
    for each in conjuncts(around.sentence, head):
        noun = content(around.sentence, each)
        row = senses.noun_row(noun.lemma)
        if noun.lemma in words or (row is not None and f"%{row.group}" in words):
            return True
        if "@actor" in words and cast.is_actor(around.sentence, each):
            return True
    return False


def _drafts(around: Clause, cast: Cast, sense: Sense) -> list[Draft]:
    row = sense.row
    if row.type == "NONE":
        return []
    actors = _actors(around, cast)
    recipients = _recipients(around, cast, row, actors)
    if row.role == "host":
        return _told_of(_visits(around, cast, sense))
    if row.role == "victim":
        actors, recipients = recipients, actors
    if row.role == "mutual":
        actors, recipients = [*actors, *recipients], []
    actors = [p for p in actors if row.type in CROWDS or p.actor is not None or p.sector not in PRIVATE]
    if not actors and around.passive and row.type in FORCED and around.subject is None and recipients:
        return _told_of([_unnamed(_draft(around, sense, actors, recipients))])
    if not actors or (row.role == "mutual" and not _several(around, actors)):
        return []
    return _told_of([_draft(around, sense, actors, recipients)])


def _actors(around: Clause, cast: Cast) -> list[Party]:
    """Who acts; "they" of "the rebels said they would leave" are the rebels where nobody has found out better."""
    if around.subject is None:
        return []
    found = cast.parties(around.sentence, around.subject)
    if found or around.subject.tag != "PRP" or around.verb.dep not in {"ccomp", "advcl"}:
        return found
    speaker = clause(around.sentence, around.sentence.head(around.verb)).subject
    return cast.parties(around.sentence, speaker) if speaker is not None and around.subject.lower in THIRD else []


def _unnamed(draft: Draft) -> Draft:
    return replace(draft, confidence=draft.confidence - 0.2)


def _told_of(drafts: list[Draft]) -> list[Draft]:
    return [draft for draft in drafts if draft.status != "none"]


def _several(around: Clause, actors: list[Party]) -> bool:
    """A meeting takes two, or a plural ("the ministers met", "both sides agreed")."""
    plural = around.subject is not None and around.subject.tag in {"NNS", "NNPS", "PRP"}
    return len(actors) > 1 or plural or bool(around.after("with"))


def _draft(around: Clause, sense: Sense, actors: list[Party], recipients: list[Party]) -> Draft:
    sentence, row = around.sentence, sense.row
    words = _words(around)
    consumed = {around.verb.i} | ({around.object.i, content(sentence, around.object).i} if around.object else set())
    if around.complement is not None and around.complement_kind in {"inf", "ing"}:
        consumed |= {around.complement.i, *(t.i for t in sentence.children(around.complement, "conj"))}
    consumed |= _named_events(around, sense)
    return Draft(
        sentence=sentence,
        trigger=around.verb,
        type=row.type,
        mode=row.mode,
        actors=tuple(actors),
        recipients=tuple(recipients),
        status=status.of_verb(sentence, around.verb),
        words=tuple(words),
        consumed=frozenset(consumed),
        confidence=row.confidence,
    )


def _named_events(around: Clause, sense: Sense) -> set[int]:
    """Event nouns after a preposition that the frame asks for, or of the same type: one event, told twice."""
    asked = {c.slot for c in sense.conditions}
    found = set()
    for name, noun in around.preps:
        row = senses.noun_row(content(around.sentence, noun).lemma)
        if row is not None and (name in asked or row.type == sense.row.type):
            found.add(content(around.sentence, noun).i)
    return found


def _visits(around: Clause, cast: Cast, sense: Sense) -> list[Draft]:
    """One visit for each visitor: "received the president of A, the chancellor of B and others"."""
    sentence = around.sentence
    if around.object is None or around.subject is None:
        return []
    hosts = cast.parties(sentence, around.subject)
    found = []
    for visitor in conjuncts(sentence, around.object):
        if any(t.lower == "other" for t in sentence.children(visitor, "amod")):
            continue
        guests = cast._single(sentence, content(sentence, visitor), True)
        if guests and hosts:
            draft = _draft(around, sense, guests, hosts)
            own = [around.verb, visitor, *sentence.children(visitor, "compound", "amod", "flat")]
            first = visitor.i == around.object.i
            kept = draft.words if first else tuple(own)
            found.append(replace(draft, words=tuple(t for t in kept if first or t.i != around.verb.i)))
    return found


def _recipients(around: Clause, cast: Cast, row: VerbRow, actors: list[Party]) -> list[Party]:
    """Upon whom: the first slot that holds another country or body, else one of the same, else someone unresolved."""
    slots = row.recipient or SLOTS
    own = {p.actor for p in actors}
    home: list[Party] = []
    nameless: list[Party] = []
    for slot in (*slots, *(PLACES if row.type in PLACED else ())):
        for head in _slot(around, slot):
            found = [p for p in cast.parties(around.sentence, head, acting=False) if not _same(p, actors)]
            abroad = [p for p in found if p.actor is not None and p.actor not in own]
            if abroad:
                return found
            home = home or ([] if _is_own(around, head) else [p for p in found if p.actor is not None])
            nameless = nameless or [p for p in found if p.actor is None]
    return nameless if nameless and not home else home


def _is_own(around: Clause, head: Token) -> bool:
    """ "its troops" are nobody else."""
    return any(t.tag == "PRP$" for t in around.sentence.children(head, "poss"))


def _same(one: Party, others: list[Party]) -> bool:
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
    return [noun for noun in nouns if noun is not None]


def _words(around: Clause) -> list[Token]:
    sentence, verb = around.sentence, around.verb
    held = [verb, *sentence.children(verb, "aux", "auxpass", "neg", "prt")]
    held += [t for t in (around.subject, around.object, around.dative) if t is not None]
    if around.complement is not None and around.complement_kind in {"inf", "ing"}:
        inner = clause(sentence, around.complement)
        held += [around.complement, *([inner.object] if inner.object else []), *(n for _, n in inner.preps[:2])]
    held += [noun for _, noun in around.preps if noun.i > verb.i][:2]
    return held
