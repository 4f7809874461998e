"""The grammatical subject of a verb, also where the sentence does not repeat it: in relative and
participial clauses, under control and raising, in joined verbs, and where the parser lost it.
"""

from legation.grammar.speech import outermost, reporting
from legation.grammar.voice import (
    SUBJECTS,
    is_bare_complement,
    is_headline,
    is_infinitive,
    is_passive,
)
from legation.grammar.words import words
from legation.model import Sentence, Token

HOPS = 12
"""Verbs that may stand between a verb and its subject; a longer chain is no sentence."""
CLIMB = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "parataxis", "dep"})
"""Relations by which a verb takes the subject of the verb above it."""
DONE_BY_OBJECT = frozenset({"from", "of", "into", "for"})
"""Prepositions whose gerund is done by the verb's object: "accused Chad of attacking"."""
CALLED_ON = frozenset({"on", "upon", "to", "with", "for"})
"""Prepositions behind which stands who is to act: "called on Chad to visit"."""


def surface_subject(sentence: Sentence, verb: Token) -> Token | None:
    """The noun that stands as subject of a verb: its own, that of its clause's noun for "who" and
    "which", or the one that it shares with or is lent by the verb above it.

    In the passive this is who suffers it. ``None`` where the sentence names nobody.
    """
    return _standing(sentence, verb, HOPS)


def _standing(sentence: Sentence, verb: Token, hops: int) -> Token | None:
    """The same, with so many verbs still to climb."""
    named = _trailing(sentence, verb) or own_subjects(sentence, verb)
    if named:
        first = named[0]
        return (antecedent(sentence, verb) or first) if is_relative(first) else first
    if is_headline(sentence, verb):
        return sentence.head(verb)
    taken = _taken(sentence, verb)
    if taken is not None or verb.head == verb.i or not hops:
        return taken
    return _swallowed(sentence, verb) or _inherited(sentence, verb, hops - 1)


def own_subjects(sentence: Sentence, verb: Token) -> list[Token]:
    """The subjects that the parser gave a verb, the nearest before it first: "The tariff, the
    minister said, will …" has two.
    """
    named = sentence.children(verb, *SUBJECTS)
    return sorted(named, key=lambda t: (t.i > verb.i, abs(t.i - verb.i)))


def is_relative(token: Token) -> bool:
    """Whether a subject only stands for the noun before its clause."""
    return token.lower in words().relatives and (token.tag[:1] == "W" or token.dep != "csubj")


def antecedent(sentence: Sentence, verb: Token) -> Token | None:
    """Whom "who" and "that" stand for: the noun that their clause hangs from, or hangs from with
    those joined to it.
    """
    held = relative_clause(sentence, verb)
    noun = sentence.head(held)
    return noun if held.dep in {"relcl", "acl"} and noun.tag[:1] in "NPDC" else None


def relative_clause(sentence: Sentence, verb: Token) -> Token:
    """The verb that a joined verb goes back to: "who came and said" hangs from "came"."""
    held = verb
    while held.dep == "conj" and held.head != held.i:
        held = sentence.head(held)
    return held


def _inherited(sentence: Sentence, verb: Token, hops: int) -> Token | None:
    """The subject that a verb without one of its own has from above."""
    head = sentence.head(verb)
    if verb.dep == "relcl":
        return head
    if verb.dep == "acl":
        return _host(sentence, verb, head, hops)
    if verb.dep in {"xcomp", "advcl"} or is_bare_complement(sentence, verb):
        controller = _controller(sentence, verb, head)
        if controller is not None:
            return controller
    if verb.dep == "pcomp":
        return _of_gerund(sentence, verb, head, hops)
    if verb.dep in CLIMB or is_bare_complement(sentence, verb):
        return _above(sentence, verb, hops)
    return None


def _controller(sentence: Sentence, verb: Token, head: Token) -> Token | None:
    """Who is asked, made or allowed to act: the object of the verb above, or the noun after "on" in
    "called on Chad to …"; nobody where the subject itself acts ("promised Chad to help").
    """
    if head.lemma in words().subject_control or is_passive(sentence, head):
        return None
    to = is_infinitive(sentence, verb)
    if verb.dep == "advcl" and not (to and verb.i > head.i):
        return None
    objects = _asked(sentence, verb, head)
    asking = to and reporting(sentence, head) is not None
    if objects:
        return objects[0] if verb.dep != "advcl" or asking else None
    called = [p for p in sentence.children(head, "prep") if p.lower in CALLED_ON and p.i < verb.i]
    named = [o for p in called for o in sentence.children(p, "pobj")]
    return named[0] if named and asking else None


def _asked(sentence: Sentence, verb: Token, head: Token) -> list[Token]:
    """The objects before a verb that may be who does it."""
    objects = [t for t in sentence.children(head, "dobj", "dative") if t.i < verb.i]
    return [t for t in objects if t.tag[:1] in "NPDC" and t.tag != "IN"]


def _of_gerund(sentence: Sentence, verb: Token, prep: Token, hops: int) -> Token | None:
    """Who does what stands after a preposition: "accused Chad of attacking" (Chad), "left without
    meeting" (who left), "quoted the minister as saying" (the minister).
    """
    above = sentence.head(prep)
    while above.dep in {"prep", "advmod", "acomp"} and above.head != above.i:
        above = sentence.head(above)
    objects = sentence.children(above, "dobj") if above.tag[:1] == "V" else []
    lent = prep.lower in DONE_BY_OBJECT or (prep.lower == "as" and above.lemma in words().quoting)
    if objects and objects[0].i < verb.i and lent and _is_somebody(objects[0]):
        return objects[0]
    if above.tag[:1] == "N":
        # the parser hangs "of" of "suspected Chad of attacking" from Chad
        return above if lent and above.dep in {"dobj", "nsubjpass"} else None
    return _standing(sentence, above, hops) if above.tag[:1] in "VMJ" else None


def _is_somebody(noun: Token) -> bool:
    """A name, a pronoun or a noun that no model takes for a thing: one who can act."""
    return noun.tag in {"NNP", "NNPS", "PRP", "NN", "NNS", "WP"}


def _above(sentence: Sentence, verb: Token, hops: int) -> Token | None:
    """The subject of the verb above; whoever says goes on ", adding that", and a verb joined in
    another tense goes back to the verb of that tense: "said X would help and added that …".
    """
    above = joined_to(sentence, verb)
    while above.dep == "prep" or (above.tag in {"RB", "JJ"} and above.dep in {"advmod", "acomp"}):
        above = sentence.head(above)
    told = reporting(sentence, verb) is not None
    trailing = verb.tag == "VBG" and verb.dep == "advcl" and after_comma(sentence, verb)
    if told and trailing:
        above = outermost(sentence, above)
    if above.tag[:1] in "VM" or above.dep in {"acomp", "prep"}:
        return _standing(sentence, above, hops)
    # a headline or a line without a verb: its own noun is who acts
    own = own_subjects(sentence, above)
    return own[0] if own else None


def joined_to(sentence: Sentence, verb: Token) -> Token:
    """The verb above; for a joined verb in another tense the one of its own tense: of "said X would
    help and added that …" what is joined is "said" and "added".
    """
    above = sentence.head(verb)
    if verb.dep == "conj" and verb.tag != above.tag and verb.tag in {"VBD", "VBZ"}:
        return outermost(sentence, above)
    return above


def _host(sentence: Sentence, verb: Token, noun: Token, hops: int) -> Token | None:
    """The noun that a participle hangs from; of "the decision to leave" the one who takes it
    leaves, and of "put out a report accusing the army" whoever put it out accuses.
    """
    paper = verb.tag == "VBG" and noun.lemma in words().papers
    if verb.tag in {"VBN", "VBG"} and not paper:
        return noun
    owners = [
        *sentence.children(noun, "poss"),
        *(t for t in sentence.children(noun, "amod", "compound") if t.entity in words().owners),
    ]
    if owners:
        return owners[0]
    above = sentence.head(noun)
    if paper and noun.dep == "pobj":
        above = sentence.head(above)
    alone = noun if paper else None
    if noun.dep not in {"dobj", "pobj"} or above.tag[:1] != "V" or is_passive(sentence, above):
        return alone
    return _standing(sentence, above, hops) or alone


def _swallowed(sentence: Sentence, verb: Token) -> Token | None:
    """The subject that the parser joined to the noun before it: of "rose 5 % to 8 billion euros and
    imports fell" it hangs "imports" from "euros".
    """
    if verb.dep != "conj" or not is_tensed(verb):
        return None
    first = min([verb.i, *(t.i for t in sentence.children(verb, "aux", "auxpass", "neg"))])
    held = [t for t in sentence.tokens if t.i < first and t.dep == "conj" and t.tag[:1] == "N"]
    if not held:
        return None
    noun = held[-1]
    joined = sentence.head(noun)
    whole = sentence.subtree(noun)
    beside = whole[-1].i == first - 1
    below = any(a.i == verb.head for a in sentence.ancestors(noun))
    after_and = any(t.i == whole[0].i - 1 for t in sentence.children(joined, "cc"))
    verbs = sentence.children(sentence.head(verb), "cc")
    joined_itself = any(joined.i < t.i < verb.i for t in verbs)
    return noun if beside and below and after_and and not joined_itself else None


def _trailing(sentence: Sentence, verb: Token) -> list[Token]:
    """Who goes on to say in a participle behind a comma or dash, where the parser made it the head
    of the sentence and gave it the noun before it: "X spoke of Chad and Mali - arguing that …".
    """
    if verb.tag != "VBG" or sentence.children(verb, "aux") or not after_comma(sentence, verb):
        return []
    if not reporting(sentence, verb):
        return []
    whole = [t for t in sentence.children(verb, "ccomp") if t.i < verb.i]
    return [t for inner in whole for t in own_subjects(sentence, inner)][:1]


def _taken(sentence: Sentence, verb: Token) -> Token | None:
    """The subject that the parser gave to a clause thrown in behind it: of "stakes in Peru, a land
    the union has kept at a distance, are increasing" it lets the stakes be kept.
    """
    first = min([verb.i, *(t.i for t in sentence.children(verb, "aux", "auxpass", "neg"))])
    if (
        first <= sentence.first
        or sentence.token(first - 1).text != ","
        or reporting(sentence, verb)
    ):
        return None
    for inner in sentence.children(verb, "ccomp"):
        subjects = [t for t in own_subjects(sentence, inner) if t.i < inner.i]
        if inner.i < first and subjects and not sentence.children(inner, "mark"):
            subject = subjects[0]
            between = (sentence.token(i).text for i in range(subject.i, inner.i))
            return subject if "," in between else None
    return None


def is_tensed(verb: Token) -> bool:
    """Whether the form itself has a tense, so that it shares no auxiliary with the verb before."""
    return verb.tag in {"VBD", "VBZ", "VBP"}


def after_comma(sentence: Sentence, token: Token) -> bool:
    """Whether a comma or dash stands right before the token."""
    return token.i > sentence.first and sentence.token(token.i - 1).text in {",", "-", "–", "—"}


def inverted(sentence: Sentence, verb: Token) -> Token | None:
    """ "…, insisted X" where the parser took X for an object."""
    if not any(
        c.dep == "ccomp" and c.i < verb.i for c in sentence.children(verb)
    ) and not _after_mark(sentence, verb):
        return None
    after = [c for c in sentence.children(verb, "dobj", "attr", "npadvmod", "oprd") if c.i > verb.i]
    return next((c for c in after if c.tag.startswith(("NN", "PRP"))), None)


def _after_mark(sentence: Sentence, verb: Token) -> bool:
    """Whether a quotation has just ended."""
    before = [
        t.text
        for t in sentence.tokens[max(0, verb.i - sentence.first - 2) : verb.i - sentence.first]
    ]
    return any(text in {"”", '"', "''", "»", "’"} for text in before)
