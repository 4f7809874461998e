"""What is denied, doubted or left unsaid about a clause: "rejected reports that S", "cast doubt on
claims that S", "called the claim that S a lie", "is not convinced that S".
"""

from collections.abc import Iterator

from legation.grammar.factuality import factuality
from legation.grammar.sources import Link, calls_false
from legation.grammar.steps import step
from legation.grammar.words import words
from legation.model import Sentence, Span, Token
from legation.records.agency import voice_of
from legation.records.phrases import phrase, runs
from legation.records.statements.candidates.drafts import Draft
from legation.records.statements.candidates.telling import cue_words, is_nobody

CLAUSES = frozenset({"ccomp", "acl", "relcl", "csubj", "pcomp", "xcomp", "advcl"})


def drafts(sentence: Sentence) -> Iterator[Draft]:
    """The statements of those who do not stand by a clause of the sentence, outermost clause
    first.
    """
    told: set[tuple[int, int]] = set()
    for verb in sentence.tokens:
        if verb.tag[:1] not in "VM" or verb.dep not in CLAUSES:
            continue
        up = step(sentence, verb)
        if up is None or up.through or not up.finite:
            continue
        below = frozenset(t.i for t in sentence.subtree(verb))
        for link in factuality(sentence, verb).chain:
            outside = link.cue.i not in below and not any(
                (link.cue.i, i) in told for i in [t.i for t in sentence.ancestors(verb)]
            )
            named = link.source is not None and not is_nobody(sentence, link.source)
            if link.stance != "affirms" and named and outside:
                told.add((link.cue.i, verb.i))
                yield _draft(sentence, verb, link, below)


def _draft(sentence: Sentence, verb: Token, link: Link, below: frozenset[int]) -> Draft:
    source = link.source
    assert source is not None
    cue = runs(sentence, cue_words(sentence, link.cue))
    return Draft(
        pattern="disputed",
        act="speech",
        sentence=sentence.index,
        cue=cue,
        content=runs(sentence, _clause(sentence, verb, link)),
        speaker=phrase(sentence, source, below | {link.cue.i}),
        head=source.span,
        voice=voice_of(sentence, source),
        verb=link.cue.i,
        stance=link.stance,
    )


def _clause(sentence: Sentence, verb: Token, link: Link) -> list[Token]:
    """What is disputed; without the "a lie" that the parser hangs in at its end."""
    held = sentence.subtree(verb)
    if link.cue.lemma not in words().naming:
        return held
    false = [t for t in held if t.i > verb.i and calls_false(t)]
    last = false[-1] if false else None
    behind = [t for t in held if last is not None and t.i > last.i and t.text[:1].isalnum()]
    if last is None or behind:
        return held
    first = min([last.i, *(t.i for t in sentence.subtree(last))])
    as_before = sentence.token(max(first - 1, sentence.first)).lower == "as"
    return [t for t in held if t.i < first - as_before]


def preferred(disputed: list[Draft], told: list[Draft], loose: frozenset[str]) -> list[Draft]:
    """The other drafts without those that tell a dispute more loosely by the same cue: of "rejected
    the claim that S" the content is S.
    """
    cues = [span for draft in disputed for span in draft.cue]
    return [d for d in told if d.pattern not in loose or not _met(d, cues)]


def free(disputed: list[Draft], told: list[Draft]) -> list[Draft]:
    """The disputes that no other draft tells by the same cue."""
    cues = [span for draft in told for span in draft.cue]
    return [d for d in disputed if not _met(d, cues)]


def _met(draft: Draft, cues: list[Span]) -> bool:
    return any(span.overlaps(other) for span in draft.cue for other in cues)
