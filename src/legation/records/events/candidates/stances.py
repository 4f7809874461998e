"""Demands, refusals and reproaches by what someone says of a thing: "France said Chad must pay", "…
is out of the question".

Without a speaker they are an opinion of the text's, and no event.
"""

from functools import cache

from msgspec import Struct

from legation.grammar.clauses import Clause, clause
from legation.grammar.outcomes import happening
from legation.grammar.voice import is_passive
from legation.lexicon import table
from legation.model import Party, Sentence, Token
from legation.records.events.candidates.drafting import drafted
from legation.records.events.candidates.drafts import Draft
from legation.records.events.candidates.subjects import acting
from legation.records.predicates import Cast, Sense, VerbRow

UNADDRESSED = 0.15
"""What a demand costs that is made of nobody in particular."""


class Stance(Struct, frozen=True, kw_only=True):
    """A row of ``stances.csv``: ``place`` is ``aux`` beside the verb, ``adj`` after "be", ``out``
    in "out of the …", ``verb`` for a verb in the passive."""

    lemma: str
    place: str
    type: str
    mode: str | None = None
    confidence: float
    example: str


@cache
def stances(place: str) -> dict[str, Stance]:
    """Stances of one place by lemma."""
    return {row.lemma: row for row in table("stances", Stance) if row.place == place}


def stance(around: Clause, cast: Cast) -> list[Draft]:
    """The demand, refusal or reproach that a reported clause is, if a public actor says it."""
    sentence, verb = around.sentence, around.verb
    above = sentence.head(verb)
    row = (
        _row(sentence, verb)
        if verb.dep == "ccomp" and above.tag[:1] == "V" and above.i != verb.i
        else None
    )
    subject = around.object if around.passive else around.subject
    if row is None or subject is None or happening(sentence, above) != "actual":
        return []
    actors = acting(clause(sentence, above), cast)
    addressed = [
        p
        for p in cast.parties(sentence, subject)
        if p.actor is not None and not _speaker(p, actors)
    ]
    concerned = addressed or _concerned(sentence, subject, cast, actors)
    if not actors or not (concerned or (any(p.actor for p in actors) and row.place != "aux")):
        return []
    cost = 0.0 if addressed else UNADDRESSED
    made = VerbRow(lemma=row.lemma, type=row.type, mode=row.mode, confidence=row.confidence - cost)
    return [drafted(around, Sense(made, ()), actors, concerned, "actual")]


def _row(sentence: Sentence, verb: Token) -> Stance | None:
    below = sentence.children(verb)
    owed = [stances("aux")[t.lemma] for t in below if t.dep == "aux" and t.lemma in stances("aux")]
    if any(t.dep == "neg" for t in below) and not owed:
        return None
    said = [
        stances("adj")[t.lemma] for t in below if t.dep == "acomp" and t.lemma in stances("adj")
    ]
    out = [
        o
        for p in below
        if p.lower == "out"
        for q in sentence.children(p)
        for o in [q, *sentence.children(q)]
    ]
    ruled = [stances("out")[o.lemma] for o in out if o.lemma in stances("out")]
    wanted = (
        [stances("verb")[verb.lemma]]
        if verb.lemma in stances("verb") and is_passive(sentence, verb)
        else []
    )
    return next(iter((*owed, *said, *ruled, *wanted)), None)


def _speaker(one: Party, actors: list[Party]) -> bool:
    """Whether a party is the speaker himself; a country's rebels and its president are two."""
    own = [a for a in actors if a.actor == one.actor]
    return any(
        a.mention == one.mention or (a.sector == one.sector and a.person == one.person) for a in own
    )


def _concerned(sentence: Sentence, subject: Token, cast: Cast, actors: list[Party]) -> list[Party]:
    """Whom it is about, within what is spoken of: "lifting sanctions on Chad is …"."""
    nouns = [
        t
        for t in sentence.subtree(subject)
        if t.dep in {"pobj", "dobj", "poss", "nsubj"} and t.i != subject.i
    ]
    found = [
        p for t in nouns for p in cast.parties(sentence, t, acting=False) if p.actor is not None
    ]
    return [p for p in found if not _speaker(p, actors)][:1]
