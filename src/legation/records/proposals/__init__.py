"""What someone offers, plans, asks or recommends, and on what condition."""

from legation.records.proposals.assembly import extract

__all__ = ["extract"]
