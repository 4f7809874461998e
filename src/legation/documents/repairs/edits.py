"""A text under repair and the way back: every change keeps, for each character, where it stood in
the original.
"""

from array import array
from collections.abc import Iterable
from typing import NamedTuple


class Edit(NamedTuple):
    """Put ``new`` in the place of ``[start, end)``; an empty range inserts, an empty ``new``
    deletes.
    """

    start: int
    end: int
    new: str


class Draft(NamedTuple):
    """A text half repaired. ``origin`` is as in :class:`legation.model.Repaired`; ``notes`` say
    what was done.
    """

    text: str
    origin: "array[int]"
    notes: tuple[str, ...] = ()


def begin(text: str) -> Draft:
    """A text that nothing has been done to."""
    return Draft(text, array("i", range(len(text) + 1)))


def apply(draft: Draft, edits: Iterable[Edit], note: str = "") -> Draft:
    """The draft with ``edits`` made.

    Args:
        draft: the text so far.
        edits: sorted by place and apart from each other; one that reaches into its predecessor is
        left out.
        note: what was done, with ``{}`` for how often and ``{s}`` for the plural; empty where a
        reader need not be told.
    """
    pieces: list[str] = []
    origin = array("i")
    at = made = 0
    for start, end, new in edits:
        if start < at:
            continue
        pieces += (draft.text[at:start], new)
        origin += draft.origin[at:start]
        origin.extend(_origins(draft.origin, start, end, len(new)))
        at, made = end, made + 1
    if not made:
        return draft
    pieces.append(draft.text[at:])
    origin += draft.origin[at:]
    notes = (*draft.notes, counted(note, made)) if note else draft.notes
    return Draft("".join(pieces), origin, notes)


def counted(note: str, number: int) -> str:
    """A note with its number: "{} line{s} joined" for 1 is "1 line joined"."""
    return note.format(number, s="" if number == 1 else "s")


def _origins(origin: "array[int]", start: int, end: int, length: int) -> list[int]:
    """Where new characters stand: one for one as far as the old ones reach, the rest at the last
    of them.
    """
    last = max(start, end - 1)
    return [origin[min(start + n, last)] for n in range(length)]
