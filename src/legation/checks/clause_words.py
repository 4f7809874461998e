"""The words that belong to a number or a claim: its clause, and what stands before it."""

from legation.lexicon import word_set
from legation.model import Sentence, Span, Token

OTHER_CLAUSES = frozenset({"ccomp", "advcl", "parataxis", "csubj"})
VERBS = ("VB", "MD")
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OWN_SUBJECTS = ("nsubj", "nsubjpass", "expl")
APART = word_set("checks", "clause_words.apart")
"""Words that begin a clause about something else."""
BORDERS = word_set("checks", "clause_words.borders")
"""Words that another clause begins with."""


def words(sentence: Sentence, place: Span, numbers: frozenset[int] = frozenset()) -> list[Token]:
    """All words of the clause, and those that lead up to its number from the last border: what the
    parser makes a clause of its own ("EU processed exports to Ukraine rose") is none there.
    """
    found = {t.i: t for t in clause(sentence, place, numbers)}
    found |= {t.i: t for t in _leading(sentence, place, numbers)}
    return [found[i] for i in sorted(found)]


def _leading(sentence: Sentence, place: Span, numbers: frozenset[int]) -> list[Token]:
    """The words before a number up to a comma, a conjunction of clauses, or another number."""
    held: list[Token] = []
    for token in reversed([t for t in sentence.tokens if t.end <= place.start]):
        if token.lower in BORDERS or token.tag in (",", ":", ".", "``", "''"):
            break
        if token.start in numbers or _joins_clauses(sentence, token):
            break
        held.append(token)
    return held


def _joins_clauses(sentence: Sentence, token: Token) -> bool:
    return token.tag == "CC" and sentence.head(token).tag.startswith(VERBS)


def clause(sentence: Sentence, place: Span, numbers: frozenset[int] = frozenset()) -> list[Token]:
    """The words of the clause that holds a place: its verb with all that hangs from it, less the
    clauses that have a subject of their own, and the phrases of other ``numbers`` (their starts).
    """
    apex = sentence.apex(place)
    if apex is None:
        return []
    head = _governor(sentence, apex)
    held: list[Token] = []
    waiting = [head]
    while waiting:
        token = waiting.pop()
        held.append(token)
        waiting += [c for c in sentence.children(token) if not _parted(sentence, c, place, numbers)]
    return sorted(held, key=lambda token: token.i)


def _governor(sentence: Sentence, apex: Token) -> Token:
    """The verb of the clause, or the root where there is none; from a clause that only describes a
    noun ("exports, which reached …") on to the clause of that noun.
    """
    at = apex
    while at.head != at.i:
        if at.tag.startswith(VERBS) and _is_own_clause(sentence, at):
            return at
        at = sentence.head(at)
    return at


def _is_own_clause(sentence: Sentence, verb: Token) -> bool:
    if verb.dep in OTHER_CLAUSES:
        return True
    return verb.dep == "conj" and _has_subject(sentence, verb)


def _has_subject(sentence: Sentence, verb: Token) -> bool:
    return bool(sentence.children(verb, *OWN_SUBJECTS))


def _stands_apart(sentence: Sentence, verb: Token, first: Token) -> bool:
    """Whether a clause behind the number says something else: behind a comma, or with "while";
    "once inflation is taken out" belongs to it.
    """
    before = next((t for t in sentence.tokens if t.i == first.i - 1), None)
    if before is not None and before.tag in (",", ":", "-LRB-"):
        return True
    return any(t.lower in APART for t in sentence.children(verb, "mark", "advmod"))


def _parted(sentence: Sentence, token: Token, place: Span, numbers: frozenset[int]) -> bool:
    """Whether what hangs from a word is another clause, and does not hold the number."""
    below = sentence.subtree(token)
    if any(t.start <= place.start < t.end for t in below):
        return False
    if token.dep in OTHER_CLAUSES:
        if token.start < place.start:
            return _has_subject(sentence, token)
        return token.dep != "advcl" or _stands_apart(sentence, token, below[0])
    if token.dep == "conj" and token.tag.startswith(VERBS):
        return True
    return token.dep not in SUBJECTS and any(t.start in numbers for t in below)
