"""A dateline ("NAIROBI, 3 May (Agency) – ") parted from the sentence that it opens.

It is no part of what the sentence says, nor of what anybody said: left in place, it becomes the
subject of the first verb.
"""

from collections.abc import Iterator

from legation.documents.openings import opening
from legation.documents.repairs.edits import Draft, Edit, apply


def part(draft: Draft) -> Draft:
    """The draft with a line break behind each dateline that stands at the head of a line."""
    return apply(draft, _breaks(draft.text))


def _breaks(text: str) -> Iterator[Edit]:
    at = 0
    for line in text.split("\n"):
        found = opening(line)
        if found and found.closed_by and (found.place or found.agency):
            yield Edit(at + found.end, at + found.end, "\n")
        at += len(line) + 1
