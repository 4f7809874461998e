"""What people edit: verbs, cues, titles, metonyms, units, products, instruments. Data files and
their loader.

Large tables are CSV (a spreadsheet opens them), small nested ones TOML. A row becomes a frozen
struct once.
"""

from legation.lexicon.loader import nested, table, weights, weights_digest
from legation.lexicon.patterns import word_pattern
from legation.lexicon.words import word_list, word_map, word_set

__all__ = [
    "nested",
    "table",
    "weights",
    "weights_digest",
    "word_list",
    "word_map",
    "word_pattern",
    "word_set",
]
