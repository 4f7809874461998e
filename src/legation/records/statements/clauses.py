"""Statements told by a verb and its complement: "X said that S", "S, X said", "X vowed to V", "X praised Y"."""

from collections.abc import Iterator

from legation.model import Sentence, Span, Token
from legation.records.statements.drafts import Draft, phrase, runs, wordy
from legation.records.statements.verbs import SpeechVerb, reporting, unreal

SUBJECTS = ("nsubj", "nsubjpass")
CLAUSES = ("ccomp",)
CLIMB = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "parataxis", "dep"})
AUXILIARIES = frozenset({"aux", "auxpass", "neg", "prt"})


def drafts(sentence: Sentence) -> Iterator[Draft]:
    """Every statement that a verb of the sentence reports, in order of the verbs."""
    for token in sentence.tokens:
        row = reporting(sentence, token)
        if row is None or unreal(sentence, token):
            continue
        found = _draft(sentence, token, row)
        if found is not None:
            yield found


def _draft(sentence: Sentence, verb: Token, row: SpeechVerb) -> Draft | None:
    subject = subject_of(sentence, verb)
    held = complement(sentence, verb, row, subject)
    if held is None:
        return None
    pattern, tokens = held
    around = frozenset({verb.i, subject.i} if subject else {verb.i})
    content = runs(sentence, [t for t in tokens if t.i not in around])
    if not content:
        return None
    return Draft(
        pattern=pattern,
        act=row.act,
        sentence=sentence.index,
        cue=(cue_span(sentence, verb),),
        content=content,
        speaker=phrase(sentence, subject, frozenset(t.i for t in tokens)) if subject else None,
        head=subject.span if subject else None,
        addressee=addressee(sentence, verb, row),
    )


def cue_span(sentence: Sentence, verb: Token) -> Span:
    """The verb with its auxiliaries and particle where they stand beside it."""
    near = [verb, *(c for c in sentence.children(verb) if c.dep in AUXILIARIES)]
    return next((s for s in runs(sentence, near) if s.start <= verb.start < s.end), verb.span)


def subject_of(sentence: Sentence, verb: Token) -> Token | None:
    """Who says it: the verb's own subject, the agent of a passive, or the subject of the verb that governs it."""
    agent = next((g for a in sentence.children(verb, "agent") for g in sentence.children(a, "pobj")), None)
    if agent is not None:
        return agent
    passive = any(c.dep == "auxpass" for c in sentence.children(verb))
    own = next(iter(sentence.children(verb, *SUBJECTS)), None)
    if own is not None:
        return None if passive and own.lower == "it" else own
    if verb.dep in {"relcl", "acl"}:
        return sentence.head(verb)
    if verb.dep in CLIMB and verb.head != verb.i:
        above = sentence.head(verb)
        return subject_of(sentence, above) if above.tag[:2] in {"VB", "IN", "MD"} or above.dep == "prep" else None
    return None


def complement(sentence: Sentence, verb: Token, row: SpeechVerb, subject: Token | None) -> tuple[str, list[Token]] | None:
    """The name of the pattern that fits and the tokens of what is said."""
    if "clause" in row.patterns or "quote" in row.patterns:
        clause = next(iter(sentence.children(verb, *CLAUSES)), None)
        if clause is not None:
            return "clause", _clause(sentence, verb, clause)
        if verb.dep in {"parataxis", "dep"} and subject is not None and subject.head == verb.i:
            return "parenthesis", _host(sentence, verb)
    if "infinitive" in row.patterns:
        inner = next((c for c in sentence.children(verb, "xcomp") if _infinitive(sentence, c)), None)
        if inner is not None:
            return "infinitive", sentence.subtree(inner)
    if "gerund" in row.patterns:
        inner = next((c for c in sentence.children(verb, "xcomp") if c.tag == "VBG"), None)
        if inner is not None:
            return "gerund", sentence.subtree(inner)
    return _nominal(sentence, verb, row)


def _nominal(sentence: Sentence, verb: Token, row: SpeechVerb) -> tuple[str, list[Token]] | None:
    if "person" in row.patterns:
        inner = next((c for c in sentence.children(verb, "xcomp", "ccomp") if _infinitive(sentence, c)), None)
        if inner is not None:
            start = min(t.i for t in sentence.subtree(inner))
            object_ = [t for o in sentence.children(verb, "dobj") for t in sentence.subtree(o) if t.i < start]
            return "person", [*object_, *sentence.subtree(inner)]
    for preposition in sentence.children(verb, "prep"):
        if preposition.lower in row.prepositions:
            inside = [t for t in sentence.subtree(preposition) if t.i != preposition.i]
            return ("preposition", inside) if inside else None
    if "object" in row.patterns:
        object_ = [t for o in sentence.children(verb, "dobj") for t in sentence.subtree(o)]
        return ("object", object_) if object_ else None
    return None


def _infinitive(sentence: Sentence, verb: Token) -> bool:
    return any(c.tag == "TO" for c in sentence.children(verb, "aux"))


def _clause(sentence: Sentence, verb: Token, clause: Token) -> list[Token]:
    """The complement; when it follows its verb, with what the parser hung on the verb after it."""
    tokens = sentence.subtree(clause)
    if clause.i < verb.i:
        return tokens
    end = max(t.i for t in tokens if wordy(t)) if any(map(wordy, tokens)) else clause.i
    for child in sentence.children(verb, "advcl", "prep", "npadvmod"):
        below = sentence.subtree(child)
        if child.i > end and child.tag != "VBG" and child.lower != "according":
            tokens = [*tokens, *below]
    return tokens


def _host(sentence: Sentence, verb: Token) -> list[Token]:
    """The clause into which "X said" is thrown, without it."""
    aside = {t.i for t in sentence.subtree(verb)}
    return [t for t in sentence.subtree(sentence.head(verb)) if t.i not in aside]


def addressee(sentence: Sentence, verb: Token, row: SpeechVerb) -> Span | None:
    """Whom it was said to: the object of "tell", "inform", "assure", "remind", or "to reporters"."""
    if row.lemma in {"tell", "inform", "assure", "remind", "ask", "warn"}:
        named = next(iter(sentence.children(verb, "dobj", "dative")), None)
        return phrase(sentence, named) if named is not None and named.tag[:2] in {"NN", "PR"} else None
    return None
