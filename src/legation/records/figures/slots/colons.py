"""Dates that stand for one number of a row alone: before its colon, or after the share that
another is held against.
"""

from legation.model import Quantity, Span
from legation.records.measures import Passage, cues


def is_anothers(passage: Passage, when: Span, quantity: Quantity) -> bool:
    """Whether a colon gives a date to another number: "€43.3bn (2018: €40.1bn; 2016: €29.4bn)"."""
    return any(introduces(passage, when, q) for q in passage.quantities if q.span != quantity.span)


def introduces(passage: Passage, when: Span, quantity: Quantity) -> bool:
    between = [t.text for t in passage.between(when.end, quantity.digits.start)]
    between = [text for text in between if not quantity.interval.written.startswith(text)]
    return when.end <= quantity.digits.start and between == [":"]


def is_held_against(passage: Passage, quantity: Quantity) -> bool:
    """Whether a share stands right after "against": "less than 5 percent in 2023, against more
    than half in 1987".
    """
    if quantity.unit != "%":
        return False
    before = [t.lower for t in passage.sentence.tokens if t.end <= quantity.digits.start]
    leading = [w for w in before[-5:] if w not in cues().degrees]
    return leading[-1:] in (["against"], ["versus"])
