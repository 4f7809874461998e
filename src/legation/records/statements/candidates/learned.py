"""The rules' drafts and the sequence model's marks together: what both see, what one doubts, what
only the model saw.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from legation.grammar.speech import reporting
from legation.model import Reading, Sentence, Span, Stance, Token
from legation.records.agency import voice_of
from legation.records.phrases import phrase
from legation.records.statements.candidates.drafts import Draft
from legation.records.statements.candidates.marking import CONTENT, CUE, SPEAKER
from legation.records.statements.candidates.sequence import Marked, Model, marked, shipped
from legation.records.statements.candidates.telling import is_told_by_few, stance, unreal

ADDED = 0.7
"""A content that only the model saw must be as likely as this, on average over its words …"""
CUED = 0.5
"""… and its cue as this; swept over 0.3 … 0.9 by folds of the train part of the corpus."""
EMPTY = frozenset({"it", "there"})
"""Subjects of "it is untrue that", who say nothing."""
FEWEST = 3
"""Words of the shortest content that is believed without a rule."""


class Thresholds(NamedTuple):
    """From what likelihood of content and of cue a statement is believed that no rule found."""

    content: float = ADDED
    cue: float = CUED


def joined(
    reading: Reading,
    drafts: Sequence[Draft],
    model: Model | None = None,
    at: Thresholds | None = None,
) -> list[Draft]:
    """The drafts, each with what the model thinks of it (``support``), and those that only the
    model saw.
    """
    found = list(marked(model or shipped(), reading, drafts))
    seen = {each.sentence.index: each for each in found}
    kept = [_supported(draft, seen.get(draft.sentence)) for draft in drafts]
    taken = [span for draft in drafts for span in draft.content]
    return [*kept, *(draft for each in found for draft in _added(each, taken, at or Thresholds()))]


def _supported(draft: Draft, seen: Marked | None) -> Draft:
    return draft.with_support(seen.support(draft.content, CONTENT) if seen is not None else 0.0)


def _added(seen: Marked, taken: Sequence[Span], at: Thresholds) -> Iterator[Draft]:
    """The contents that no rule found, each with the nearest cue and the speaker beside it."""
    cues = seen.stretches(CUE)
    speakers = seen.stretches(SPEAKER)
    used: set[Span] = set()
    for content in seen.stretches(CONTENT):
        free = not any(content.overlaps(span) for span in taken)
        cue = _nearest(content, cues)
        if free and cue is not None and cue not in used and _believed(seen, content, cue, at):
            used.add(cue)
            draft = _draft(seen, content, cue, _nearest(cue, speakers))
            if not _idle(seen, draft):
                yield draft


def _idle(seen: Marked, draft: Draft) -> bool:
    """A verb that the rules know, of a subject that cannot speak ("the war shows that …"): they
    passed it over on purpose.
    """
    telling = next((t for t in seen.sentence.tokens if t.i == draft.verb), None)
    if telling is not None and is_told_by_few(seen.sentence, telling):
        return True
    known = telling is not None and reporting(seen.sentence, telling) is not None
    nobody = draft.head is not None and any(
        t.lower in EMPTY for t in seen.sentence.within(draft.head)
    )
    return nobody if not known else draft.voice in {"none", "unknown"}


def _nearest(span: Span, others: Sequence[Span]) -> Span | None:
    return min(
        others, key=lambda other: max(other.start - span.end, span.start - other.end), default=None
    )


def _believed(seen: Marked, content: Span, cue: Span, at: Thresholds) -> bool:
    sure = seen.support([content], CONTENT) >= at.content and seen.support([cue], CUE) >= at.cue
    long = len(seen.sentence.within(content)) >= FEWEST
    return (
        sure
        and long
        and not any(
            unreal(seen.sentence, t) for t in seen.sentence.within(cue) if t.tag[:2] == "VB"
        )
    )


def _draft(seen: Marked, content: Span, cue: Span, speaker: Span | None) -> Draft:
    sentence = seen.sentence
    head = sentence.apex(speaker) if speaker is not None else None
    telling = _telling(seen, cue)
    row = reporting(sentence, telling) if telling is not None else None
    return Draft(
        pattern="learned",
        act=row.act if row is not None else "speech",
        sentence=sentence.index,
        cue=(cue,),
        content=(content,),
        speaker=phrase(sentence, head, _outside(seen, head, speaker))
        if head is not None and speaker is not None
        else None,
        head=head.span if head is not None else None,
        voice=voice_of(sentence, head) if head is not None else "none",
        verb=telling.i if telling is not None else None,
        stance=_stands(sentence, telling, content),
        support=seen.support([content], CONTENT),
    )


def _stands(sentence: Sentence, telling: Token | None, content: Span) -> Stance:
    """How the speaker stands to a content that only the model saw, by its first word."""
    if telling is None or telling.tag[:1] != "V":
        return "affirms"
    first = sentence.within(content)[:1]
    kind = {"VBG": "ing", "TO": "inf", "IN": "that"}.get(first[0].tag if first else "", "obj")
    return stance(sentence, telling, frozenset({kind})) or "affirms"


def _outside(seen: Marked, head: Token, speaker: Span) -> frozenset[int]:
    """The words of the head's phrase that the model did not take for the speaker."""
    return frozenset(t.i for t in seen.sentence.subtree(head) if not t.span.overlaps(speaker))


def _telling(seen: Marked, cue: Span) -> Token | None:
    """The word of a cue that tells: its verb, or else its last word."""
    held = seen.sentence.within(cue)
    return next((t for t in reversed(held) if t.tag[:2] == "VB"), held[-1] if held else None)
