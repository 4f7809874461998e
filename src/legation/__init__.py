"""Legation: one article in, a checked ledger out."""

__version__ = "0.1.0"
