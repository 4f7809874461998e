"""Proposals told by a modal, an adjective or a noun: "must", "is ready to", "it is vital that",
"has scope to".
"""

from collections.abc import Iterator

from legation.grammar.moods import is_negated
from legation.grammar.subjects import surface_subject
from legation.grammar.voice import SUBJECTS, is_infinitive
from legation.lexicon import word_set
from legation.model import Reading, Sentence, Token
from legation.records.proposals.candidates.agents import can_act
from legation.records.proposals.candidates.cues import cues
from legation.records.proposals.candidates.found import Found, recipient

CONDITIONED = 0.65
ASSISTED = 0.6
UNSURE = word_set("proposals", "modal.unsure")


def modal(reading: Reading, sentence: Sentence, modal: Token) -> Iterator[Found]:
    """The proposal of a modal verb whose subject can act."""
    verb = sentence.head(modal)
    subject = surface_subject(sentence, verb)
    if modal.dep != "aux" or subject is None or subject.i > modal.i:
        return
    if not can_act(reading, sentence, subject) and not (
        modal.lower == "should" and subject.tag.startswith("NNP")
    ):
        return
    if any(c.dep == "mark" and c.lower in {"whether", "if"} for c in sentence.children(verb)):
        return
    if any(c.lower in {"have", "'ve"} and c.dep == "aux" for c in sentence.children(verb)):
        return
    clause = tuple(sentence.subtree(verb))
    for row in cues().modals:
        if modal.lower in row.forms and (row.proposal != "plan" or _deed(sentence, verb)):
            asked = row.proposal != "plan"
            by = None if asked else subject
            yield Found(
                proposal=row.proposal,
                confidence=row.confidence,
                by=by,
                to=subject if asked else None,
                tokens=clause,
                own=not asked,
            )
            return
    if modal.lower in {"can", "could"} and not is_negated(sentence, verb):
        yield from _able(sentence, verb, subject)


def _deed(sentence: Sentence, verb: Token) -> bool:
    return (
        verb.lemma in cues().words.deeds
        and not is_negated(sentence, verb)
        and verb.dep in {"ROOT", "ccomp", "conj"}
    )


def _able(sentence: Sentence, verb: Token, subject: Token) -> Iterator[Found]:
    """ "could be of assistance", "can foster change if both sides …"."""
    words = cues().words
    aided = verb.lemma == "be" and any(
        t.lemma in words.aid
        for p in sentence.children(verb, "prep")
        for t in sentence.children(p, "pobj")
    )
    condition = any(
        m.lower == "if"
        for c in sentence.children(verb, "advcl")
        for m in sentence.children(c, "mark")
    )
    if aided or (verb.lemma in words.helping and condition):
        held = _whole(sentence, verb)
        confidence = CONDITIONED if condition else ASSISTED
        yield Found(
            proposal="recommendation", confidence=confidence, by=None, to=subject, tokens=held
        )


def _whole(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """The clause; for "areas where the bloc could be of help" the sentence that names the areas."""
    where = any(c.lower in {"where", "in"} for c in sentence.subtree(verb)[:2])
    if verb.dep == "relcl" and where:
        return sentence.tokens
    return tuple(sentence.subtree(verb))


def adjective(reading: Reading, sentence: Sentence, token: Token) -> Iterator[Found]:
    """The proposal of an adjective: somebody is ready, or something is necessary."""
    row = next(
        (r for r in cues().adjectives if token.lemma in r.lemmas or token.lower in r.lemmas), None
    )
    if row is None:
        yield from _impersonal(sentence, token)
        return
    inner = next((c for c in sentence.children(token, "xcomp") if is_infinitive(sentence, c)), None)
    verb = token if token.tag == "VBN" else sentence.head(token)
    subject = surface_subject(sentence, verb)
    if inner is None or subject is None or _unready(sentence, verb, token):
        return
    if can_act(reading, sentence, subject) or subject.tag.startswith("NNP"):
        yield Found(
            proposal=row.proposal,
            confidence=row.confidence,
            by=subject,
            to=recipient(sentence, inner),
            tokens=tuple(sentence.subtree(inner)),
            own=True,
        )


def _unready(sentence: Sentence, verb: Token, token: Token) -> bool:
    below = [*sentence.children(verb), *sentence.children(token)]
    return any(c.dep == "neg" or c.lower in UNSURE for c in below)


def _impersonal(sentence: Sentence, token: Token) -> Iterator[Found]:
    """ "it is essential that", "it is necessary for both sides to"."""
    row = next((r for r in cues().impersonal if token.lemma in r.lemmas), None)
    copula = sentence.head(token)
    if (
        row is None
        or copula.lemma != "be"
        or copula.tag not in {"VBZ", "VBP"}
        or is_negated(sentence, copula)
    ):
        return
    if not any(c.lower == "it" for c in sentence.children(copula, "nsubj", "expl")):
        return
    inner = next(
        iter(
            [
                *sentence.children(copula, "xcomp", "ccomp", "advcl"),
                *sentence.children(token, "xcomp", "ccomp"),
            ]
        ),
        None,
    )
    if inner is not None and inner.i > token.i:
        to = next(iter(sentence.children(inner, *SUBJECTS)), None)
        yield Found(
            proposal=row.proposal,
            confidence=row.confidence,
            by=None,
            to=to,
            tokens=tuple(sentence.subtree(inner)),
        )


def noun(reading: Reading, sentence: Sentence, word: Token) -> Iterator[Found]:
    """ "a call for talks", "its plan to build a dam", "the readiness to help", "has scope to
    support".
    """
    yield from _scope(reading, sentence, word)
    row = next((r for r in cues().nominal if word.lemma in r.lemmas), None)
    if row is None or word.dep in {"compound", "poss"} or is_negated(sentence, sentence.head(word)):
        return
    tokens = _asked(sentence, word)
    owner = next(iter(sentence.children(word, "poss")), None)
    verb = sentence.head(word)
    subject = owner or (surface_subject(sentence, verb) if verb.tag.startswith("VB") else None)
    if (
        tokens
        and subject is not None
        and (can_act(reading, sentence, subject) or subject.tag.startswith(("NNP", "PRP")))
    ):
        yield Found(
            proposal=row.proposal,
            confidence=row.confidence,
            by=None if subject is owner and subject.tag == "PRP$" else subject,
            to=None,
            tokens=tokens,
            own=True,
        )


def _asked(sentence: Sentence, word: Token) -> tuple[Token, ...]:
    """What a noun asks or promises: "to V", "that S", "for X"."""
    for child in sentence.children(word, "acl", "relcl", "ccomp", "xcomp"):
        marked = any(c.dep == "mark" and c.lower == "that" for c in sentence.children(child))
        if child.i > word.i and (
            is_infinitive(sentence, child) or (child.dep != "relcl" and marked)
        ):
            return tuple(sentence.subtree(child))
    for preposition in sentence.children(word, "prep"):
        if preposition.lower == "for" and word.lemma in cues().words.sought:
            return tuple(t for t in sentence.subtree(preposition) if t.i != preposition.i)
    return ()


def imperative(sentence: Sentence, verb: Token) -> Iterator[Found]:
    """ "Publish the contracts.", "Let the two sides meet first.": what an author, or the one who
    is quoted, would have done.
    """
    if (
        verb.tag != "VB"
        or verb.dep != "ROOT"
        or sentence.children(verb, *SUBJECTS, "aux", "neg")
        or verb.lemma in cues().words.idle
    ):
        return
    opening = [
        t for t in sentence.tokens if t.i < verb.i and t.text not in {'"', "“", ",", "-", "•", "–"}
    ]
    words = sentence.subtree(verb)
    if len(opening) > 1 or len(words) < MIN_WORDS or any(t.lower not in OPENERS for t in opening):
        return
    if not sentence.children(verb, "dobj", "ccomp", "xcomp", "prep"):
        return
    held = tuple(t for t in words if t.i >= verb.i)
    yield Found(proposal="recommendation", confidence=COMMANDED, by=None, to=None, tokens=held)


OPENERS = word_set("proposals", "modal.openers")
MIN_WORDS = 4
COMMANDED = 0.65


def _scope(reading: Reading, sentence: Sentence, word: Token) -> Iterator[Found]:
    """ "has scope to support": what somebody could do."""
    row = next((r for r in cues().nouns if word.lemma in r.lemmas), None)
    if (
        row is None
        or word.dep != "dobj"
        or sentence.head(word).lemma != "have"
        or sentence.head(word).tag not in {"VBZ", "VBP"}
    ):
        return
    verb = sentence.head(word)
    subject = surface_subject(sentence, verb)
    inner = next(
        (c for c in sentence.children(word, "relcl", "acl") if is_infinitive(sentence, c)), None
    )
    if inner is None or inner.lemma not in cues().words.helping:
        return
    if (
        subject is not None
        and can_act(reading, sentence, subject)
        and not is_negated(sentence, verb)
    ):
        tokens = tuple(sentence.subtree(verb))
        yield Found(
            proposal=row.proposal, confidence=row.confidence, by=None, to=subject, tokens=tokens
        )
