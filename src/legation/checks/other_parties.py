"""Who and what else stands beside a figure: other parties named with its own, other numbers of the
same thing.

"Exports to Georgia, Armenia and Azerbaijan reached 4.7 billion" is no number of Georgia's alone,
however it was read.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from legation.checks import licences, tolerances, wording
from legation.model import Figure, Reading, Record, Span

JOINED = re.compile(
    r"\s*(?:,|/|&|\+|–|-|and|or|plus|as well as|along with|together with|to)?\s*"
    r"(?:and\s+)?(?:(?:to|with|from)\s+)?(?:the\s+)?"
)
AND_OTHERS = re.compile(
    r"\s*,?\s*(?:and|or|plus|as well as)\s+(?:\w+\s+)?"
    r"(?:others?|its|their|the\s+rest|several|some|neighbou?r\w*|countries|states|regions?)\b"
)


def others(reading: Reading, records: Sequence[Record], figure: Figure) -> Iterator[str]:
    """In words, what else the figure may be the number of."""
    for sentence in licences.sentences_of(reading, figure):
        yield from _parties(reading, figure, sentence)
    rival = next((f for f in records if isinstance(f, Figure) and _rivals(figure, f)), None)
    if rival is not None:
        yield f"the sentence has {wording.written(rival.value, rival.unit)} for the same thing"


def _parties(reading: Reading, figure: Figure, sentence: Span) -> Iterator[str]:
    """Parties joined to one of the figure's own by "and" or a comma; a body ("according to
    Eurostat, the EU …") is no party.
    """
    named = [a for a in reading.actors if sentence.holds(a.span) and a.actor and ":" not in a.actor]
    for actor in named:
        if actor.actor in (figure.reporter, figure.partner) and AND_OTHERS.match(
            reading.document.text, actor.span.end
        ):
            yield f"{wording.country(actor.actor)} is named together with others"
    for one, other in pairwise(named):
        own = [a for a in (one, other) if a.actor in (figure.reporter, figure.partner)]
        between = reading.document.text[one.span.end : other.span.start]
        if (
            len(own) == 1
            and one.actor != other.actor
            and one.span.end <= other.span.start
            and JOINED.fullmatch(between)
            and between.strip()
        ):
            yield (
                f"{wording.country(one.actor)} is named together with "
                f"{wording.country(other.actor)}"
            )


def _rivals(figure: Figure, other: Figure) -> bool:
    """Whether another number of the sentence fills all the same slots, and cannot be the same
    number.
    """
    if (
        other.id == figure.id
        or figure.sentence is None
        or other.sentence != figure.sentence
        or other.nature != figure.nature
    ):
        return False
    mine, yours = _slots(figure), _slots(other)
    return mine == yours and not tolerances.printed(figure).meets(tolerances.printed(other))


def _slots(figure: Figure) -> tuple[object, ...]:
    when = (figure.period.start, figure.period.end) if figure.period else None
    goods = figure.product.code if figure.product else None
    return figure.measure, figure.reporter, figure.partner, when, goods, figure.unit, figure.of
