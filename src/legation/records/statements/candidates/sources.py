"""Statements told by their source: "According to X, S" and "S, according to X"."""

from collections.abc import Iterator

from legation.lexicon import word_set
from legation.model import Sentence, Token
from legation.records.agency import sayers
from legation.records.phrases import own_clause, phrase, runs
from legation.records.statements.candidates.drafts import Draft

NO_SOURCES = word_set("statements", "sources.no_sources")
CLAUSE_TAGS = ("VB", "MD")


def drafts(sentence: Sentence) -> Iterator[Draft]:
    """Statements whose source stands in "according to"."""
    for token in sentence.tokens:
        found = None
        if token.lower == "according":
            found = _according(sentence, token)
        elif token.lemma in sayers().words and token.dep == "pobj":
            found = _in_words(sentence, token)
        if found is not None:
            yield found


def _in_words(sentence: Sentence, noun: Token) -> Draft | None:
    """ "In the minister's words, S", "in the view of the bank, S"."""
    preposition = sentence.head(noun)
    owned = [
        *sentence.children(noun, "poss"),
        *(
            p
            for o in sentence.children(noun, "prep")
            if o.lower == "of"
            for p in sentence.children(o, "pobj")
        ),
    ]
    if (
        preposition.lower != "in"
        or not owned
        or (owned[0].tag == "PRP$" and owned[0].lower in {"my", "our", "your"})
    ):
        return None
    host = clause_above(sentence, preposition)
    aside = {t.i for t in sentence.subtree(preposition)}
    content = runs(sentence, [t for t in sentence.subtree(host) if t.i not in aside])
    if not content:
        return None
    return Draft(
        pattern="according",
        act="speech",
        sentence=sentence.index,
        cue=runs(sentence, [noun]),
        content=content,
        speaker=phrase(sentence, owned[0]),
        head=owned[0].span,
    )


def _according(sentence: Sentence, token: Token) -> Draft | None:
    to = next((c for c in sentence.children(token, "prep") if c.lower == "to"), None)
    source = next(iter(sentence.children(to, "pobj")), None) if to else None
    if to is None or source is None or source.lemma in NO_SOURCES:
        return None
    aside = {t.i for t in sentence.subtree(token)}
    host = clause_above(sentence, token)
    later = _later(sentence, host, token)
    whole = own_clause(sentence, sentence.subtree(host), token)
    content = runs(sentence, [t for t in whole if t.i not in aside and t.i not in later])
    if not content:
        return None
    cue = runs(sentence, [token, to])
    return Draft(
        pattern="according",
        act="speech",
        sentence=sentence.index,
        cue=cue,
        content=content,
        speaker=phrase(sentence, source),
        head=source.span,
    )


def _later(sentence: Sentence, host: Token, token: Token) -> set[int]:
    """ "…, according to X, and S": a clause of its own after the source is the outlet's."""
    if token.i < host.i:
        return set()
    after = [
        c
        for c in sentence.children(host, "conj")
        if c.i > token.i and sentence.children(c, "nsubj", "nsubjpass")
    ]
    return {t.i for c in after for t in sentence.subtree(c)} | {
        c.i for c in sentence.children(host, "cc") if c.i > token.i
    }


def clause_above(sentence: Sentence, token: Token) -> Token:
    """The nearest verb above a token, or the root of the sentence."""
    above = list(sentence.ancestors(token))
    return next(
        (t for t in above if t.tag.startswith(CLAUSE_TAGS) and t.dep not in {"xcomp", "acl"}),
        above[-1] if above else token,
    )
