"""Who said what: verbs with their complements, "according to", quotation marks, and speech that goes on."""

import re
from typing import Literal

from legation.model import Reading, Span, Statement, content_id
from legation.records.confidence import tier
from legation.records.statements import clauses, introduced, labels, learned, nesting, nouns, quoted, sources, speakers, venues
from legation.records.statements.drafts import Draft, readable

Mode = Literal["direct", "indirect", "mixed"]
__all__ = ["extract"]

CONFIDENCE = {
    "clause": 0.9,
    "parenthesis": 0.9,
    "according": 0.9,
    "beside": 0.87,
    "signed": 0.85,
    "carried": 0.8,
    "noun clause": 0.85,
    "label": 0.85,
    "introduced": 0.85,
    "headline": 0.75,
    "gerund": 0.75,
    "preposition": 0.75,
    "object": 0.7,
    "naming": 0.7,
    "person": 0.7,
    "learned": 0.6,
    "infinitive": 0.6,
    "noun infinitive": 0.5,
    "noun preposition": 0.5,
}
"""The share of records of a pattern whose content overlaps, by half or more, with what two readers marked as said in news
articles on public gold (1,650 records, November 2026); with quotation marks around it a record is as sure as "beside"."""
LOOSE = re.compile(r"[\s,;]+(?:and|but)$")
VERBATIM = frozenset({"label", "introduced"})
"""Patterns that give a speaker's own words without quotation marks."""
MIXED = 0.12
"""What inner quotation marks cost: of 21 such records read in November 2026 eight had a part too much or too little, or
another's name, while of the others nine in ten were right in every field."""
RAGGED = 0.15
"""What it costs where the content begins within a clause or ends within a word, a participle says it, or the verb may mean
something other than speech: of the sure statements read in November 2026 those were wrong more often than right."""
UNSUPPORTED = 0.15
"""What it costs at most where the sequence model doubts the words: on the folds of the corpus a third of the drafts whose
words it thought hardly said (under 0.1) were right, and 86 in a hundred of those that it was sure of (over 0.9)."""
WEAK = frozenset({"show", "offer", "highlight", "indicate", "find", "decide", "fear"})
FINITE = frozenset({"VBZ", "VBP", "VBD", "MD", "WDT"})
DOUBT = {"person": 0.0, "body": 0.0, "document": 0.0, "unknown": 0.1, "none": 0.2}
"""What is taken off where the speaker is of a kind that may not speak, or is missing."""


def extract(reading: Reading) -> list[Statement]:
    """The statements of a document in the order of the text; each knows the statement that holds it (``said_in``)."""
    drafts = learned.joined(reading, drafts_of(reading))
    places = venues.of_drafts(reading, drafts)
    return nesting.linked([_statement(reading, draft, places.get(n)) for n, draft in enumerate(drafts)])


def drafts_of(reading: Reading) -> list[Draft]:
    """What the syntax gives, with the quotations worked in."""
    prose = (s for s in reading.sentences if readable(s))
    found = [d for s in prose for d in (*clauses.drafts(s), *sources.drafts(s), *nouns.drafts(s))]
    found.extend(labels.drafts(reading))
    found.extend(introduced.drafts(reading))
    return nesting.told(quoted.joined(reading, nesting.outside_quotations(reading, found)))


def _statement(reading: Reading, draft: Draft, place: venues.Place | None) -> Statement:
    content = tuple(_trimmed(reading, span) for span in draft.content)
    mode: Mode = "direct" if draft.pattern in VERBATIM else _mode(reading, content)
    confidence = _confidence(draft, mode) - RAGGED * _ragged(reading, draft, content, mode)
    confidence -= UNSUPPORTED * (1 - draft.support) if draft.support is not None else 0.0
    confidence = round(max(0.0, confidence), 2)
    inherited = [*(["speaker"] if draft.carried else []), *(["venue"] if place and place.inherited else [])]
    return Statement(
        id=content_id(reading.key, "statement", draft.act, draft.cue, content),
        evidence=tuple(sorted({*content, *draft.cue})),
        sentence=reading.sentences[draft.sentence].span,
        confidence=confidence,
        tier=tier("statement", confidence),
        inherited=tuple(inherited),
        act=draft.act,
        speaker=speakers.resolve(reading, draft.speaker, draft.head, draft.pronoun) if draft.speaker else None,
        addressee=speakers.resolve(reading, draft.addressee, None) if draft.addressee else None,
        mode=mode,
        content=content,
        cue=draft.cue,
        venue=place.venue if place else None,
    )


def _trimmed(reading: Reading, span: Span) -> Span:
    """Without the comma that stands before a closing mark ("…," he said), or the "and" that joins what is not said."""
    words = LOOSE.sub("", reading.text(span).rstrip(" ,;"))
    return Span(span.start, span.start + len(words)) if words else span


def _confidence(draft: Draft, mode: Mode) -> float:
    base = CONFIDENCE[draft.pattern]
    if mode == "direct" and draft.act == "speech":
        base = max(base, CONFIDENCE["beside"])
    elif draft.act == "thought":
        base = min(base, CONFIDENCE["infinitive"])
    ragged = MIXED if mode == "mixed" else 0.0
    return round(base - ragged - DOUBT[draft.voice if draft.speaker else "none"], 2)


def _ragged(reading: Reading, draft: Draft, content: tuple[Span, ...], mode: Mode) -> bool:
    """Whether the words of a statement give reason to doubt that this, and all of this, was said."""
    text = reading.document.text
    if any(span.end < len(text) and text[span.end - 1 : span.end + 1].isalnum() for span in content if span):
        return True
    cue = [t for span in draft.cue for t in reading.sentences[draft.sentence].within(span) if t.tag[:1] == "V"]
    if draft.pattern == "clause" and cue and (cue[-1].lemma in WEAK or (len(cue) == 1 and cue[0].tag == "VBG")):
        return True
    return (
        mode == "indirect"
        and bool(content)
        and (_begins_within(reading, draft, content[0]) or _ends_within(reading, draft, content))
    )


def _begins_within(reading: Reading, draft: Draft, span: Span) -> bool:
    """ "accounts for half of it": a clause without its subject; or what hangs from a noun before it, beside "according to"."""
    tokens = reading.sentences[draft.sentence].tokens
    number = next((n for n, t in enumerate(tokens) if t.start >= span.start), None)
    if number is None:
        return False
    before = tokens[number - 1] if number else None
    loose = draft.pattern == "according" and before is not None and before.tag[:1] == "N" and before.end < span.start
    return tokens[number].tag in FINITE or loose


def _ends_within(reading: Reading, draft: Draft, content: tuple[Span, ...]) -> bool:
    """Whether the clause goes on with a verb that is neither said nor says it."""
    end = max(span.end for span in content)
    after = next((t for t in reading.sentences[draft.sentence].tokens if t.start >= end), None)
    return after is not None and after.tag[:1] in "VM" and not any(after.span.overlaps(cue) for cue in draft.cue)


def _mode(reading: Reading, content: tuple[Span, ...]) -> Mode:
    quotes = quoted.within(reading, content)
    if not quotes:
        return "indirect"
    text = reading.document.text
    loose = (i for c in content for i in range(*c) if text[i].isalnum() and not any(q.start <= i < q.end for q in quotes))
    return "mixed" if next(loose, None) is not None else "direct"
