"""PLOVER 2.0 as data: types with their modes and scores, contexts with the words that betray
them.
"""

from msgspec import Struct


class EventType(Struct, frozen=True, kw_only=True):
    """An event type of the ontology."""

    quad: int
    score: float
    modes: tuple[str, ...] = ()
    meaning: str


class Context(Struct, frozen=True, kw_only=True):
    """A context, the words that betray it and the sectors of parties that do."""

    meaning: str
    words: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()


class Ontology(Struct, frozen=True, kw_only=True):
    """The whole of ``plover.toml``."""

    types: dict[str, EventType]
    contexts: dict[str, Context]
