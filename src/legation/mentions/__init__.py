"""Document -> Mention: sentences, quantities, dates, actors, places, quotations."""

from legation import language
from legation.mentions import actors, dates, places, quantities, quotations
from legation.model import Document, Mention, Reading, Repaired, content_id

__all__ = ["all_of", "find"]


def find(
    document: Document, repaired: Repaired, parse: language.Parser = language.sentences
) -> Reading:
    """Everything with a meaning that stands in a document.

    Args:
        document: the text with its source; its ``published`` date completes "last year" and "on
        Tuesday".
        repaired: the same text made readable for a parser.
        parse: the parser that cuts it into sentences of tokens.

    Returns:
        Sentences and mentions, sorted by place; every span points into ``document.text``.
    """
    parsed = tuple(parse(repaired))
    when = tuple(dates.find(document, parsed))
    quoted = tuple(quotations.find(document, parsed))
    return Reading(
        document=document,
        key=content_id(document.text),
        sentences=parsed,
        quantities=tuple(quantities.find(document, parsed, when)),
        dates=when,
        actors=tuple(actors.find(document, parsed, quoted)),
        places=tuple(places.find(document, parsed)),
        quotations=quoted,
        notes=repaired.notes,
    )


def all_of(reading: Reading) -> tuple[Mention, ...]:
    """All mentions of a reading in the order of the text."""
    found: list[Mention] = [
        *reading.quantities,
        *reading.dates,
        *reading.actors,
        *reading.places,
        *reading.quotations,
    ]
    return tuple(sorted(found, key=lambda mention: (mention.span, mention.__class__.__name__)))
