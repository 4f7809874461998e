"""Who said what: verbs with their complements, "according to", quotation marks, and speech that goes on."""

from typing import Literal

from legation.model import Reading, Span, Statement, content_id
from legation.records.confidence import tier
from legation.records.statements import clauses, nesting, nouns, quoted, sources, speakers
from legation.records.statements.drafts import Draft

Mode = Literal["direct", "indirect", "mixed"]
__all__ = ["extract"]

CONFIDENCE = {
    "clause": 0.9,
    "parenthesis": 0.85,
    "according": 0.85,
    "beside": 0.85,
    "signed": 0.8,
    "carried": 0.6,
    "infinitive": 0.75,
    "person": 0.75,
    "preposition": 0.7,
    "gerund": 0.7,
    "object": 0.6,
    "naming": 0.6,
    "noun clause": 0.7,
    "noun infinitive": 0.6,
    "noun preposition": 0.6,
}


def extract(reading: Reading) -> list[Statement]:
    """The statements of a document in the order of the text; each knows the statement that holds it (``said_in``)."""
    return nesting.linked([_statement(reading, draft) for draft in drafts_of(reading)])


def drafts_of(reading: Reading) -> list[Draft]:
    """What the syntax gives, with the quotations worked in."""
    found = [d for s in reading.sentences for d in (*clauses.drafts(s), *sources.drafts(s), *nouns.drafts(s))]
    return nesting.told(quoted.joined(reading, nesting.outside_quotations(reading, found)))


def _statement(reading: Reading, draft: Draft) -> Statement:
    confidence = CONFIDENCE[draft.pattern] - (0.0 if draft.speaker else 0.2)
    sentence = reading.sentences[draft.sentence].span
    return Statement(
        id=content_id(reading.document.id, "statement", draft.act, draft.cue, draft.content),
        evidence=tuple(sorted({*draft.content, *draft.cue})),
        sentence=sentence,
        confidence=confidence,
        tier=tier("statement", confidence),
        inherited=("speaker",) if draft.carried else (),
        act=draft.act,
        speaker=speakers.resolve(reading, draft.speaker, draft.head) if draft.speaker else None,
        addressee=speakers.resolve(reading, draft.addressee, None) if draft.addressee else None,
        mode=_mode(reading, draft.content),
        content=draft.content,
        cue=draft.cue,
    )


def _mode(reading: Reading, content: tuple[Span, ...]) -> Mode:
    quotes = [q.span for q in reading.quotations if any(q.span.overlaps(c) for c in content)]
    if not quotes:
        return "indirect"
    text = reading.document.text
    loose = [i for c in content for i in range(*c) if text[i].isalnum() and not any(q.start <= i < q.end for q in quotes)]
    return "mixed" if loose else "direct"
