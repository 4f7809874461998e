"""Frames: the few shapes in which one sentence tells all of a claim about trade.

A frame is matched against the whole sentence, with its names, dates and numbers put aside, so that
every word of it has its place: what has one word more has no frame. What is found in one is
therefore certain, and what is not found is left to the other readers.
"""

from legation.grammar.frames.comparing import Comparison, comparison
from legation.grammar.frames.levels import Level, level
from legation.grammar.frames.ranking import Ranked, ranked
from legation.grammar.frames.sharing import Part, part
from legation.grammar.frames.trade import Flow

__all__ = [
    "Comparison",
    "Flow",
    "Level",
    "Part",
    "Ranked",
    "comparison",
    "level",
    "part",
    "ranked",
]
