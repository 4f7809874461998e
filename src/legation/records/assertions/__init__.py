"""Claims without a number that a number could settle: dominance, rank, trend, diversity,
comparison.
"""

from legation.records.assertions.assembly import extract

__all__ = ["extract"]
