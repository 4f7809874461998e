"""Statements within statements: which are kept, and what holds what."""

from collections.abc import Iterator, Sequence

import msgspec

from legation.model import Quotation, Reading, Span, Statement, cover
from legation.records.statements.candidates.drafts import Draft

LONG = 4
"""Words; from here on a quotation is somebody's speech, and verbs inside it are the speaker's own
words.
"""
TOLD = frozenset({"clause", "parenthesis", "according"})
"""What may be told inside another's indirect speech: "she said that he had said"."""


def outside_quotations(reading: Reading, found: Sequence[Draft]) -> list[Draft]:
    """Without the drafts whose cue stands inside somebody's quotation."""
    speech = [q.span for q in reading.quotations if _words(reading, q) >= LONG]
    held = _held([d.cue[0] for d in found], speech)
    return [d for d, inside in zip(found, held, strict=True) if not inside or d.pattern == "label"]


def _words(reading: Reading, quotation: Quotation) -> int:
    return len(reading.text(quotation.span).split())


def _held(inner: Sequence[Span], outer: Sequence[Span]) -> Iterator[bool]:
    """For each of ``inner``, whether it begins within one of ``outer``; both in order of the text
    after sorting.
    """
    reach, at = -1, 0
    answers: dict[Span, bool] = {}
    ordered = sorted(outer)
    for span in sorted(set(inner)):
        while at < len(ordered) and ordered[at].start <= span.start:
            reach, at = max(reach, ordered[at].end), at + 1
        answers[span] = span.start < reach
    return (answers[span] for span in inner)


def once(drafts: Sequence[Draft]) -> list[Draft]:
    """Each quotation told once: of “X said “A. B,” said X” one statement with both cues, however
    much of it either cue took for its own.
    """
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: -sum(c.end - c.start for c in d.content)):
        at = next((n for n, other in enumerate(kept) if _is_part(draft, other)), None)
        if at is None:
            kept.append(draft)
        else:
            kept[at] = _with_cue(kept[at], draft)
    return sorted(kept, key=lambda d: (d.content[0], d.cue))


def _is_part(inner: Draft, outer: Draft) -> bool:
    """Whether one says a part of what the other says, by a cue of its own outside of it, and with
    nobody else named as speaker.
    """
    if not inner.cue or not outer.cue or abs(inner.sentence - outer.sentence) > 1:
        return False
    if inner.act != "speech" or outer.act != "speech" or inner.stance != outer.stance:
        return False
    whole = all(any(o.holds(c) for o in outer.content) for c in inner.content)
    outside = not any(o.overlaps(c) for o in outer.content for c in (*inner.cue, *outer.cue))
    return whole and outside and inner.cue != outer.cue


def _with_cue(outer: Draft, inner: Draft) -> Draft:
    """The statement with both its cues, by the speaker of the two who is named first."""
    first, second = sorted((outer, inner), key=lambda d: d.cue[0])
    named = first if first.speaker is not None else second
    return msgspec.structs.replace(
        outer,
        cue=tuple(sorted({*outer.cue, *inner.cue})),
        speaker=named.speaker,
        head=named.head,
        pronoun=named.pronoun,
        voice=named.voice,
        addressee=outer.addressee or inner.addressee,
    )


def told(drafts: Sequence[Draft]) -> list[Draft]:
    """Without thoughts, attitudes and plans that stand inside another's words: they are part of
    what is said.
    """
    kept = []
    for draft, holders in _with_holders(drafts):
        speech = draft.act == "speech" and draft.pattern in TOLD
        if speech or not holders or draft.stance != "affirms":
            kept.append(draft)
    return kept


def _with_holders(drafts: Sequence[Draft]) -> Iterator[tuple[Draft, bool]]:
    """Each draft, and whether its cue stands in the content of another; contents are looked up
    near their sentence.
    """
    contents = sorted({c for d in drafts for c in d.content})
    cued = [d.cue[0] if d.cue else d.content[0] for d in drafts]
    for draft, cue, held in zip(drafts, cued, _held(cued, contents), strict=True):
        yield draft, held and bool(draft.cue) and not any(c.holds(cue) for c in draft.content)


def linked(found: Sequence[Statement]) -> list[Statement]:
    """Each statement with the id of the smallest other one whose content holds all its evidence."""
    spans = sorted(
        ((c, s.id) for s in found for c in s.content), key=lambda x: (x[0].start, -x[0].end)
    )
    ordered = sorted(range(len(found)), key=lambda n: found[n].evidence[0].start)
    said: dict[int, str | None] = {}
    active: list[tuple[Span, str]] = []
    at = 0
    for n in ordered:
        held = cover(found[n].evidence)
        while at < len(spans) and spans[at][0].start <= held.start:
            active.append(spans[at])
            at += 1
        active = [x for x in active if x[0].end > held.start]
        outer = [x for x in active if x[1] != found[n].id and x[0].holds(held) and x[0] != held]
        said[n] = min(outer, key=lambda x: x[0].end - x[0].start)[1] if outer else None
    return [msgspec.structs.replace(s, said_in=said[n]) for n, s in enumerate(found)]
