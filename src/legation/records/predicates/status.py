"""Whether what a verb or noun tells has happened: negation, modality, tense and the verbs that
govern it.
"""

from functools import cache
from typing import Literal

from msgspec import Struct

from legation.lexicon import table, word_set
from legation.model import Sentence, Token
from legation.records.predicates.clauses import headline, is_passive

Status = Literal["actual", "planned", "hypothetical", "negated", "none"]
"""``none``: what should happen, or what something else is done for, tells of no event."""
FUTURE_IN_PAST = frozenset({"would", "'d"})
BEFORE = frozenset({"before", "pending"})
EVES = frozenset({"ahead", "eve", "advance"})
REPROACH = word_set("predicates", "status.reproach")
OPEN = frozenset({"rule", "exclude", "preclude"})
"""What is "not ruled out" is left open, and no refusal."""
RANK: dict[Status, int] = {"actual": 0, "planned": 1, "hypothetical": 2, "negated": 3, "none": 4}


class Negator(Struct, frozen=True, kw_only=True):
    """A row of ``negators.csv``: ``place`` is ``word`` (beside the verb), ``verb`` (governing),
    ``prep`` or ``noun``.
    """

    lemma: str
    place: str
    example: str = ""


class Modal(Struct, frozen=True, kw_only=True):
    """A row of ``modals.csv``: what a word makes of the verb that it governs."""

    lemma: str
    place: str
    """``aux`` beside the verb, ``verb`` above it, ``noun`` ("a plan to"), ``adj`` ("ready to"),
    ``mark`` ("if"), ``mod`` before an event noun ("a planned visit")."""
    status: Status
    example: str = ""


@cache
def negators(place: str) -> frozenset[str]:
    """The negators of one place."""
    return frozenset(row.lemma for row in table("negators", Negator) if row.place == place)


@cache
def modals(place: str) -> dict[str, Status]:
    """What each modal word of one place makes of its verb."""
    return {row.lemma: row.status for row in table("modals", Modal) if row.place == place}


def worse(*found: Status) -> Status:
    """The one that is furthest from having happened."""
    return max(found, key=RANK.__getitem__)


def of_verb(sentence: Sentence, verb: Token, depth: int = 0) -> Status:
    """The status of what a verb tells."""
    return worse(_beside(sentence, verb), _marked(sentence, verb), _above(sentence, verb, depth))


def _beside(sentence: Sentence, verb: Token) -> Status:
    below = sentence.children(verb)
    if any(
        t.dep == "neg" or t.lower in negators("word")
        for t in below
        if t.dep in {"neg", "advmod", "preconj"}
    ):
        return "negated"
    subjects = [t for t in below if t.dep in {"nsubj", "nsubjpass", "dobj"}]
    if any(t.lower in negators("noun") or _no(sentence, t) for t in subjects) or _nor(
        sentence, verb
    ):
        return "negated"
    found: list[Status] = [
        modals("aux")[t.lemma] for t in below if t.dep == "aux" and t.lemma in modals("aux")
    ]
    if (
        found == ["hypothetical"]
        and _reported(sentence, verb)
        and any(t.lemma in FUTURE_IN_PAST for t in below)
    ):
        found = ["planned"]
    if _inverted(sentence, verb, below):
        return "hypothetical"
    if not found and headline(sentence, verb):
        return "planned"
    if (
        not found
        and any(t.tag == "TO" for t in below)
        and verb.dep in {"acl", "relcl", "advcl", "ROOT"}
    ):
        return "planned" if _intended(sentence, verb) else "none"
    alone = verb.dep == "conj" and not [t for t in below if t.dep in {"nsubj", "nsubjpass"}]
    if not found and alone and not _finite_beside_bare(sentence, verb):
        return (
            _beside(sentence, sentence.head(verb)) if sentence.head(verb).i < verb.i else "actual"
        )
    return worse("actual", *found)


def _inverted(sentence: Sentence, verb: Token, below: list[Token]) -> bool:
    """ "Had Norway signed, …", "Has Norway signed?": a condition or a question; "Not only did
    Norway sign" is a deed.
    """
    subjects = [t for t in below if t.dep in {"nsubj", "nsubjpass"}]
    fronted = [t for t in below if t.dep in {"aux", "auxpass"} and subjects and t.i < subjects[0].i]
    if not fronted or any(
        t.i < fronted[0].i and t.dep in {"cc", "preconj", "advmod", "neg"} for t in below
    ):
        return False
    asked = sentence.tokens[-1].text == "?" or (
        len(sentence.tokens) > 1 and sentence.tokens[-2].text == "?"
    )
    return asked or (
        fronted[0].lower in {"had", "were", "should"} and verb.dep in {"advcl", "ccomp", "ROOT"}
    )


def _finite_beside_bare(sentence: Sentence, verb: Token) -> bool:
    """ "would not recognise it and thanked Chad": a verb with a tense of its own shares no
    auxiliary, and no "not".
    """
    return verb.tag in {"VBD", "VBZ"} and sentence.head(verb).tag == "VB"


def _reported(sentence: Sentence, verb: Token) -> bool:
    """Whether a clause is what someone said: "said it would leave" is "it will leave", moved into
    the past.
    """
    return verb.dep == "ccomp" and sentence.head(verb).tag == "VBD"


def _intended(sentence: Sentence, verb: Token) -> bool:
    """Whether an infinitive hangs from a plan ("a plan to visit") or a headline's subject, not
    from a purpose.
    """
    return (
        verb.dep == "ROOT"
        or sentence.head(verb).lemma in modals("noun")
        or _promised(sentence, verb)
    )


def _promised(sentence: Sentence, verb: Token) -> bool:
    """ "concurred to meet": what is decided, though the parser may take it for a purpose."""
    head = sentence.head(verb)
    decided = verb.dep == "advcl" and head.tag[:1] == "V" and verb.i > head.i
    return (
        decided
        and modals("verb").get(head.lemma) == "planned"
        and not sentence.children(head, "dobj", "nsubjpass")
    )


def _nor(sentence: Sentence, verb: Token) -> bool:
    """ "…, nor did it suspend trade", "Nor did it …"; the parser hangs "nor" from either verb."""
    before = [t for t in sentence.children(verb, "cc", "preconj") if t.i < verb.i]
    if verb.dep == "conj":
        before += [
            t
            for t in sentence.children(sentence.head(verb), "cc")
            if sentence.head(verb).i < t.i < verb.i
        ][-1:]
    return any(t.lower == "nor" for t in before)


def _no(sentence: Sentence, noun: Token) -> bool:
    return any(
        t.lower in {"no", "neither"} for t in sentence.children(noun, "det", "neg", "preconj")
    )


def _marked(sentence: Sentence, verb: Token) -> Status:
    marks = [t for t in sentence.children(verb, "mark", "advmod") if t.lower in modals("mark")]
    return worse("actual", *(modals("mark")[t.lower] for t in marks))


def _above(sentence: Sentence, verb: Token, depth: int) -> Status:
    head = sentence.head(verb)
    if head.i == verb.i or depth > 8:
        return "actual"
    if verb.dep in {"xcomp", "pcomp", "ccomp", "conj", "acl", "advcl", "pobj", "relcl"}:
        return worse(_made(sentence, verb, head), _through(sentence, verb, head, depth))
    return "actual"


def _made(sentence: Sentence, verb: Token, head: Token) -> Status:
    """What the governing word makes of it."""
    if head.dep == "prep" or head.tag in {"IN", "RB"}:
        if head.lower in negators("prep") or any(
            t.lower in negators("prep") for t in sentence.children(head, "advmod")
        ):
            return "negated"
        if verb.dep in {"pcomp"}:
            return (
                _made(sentence, head, sentence.head(head))
                if sentence.head(head).i != head.i
                else "actual"
            )
        return "actual"
    if verb.dep in {"xcomp", "prep"} or _is_bare(sentence, verb):
        return _of_complement(sentence, verb, head)
    if _promised(sentence, verb):
        return "planned"
    if verb.dep == "acl" and verb.tag == "VB":
        if _no(sentence, head):
            return "negated"  # "has no plans to visit"
        return modals("noun").get(head.lemma, "planned")
    if verb.dep == "ccomp":
        made = modals("verb").get(head.lemma, "actual")
        return "hypothetical" if _left_open(sentence, verb, head, made) else made
    return "actual"


def _of_complement(sentence: Sentence, verb: Token, head: Token) -> Status:
    """What a verb, adjective or noun makes of the infinitive or gerund that completes it."""
    if head.lemma in negators("verb"):
        return "actual" if _beside(sentence, head) == "negated" else "negated"
    if head.lemma == "be" or (head.lemma == "have" and verb.dep == "xcomp"):
        return "planned"
    if head.tag[:1] == "N":
        return modals("noun").get(head.lemma, "actual")
    return modals("verb").get(head.lemma, modals("adj").get(head.lemma, "actual"))


def _is_bare(sentence: Sentence, verb: Token) -> bool:
    """Whether a complement has no tense of its own: "let Chad visit", and not "say that Chad will
    visit".
    """
    return (
        verb.dep == "ccomp"
        and verb.tag in {"VB", "VBG"}
        and not any(t.tag == "MD" for t in sentence.children(verb, "aux"))
    )


def _left_open(sentence: Sentence, verb: Token, head: Token, made: Status) -> bool:
    """ "did not rule out that it will visit", "did not deny that it had attacked": neither told
    nor denied.
    """
    open_ended = made == "negated" or any(t.tag == "MD" for t in sentence.children(verb, "aux"))
    return open_ended and _beside(sentence, head) == "negated"


def _through(sentence: Sentence, verb: Token, head: Token, depth: int) -> Status:
    """What governs the governing word counts too ("is not expected to try to …"), but not over a
    finite clause.
    """
    governed = verb.dep in {"xcomp", "pcomp"} or _is_bare(sentence, verb)
    if governed and head.tag[:1] in "VJI":
        return (
            of_verb(sentence, head, depth + 1)
            if head.lemma not in negators("verb")
            else _above(sentence, head, depth + 1)
        )
    if verb.dep == "conj" and not sentence.children(verb, "nsubj", "nsubjpass"):
        return _above(sentence, head, depth + 1)
    if verb.dep == "advcl" and verb.tag == "VBG" and not sentence.children(verb, "mark"):
        return of_verb(sentence, head, depth + 1)
    return "actual"


def of_noun(sentence: Sentence, noun: Token) -> Status:
    """The status of what an event noun tells: "a planned visit", "no talks", "plans for a
    visit".
    """
    before = sentence.children(noun, "amod", "compound", "det", "neg")
    own: list[Status] = [
        ("negated" if t.lower == "no" else modals("mod").get(t.lower, "actual")) for t in before
    ]
    return worse("actual", *own, _behind_noun(sentence, noun), _over_noun(sentence, noun))


def _behind_noun(sentence: Sentence, noun: Token) -> Status:
    """ "talks scheduled for May", "the meeting, due to take place next week"."""
    behind = [
        t
        for t in sentence.children(noun, "acl", "relcl", "amod", "prep", "acomp", "advcl")
        if t.i > noun.i
    ]
    told = [modals("adj").get(t.lemma, "actual") for t in behind if t.tag[:1] != "V"]
    told += [
        modals("verb").get(t.lemma, "actual")
        for t in behind
        if t.tag == "VBN" and modals("verb").get(t.lemma) == "planned"
    ]
    told += [of_verb(sentence, t) for t in behind if t.dep == "relcl" and t.tag in {"VB", "VBN"}]
    return "planned" if "planned" in told else "actual"


def _over_noun(sentence: Sentence, noun: Token) -> Status:
    """What the verb, noun or preposition over an event noun makes of it."""
    head = sentence.head(noun)
    if noun.dep == "pobj" and head.i != noun.i:
        above = sentence.head(head)
        denied: Status = (
            "negated"
            if head.lower in negators("prep")
            else "planned"
            if _ahead_of(sentence, head)
            else "actual"
        )
        over = [above] if above.tag[:1] == "N" else sentence.children(above, "nsubj", "nsubjpass")
        return worse(denied, *(modals("noun").get(each.lemma, "actual") for each in over))
    if noun.dep not in {"nsubj", "nsubjpass", "dobj", "attr"} or head.tag[:1] != "V":
        return "actual"
    found = of_verb(sentence, head)
    if head.lemma in OPEN and noun.dep in {"dobj", "nsubjpass"}:
        return "hypothetical" if found == "negated" else "negated"
    if noun.dep in {"dobj", "nsubjpass"}:
        made = modals("verb").get(head.lemma, "actual")
        found = worse(found, "actual" if head.lemma in REPROACH else made)
        found = "negated" if head.lemma in negators("verb") else found
    return found


def _ahead_of(sentence: Sentence, prep: Token) -> bool:
    """ "ahead of talks", "on the eve of a visit", "before her visit"."""
    over = sentence.head(prep)
    return prep.lower in BEFORE or (prep.lower == "of" and over.lower in EVES)


def passive_or_past(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb is told as done on the day of the report, as news writes it."""
    below = {t.lower for t in sentence.children(verb, "aux", "auxpass")}
    perfect = below & {"has", "have", "had", "'ve", "having"}
    return not perfect and (
        verb.tag in {"VBD", "VBZ", "VBP"}
        or (is_passive(sentence, verb) and bool(below & {"was", "were"}))
    )
