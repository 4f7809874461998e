"""Who acts in a text: how often each country or bloc is named, who leads it, who is named where."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import timedelta

from msgspec import Struct

from legation.model import Actor, Period, Reading
from legation.records.measures import BODIES, code

SHORTEST = timedelta(days=26)
"""Trade is told for a month at the least."""
LEADING = 1
"""Sentences at the head of a text that say what it is about."""


class Cast(Struct, frozen=True):
    """The parties of a whole text by how often they are named, the most first; those of its head;
    and those of each sentence, persons and offices by their country."""

    ranks: Mapping[str, int] = {}
    lead: frozenset[str] = frozenset()
    by_sentence: Mapping[int, tuple[str, ...]] = {}
    times: tuple[tuple[int, Period], ...] = ()
    """The times that the text names, each with its sentence, in order; of a month and more."""

    def above(self, sentence: int, reach: int) -> tuple[str, ...]:
        """The parties named in the sentences right before one, the nearest first."""
        held = [self.by_sentence.get(n, ()) for n in range(sentence - 1, sentence - 1 - reach, -1)]
        return tuple(dict.fromkeys(one for codes in held for one in codes))


def cast(reading: Reading) -> Cast:
    """The cast of a reading."""
    found: dict[int, list[str]] = {}
    counts: Counter[str] = Counter()
    actors = sorted(reading.actors, key=lambda a: a.span)
    at = 0
    for sentence in reading.sentences:
        while at < len(actors) and actors[at].span.start < sentence.span.end:
            held = represented(actors[at])
            if held is not None and actors[at].span.start >= sentence.span.start:
                found.setdefault(sentence.index, []).append(held)
                counts[held] += actors[at].form != "pronoun"
            at += 1
    ranked = sorted(counts, key=lambda one: -counts[one])
    first = sorted(found)[:LEADING]
    return Cast(
        ranks={one: n for n, one in enumerate(ranked)},
        lead=frozenset(one for n in first for one in found[n]),
        by_sentence={n: tuple(dict.fromkeys(held)) for n, held in found.items()},
        times=tuple(_times(reading)),
    )


def _times(reading: Reading) -> Iterator[tuple[int, Period]]:
    dates = sorted(reading.dates, key=lambda d: d.span)
    at = 0
    for sentence in reading.sentences:
        while at < len(dates) and dates[at].span.start < sentence.span.end:
            period = dates[at].period
            if period is not None and _is_long(period):
                yield sentence.index, period
            at += 1


def _is_long(period: Period) -> bool:
    if period.start is None or period.end is None:
        return False
    return period.end - period.start >= SHORTEST


def represented(actor: Actor) -> str | None:
    """The country or bloc that an actor is or stands for, persons and offices included."""
    own = code(actor)
    if own is not None or actor.actor is None or actor.form not in ("person", "title"):
        return own
    stem = actor.actor.partition(":")[0]
    return stem if len(stem) == 3 and stem not in BODIES else None
