"""Questions to the account, each a function from an open ledger to a frozen view model: no HTML.

``dyad``, ``timeline``, ``who``, ``find``, ``conflicts``, ``promises``, ``rivals``, ``story``,
``compare``, ``places``, ``claims``, ``news``, ``left_out`` and ``digest``. What they share is in
:mod:`entries` (an affair with its sources) and :mod:`scopes` (filters, counts, pages).
"""
