"""Questions to the ledger, each one range of a covering table; they return rows of numbers.

:mod:`legation.views.questions` makes view models of them. ``dyads`` is what is told of a pair,
``affairs`` of single affairs, ``people`` of an actor or person, ``words`` full text, ``conflicts``
and ``promises`` what their names say, ``news`` what this ledger learned and when.
"""

from legation.store.questions import affairs, dyads, matters, news, people, places, words

__all__ = ["affairs", "dyads", "matters", "news", "people", "places", "words"]
