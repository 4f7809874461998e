"""Proposals told by a verb: "offered to V", "urged X to V", "we want X to be V-ed", "A in exchange
for B".
"""

from collections.abc import Iterator

from legation.grammar.subjects import surface_subject
from legation.grammar.voice import SUBJECTS, is_infinitive, is_mandative
from legation.lexicon import word_set
from legation.model import Reading, Sentence, Token
from legation.records.proposals.candidates.agents import can_act
from legation.records.proposals.candidates.cues import Kind, VerbCue, cues, verb_cues
from legation.records.proposals.candidates.found import Found, recipient

EXCHANGED = 0.8
WANTED = 0.8
INVITED = 0.75
PLANNED = word_set("proposals", "verbal.planned")
UNREAL = frozenset(
    [
        *(("mark", word) for word in ("if", "unless", "whether")),
        *(("aux", word) for word in ("could", "would", "might", "may")),
    ]
)

PRONOUNS = word_set("proposals", "verbal.pronouns")


def find(reading: Reading, sentence: Sentence, verb: Token) -> Iterator[Found]:
    """The proposals whose cue is this verb."""
    if _unreal(sentence, verb):
        return
    yield from _wanted(reading, sentence, verb)
    yield from _exchanged(reading, sentence, verb)
    phrases = [
        verb.lemma,
        *(f"{verb.lemma} {p.lower}" for p in sentence.children(verb, "prep", "prt")),
    ]
    for row in (row for phrase in phrases for row in verb_cues().get(phrase, ())):
        found = _complement(sentence, verb, row)
        subject = surface_subject(sentence, verb)
        if (
            found is not None
            and subject is not None
            and _acts(reading, sentence, subject, row.proposal)
        ):
            to, tokens = found
            yield Found(
                proposal=row.proposal,
                confidence=row.confidence,
                by=subject,
                to=to,
                tokens=tokens,
                own=True,
            )
            return


def _unreal(sentence: Sentence, verb: Token) -> bool:
    """Negated, conditional or passive, or a mere participle beside somebody's deed: nobody
    proposes.
    """
    below = sentence.children(verb)
    if (
        verb.tag == "VBN"
        and any(c.lower in {"had", "'d"} for c in sentence.children(verb, "aux"))
        and verb.lemma in PLANNED
    ):
        return True
    if verb.tag == "VBG" and not any(c.dep == "aux" for c in below):
        return True
    if any(c.dep in {"neg", "auxpass"} for c in below):
        return True
    return any((c.dep, c.lower) in UNREAL for c in below)


def _acts(reading: Reading, sentence: Sentence, subject: Token, proposal: Kind) -> bool:
    """Whoever asks or advises may be anyone with a voice; plans and offers count when their maker
    has a public role.
    """
    person = subject.lower in PRONOUNS or subject.tag.startswith("NNP")
    return (
        person or can_act(reading, sentence, subject) or proposal in {"request", "recommendation"}
    )


def _complement(
    sentence: Sentence, verb: Token, row: VerbCue
) -> tuple[Token | None, tuple[Token, ...]] | None:
    """To whom, and the words; None where the complement is not the one that the cue asks for."""
    if row.complement == "infinitive":
        inner = _purpose(sentence, verb)
        return (recipient(sentence, inner), tuple(sentence.subtree(inner))) if inner else None
    if row.complement == "topic":
        return _topic(sentence, verb)
    if row.complement == "told":
        inner = next(
            (c for c in sentence.children(verb, "ccomp") if c.i > verb.i and _opened(sentence, c)),
            None,
        )
        return (None, tuple(sentence.subtree(inner))) if inner else None
    if row.complement == "gerund":
        inner = next((c for c in sentence.children(verb, "xcomp", "pcomp") if c.tag == "VBG"), None)
        return (None, tuple(sentence.subtree(inner))) if inner else None
    if row.complement == "clause":
        inner = next((c for c in sentence.children(verb, "ccomp") if c.i > verb.i), None)
        return (
            (surface_subject(sentence, inner), tuple(sentence.subtree(inner)))
            if inner and is_mandative(sentence, inner)
            else None
        )
    if row.complement == "person":
        return _person(sentence, verb)
    return _object(sentence, verb, row)


def _purpose(sentence: Sentence, verb: Token) -> Token | None:
    """What somebody is to do: "agreed to V", "committed itself to V", "promised in a message to
    V".
    """
    own = next((c for c in sentence.children(verb, "xcomp") if is_infinitive(sentence, c)), None)
    if own is not None:
        return own
    objects = [
        o for o in sentence.children(verb, "dobj") if not o.lower.endswith(("self", "selves"))
    ]
    late = [
        c
        for c in sentence.children(verb, "advcl", "ccomp", "acl")
        if c.i > verb.i and is_infinitive(sentence, c)
    ]
    return late[0] if late and not objects and not sentence.children(late[0], *SUBJECTS) else None


def _opened(sentence: Sentence, verb: Token) -> bool:
    """ "that every file would be settled": a clause of what is to come."""
    return any(c.lower in {"will", "would", "'ll", "’ll"} for c in sentence.children(verb, "aux"))


def _topic(sentence: Sentence, verb: Token) -> tuple[Token | None, tuple[Token, ...]] | None:
    """ "asked the Commission for a premium", "appealed to donors for tents": what stands after
    "for".
    """
    asked = list(sentence.children(verb, "dobj", "dative"))
    for preposition in sentence.children(verb, "prep", "dative"):
        if preposition.lower in {"to", "with", "on"}:
            asked.extend(sentence.children(preposition, "pobj"))
    above = [verb, *asked]
    fors = [
        p
        for a in above
        for p in sentence.children(a, "prep", "dative")
        if p.lower == "for" and p.i > verb.i
    ]
    held = [t for p in fors[:1] for t in sentence.subtree(p) if t.i != p.i]
    return (asked[0] if asked else None, tuple(held)) if held and asked else None


def _person(sentence: Sentence, verb: Token) -> tuple[Token | None, tuple[Token, ...]] | None:
    inner = next(
        (
            c
            for c in sentence.children(verb, "xcomp", "ccomp", "advcl")
            if c.i > verb.i and is_infinitive(sentence, c)
        ),
        None,
    )
    if inner is None:
        return None
    asked = [*sentence.children(verb, "dobj"), *sentence.children(inner, "nsubj")]
    for preposition in sentence.children(verb, "prep"):
        if preposition.lower in {"on", "upon", "to"}:
            asked.extend(sentence.children(preposition, "pobj"))
    return (
        (
            asked[0],
            tuple(
                t
                for t in sentence.subtree(inner)
                if not t.dep.startswith("nsubj") or t.head != inner.i
            ),
        )
        if asked
        else None
    )


def _object(
    sentence: Sentence, verb: Token, row: VerbCue
) -> tuple[Token | None, tuple[Token, ...]] | None:
    for preposition in sentence.children(verb, "prep"):
        if f"{verb.lemma} {preposition.lower}" in row.lemmas:
            wanted = sentence.children(preposition, "pobj")
            if not any(
                _substantial(o) and not any(d.lower == "no" for d in sentence.children(o))
                for o in wanted
            ):
                return None
            return None, tuple(t for t in sentence.subtree(preposition) if t.i != preposition.i)
    if verb.lemma in row.lemmas:
        objects = [o for o in sentence.children(verb, "dobj") if o.i > verb.i and _substantial(o)]
        held = [t for o in objects for t in sentence.subtree(o)]
        return (recipient(sentence, verb), tuple(held)) if held else None
    return None


def _substantial(noun: Token) -> bool:
    """Whether the object of a cue is something to be had; thanks and silence are not."""
    return (
        noun.tag.startswith(("NN", "CD", "VBG", "$"))
        and noun.lemma not in cues().words.empty
        and noun.lower not in {"one", "more"}
    )


def _wanted(reading: Reading, sentence: Sentence, verb: Token) -> Iterator[Found]:
    """ "we want some processing to be based here": wanting of somebody else."""
    subject = surface_subject(sentence, verb)
    if (
        verb.lemma != "want"
        or subject is None
        or not (can_act(reading, sentence, subject) or subject.tag.startswith("NNP"))
    ):
        return
    inner = next(
        (
            c
            for c in sentence.children(verb, "ccomp")
            if (is_infinitive(sentence, c) or c.tag == "VBN") and sentence.children(c, *SUBJECTS)
        ),
        None,
    )
    if inner is not None:
        other = sentence.children(inner, *SUBJECTS)[0]
        to = other if can_act(reading, sentence, other) else None
        tokens = (
            tuple(sentence.subtree(inner))
            if subject.lower != "we"
            else (*sentence.subtree(subject), verb, *sentence.subtree(inner))
        )
        yield Found(
            proposal="request", confidence=WANTED, by=subject, to=to, tokens=tokens, own=True
        )


def _exchanged(reading: Reading, sentence: Sentence, verb: Token) -> Iterator[Found]:
    """ "we welcome your investments", "access in exchange for technology"."""
    subject = surface_subject(sentence, verb)
    if subject is None:
        return
    below = sentence.subtree(verb)
    swap = any(_swap(sentence, t) for t in below)
    welcome = verb.lemma == "welcome" and verb.tag in {"VBP", "VB"} and subject.lower == "we"
    invited = welcome and any(
        o.lemma in cues().words.invited for o in sentence.children(verb, "dobj")
    )
    near = swap and verb.tag in {"VBP", "VBZ", "VB"} and can_act(reading, sentence, subject)
    if invited or (near and not any(c.dep == "ccomp" for c in sentence.children(verb))):
        confidence = EXCHANGED if swap else INVITED
        yield Found(
            proposal="offer",
            confidence=confidence,
            by=subject,
            to=None,
            tokens=tuple(below),
            own=True,
        )


def _swap(sentence: Sentence, token: Token) -> bool:
    """ "in exchange for", "in return for"."""
    if token.lemma not in cues().words.exchange or token.dep != "pobj":
        return False
    return any(c.lower == "for" for c in sentence.children(token, "prep"))
