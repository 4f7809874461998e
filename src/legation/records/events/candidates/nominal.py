"""Events that nouns tell: "Russia's invasion of Ukraine", "talks between A and B", "the visit of
…".
"""

from collections.abc import Sequence

from legation.grammar.clauses import clause
from legation.grammar.outcomes import happening
from legation.grammar.phrases import content
from legation.lexicon import word_list, word_set
from legation.model import Party, Sentence, Token
from legation.records.events.candidates.drafts import Draft
from legation.records.events.candidates.exclusions import is_description
from legation.records.predicates import Cast, NounRow, public, senses

MUTUAL_WARS = frozenset({"war", "conflict"})
"""Nouns whose "with" leaves the other side to the sentence: "stayed neutral in the war with
Chad".
"""
SUFFERED = frozenset({"ASSAULT"})
"""Types of which it is told who suffered them though nobody is named as their author: "the
abduction of a Chadian envoy".
"""
POSTED = word_set("events", "nominal.posted")
CARRIERS = word_set("events", "nominal.carriers")
AGAINST = word_list("events", "nominal.against")

NOBODY_ACTS, GUESSED = 0.2, 0.15
"""What it costs that nobody is said to act, and that a side is taken from around or is alone: raw
scores, from which the curve in ``docs/quality.md`` reads the chance.
"""


def nominal(sentence: Sentence, cast: Cast, told: list[Draft]) -> list[Draft]:
    """The events that nouns tell and no verb has told yet."""
    used = {i for draft in told for i in draft.consumed}
    found = []
    for noun in sentence.tokens:
        row = senses.event_noun(sentence, noun) if noun.tag[:1] == "N" else None
        if row is None or is_description(sentence, noun):
            continue
        if row.alone and noun.i not in used and noun.dep != "compound":
            draft = _draft(sentence, noun, row, cast, alone=not told)
            found += [draft] if draft is not None else []
    return found


def _draft(
    sentence: Sentence, noun: Token, row: NounRow, cast: Cast, *, alone: bool
) -> Draft | None:
    actors, recipients, words = sides(sentence, noun, row, cast)
    inherited: tuple[str, ...] = ()
    if not actors and recipients:
        actors, more = _carried(sentence, noun, row, cast)
        words += more
    if row.role == "mutual":
        actors, recipients = [*actors, *recipients], []
        if len(actors) < 2:
            return None
    elif not actors and recipients and noun.lemma in MUTUAL_WARS:
        actors, inherited = _context(sentence, noun, cast, recipients), ("actors",)
    told = happening(sentence, noun)
    acted = bool(actors) or (alone and told == "actual" and _is_suffered(row, recipients))
    whole = bool(recipients) or _is_whole_alone(sentence, noun, row)
    if not acted or told == "none" or not whole:
        return None
    guessed = GUESSED if inherited or _one_sided(row, actors) else 0.0
    return Draft(
        sentence=sentence,
        trigger=noun,
        type=row.type,
        mode=row.mode,
        actors=tuple(actors),
        recipients=tuple(recipients),
        status=told,
        words=(noun, *words),
        consumed=frozenset({noun.i, *_clauses_used_up(sentence, noun, row)}),
        nominal=True,
        historical=row.group == "war",
        confidence=round(row.confidence - NOBODY_ACTS * (not actors) - guessed, 2),
        inherited=inherited,
    )


def _is_suffered(row: NounRow, recipients: Sequence[Party]) -> bool:
    """Whether a blow tells an event though nobody says whose: "the attack on the embassy"."""
    return row.type in SUFFERED and any(p.actor is not None for p in recipients)


def _is_whole_alone(sentence: Sentence, noun: Token, row: NounRow) -> bool:
    """Whether a noun that names nobody upon whom tells an event all the same."""
    if row.role == "mutual" or _given(sentence, noun, row):
        return True
    return row.group == "visit" and _done_by(sentence, noun)


def _clauses_used_up(sentence: Sentence, noun: Token, row: NounRow) -> list[int]:
    """The verbs that only say what a promise is of: "its pledge to help"."""
    held = sentence.children(noun, "acl", "relcl") if row.type == "AGREE" else []
    return [t.i for t in held]


def _one_sided(row: NounRow, actors: list[Party]) -> bool:
    """Talks of which only one side is known by name."""
    return (
        row.role == "mutual"
        and len({p.person or p.actor for p in actors if p.actor or p.person}) < 2
    )


def _done_by(sentence: Sentence, noun: Token) -> bool:
    """ "a visit by the minister" says who came, if not where to."""
    near = [t for t in sentence.tokens if noun.i < t.i <= noun.i + 4]
    return any(prep.lower == "by" for prep in [*sentence.children(noun, "prep", "agent"), *near])


def _given(sentence: Sentence, noun: Token, row: NounRow) -> bool:
    """ "its pledge to leave": a word given, even if to nobody in particular."""
    return row.type == "AGREE" and any(
        t.tag == "VB" for t in sentence.children(noun, "acl", "relcl")
    )


def _carried(
    sentence: Sentence, noun: Token, row: NounRow, cast: Cast
) -> tuple[list[Party], list[Token]]:
    """Whose it is in "the ministry's announcement of sanctions on …"."""
    prep = sentence.head(noun)
    above = sentence.head(prep)
    if noun.dep != "pobj" or prep.lower != "of" or above.lemma not in CARRIERS:
        return [], []
    actors, _, words = sides(sentence, above, row, cast)
    return actors, words


def sides(
    sentence: Sentence, noun: Token, row: NounRow, cast: Cast
) -> tuple[list[Party], list[Party], list[Token]]:
    """Who acts, upon whom, and the words that say so."""
    actors: list[Party] = []
    recipients: list[Party] = []
    words: list[Token] = []
    for token in _before(sentence, noun, deep=row.role == "mutual"):
        owner = _owner_of(sentence, token)
        crowd = row.group == "protest" and public(owner) is not None
        found = (
            cast.parties(sentence, owner, acting=False)
            if crowd or cast.at(owner) or token.dep == "poss"
            else []
        )
        actors += (
            [p for p in found if p not in actors] if row.role == "mutual" or not actors else []
        )
        words += [token] if found else []
    for prep in _prepositions(sentence, noun, row):
        for head in sentence.children(prep, "pobj"):
            into, head = _side(prep.lower, row), _before_or(sentence, head)
            found = _held(sentence, head, cast) if into else []
            target = actors if into == "actor" else recipients
            target += [p for p in found if p not in actors and p not in recipients]
            words += [prep, head] if found else []
    return actors, recipients, words


def _prepositions(sentence: Sentence, noun: Token, row: NounRow) -> list[Token]:
    """The prepositions of an event noun, and those that the parser hangs from what stands between:
    "the visit of the king to Chad", "the signing of a treaty between …", "a visit here this week by
    …"."""
    own = sentence.children(noun, "prep", "agent")
    below = [o for p in own for o in sentence.children(p, "pobj")]
    if row.group == "visit":
        own += [
            p
            for o in below
            if o.lemma not in POSTED
            for p in sentence.children(o, "prep")
            if p.lower == "to"
        ]
    if row.group == "signing":
        own += [
            p
            for o in below
            for p in sentence.children(o, "prep")
            if p.lower in {"between", "with", "by"}
        ]
    near = (
        t
        for t in sentence.tokens
        if noun.i < t.i <= noun.i + 4 and t.lower == "by" and t.tag == "IN"
    )
    by = next(near, None) if row.alone and row.of != "topic" else None
    adverbs = by is not None and all(
        t.tag in {"RB", "DT", "NN", "NNP"} for t in sentence.tokens if noun.i < t.i < by.i
    )
    return [*own, by] if by is not None and adverbs and by not in own else own


def _before(sentence: Sentence, noun: Token, *, deep: bool) -> list[Token]:
    """What stands before an event noun; of "an EU-Central Asia summit" the parser hangs one name
    from the other.
    """
    own = sentence.children(noun, "poss", "compound", "amod", "nmod")
    under = (
        [t for token in own for t in sentence.children(token, "compound", "amod", "nmod")]
        if deep
        else []
    )
    return sorted([*own, *under], key=lambda token: token.i)


def _held(sentence: Sentence, head: Token, cast: Cast) -> list[Party]:
    alone = head.dep == "poss"
    return cast.one(sentence, head) if alone else cast.parties(sentence, head, acting=False)


def _owner_of(sentence: Sentence, possessor: Token) -> Token:
    """In "the war with Mali or Chad's invasion of Niger" the parser joins Mali to Chad; the
    invasion is Chad's alone.
    """
    joined = sentence.children(possessor, "conj")
    either = any(t.lower == "or" for t in sentence.children(possessor, "cc"))
    return joined[-1] if possessor.dep == "poss" and either and joined else possessor


def _before_or(sentence: Sentence, noun: Token) -> Token:
    """And what stands before "or" belongs to the preposition before it."""
    owners = sentence.children(noun, "poss")
    return owners[0] if owners and _owner_of(sentence, owners[0]) is not owners[0] else noun


def _side(prep: str, row: NounRow) -> str | None:
    if prep in {"by", "between", "among"}:
        return "actor"
    if prep == "of":
        return row.of if row.of in {"actor", "recipient"} else None
    return "recipient" if prep in (row.recipient or AGAINST) else None


def _context(sentence: Sentence, noun: Token, cast: Cast, others: list[Party]) -> list[Party]:
    """Whose war it is where the noun does not say: the nearest party of the clause on the other
    side.
    """
    for above in sentence.ancestors(noun):
        if above.tag[:1] != "V":
            continue
        around = clause(sentence, above)
        for head in (around.object, around.subject):
            found = _owner(sentence, head, cast) if head is not None else []
            if found and not {p.actor for p in found} & {p.actor for p in others}:
                return found[:1]
    return []


def _owner(sentence: Sentence, head: Token, cast: Cast) -> list[Party]:
    found = cast.parties(sentence, content(sentence, head), acting=False)
    return [p for p in found if p.actor]
