"""Statements told by a verb and its complement: "X said that S", "S, X said", "X vowed to V", "X
praised Y".
"""

from collections.abc import Iterable, Iterator
from functools import partial

from legation.grammar.sources import speaker
from legation.grammar.speech import SpeechVerb, is_report, reporting
from legation.grammar.steps import step
from legation.grammar.subjects import inverted, own_subjects, relative_clause
from legation.grammar.voice import is_participle, is_passive
from legation.grammar.words import words
from legation.lexicon import word_set
from legation.model import Sentence, Span, Stance, Token
from legation.records.agency import sayers, voice_of
from legation.records.phrases import own_clause, parted, phrase, runs, wordy
from legation.records.statements.candidates import extents
from legation.records.statements.candidates.drafts import Draft
from legation.records.statements.candidates.telling import (
    cue_words,
    held_back,
    is_told_by_few,
    silent,
    stance,
)

EMPTY_TAGS = frozenset({"WDT", "WP", "WRB", "DT", "PRP", "EX"})
LOOSE = word_set("statements", "verbal.loose")
"""Patterns of which nothing is told where the verb is denied: "did not announce the deal"."""
EMPTY_SPEAKERS = word_set("statements", "verbal.empty_speakers")
LISTENED_TO = word_set("statements", "verbal.listened_to")


def drafts(sentence: Sentence) -> Iterator[Draft]:
    """Every statement that a verb of the sentence reports, in order of the verbs."""
    for token in sentence.tokens:
        row = reporting(sentence, token)
        if row is None or is_told_by_few(sentence, token):
            continue
        found = _draft(sentence, token, row)
        if found is not None:
            yield found


def _draft(sentence: Sentence, verb: Token, row: SpeechVerb) -> Draft | None:
    subject = speaker(sentence, verb)
    held = _complement(sentence, verb, row, subject)
    if held is None or _idle(sentence, verb, row, subject, held[0]):
        return None
    pattern, tokens = held
    around = {verb.i, subject.i} if subject else {verb.i}
    tokens = own_clause(sentence, tokens, verb)
    content = _spoken(sentence, [t for t in tokens if t.i not in around])
    if not content or all(t.tag in EMPTY_TAGS for t in tokens if wordy(t)):
        return None
    stands = _stands(sentence, verb, pattern)
    if stands is None:
        return None
    own = _not_the_speaker(sentence, verb, subject, tokens)
    named = subject if subject is not None and subject.lower not in words().relatives else None
    return Draft(
        pattern=pattern,
        act=row.act,
        sentence=sentence.index,
        cue=(cue_span(sentence, verb),),
        content=content,
        speaker=phrase(sentence, named, own) if named else None,
        head=named.span if named else None,
        pronoun=_pronoun(sentence, verb) if named else None,
        addressee=addressee(sentence, verb, row),
        voice=voice_of(sentence, named) if named else "none",
        verb=verb.i,
        stance=stands,
    )


def _stands(sentence: Sentence, verb: Token, pattern: str) -> Stance | None:
    """How the speaker stands to the content; None where nothing is said."""
    found = stance(sentence, verb, _frames(sentence, verb, pattern))
    if found != "affirms" and pattern in LOOSE and held_back(sentence, verb):
        return None
    return found


def _not_the_speaker(
    sentence: Sentence, verb: Token, subject: Token | None, tokens: Iterable[Token]
) -> frozenset[int]:
    """Words below the subject that are no part of its name: the content, and the clause of the
    verb.
    """
    own = frozenset(t.i for t in tokens)
    if subject is not None and subject.i < verb.i:
        own |= {t.i for t in sentence.subtree(verb) if verb.i <= t.i}
    return own | _relative(sentence, verb, subject)


def _frames(sentence: Sentence, verb: Token, pattern: str) -> frozenset[str]:
    """What the content is to its verb, in the words of the lexicon's governors."""
    if pattern == "clause":
        ups = (step(sentence, inner) for inner in sentence.children(verb, "ccomp"))
        return next((up.frames for up in ups if up is not None), frozenset({"that"}))
    if pattern == "parenthesis":
        return frozenset({"that"})
    reports = any(is_report(t) for t in sentence.children(verb, "dobj", "pobj"))
    if any(t.tag == "VBG" for t in sentence.children(verb, "dobj", "xcomp")):
        return frozenset({"ing"})  # "ruled out joining"
    named = {"report"} if reports else {"obj"}
    return frozenset({"gerund": {"ing"}, "infinitive": {"inf"}}.get(pattern, named))


def _relative(sentence: Sentence, verb: Token, subject: Token | None) -> frozenset[int]:
    """The clause in which a noun speaks that it hangs from: of "farmers who have said" the farmers
    speak.
    """
    held = relative_clause(sentence, verb)
    hangs = subject is not None and held.dep in {"relcl", "acl"} and held.head == subject.i
    return frozenset(t.i for t in sentence.subtree(held)) if hangs else frozenset()


def _pronoun(sentence: Sentence, verb: Token) -> Span | None:
    """The relative pronoun beside a cue."""
    return next(
        (t.span for t in own_subjects(sentence, verb) if t.lower in words().relatives), None
    )


def _spoken(sentence: Sentence, tokens: list[Token]) -> tuple[Span, ...]:
    """The stretches of what is said, without the "which" of a relative clause ("which it says it
    needs").
    """
    spans = runs(sentence, tokens)
    if len(spans) < 2:
        return spans
    lone = {t.span for t in tokens if t.tag in {"WDT", "WP"}}
    return tuple(s for s in spans if s not in lone)


def _idle(
    sentence: Sentence, verb: Token, row: SpeechVerb, subject: Token | None, pattern: str
) -> bool:
    """What looks like a statement and is none: "you know", "leaders opposing the plan", "to
    discuss the test".
    """
    if row.act != "speech" and subject is not None and subject.lower in EMPTY_SPEAKERS:
        return True
    if row.lemma in sayers().of_documents and (
        subject is None or voice_of(sentence, subject) != "document"
    ):
        return True
    if row.lemma == "cite" and pattern == "object" and _names_source(sentence, verb):
        return True
    if (
        subject is not None
        and row.lemma in sayers().of_facts
        and voice_of(sentence, subject) in {"none", "unknown"}
    ):
        return True
    if pattern in {"clause", "parenthesis"}:
        return False
    if subject is None or voice_of(sentence, subject) == "none" or is_passive(sentence, verb):
        return True
    infinitive = any(c.tag == "TO" for c in sentence.children(verb, "aux"))
    return infinitive or verb.dep == "pcomp" or (verb.dep == "acl" and row.act != "speech")


def _names_source(sentence: Sentence, verb: Token) -> bool:
    """ "citing engineers" names who said it, not what was said."""
    return any(
        voice_of(sentence, o) in {"person", "body", "document"}
        for o in sentence.children(verb, "dobj")
    )


def cue_span(sentence: Sentence, verb: Token) -> Span:
    """The verb with its auxiliaries and particle where they stand beside it."""
    near = cue_words(sentence, verb)
    return next((s for s in runs(sentence, near) if s.start <= verb.start < s.end), verb.span)


def _complement(
    sentence: Sentence, verb: Token, row: SpeechVerb, subject: Token | None
) -> tuple[str, list[Token]] | None:
    """The name of the pattern that fits and the tokens of what is said."""
    if "naming" in row.patterns:
        named = extents.naming(sentence, verb)
        if named:
            return "naming", named
    if "clause" in row.patterns or "quote" in row.patterns:
        clause = next(
            filter(partial(_said, sentence, verb), sentence.children(verb, "ccomp")), None
        )
        if clause is not None and not ("person" in row.patterns and _infinitive(sentence, clause)):
            return "clause", [
                *_interrupted(sentence, verb, subject),
                *extents.clause(sentence, verb, clause),
            ]
        if _as(sentence, verb, row):
            return "parenthesis", extents.host(sentence, verb)
        thrown = verb.dep in {"parataxis", "dep"} and subject is not None and subject.head == verb.i
        if thrown and not _opened(sentence, verb):
            return "parenthesis", extents.host(sentence, verb)
    return _verbal(sentence, verb, row) or _nominal(sentence, verb, row)


def _said(sentence: Sentence, verb: Token, clause: Token) -> bool:
    """A clause after the verb, or before it with no semicolon between and no bare participle to
    say it.
    """
    if clause.i > verb.i:
        return True
    return not is_participle(sentence, verb) and not parted(
        sentence, _last(sentence, clause, verb), verb
    )


def _opened(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb's words begin after a semicolon: they say what follows them."""
    first = min(sentence.subtree(verb), key=lambda t: t.i)
    return first.i > sentence.first and sentence.token(first.i - 1).text == ";"


def _last(sentence: Sentence, clause: Token, verb: Token) -> Token:
    """The last word of a clause before its verb."""
    return max(
        (t for t in sentence.subtree(clause) if t.i < verb.i and wordy(t)),
        key=lambda t: t.i,
        default=clause,
    )


def _as(sentence: Sentence, verb: Token, row: SpeechVerb) -> bool:
    """ "As the minister noted, S", "as noted by the bank"; "as a rebel warned of war" says
    something of its own.
    """
    below = sentence.children(verb)
    if any(c.dep == "prep" and c.lower in row.prepositions for c in below):
        return False
    marked = any(
        c.lower == "as" and c.dep in {"mark", "advmod", "prep"} and c.i < verb.i for c in below
    )
    return (
        verb.dep == "advcl"
        and marked
        and not any(c.dep in {"dobj", "ccomp", "xcomp"} and c.lower != "it" for c in below)
    )


def _interrupted(sentence: Sentence, verb: Token, subject: Token | None) -> list[Token]:
    """ "The tariff, the minister said, will be lifted": the first subject belongs to what is
    said.
    """
    others = [
        c for c in own_subjects(sentence, verb)[1:] if subject is not None and c.i < subject.i
    ]
    return [t for c in others for t in sentence.subtree(c)]


def _verbal(sentence: Sentence, verb: Token, row: SpeechVerb) -> tuple[str, list[Token]] | None:
    inner = sentence.children(verb, "xcomp")
    if "infinitive" in row.patterns:
        found = next((c for c in inner if _infinitive(sentence, c)), None)
        if found is not None and not silent(verb, found):
            return "infinitive", extents.trimmed(sentence, verb, sentence.subtree(found))
    if "gerund" in row.patterns:
        found = next((c for c in inner if c.tag == "VBG"), None)
        if found is not None:
            return "gerund", extents.trimmed(sentence, verb, sentence.subtree(found))
    if "person" in row.patterns:
        found = next(
            (
                c
                for c in sentence.children(verb, "xcomp", "ccomp", "advcl")
                if _infinitive(sentence, c)
            ),
            None,
        )
        if found is not None:
            return "person", extents.person(sentence, verb, found)
    return None


def _nominal(sentence: Sentence, verb: Token, row: SpeechVerb) -> tuple[str, list[Token]] | None:
    for preposition in sentence.children(verb, "prep"):
        if preposition.lower in row.prepositions:
            inside = [t for t in sentence.subtree(preposition) if t.i != preposition.i]
            return ("preposition", inside) if inside else None
    if "object" in row.patterns:
        held = extents.object_of(sentence, verb)
        return ("object", held) if held else None
    return None


def _infinitive(sentence: Sentence, verb: Token) -> bool:
    return any(c.tag == "TO" for c in sentence.children(verb, "aux"))


def addressee(sentence: Sentence, verb: Token, row: SpeechVerb) -> Span | None:
    """Whom it was said to: the object of "tell", "inform", "assure", "remind"."""
    if row.lemma not in LISTENED_TO:
        return None
    named = next(iter(sentence.children(verb, "dobj", "dative")), None)
    if (
        named is None
        or named.lemma in sayers().occasions
        or named.tag[:2] not in {"NN", "PR"}
        or named == inverted(sentence, verb)
    ):
        return None
    return phrase(sentence, named)
