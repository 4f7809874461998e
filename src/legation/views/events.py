"""An event's heading in words: what it is, and how it stands, as English for every type and status.

The words are in ``lexicon/en/event_labels.csv``.
"""

import re
from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from legation import lexicon
from legation.model import Event

SIGNED = re.compile(
    r"\b(?:sign(?:s|ed|ing)?|ratif(?:y|ies|ied|ying|ication)|initial(?:l?ed|l?ing)|inked)\b",
    re.IGNORECASE,
)
"""PLOVER files the signing of an agreement under support; a reader looks for the signing."""
BACKGROUND = "background"


class Label(Struct, frozen=True):
    """What an event of a type and mode is, and the word for each status of it."""

    type: str
    what: str
    actual: str
    planned: str
    hypothetical: str
    negated: str
    mode: str = ""


@cache
def labels() -> Mapping[tuple[str, str], Label]:
    """Labels by type and mode."""
    return {(one.type, one.mode): one for one in lexicon.table("event_labels", Label)}


def what(type: str) -> str:
    """What events of a type are, whatever their mode."""
    known = labels().get((type, ""))
    return known.what if known else type.lower().replace("_", " ")


def heading(event: Event, quote: str) -> tuple[str, str]:
    """What an event is, and how it stands: ``("sanctions or measures", "imposed")``.

    Args:
        event: of any type and status.
        quote: its words in the text, which tell a signing.
    """
    mode = "sign" if event.type == "SUPPORT" and SIGNED.search(quote) else event.mode or ""
    known = labels().get((event.type, mode)) or labels()[event.type, ""]
    stands: str = getattr(known, event.status)
    return known.what, BACKGROUND if event.historical and event.status == "actual" else stands
