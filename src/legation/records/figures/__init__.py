"""Numbers with their meaning: what is measured, whose, with whom, when, of what.

``candidates`` (a number and its measure word) -> ``slots`` (whose, when, of what) -> ``features``
(what speaks against it) -> ``verifier`` (how sure it is) -> ``assembly`` (the record).
"""

from legation.records.figures.assembly import cases_of, extract, read_off

__all__ = ["cases_of", "extract", "read_off"]
