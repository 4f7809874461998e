"""Who said what: verbs with their complements, "according to", quotation marks, and speech that
goes on.
"""

import re
from collections.abc import Sequence
from typing import Literal

from msgspec.structs import replace

from legation.model import Reading, Span, Statement, content_id
from legation.records import speakers
from legation.records.confidence import tier
from legation.records.phrases import readable
from legation.records.statements import verifier
from legation.records.statements.assembly import nesting
from legation.records.statements.candidates import (
    disputes,
    introduced,
    labels,
    learned,
    nominal,
    quoted,
    sources,
    verbal,
)
from legation.records.statements.candidates.drafts import Draft
from legation.records.statements.features.core import known
from legation.records.statements.slots import venues

Mode = Literal["direct", "indirect", "mixed"]
__all__ = ["extract"]

LOOSE = re.compile(r"[\s,;]+(?:and|but)$")
VERBATIM = frozenset({"label", "introduced"})
"""Patterns that give a speaker's own words without quotation marks."""


def extract(reading: Reading) -> list[Statement]:
    """The statements of a document in the order of the text; each knows the statement that holds
    it (``said_in``).
    """
    made = assembled(reading, learned.joined(reading, drafts_of(reading)))
    return nesting.linked([_weighed(each, verifier.certain(told)) for each, told in made])


def assembled(reading: Reading, drafts: Sequence[Draft]) -> list[tuple[Statement, list[str]]]:
    """The statement of each draft, not yet weighed, with what is known of it."""
    places = venues.of_drafts(reading, drafts)
    return [_statement(reading, draft, places.get(n)) for n, draft in enumerate(drafts)]


def _weighed(one: Statement, chance: float) -> Statement:
    return replace(one, confidence=chance, tier=tier("statement", chance))


def drafts_of(reading: Reading) -> list[Draft]:
    """What the syntax gives, with the quotations worked in."""
    prose = [s for s in reading.sentences if readable(s)]
    found = [d for s in prose for d in (*verbal.drafts(s), *sources.drafts(s), *nominal.drafts(s))]
    disputed = [d for s in prose for d in disputes.drafts(s)]
    found = disputes.preferred(disputed, found, verbal.LOOSE)
    found.extend(disputes.free(disputed, found))
    found.extend(labels.drafts(reading))
    found.extend(introduced.drafts(reading))
    quotations = quoted.joined(reading, nesting.outside_quotations(reading, found))
    return nesting.told(nesting.once(quotations))


def _statement(
    reading: Reading, draft: Draft, place: venues.Place | None
) -> tuple[Statement, list[str]]:
    content = tuple(_trimmed(reading, span) for span in draft.content)
    mode: Mode = "direct" if draft.pattern in VERBATIM else _mode(reading, content)
    speaker = (
        speakers.resolve(reading, draft.speaker, draft.head, draft.pronoun)
        if draft.speaker
        else None
    )
    doubts = verifier.doubts(reading, draft, content, speaker, marked=mode != "indirect")
    inherited = [
        *(["speaker"] if draft.carried else []),
        *(["venue"] if place and place.inherited else []),
    ]
    made = Statement(
        id=content_id(reading.key, "statement", draft.act, draft.cue, content),
        evidence=tuple(sorted({*content, *draft.cue})),
        sentence=reading.sentences[draft.sentence].span,
        confidence=0.0,
        tier="possible",
        inherited=tuple(inherited),
        act=draft.act,
        stance=draft.stance,
        speaker=speaker,
        addressee=speakers.resolve(reading, draft.addressee, None) if draft.addressee else None,
        mode=mode,
        content=content,
        cue=draft.cue,
        venue=place.venue if place else None,
    )
    return made, known(reading, draft, content, speaker, mode, doubts)


def _trimmed(reading: Reading, span: Span) -> Span:
    """Without the comma that stands before a closing mark ("…," he said), or the "and" that joins
    what is not said.
    """
    words = LOOSE.sub("", reading.text(span).rstrip(" ,;"))
    return Span(span.start, span.start + len(words)) if words else span


def _mode(reading: Reading, content: tuple[Span, ...]) -> Mode:
    quotes = quoted.within(reading, content)
    if not quotes:
        return "indirect"
    text = reading.document.text
    loose = (
        i
        for c in content
        for i in range(*c)
        if text[i].isalnum() and not any(q.start <= i < q.end for q in quotes)
    )
    return "mixed" if next(loose, None) is not None else "direct"
