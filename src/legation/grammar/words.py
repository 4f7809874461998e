"""The closed classes of words that the grammar asks for; they stand in ``grammar.toml``."""

from functools import cache

from msgspec import Struct

from legation.lexicon import nested


class Words(Struct, frozen=True):
    """The file ``grammar.toml``; what each class is for stands there."""

    containers: frozenset[str]
    papers: frozenset[str]
    states: frozenset[str]
    relatives: frozenset[str]
    days: frozenset[str]
    calendar: frozenset[str]
    quoting: frozenset[str]
    subject_control: frozenset[str]
    naming: frozenset[str]
    reports: frozenset[str]
    copulas: frozenset[str]
    future_in_past: frozenset[str]
    before: frozenset[str]
    eves: frozenset[str]
    timetabled: frozenset[str]
    ahead: frozenset[str]
    owners: frozenset[str]
    happening: frozenset[str]
    yet: frozenset[str]
    posted: frozenset[str]
    open_refusals: frozenset[str]
    silent: frozenset[str]
    telling: frozenset[str]
    ask_or_tell: frozenset[str]
    turns: frozenset[str]


@cache
def words() -> Words:
    """The closed classes, read once a process."""
    found: Words = nested("grammar", Words)
    return found
