"""Actors: countries, bodies, groups and persons, and which mentions are one and the same.

Three passes: what each sentence names (``sentence_names``), who the persons are (``people``,
learned over the whole document), and the mentions in the order of the text, where groups, titles
and pronouns are led back to those named before.
"""

from collections.abc import Iterator, Sequence

from legation.mentions.actors import first_person
from legation.mentions.actors.coreference import mentions
from legation.mentions.actors.metonyms import acts
from legation.mentions.actors.register import City, Named, cities, names
from legation.mentions.actors.sentence_names import scene
from legation.mentions.actors.words import Match, words
from legation.model import Actor, Document, Quotation, Sentence

__all__ = ["City", "Match", "Named", "acts", "cities", "find", "names", "words"]


def find(
    document: Document, sentences: Sequence[Sentence], quotations: Sequence[Quotation] = ()
) -> Iterator[Actor]:
    """The actors of a document, sorted by place.

    Args:
        document: its date tells who held which office.
        sentences: its sentences.
        quotations: its quotations; "our parliament" in one is that of the speaker's country.
    """
    found = mentions(document, [scene(sentence) for sentence in sentences])
    yield from first_person.settle(
        sorted(found, key=lambda actor: actor.span), sentences, quotations
    )
