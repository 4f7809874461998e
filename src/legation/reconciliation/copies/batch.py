"""Which of many documents tell one story, all at once; one at a time is
:mod:`legation.reconciliation.copies.single`, and both agree.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from legation.model import Document
from legation.model.addresses import canonical
from legation.reconciliation.copies import addresses, groups, texts


class Told(Struct, frozen=True, kw_only=True):
    """What is kept of a document to compare it with the others."""

    id: str
    published: date | None
    url: str | None
    packed: bytes


def tell(document: Document) -> Told:
    """What is kept of a document."""
    return Told(
        id=document.id,
        published=document.published,
        url=canonical(document.url),
        packed=texts.text(document.text).packed(),
    )


def stories(told: Iterable[Told]) -> Iterator[tuple[str, str]]:
    """Which documents tell one story.

    Args:
        told: of the documents, in their order.

    Returns:
        For each document, in that order, its id and its story: the id of the first document that
        tells it.
    """
    held = list(told)
    compared = [texts.unpacked(one.packed, one.published) for one in held]
    first = groups.grouped(compared, addresses.versions([one.url for one in held], compared))
    for place, one in enumerate(held):
        yield one.id, held[first[place]].id
