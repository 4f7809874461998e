"""An event before it is dated and placed."""

from typing import Literal

from msgspec import Struct

from legation.grammar.outcomes import EventStatus
from legation.model import Party, Sentence, Token


class Draft(Struct, frozen=True, kw_only=True):
    """What a verb or noun tells: the act, its parties, its words."""

    sentence: Sentence
    trigger: Token
    type: str
    mode: str | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    status: EventStatus
    words: tuple[Token, ...]
    """The tokens that carry it: trigger, auxiliaries, heads of its arguments."""
    consumed: frozenset[int]
    """Indices of tokens that this event has used up as a trigger."""
    wished: frozenset[int] = frozenset()
    """Indices of the tokens that say what is promised, asked or planned: their dates are not the
    date of the promise.
    """
    nominal: bool = False
    historical: bool = False
    confidence: float
    inherited: tuple[str, ...] = ()
    frame: Literal["exact", "open"] = "exact"
    """Whether the sense's frame fits, or the trigger alone is known."""
    share: float = 1.0
    """How much of the frame is there, 0 to 1."""
    ranked: float | None = None
    """The chance that the least sure of its sides is right, 0 to 1; None before they were
    ranked.
    """
    left: int = 0
    """How many countries and bodies the sentence names that are none of its sides."""
    beside: tuple[str, ...] = ()
    """For a draft whose frame does not fit, the types of those in its sentence whose do."""
    certain: float | None = None
    """The chance that type, sides and status are right, 0 to 1; None before it was asked."""
    likely: float | None = None
    """How likely the trained model takes it for what it says, 0 to 1; None before it was asked."""
