"""Records of many documents -> what they tell together: affairs, conflicts, promises.

``cards`` makes of each record what linking needs, with the blocks where its like stands; ``links``
says why two of them belong together; ``group`` puts those that links connect into affairs. A link
depends on its two cards alone and a grouping on its piece alone, so that the account is a function
of the set of documents, in whatever order they came.
"""

from legation.reconciliation.across.cards import cards
from legation.reconciliation.across.grouping import group
from legation.reconciliation.across.rules import links

__all__ = ["cards", "group", "links"]
