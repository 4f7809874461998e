"""The headline of a document and its lead: what comes before the story and its first sentence."""

from collections.abc import Sequence

from msgspec import Struct

from legation.background.names import named_in
from legation.background.sides import Sides
from legation.lexicon import word_list
from legation.model import Reading, Sentence

LONGEST = 22
"""Words of a line that can be a headline."""
STOPS = word_list("background", "titles.stops")


class Headline(Struct, frozen=True):
    """The sides that a headline names, and the sentence of the text that it is, if it stands in
    it.
    """

    codes: tuple[str, ...] = ()
    sentence: int | None = None
    words: str = ""


def headline(reading: Reading, sentences: Sequence[Sentence], sides: Sides) -> Headline:
    """The document's title, else a first line that ends without a stop and stands alone."""
    first = sentences[0] if sentences else None
    alone = first is not None and _alone(reading, first, sentences)
    if reading.document.title:
        words = reading.document.title
        inside = first is not None and alone and reading.text(first.span).strip() == words.strip()
        return Headline(named_in(words), first.index if inside and first else None, words)
    if first is not None and alone:
        return Headline(tuple(sides.named(first)), first.index, reading.text(first.span))
    return Headline()


def _alone(reading: Reading, first: Sentence, sentences: Sequence[Sentence]) -> bool:
    if len(sentences) < 2 or len(first.tokens) > LONGEST:
        return False
    words = reading.text(first.span).rstrip()
    gap = reading.document.text[first.span.end : sentences[1].span.start]
    return "\n" in gap and not words.endswith(STOPS)
