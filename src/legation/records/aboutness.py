"""What a statement, proposal or assertion is about: countries and bodies by their codes."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from legation.model import Actor, Assertion, Proposal, Reading, Record, Span, Statement


def told(reading: Reading, records: Sequence[Record]) -> list[Record]:
    """The records; what has contents knows whom they are about.

    First the countries and bodies that the content names, in their order, pronouns and groups led
    back to them; then the pair under discussion where the content stands.
    """
    actors = sorted(reading.actors, key=lambda a: a.span)
    starts = [a.span.start for a in actors]
    sentences = [s.span.start for s in reading.sentences]
    held: list[Record] = []
    for record in records:
        if not isinstance(record, (Statement, Proposal, Assertion)):
            held.append(record)
            continue
        spans = record.evidence if isinstance(record, Assertion) else record.content
        named = [c for s in spans for c in _named(_lying(actors, starts, s))]
        at = bisect_right(sentences, spans[0].start) - 1
        pair = reading.background.pair_at(reading.sentences[at].index) if at >= 0 else None
        codes = (*named, *(pair.codes if pair is not None else ()))
        held.append(replace(record, about=tuple(dict.fromkeys(codes))))
    return held


def _lying(actors: Sequence[Actor], starts: Sequence[int], span: Span) -> Sequence[Actor]:
    return actors[bisect_left(starts, span.start) : bisect_left(starts, span.end)]


def _named(actors: Iterable[Actor]) -> Iterator[str]:
    """The codes of actors; the Union's institutions stand for it, a group for its members."""
    for actor in actors:
        for code in (actor.actor,) if actor.actor else actor.members:
            yield "EUR" if code.startswith("EUR:") else code
