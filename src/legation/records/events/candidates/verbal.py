"""Events that verbs tell."""

from collections.abc import Sequence

from msgspec.structs import replace

from legation.grammar.clauses import Clause, clause
from legation.grammar.outcomes import happening
from legation.grammar.phrases import conjuncts, content
from legation.grammar.voice import is_tensed_clause
from legation.grammar.words import words
from legation.lexicon import word_list, word_set
from legation.model import Party, Sentence
from legation.records.events.candidates.breakaway import names_a_breakaway_land
from legation.records.events.candidates.drafting import drafted
from legation.records.events.candidates.drafts import Draft
from legation.records.events.candidates.intentions import willed
from legation.records.events.candidates.matching import meant
from legation.records.events.candidates.nominal import sides
from legation.records.events.candidates.recipients import recipients as recipients_of
from legation.records.events.candidates.stances import stance
from legation.records.events.candidates.subjects import acting
from legation.records.predicates import Cast, Sense, VerbRow, public, senses

CROWDS = frozenset({"PROTEST", "REQUEST"})
"""What people without an office do together."""
PEOPLE = word_list("events", "verbal.people")
PRIVATE = frozenset({"CVL", "REF", "BUS", "JRN"})
DOMESTIC = frozenset({"COP", "JUD", "LEG", "LAB", "EDU", "OPP", "CVL", "PTY", "AGR"})
"""Sectors that act at home."""
ATTITUDES = frozenset({"ACCUSE", "SUPPORT", "REQUEST", "THREATEN"})
"""Types that nobody does to his own deeds: "the visit of the minister to Chad was condemned"."""
FORCED = frozenset({"COERCE", "ASSAULT", "SANCTION"})
"""Types whose passive tells an event though nobody is named as its author: "two envoys were
expelled".
"""
WATCHED = frozenset({"OPP", "JRN", "PTY", "LEG", "GOV", "REL", "MIL", "EDU", "LAB", "REB", "UAF"})
"""Sectors whose arrest is public business even where no country is named; a burglar's is
routine.
"""
PAIRED = word_set("events", "verbal.paired")
REACH = 3
"""Sentences back in which "they" may have met."""


def together(drafts: Sequence[Draft], sentence: Sentence) -> tuple[Party, ...]:
    """Who "they" are where two were last told to do something together, a sentence or two
    before.
    """
    for draft in reversed(drafts[-6:]):
        near = sentence.index - draft.sentence.index <= REACH
        if (
            near
            and draft.type in {"CONSULT", "SUPPORT", "AGREE", "COOPERATE"}
            and 2 <= len(draft.actors) <= 4
        ):
            return draft.actors
    return ()


def verbal(sentence: Sentence, cast: Cast, pair: tuple[Party, ...] = ()) -> list[Draft]:
    """The events that the verbs of a sentence tell, in order; ``pair`` is who "they" and "the two"
    are.
    """
    found: list[Draft] = []
    used: set[int] = set()
    for verb in sentence.tokens:
        if (
            verb.tag[:1] == "V"
            and verb.i not in used
            and verb.dep not in {"aux", "auxpass", "amod", "compound"}
        ):
            around = clause(sentence, verb)
            told = stance(around, cast) or _told(around, cast, pair)
            if verb.dep == "relcl" and verb.head in used:
                told = [
                    draft for draft in told if draft.actors
                ]  # "lifted a curfew that was imposed in May": told already
            for draft in told:
                used |= draft.consumed
            found += told
    return found


def _told(around: Clause, cast: Cast, pair: tuple[Party, ...]) -> list[Draft]:
    sense = meant(around, cast)
    return _drafts(around, cast, sense, pair) if sense is not None else []


def _drafts(around: Clause, cast: Cast, sense: Sense, pair: tuple[Party, ...]) -> list[Draft]:
    row = sense.row
    if row.type == "NONE" or _left_open(around, row) or _only_words(around, row):
        return []
    if row.role == "host":
        return _told_of(_visits(around, cast, sense))
    actors, recipients, settled = _parts(around, cast, sense, pair)
    if (
        not actors
        and (row.type in FORCED or row.mode == "release")
        and _unsigned(around)
        and any(_of_state(p) for p in recipients)
    ):
        unsigned = _unnamed(drafted(around, sense, actors, recipients))
        return [unsigned] if unsigned.status in {"actual", "negated"} else []
    if not _enough(around, row, actors, recipients):
        return []
    drafts = _told_of([drafted(around, sense, actors, recipients)])
    return (
        [replace(d, inherited=("actors",), confidence=d.confidence - 0.05) for d in drafts]
        if settled
        else drafts
    )


def _behind(around: Clause, cast: Cast, row: VerbRow) -> list[Party]:
    """Whose attack killed, whose troops were deployed: "Turkish air strikes hit a town",
    "Norwegian soldiers were sent".
    """
    sentence, subject = around.sentence, around.subject
    if row.type == "ASSAULT" and subject is not None:
        named = senses.event_noun(sentence, content(sentence, subject))
        owners = (
            sides(sentence, content(sentence, subject), named, cast)[0]
            if named and named.type == "ASSAULT"
            else []
        )
        return [p for p in owners if p.actor is not None]
    moved = row.type == "MOBILIZE" or (row.type == "AID" and "peacekeeper" in row.frame)
    if not (moved and around.passive and subject is None and around.object is not None):
        return []
    return [
        p
        for p in cast.parties(sentence, around.object)
        if p.actor is not None and p.sector == "MIL"
    ]


def _crowd(around: Clause, cast: Cast, row: VerbRow) -> list[Party]:
    """Whoever protests together: "shoppers", "rafters", "Chad's churchgoers"; by their ending, for
    no list holds them all.
    """
    head = around.subject
    if (
        row.type != "PROTEST"
        or around.passive
        or head is None
        or head.tag != "NNS"
        or not head.lemma.endswith(PEOPLE)
    ):
        return []
    held = around.sentence.children(head, "compound", "amod", "poss")
    codes = [a.actor for t in held if (a := cast.at(t)) is not None and a.actor is not None]
    name = " ".join(
        t.text for t in around.sentence.children(head, "compound", "amod") if t.i < head.i
    )
    return [
        Party(
            mention=head.span,
            actor=next(iter(codes), None),
            name=f"{name} {head.text}".strip(),
            sector="CVL",
        )
    ]


def _left_open(around: Clause, row: VerbRow) -> bool:
    """ "did not rule out a visit" is no refusal, and none that failed to happen either."""
    open_ended = row.type == "REJECT" and around.verb.lemma in words().open_refusals
    return open_ended and happening(around.sentence, around.verb) == "negated"


def _only_words(around: Clause, row: VerbRow) -> bool:
    """ "declined to say whether", "refused to comment on" refuses nobody anything, and "insisted
    that it is not so" asks for nothing.
    """
    inner = around.complement
    if inner is None:
        return False
    if row.type == "REJECT" and around.complement_kind == "inf":
        return inner.lemma in words().telling
    told = around.complement_kind == "that" and is_tensed_clause(around.sentence, inner)
    return row.type == "REQUEST" and around.verb.lemma in words().ask_or_tell and told


def _parts(
    around: Clause, cast: Cast, sense: Sense, pair: tuple[Party, ...]
) -> tuple[list[Party], list[Party], bool]:
    """Who acts, upon whom, and whether the actors were taken from the context."""
    row = sense.row
    named = acting(around, cast) or _behind(around, cast, row) or _crowd(around, cast, row)
    actors = list(pair) if not named and pair and _stands_for_both(around) else named
    recipients = recipients_of(around, cast, row, actors)
    if not actors and _is_told_by_its_object(around, sense):
        actors, recipients = _of_noun(around, cast, recipients)
        named = actors
    if row.role == "victim":
        return recipients, actors, False
    if row.role == "mutual":
        own = {p.actor for p in actors if p.actor is not None}
        actors, recipients = [*actors, *(p for p in recipients if p.actor not in own)], []
        named = actors if named else named
    actors = _at_home(around, cast, actors)
    settled = bool(actors) and actors != named
    if not _may_be_a_crowd(around, row):
        actors = [p for p in actors if p.actor is not None or p.sector not in PRIVATE]
    return actors, recipients, settled


def _is_told_by_its_object(around: Clause, sense: Sense) -> bool:
    """Whether a verb without a subject may take who acts from its object's noun."""
    if around.subject is not None or around.object is None:
        return False
    row = sense.row
    if row.lemma and not any(c.words for c in sense.conditions):
        return False
    return row.role == "mutual" or row.type not in ATTITUDES


def _may_be_a_crowd(around: Clause, row: VerbRow) -> bool:
    """Whether private people may act: those who protest, or several who assault."""
    if row.type in CROWDS:
        return True
    return row.type == "ASSAULT" and around.subject is not None and around.subject.tag == "NNS"


def _enough(around: Clause, row: VerbRow, actors: list[Party], recipients: list[Party]) -> bool:
    """Whether those who take part make an event of public life."""
    if not actors or (row.role == "mutual" and not _several(around, actors)):
        return False
    if row.type == "CONSULT" and not any(_of_state(p) for p in (*actors, *recipients)):
        return False
    known = any(p.actor for p in (*actors, *recipients))
    if row.type == "COERCE" and not known:
        return row.mode in {"martial-law", "curfew"} or any(p.sector in WATCHED for p in recipients)
    return row.mode != "investigate" or bool(recipients) or known


def _of_noun(around: Clause, cast: Cast, found: list[Party]) -> tuple[list[Party], list[Party]]:
    """Who is meant in "the visit of the minister to Chad was postponed", "talks between Chad and
    Niger were held".
    """
    noun = content(around.sentence, around.object) if around.object is not None else around.verb
    named = senses.event_noun(around.sentence, noun)
    if not around.passive or named is None:
        return [], found
    actors, recipients, _ = sides(around.sentence, noun, named, cast)
    for between in around.after("between", "among") if not actors else ():
        actors += cast.parties(around.sentence, between)
    return actors, [p for p in (recipients or found) if p.actor not in {a.actor for a in actors}]


def _unsigned(around: Clause) -> bool:
    """A finite passive whose author is left out, or a bomb that someone has laid, an attack that
    someone has made.
    """
    subject = content(around.sentence, around.subject) if around.subject is not None else None
    made = public(subject) if subject is not None and not around.passive else None
    if made is not None and made.owned and made.sector == "MIL":
        return True
    named = senses.event_noun(around.sentence, subject) if subject is not None else None
    if named is not None and named.type == "ASSAULT":
        return True
    finite = around.passive and subject is None and around.verb.dep not in {"acl", "advcl"}
    return finite and around.object is not None and around.object.tag[:1] == "N"


def _at_home(around: Clause, cast: Cast, actors: list[Party]) -> list[Party]:
    """ "Police arrested a singer in Chad": the police of a place act there; others who are there
    may be from anywhere.
    """
    if not actors or any(p.actor is not None or p.sector not in DOMESTIC for p in actors):
        return actors
    if names_a_breakaway_land(cast.within(around.sentence)):
        return actors
    places = [
        p
        for noun in around.after("in", "across", "throughout")
        for p in cast.parties(around.sentence, noun, acting=False)
    ]
    codes = {p.actor for p in places if p.actor is not None and len(p.actor) == 3}
    return [replace(p, actor=next(iter(codes))) for p in actors] if len(codes) == 1 else actors


def _of_state(one: Party) -> bool:
    return one.actor is not None or bool(one.sector and one.sector not in PRIVATE)


def _unnamed(draft: Draft) -> Draft:
    return replace(draft, confidence=draft.confidence - 0.2)


def _stands_for_both(around: Clause) -> bool:
    subject = around.subject
    return subject is not None and (subject.lower in {"they", "both"} or subject.lemma in PAIRED)


def _told_of(drafts: list[Draft]) -> list[Draft]:
    return [willed(draft) for draft in drafts if draft.status != "none"]


def _several(around: Clause, actors: list[Party]) -> bool:
    """A meeting takes two, or a plural ("the ministers met", "both sides agreed")."""
    plural = around.subject is not None and around.subject.tag in {"NNS", "NNPS", "PRP"}
    return len(actors) > 1 or plural or bool(around.after("with"))


def _visits(around: Clause, cast: Cast, sense: Sense) -> list[Draft]:
    """One visit for each visitor: "received the president of A, the chancellor of B and others"."""
    sentence = around.sentence
    if (
        around.object is None
        or around.subject is None
        or (around.passive and around.verb.dep == "acl")
    ):
        return []
    hosts = cast.parties(sentence, around.subject)
    found = []
    for visitor in conjuncts(sentence, around.object):
        if any(t.lower == "other" for t in sentence.children(visitor, "amod")):
            continue
        guests = cast.one(sentence, visitor, acting=True)
        if guests and hosts:
            draft = drafted(around, sense, guests, hosts)
            own = [around.verb, visitor, *sentence.children(visitor, "compound", "amod", "flat")]
            first = visitor.i == around.object.i
            kept = draft.words if first else tuple(own)
            found.append(
                replace(draft, words=tuple(t for t in kept if first or t.i != around.verb.i))
            )
    return found
