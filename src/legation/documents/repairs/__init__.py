"""Text -> text that a parser can read, with the way back to the original of every character."""

from legation.documents.repairs import (
    characters,
    datelines,
    lengths,
    markup,
    quotes,
    sentences,
    wraps,
)
from legation.documents.repairs.edits import begin
from legation.model import Repaired

__all__ = ["repair"]

STEPS = (
    characters.clean,
    markup.hide,
    wraps.join,
    quotes.level,
    datelines.part,
    sentences.part,
    lengths.part,
)
"""Their order counts: marks must be plain before sentences are parted, lines joined before
quotations are paired.
"""


def repair(text: str) -> Repaired:
    """A text made readable for a parser.

    Args:
        text: any text; it is not changed, and nothing in it can make this fail.

    Returns:
        One paragraph a line, sentences that were glued on lines of their own, plain quotation
        marks; where each character stood in ``text``; and notes in words of what was done.
    """
    draft = begin(text)
    for step in STEPS:
        draft = step(draft)
    return Repaired(draft.text, draft.origin, draft.notes)
