"""Amounts from which a change starts: "doubled from 5 billion to 12 billion by 2023".

Where the words do not date the start no year is known for it, the year before no more than any
other, and neither the amount nor the growth that starts there may be called different.
"""

import re
from collections.abc import Iterator, Sequence

from legation.model import Figure, Reading, Record

FROM = re.compile(r"\bfrom\s+(?:[a-z]+\s+){0,3}(?:[A-Z]{1,3}\s?)?[$€£¥]?\s?$")
ENDS = re.compile(r"\bto\b|[,;.](?!\d)|\band\b")
EARLIER = re.compile(r"\b(?:earlier|before|ago|previous|last)\b", re.IGNORECASE)
BEHIND, AHEAD = 40, 80
"""How far before a number its "from" may stand, and after it its date."""


def undated(reading: Reading, figure: Figure) -> bool:
    """Whether a figure is a start that its own words do not date."""
    if figure.anchor is None:
        return False
    text, number = reading.document.text, figure.anchor.span
    if not FROM.search(text[max(0, number.start - BEHIND) : number.start]):
        return False
    behind = text[number.end : number.end + AHEAD]
    end = ENDS.search(behind)
    last = number.end + (end.start() if end else len(behind))
    dated = any(number.end <= date.span.start < last for date in reading.dates)
    return not dated and not EARLIER.search(text[number.end : last])


def doubts(reading: Reading, records: Sequence[Record], figure: Figure) -> Iterator[str]:
    """Why a start, or a growth from one, must not be called different."""
    if undated(reading, figure):
        yield "the text does not say when it stood there"
    if figure.measure != "growth":
        return
    same = [r for r in records if isinstance(r, Figure) and r.sentence == figure.sentence]
    if any(undated(reading, other) for other in same):
        yield "the text gives an amount and no year as its start"
