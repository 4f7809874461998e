"""Agreements, projects, formats, summits, laws and funds, with the status that the text gives
them.

``candidates`` (where one is named) -> ``slots`` (its parties and status) -> ``verifier`` (against
the register) -> ``assembly`` (the record).
"""

from legation.records.instruments.assembly import extract

__all__ = ["extract"]
