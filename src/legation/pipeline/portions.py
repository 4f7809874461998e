"""Reading in portions that know nothing of each other: what lies where, and ledgers that still
have to be held against those of the other portions.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from legation.documents.collection import placed, twice
from legation.documents.stretches import Piece, pieces
from legation.model import Ledger, Source, Unreadable
from legation.pipeline.reading import guarded, reader
from legation.statistics import Statistics

__all__ = ["Piece", "Portion", "ledgers", "pieces", "reader", "twice"]


class Portion(Struct, frozen=True):
    """What became of one document. ``claims`` is the id that it uses, empty where it could not be
    read; ``place`` names it in messages.
    """

    entry: Ledger | Unreadable
    claims: str = ""
    place: str = ""


def ledgers(
    sources: Iterable[Source], series: Statistics | None, *, whole: bool
) -> Iterator[Portion]:
    """One portion a document, in order, as :func:`legation.pipeline.ledgers` reads it; an id may
    come twice, for what stands in other portions is not known here.
    """
    for found, place in placed(sources):
        if isinstance(found, Unreadable):
            yield Portion(found)
        else:
            yield Portion(guarded(found, series, whole=whole), found.id, place)
