"""Actors: countries, bodies, groups and persons, and which mentions are one and the same.

Three passes: what each sentence names (``scenes``), who the persons are (``people``, learned over
the whole document), and the mentions in the order of the text, where groups, titles and pronouns
are led back to those named before.
"""

from collections.abc import Iterator, Sequence

from legation.mentions.actors import ours
from legation.mentions.actors.mentions import mentions
from legation.mentions.actors.scenes import scene
from legation.model import Actor, Document, Quotation, Sentence

__all__ = ["find"]


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
    yield from ours.settle(sorted(found, key=lambda actor: actor.span), sentences, quotations)
