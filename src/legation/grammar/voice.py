"""The voice and the form of a verb."""

from legation.grammar.words import words
from legation.model import Sentence, Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")


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


def is_state(sentence: Sentence, verb: Token) -> bool:
    """ "Chad is committed to …", "is opposed to …": said of the one who is, and done by nobody."""
    return (
        verb.lemma in words().states
        and not by_phrases(sentence, verb)
        and bool(sentence.children(verb, "auxpass"))
    )


def by_phrases(sentence: Sentence, verb: Token) -> list[Token]:
    """The prepositions that may head the agent of a passive."""
    return sentence.children(verb, "agent") or [
        t for t in sentence.children(verb, "prep") if t.lower == "by"
    ]


def agent(sentence: Sentence, verb: Token) -> Token | None:
    """Who does what a passive tells: the noun after "by"."""
    held = [o for p in by_phrases(sentence, verb) for o in sentence.children(p, "pobj")]
    return held[0] if held else None


def is_infinitive(sentence: Sentence, verb: Token) -> bool:
    """Whether "to" stands before the verb."""
    return any(t.tag == "TO" for t in sentence.children(verb, "aux"))


def is_participle(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb is a bare "-ing": ", arguing that …"."""
    return verb.tag == "VBG" and not sentence.children(verb, "aux")


def is_finite(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb has a tense of its own, by its form or its auxiliaries."""
    if verb.tag in {"VBD", "VBZ", "VBP"}:
        return True
    return any(
        t.tag in {"MD", "VBD", "VBZ", "VBP"} for t in sentence.children(verb, "aux", "auxpass")
    )


def is_bare_complement(sentence: Sentence, verb: Token) -> bool:
    """Whether a complement has no tense of its own: "let Chad visit", not "say that Chad will
    visit".
    """
    modal = any(t.tag == "MD" for t in sentence.children(verb, "aux"))
    return verb.dep == "ccomp" and verb.tag in {"VB", "VBG"} and not modal


def is_headline(sentence: Sentence, verb: Token) -> bool:
    """ "French president to visit Chad": an infinitive under a noun that heads the whole line."""
    above = sentence.head(verb)
    line = above.dep == "ROOT" and above.tag[:1] == "N" and above.i < verb.i
    # "the decision to reduce imports" is a noun with its plan
    return is_infinitive(sentence, verb) and verb.dep != "acl" and line


def is_inverted(sentence: Sentence, verb: Token) -> bool:
    """ "Had Norway signed, …", "Has Norway signed?": a condition or a question; "Not only did
    Norway sign" is a deed.
    """
    below = sentence.children(verb)
    subjects = [t for t in below if t.dep in {"nsubj", "nsubjpass"}]
    fronted = [t for t in below if t.dep in {"aux", "auxpass"} and subjects and t.i < subjects[0].i]
    if not fronted or any(
        t.i < fronted[0].i and t.dep in {"cc", "preconj", "advmod", "neg"} for t in below
    ):
        return False
    conditional = fronted[0].lower in {"had", "were", "should"}
    return is_question(sentence) or (conditional and verb.dep in {"advcl", "ccomp", "ROOT"})


def is_question(sentence: Sentence) -> bool:
    """Whether the sentence ends in a question mark, a closing quotation mark aside."""
    return any(t.text == "?" for t in sentence.tokens[-2:])


def is_done_on_the_day(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb is told as done on the day of the report, as news writes it: not in the
    perfect.
    """
    below = {t.lower for t in sentence.children(verb, "aux", "auxpass")}
    if below & {"has", "have", "had", "'ve", "’ve", "having"}:
        return False
    past = is_passive(sentence, verb) and bool(below & {"was", "were"})
    return past or verb.tag in {"VBD", "VBZ", "VBP"}


def is_tensed_clause(sentence: Sentence, verb: Token) -> bool:
    """Whether a clause tells a fact: a tense and no modal; "demanded that Chad leave" does not."""
    below = sentence.children(verb, "aux", "auxpass")
    if any(t.tag == "MD" or t.lower in {"be", "to"} for t in below):
        return False
    return verb.tag in {"VBD", "VBZ"} or any(t.tag in {"VBD", "VBZ", "VBP"} for t in below)


def is_mandative(sentence: Sentence, verb: Token) -> bool:
    """ "demanded that the bloc lift", "that talks be held", "should lift": what is to be done."""
    if any(t.tag == "VB" and t.lower == "be" for t in sentence.children(verb, "auxpass")):
        below = {t.lower for t in sentence.children(verb, "aux")}
        return not below & {"will", "would", "to"}
    helped = sentence.children(verb, "aux")
    bare = verb.tag in {"VB", "VBP"}
    return bare and (not helped or any(t.lower == "should" for t in helped))
