"""What someone offers, plans, asks or recommends, and on what condition."""

from collections.abc import Iterator, Sequence

from legation.lexicon import word_set
from legation.model import (
    Party,
    Proposal,
    Reading,
    Sentence,
    Span,
    Statement,
    Token,
    content_id,
    cover,
    party,
)
from legation.records.attribution import holding
from legation.records.confidence import tier
from legation.records.phrases import phrase, readable, runs
from legation.records.proposals.candidates.agents import actor_at, can_act
from legation.records.proposals.candidates.found import Found, trimmed
from legation.records.proposals.candidates.patterns import find

__all__ = ["extract"]
PRONOUNS = word_set("proposals", "assembly.pronouns")


def extract(reading: Reading, said: Sequence[Statement]) -> list[Proposal]:
    """The proposals of a document in the order of the text.

    ``by`` is who proposes: the subject of "offered", or for "the bloc must …" the speaker of the
    sentence, none where the outlet itself recommends. ``to`` are those who are to act or to
    receive.
    """
    found = [p for s in reading.sentences if readable(s) for p in _of_sentence(reading, s, said)]
    return sorted(found, key=lambda p: (p.content[0], p.id))


def _of_sentence(
    reading: Reading, sentence: Sentence, said: Sequence[Statement]
) -> Iterator[Proposal]:
    kept: list[tuple[Found, Span]] = []
    for found in sorted(find(reading, sentence), key=lambda f: -f.confidence):
        content = runs(sentence, found.tokens)
        if not content:
            continue
        span = cover(content)
        if any(f.proposal == found.proposal and (s.holds(span) or span.holds(s)) for f, s in kept):
            continue
        kept.append((found, span))
        yield _proposal(reading, sentence, found, said)


def _proposal(
    reading: Reading, sentence: Sentence, found: Found, said: Sequence[Statement]
) -> Proposal:
    content = _tight(sentence, found)
    holder = holding(content[0], said)
    by = _party(reading, sentence, found.by)
    if holder is not None and (by is None or not found.own or _speaks_of_self(reading, by)):
        by = holder.speaker
    confidence = found.confidence
    return Proposal(
        id=content_id(reading.key, "proposal", found.proposal, content),
        evidence=content,
        sentence=sentence.span,
        said_in=holder.id if holder is not None else None,
        confidence=confidence,
        tier=tier("proposal", confidence),
        proposal=found.proposal,
        by=by,
        to=_recipients(reading, sentence, found),
        content=content,
    )


def _recipients(reading: Reading, sentence: Sentence, found: Found) -> tuple[Party, ...]:
    """Whoever is to act or to receive; of what "to" may head ("to 5 per cent", "to imports") only
    those who can act.
    """
    given = found.to is not None and found.proposal in {"offer", "plan"}
    if found.to is None or (given and not can_act(reading, sentence, found.to)):
        return ()
    who = _party(reading, sentence, found.to)
    return (who,) if who is not None else ()


def _tight(sentence: Sentence, found: Found) -> tuple[Span, ...]:
    """The clause from its first word to its last; what the grammar tore apart is one stretch where
    little lies between.
    """
    spans = runs(sentence, trimmed(sentence, found.tokens))
    whole = cover(spans)
    held = sum(s.end - s.start for s in spans)
    return (whole,) if whole.end - whole.start <= 1.3 * held + 10 else spans


def _party(reading: Reading, sentence: Sentence, token: Token | None) -> Party | None:
    if token is None:
        return None
    span = phrase(sentence, token)
    actor = actor_at(reading, token)
    return (
        party(actor, span)
        if actor is not None
        else Party(mention=span, actor=None, name=reading.text(span))
    )


def _speaks_of_self(reading: Reading, by: Party) -> bool:
    if by.mention is None:
        return False
    word = reading.text(by.mention).lower()
    return word in {"i", "we", "us"} or (by.actor is None and word in PRONOUNS)
