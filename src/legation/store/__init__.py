"""The ledger: many documents, one account (SQLite). How to add and ask: ``docs/store.md``.

Two layers. A *record* is what one text says: it is never changed. An *affair* is what several
records tell: it is made from records, links and judgements, and can be made again. The line of each
document's ledger, compressed, is the source of truth; judgements, sources and first-seen times
cannot be made again.

This room imports ``model`` alone. Links come in by :class:`legation.model.links.Rules`, which
``pipeline`` makes of the functions of ``reconciliation``; the tables are described in
``schema.sql``, the numbers that stand in them for words in ``codes.toml``.
"""
