"""Sources: who is asked, when and how politely; what is new of what they list.

Nothing here reads a listing (``documents.listings``) or writes to the account (``store.sources``);
``pipeline.watching`` puts the three together.
"""

from legation.sources.asking import Asker, Errand, Outcome
from legation.sources.identity import Keys, keys, print_of
from legation.sources.starter import Public, starter
from legation.sources.visits import visits

__all__ = [
    "Asker",
    "Errand",
    "Keys",
    "Outcome",
    "Public",
    "keys",
    "print_of",
    "starter",
    "visits",
]
