"""Who stands where around a verb: its logical subject and object in either voice, its prepositions
and complement.
"""

from msgspec import Struct

from legation.lexicon import word_set
from legation.model import Sentence, Token

CONTAINERS = word_set("predicates", "clauses.containers")

OWNERS = frozenset({"NORP", "GPE"})
PAPERS = word_set("predicates", "clauses.papers")
ADJECTIVAL = word_set("predicates", "clauses.adjectival")
RELATIVE = word_set("predicates", "clauses.relative")
TIMES = frozenset({"DATE", "TIME"})
CALENDAR = word_set("predicates", "clauses.calendar")


class Clause(Struct, frozen=True):
    """A verb with its arguments as tokens. ``subject`` is who acts, whatever the voice."""

    sentence: Sentence
    verb: Token
    passive: bool
    subject: Token | None
    object: Token | None
    dative: Token | None
    preps: tuple[tuple[str, Token], ...]
    particle: str
    complement: Token | None
    complement_kind: str
    shared_subject: bool = False

    def after(self, *names: str) -> list[Token]:
        """The nouns after these prepositions, in order."""
        return [noun for name, noun in self.preps if name in names]


def clause(sentence: Sentence, verb: Token) -> Clause:
    """The clause of a verb."""
    passive = is_passive(sentence, verb) and not _settled(sentence, verb)
    own = _own_subject(sentence, verb)
    heads = own or _inherited_subject(sentence, verb)
    objects = sentence.children(verb, "dobj", "attr")
    agent = _agent(sentence, verb)
    held = _object(sentence, verb, objects[0] if objects else None)
    complement, kind = _complement(sentence, verb)
    return Clause(
        sentence=sentence,
        verb=verb,
        passive=passive,
        subject=agent if passive else heads,
        object=heads if passive else held,
        dative=held if passive else next(iter(sentence.children(verb, "dative")), None),
        preps=tuple(_preps(sentence, verb, held)),
        particle=" ".join(t.lower for t in sentence.children(verb, "prt")),
        complement=complement,
        complement_kind=kind,
        shared_subject=own is None,
    )


def content(sentence: Sentence, noun: Token) -> Token:
    """The noun that carries the meaning: "talks" of "a round of talks"."""
    if noun.lemma not in CONTAINERS and noun.tag != "CD":
        return noun
    below = [
        o
        for p in sentence.children(noun, "prep")
        if p.lower == "of"
        for o in sentence.children(p, "pobj")
    ]
    return content(sentence, below[0]) if below else noun


def conjuncts(sentence: Sentence, head: Token) -> list[Token]:
    """A noun and those joined to it: "A, B and C"."""
    held = [head]
    for token in held:
        held.extend(t for t in sentence.children(token, "conj") if t.tag[:1] in "NPCJ")
        if len(held) > 40:
            break
    return held


def is_passive(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb is in the passive, a bare participle after a noun included ("a move opposed
    by …").
    """
    if sentence.children(verb, "auxpass", "nsubjpass"):
        return True
    if verb.tag == "VBN" and verb.dep in {"acl", "advcl"} and not sentence.children(verb, "aux"):
        return True
    joined = (
        verb.dep == "conj"
        and verb.tag == "VBN"
        and not sentence.children(verb, "aux", "dobj", "nsubj")
    )
    return joined and is_passive(sentence, sentence.head(verb))


def headline(sentence: Sentence, verb: Token) -> bool:
    """ "French president to visit Chad": an infinitive under a noun that heads the whole line."""
    above = sentence.head(verb)
    to = any(t.tag == "TO" for t in sentence.children(verb, "aux"))
    plan = verb.dep == "acl"  # "the decision to reduce imports"
    return to and not plan and above.dep == "ROOT" and above.tag[:1] == "N" and above.i < verb.i


def _settled(sentence: Sentence, verb: Token) -> bool:
    """ "Chad is committed to …", "is opposed to …": said of the one who is, and done by nobody."""
    by = sentence.children(verb, "agent") or [
        t for t in sentence.children(verb, "prep") if t.lower == "by"
    ]
    return verb.lemma in ADJECTIVAL and not by and bool(sentence.children(verb, "auxpass"))


def _own_subject(sentence: Sentence, verb: Token) -> Token | None:
    found = sentence.children(verb, "nsubj", "nsubjpass", "csubj")
    named = [t for t in found if t.lower not in RELATIVE]
    if named:
        return named[0]
    if not found and headline(sentence, verb):
        return sentence.head(verb)
    if verb.dep == "relcl" and not (sentence.children(verb, "dobj") and not found):
        return sentence.head(verb)
    return None


def _inherited_subject(sentence: Sentence, verb: Token, depth: int = 0) -> Token | None:
    head = sentence.head(verb)
    if head.i == verb.i or depth > 6:
        return None
    if verb.dep in {"acl", "relcl"}:
        return _host_noun(sentence, verb, head)
    if verb.dep in {"xcomp", "ccomp"} and not (
        verb.dep == "ccomp" and verb.tag not in {"VB", "VBG"}
    ):
        objects = sentence.children(head, "dobj")
        if objects and not is_passive(sentence, head):
            return objects[0]
    elif verb.dep not in {"conj", "advcl", "pcomp", "prep", "parataxis", "dep"}:
        return None
    while head.dep == "prep" or (head.tag == "RB" and head.dep == "advmod"):
        head = sentence.head(head)
    if head.tag[:1] == "V" or head.dep in {"ROOT", "conj", "acomp"}:
        return _own_subject(sentence, head) or _inherited_subject(sentence, head, depth + 1)
    return None


def _host_noun(sentence: Sentence, verb: Token, noun: Token) -> Token | None:
    """The noun that a participle hangs from; of "the decision to leave" the one who takes it
    leaves, not the decision.
    """
    paper = verb.tag == "VBG" and noun.lemma in PAPERS
    if (verb.tag in {"VBN", "VBG"} or verb.dep == "relcl") and not paper:
        return noun
    owners = sentence.children(noun, "poss") + [
        t for t in sentence.children(noun, "amod", "compound") if t.entity in OWNERS
    ]
    if owners:
        return owners[0]
    above = sentence.head(noun)
    if paper and noun.dep == "pobj":
        above = sentence.head(above)
    if noun.dep not in {"dobj", "pobj"} or above.tag[:1] != "V" or is_passive(sentence, above):
        return noun if paper else None
    return (
        _own_subject(sentence, above)
        or _inherited_subject(sentence, above)
        or (noun if paper else None)
    )


def _agent(sentence: Sentence, verb: Token) -> Token | None:
    by = sentence.children(verb, "agent") or [
        t for t in sentence.children(verb, "prep") if t.lower == "by"
    ]
    return next((o for p in by for o in sentence.children(p, "pobj")), None)


def _object(sentence: Sentence, verb: Token, noun: Token | None) -> Token | None:
    if (
        noun is None
        and verb.dep == "relcl"
        and not any(t.lower in RELATIVE for t in sentence.children(verb, "nsubj", "nsubjpass"))
    ):
        return sentence.head(verb) if sentence.children(verb, "nsubj") else None
    if noun is not None and noun.lower in RELATIVE and verb.dep == "relcl":
        return sentence.head(verb)
    return noun


def _preps(sentence: Sentence, verb: Token, held: Token | None) -> list[tuple[str, Token]]:
    """Prepositions of the verb, of its object and of the nouns after them: parsers differ on where
    they hang.
    """
    found: list[tuple[str, Token]] = []
    waiting = [verb] + ([held] if held is not None and held.head == verb.i else [])
    for holder in waiting:
        for prep in sentence.children(holder, "prep", "dative", "agent"):
            for noun in sentence.children(prep, "pobj"):
                if tells_time(noun):
                    continue  # "called the minister on Saturday" calls on nobody
                found.append((prep.lower, noun))
                if len(waiting) < 12:
                    waiting.append(noun)
            for inner in sentence.children(prep, "prep"):
                found.extend((inner.lower, noun) for noun in sentence.children(inner, "pobj"))
    return found


def tells_time(noun: Token) -> bool:
    """Whether a noun tells a time; of names only those of the calendar do, whatever the model
    takes them for.
    """
    return noun.entity in TIMES and (noun.tag[:3] != "NNP" or noun.lower.rstrip(".") in CALENDAR)


def _complement(sentence: Sentence, verb: Token) -> tuple[Token | None, str]:
    adjectives = sentence.children(verb, "acomp")
    if adjectives:
        return _complement(sentence, adjectives[0])
    for token in sentence.children(verb, "xcomp", "ccomp", "advcl"):
        to = any(t.tag == "TO" for t in sentence.children(token, "aux"))
        if token.dep == "advcl" and not to:
            continue
        if to:
            return token, "inf"
        if token.tag == "VBG":
            return token, "ing"
        if token.dep == "ccomp":
            return token, "that"
    for prep in sentence.children(verb, "prep"):
        for token in sentence.children(prep, "pcomp"):
            return token, "ing"
    return None, ""
