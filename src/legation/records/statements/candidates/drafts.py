"""Statements in the making: what the syntax or the quotation marks gave, before speakers are
resolved.
"""

import msgspec
from msgspec import Struct

from legation.grammar.speech import Act
from legation.model import Span, Stance


class Draft(Struct, frozen=True, kw_only=True):
    """A cue with its content. ``speaker`` is the noun phrase, ``head`` its main word, ``voice``
    what kind of speaker it is, ``verb`` the document-wide index of the cue's main word."""

    pattern: str
    act: Act
    sentence: int
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    speaker: Span | None = None
    head: Span | None = None
    pronoun: Span | None = None
    """The "who" or "which" that stands for the speaker beside the cue."""
    voice: str = "person"
    verb: int | None = None
    addressee: Span | None = None
    carried: bool = False
    stance: Stance = "affirms"
    support: float | None = None
    """How likely the sequence model takes its words for said, 0 to 1; None before it was asked."""

    def with_support(self, support: float) -> "Draft":
        """The same draft with what the model thinks of it."""
        return msgspec.structs.replace(self, support=support)

    def saying(self, content: tuple[Span, ...]) -> "Draft":
        """The same draft with other content."""
        return msgspec.structs.replace(self, content=content)
