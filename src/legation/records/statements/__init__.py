"""Who said what: verbs with their complements, "according to", quotation marks, and speech that
goes on.

``candidates`` (a cue with its content) -> ``slots`` (where and when) -> ``verifier`` (what speaks
against it) -> ``assembly`` (the record, and which statement holds which).
"""

from legation.records.statements.assembly import drafts_of, extract

__all__ = ["drafts_of", "extract"]
