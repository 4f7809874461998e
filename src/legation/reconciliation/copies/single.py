"""Copies, one document at a time: few candidates by their marks, and an exact check of these."""

from collections.abc import Iterator, Sequence

from legation.model import Document
from legation.model.addresses import canonical
from legation.model.links import CopyLink, Shelf, Telling
from legation.reconciliation.copies import addresses, groups, pairs, texts
from legation.reconciliation.copies.texts import Text

BOILERPLATE = 50
"""A mark that more documents hold calls nobody …"""
FAMILY, ASKED = 5_000, 12
"""… unless none of a document's marks calls anybody who is like it: a text printed in a hundred
papers has no rare mark. Then so many marks are asked again, up to so many holders,
"""
NEARLY_ALL = 0.8
"""and only a text that is nearly the same counts: a long footer is not."""
CHECKED = 5
"""Candidates that are checked exactly, those with the most marks in common first (measured .95 a
document on average)."""
LEAST_MARKS = 2
"""Marks in common below which a long text is no candidate: one in eight of its runs is a mark."""


def tell(document: Document) -> Telling:
    """What the ledger keeps of a text to find its copies."""
    held = texts.text(document.text)
    return Telling(marks=held.marks(), runs=held.packed())


def copies(document: Document, telling: Telling, shelf: Shelf) -> list[CopyLink]:
    """The links of a new document to those on the shelf that tell its story.

    Args:
        document: that is being added.
        telling: of it.
        shelf: the documents that are there.

    Returns:
        At most ``CHECKED`` links to copies, and those to other texts of its address.
    """
    text = texts.unpacked(telling.runs, document.published)
    found = list(_versions(document, text, shelf))
    known = {link.other for link in found}
    linked = [link for link in _linked(text, telling.marks, shelf) if link.other not in known]
    return found + linked


def _linked(text: Text, marks: Sequence[int], shelf: Shelf) -> list[CopyLink]:
    close = list(_checked(text, shelf, _candidates(shelf.holding(marks, BOILERPLATE), marks), 0.0))
    if close or not marks:
        return close
    some = marks[:: max(1, len(marks) // ASKED)][:ASKED]
    return list(_checked(text, shelf, _candidates(shelf.holding(some, FAMILY), some), NEARLY_ALL))


def _candidates(holding: dict[int, int], marks: Sequence[int]) -> list[int]:
    """The documents with the most marks in common."""
    least = LEAST_MARKS if len(marks) > LEAST_MARKS else 1
    by_count = sorted(holding.items(), key=lambda item: (-item[1], item[0]))
    return [document for document, count in by_count if count >= least][:CHECKED]


def _checked(
    text: Text, shelf: Shelf, candidates: Sequence[int], least: float
) -> Iterator[CopyLink]:
    for other in candidates:
        held = texts.unpacked(shelf.runs(other), shelf.published(other))
        shared = pairs.compared(text, held)
        if shared is not None and shared.share >= least:
            yield CopyLink(
                other=other, score=shared.share, because=shared.because, rule=shared.rule
            )


def _versions(document: Document, text: Text, shelf: Shelf) -> Iterator[CopyLink]:
    for other in shelf.versions(canonical(document.url)):
        if addresses.version(text, texts.unpacked(shelf.runs(other), shelf.published(other))):
            yield CopyLink(
                other=other, score=1.0, because="another text of the same address", rule="version"
            )


def stories(
    documents: Sequence[int], links: Sequence[CopyLink], shelf: Shelf
) -> list[tuple[int, ...]]:
    """The stories of a piece of linked documents.

    Args:
        documents: of the piece, in the order (published, hash).
        links: between them.
        shelf: that holds them.

    Returns:
        The documents of each story, in the same order, so that the first of each leads: what many
        of the piece share is boilerplate, and a digest does not bring its stories together.
    """
    held = [texts.unpacked(shelf.runs(one), shelf.published(one)) for one in documents]
    places = {document: place for place, document in enumerate(documents)}
    versions = sorted(
        (places[link.one], places[link.other])
        for link in links
        if link.rule == "version" and link.one in places and link.other in places
    )
    found: dict[int, list[int]] = {}
    for place, first in enumerate(groups.grouped(held, versions)):
        found.setdefault(first, []).append(documents[place])
    return [tuple(story) for story in found.values()]
