"""Copies of one text: found one document at a time or all at once, and what a copy altered."""

from legation.reconciliation.copies.altered import altered
from legation.reconciliation.copies.single import copies, stories, tell

__all__ = ["altered", "copies", "stories", "tell"]
