"""Who is the subject of a verb, also where the sentence does not repeat it."""

from legation.lexicon import word_set
from legation.model import Sentence, Token
from legation.records.statements.candidates.verbs import reporting

SUBJECTS = ("nsubj", "nsubjpass")
CLIMB = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "parataxis", "dep"})
DAYS = word_set("statements", "subjects.days")
RELATIVE = word_set("statements", "subjects.relative")
HOPS = 20
"""Verbs that may stand between a verb and its subject; a longer chain is no sentence."""
QUOTED = frozenset({"quote", "cite"})


def passive(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb is in the passive voice."""
    return any(c.dep in {"auxpass", "nsubjpass"} for c in sentence.children(verb))


def participle(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb is a bare "-ing": it follows its clause (", arguing that …") and has no
    subject of its own.
    """
    return verb.tag == "VBG" and not any(c.dep == "aux" for c in sentence.children(verb))


def subject_of(sentence: Sentence, verb: Token, hops: int = HOPS) -> Token | None:
    """Who says it: the agent of a passive, the verb's own subject, or the subject of the verb that
    governs it.
    """
    agent = next(
        (g for a in sentence.children(verb, "agent") for g in sentence.children(a, "pobj")), None
    )
    if agent is not None:
        return agent
    if participle(sentence, verb) and verb.dep == "ROOT":
        before = [c for c in sentence.children(verb, "ccomp", "advcl") if c.i < verb.i]
        return (
            subject_of(sentence, before[0], hops - 1)
            if before and hops
            else next(iter(sentence.children(verb, *SUBJECTS)), None)
        )
    own = next(iter(nearest(sentence, verb)), None)
    if passive(sentence, verb) and verb.lemma not in QUOTED:
        return None
    if own is not None and own.lower in RELATIVE:
        return _related(sentence, verb) or own
    if own is not None:
        return own
    if verb.dep == "pcomp" and sentence.head(verb).lower == "as":
        return _quoted_as(sentence, sentence.head(sentence.head(verb)))
    if verb.dep in {"relcl", "acl"} and verb.head != verb.i:
        return sentence.head(verb)
    if verb.dep in CLIMB and verb.head != verb.i and hops:
        return _above(sentence, verb, hops - 1)
    return None


def _related(sentence: Sentence, verb: Token) -> Token | None:
    """Whom "who" and "that" stand for: the noun that their clause hangs from, or hangs from with
    those joined to it.
    """
    held = relative_clause(sentence, verb)
    noun = sentence.head(held)
    return noun if held.dep in {"relcl", "acl"} and noun.tag[:1] in "NP" else None


def relative_clause(sentence: Sentence, verb: Token) -> Token:
    """The verb that a joined verb goes back to: "who came and said" hangs from "came"."""
    held = verb
    while held.dep == "conj" and held.head != held.i:
        held = sentence.head(held)
    return held


def _quoted_as(sentence: Sentence, verb: Token) -> Token | None:
    """ "quoted the minister as saying" and "the minister was quoted as saying"."""
    named = sentence.children(verb, "dobj") or sentence.children(verb, *SUBJECTS)
    return named[0] if verb.lemma in QUOTED and named else None


def _above(sentence: Sentence, verb: Token, hops: int) -> Token | None:
    if verb.tag == "VBG" and verb.dep == "advcl" and after_comma(sentence, verb):
        return subject_of(sentence, outermost(sentence, sentence.head(verb)), hops)
    above = sentence.head(verb)
    if verb.dep == "conj" and verb.tag != above.tag and verb.tag in {"VBD", "VBZ"}:
        above = outermost(sentence, above)
    return (
        subject_of(sentence, above, hops)
        if above.tag[:2] in {"VB", "IN", "MD"} or above.dep == "prep"
        else None
    )


def nearest(sentence: Sentence, verb: Token) -> list[Token]:
    """The subjects that the parser gave a verb, the nearest before it first: "The tariff, the
    minister said, will …" has two.
    """
    named = [t for t in sentence.children(verb, *SUBJECTS) if t.lower not in DAYS]
    return sorted(named, key=lambda t: (t.i > verb.i, abs(t.i - verb.i)))


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


def after_comma(sentence: Sentence, token: Token) -> bool:
    """Whether a comma or dash stands right before the token."""
    return token.i > sentence.first and sentence.token(token.i - 1).text in {",", "-", "–", "—"}


def outermost(sentence: Sentence, verb: Token) -> Token:
    """The verb that reports the clause in which ``verb`` stands: whoever says goes on ", adding
    that".
    """
    held = verb
    while (
        held.dep == "ccomp"
        and held.head != held.i
        and reporting(sentence, sentence.head(held)) is not None
    ):
        held = sentence.head(held)
    return held
