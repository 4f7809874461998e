"""Who did what to whom, in PLOVER 2.0.

``candidates`` (a verb or noun that tells an act) -> ``slots`` (sides that the clause leaves open)
-> ``features`` (what speaks against it) -> ``verifier`` (the second opinion) -> ``assembly`` (the
record).
"""

from legation.records.events.assembly import drafts_of, extract

__all__ = ["drafts_of", "extract"]
