"""A dateline ("NAIROBI, 3 May (Agency) – ") parted from the sentence that it opens.

It is no part of what the sentence says, nor of what anybody said: left in place, it becomes the
subject of the first verb.
"""

import re
from collections.abc import Iterator

from legation.documents.repairs.edits import Draft, Edit, apply

CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]{2,}(?:[ /-][A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]*){0,3}"
"""The place in capitals, as agencies write it: "NEW DELHI", "ADDIS ABABA"."""
BESIDE = r"(?:,? [A-Z][a-z]{2,15}\.?){0,2}"
"""A state or country, or the month: ", Kenya", ", March"."""
DAY = r"(?:,? ?\d{1,2}(?:st|nd|rd|th)?(?: [A-Z][a-z]{2,8}\.?)?(?:,? \d{4})?)?"
AGENCY = r"(?: ?[(/\[][^()/\[\]\n]{2,40}[)/\]])?"
DATELINE = re.compile(
    rf"^{CAPITALS}{BESIDE}{DAY}{AGENCY} ?(?:[–—]|--?)[ \t]+(?=[“\"'‘A-Z0-9])", re.MULTILINE
)


def part(draft: Draft) -> Draft:
    """The draft with a line break behind each dateline that stands at the head of a line."""
    return apply(draft, _breaks(draft.text))


def _breaks(text: str) -> Iterator[Edit]:
    for found in DATELINE.finditer(text):
        yield Edit(found.end(), found.end(), "\n")
