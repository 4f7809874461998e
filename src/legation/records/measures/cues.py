"""The small closed sets of words that the figure rules look for."""

from functools import cache

from msgspec import Struct

from legation.lexicon import nested


class FigureCues(Struct, frozen=True, forbid_unknown_fields=True):
    """The file ``figure_cues.toml``; what each set is for stands there."""

    carriers: frozenset[str]
    worldwide: frozenset[str]
    mutual: frozenset[str]
    base_cues: frozenset[str]
    relative_words: tuple[str, ...]
    boundaries: frozenset[str]
    degrees: frozenset[str]
    part_verbs: frozenset[str]
    part_nouns: frozenset[str]
    priced: frozenset[str]
    referring: frozenset[str]
    converting: frozenset[str]
    everything: frozenset[str]
    climbing: frozenset[str]
    holdings: frozenset[str]
    quoted_at: frozenset[str]
    whole_years: frozenset[str]


@cache
def cues() -> FigureCues:
    """The sets, read once."""
    found: FigureCues = nested("figure_cues", FigureCues)
    return found
