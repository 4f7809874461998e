"""Predicate -> sides, noun phrases, coordination, factuality with its cue: one answer for all.

Every question of grammar is answered here once, over plain tokens: who stands where around a verb
(``clauses``, ``subjects``, ``voice``), what a noun phrase holds (``phrases``), whose an act is that
a noun names (``nominals``), what is joined to what (``coordination``), whether an act has happened
and on whose word (``factuality``, ``sources``), and what that makes of a record (``outcomes``).
"""
