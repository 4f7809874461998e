"""What factuality becomes in a record: the one table, told in ``docs/grammar.md``."""

from typing import Literal

from legation.grammar.factuality import Factuality, Status, factuality
from legation.model import Sentence, Stance, Token

EventStatus = Literal["actual", "planned", "hypothetical", "negated", "none"]
"""``none``: what should happen, or is only reproached or aimed at, makes no event."""
EVENTS: dict[tuple[Status, bool], EventStatus] = {
    ("happened", True): "actual",
    ("happened", False): "negated",
    ("planned", True): "planned",
    ("planned", False): "negated",
    ("hypothetical", True): "hypothetical",
    ("hypothetical", False): "negated",
    ("demanded", True): "none",
    ("demanded", False): "none",
    ("unknown", True): "none",
    ("unknown", False): "none",
}
DENIED: dict[EventStatus, EventStatus] = {
    "actual": "negated",
    "planned": "negated",
    "hypothetical": "hypothetical",
    "negated": "hypothetical",
    "none": "none",
}
"""What becomes of it where somebody denies it: of a denied denial nobody knows."""
OPEN: dict[EventStatus, EventStatus] = {
    "actual": "hypothetical",
    "planned": "hypothetical",
    "hypothetical": "hypothetical",
    "negated": "hypothetical",
    "none": "none",
}
"""What becomes of it where somebody doubts it or declines to say."""


def event_status(told: Factuality) -> EventStatus:
    """The status of the event that an act makes, if any."""
    status = EVENTS[told.status, told.affirmed]
    for link in told.chain:
        if link.stance == "denies":
            status = DENIED[status]
        elif link.stance != "affirms":
            status = OPEN[status]
    return status


def overall(told: Factuality) -> Stance:
    """How the chain as a whole stands to it: two denials leave it open, one who declines or doubts
    leaves it there.
    """
    stances = [link.stance for link in told.chain]
    if "declines" in stances:
        return "declines"
    denials = stances.count("denies")
    if "doubts" in stances or denials > 1:
        return "doubts"
    return "denies" if denials else "affirms"


def is_asserted(told: Factuality) -> bool:
    """Whether the text, or somebody in it, stands by this having happened: what a figure, an
    assertion or the status of an instrument needs to be held against anything.
    """
    return event_status(told) == "actual"


def is_disputed(told: Factuality) -> bool:
    """Whether it is denied, negated, doubted or left unsaid: then it may be held in neither
    direction.
    """
    return not told.affirmed or overall(told) != "affirms"


def happening(sentence: Sentence, word: Token) -> EventStatus:
    """The status of the event that a verb or event noun tells."""
    return event_status(factuality(sentence, word))


def is_open(sentence: Sentence, verb: Token) -> bool:
    """Whether a clause tells what may, should or will be, or is denied or doubted: no claim that a
    series could settle today.
    """
    return not is_asserted(factuality(sentence, verb))
