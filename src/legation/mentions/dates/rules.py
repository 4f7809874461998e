"""The rules of dates as data: the patterns of ``date_rules.toml``, each with its reader."""

import re
from collections.abc import Callable, Mapping
from functools import cache

from msgspec import Struct

from legation.lexicon import nested
from legation.mentions.dates.expressions import (
    COUNT,
    DAY,
    ORDINAL,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    Expression,
    Rule,
    Surroundings,
    month_pattern,
)
from legation.model import LexiconError

Reader = Callable[[re.Match[str], Surroundings], Expression | None]
PLACE = re.compile(r"<([A-Z_]+)>")


class DateRule(Struct, frozen=True, forbid_unknown_fields=True):
    """A pattern by its name, with what it must find and what it must not."""

    name: str
    pattern: str
    example: str
    counterexample: str


class Group(Struct, frozen=True, forbid_unknown_fields=True):
    """The rules that one module reads, in order of precedence, and the parts of their patterns."""

    rules: tuple[DateRule, ...]
    parts: dict[str, str] = {}


class DateRules(Struct, frozen=True, forbid_unknown_fields=True):
    """The file ``date_rules.toml``: parts that all groups may use, and the groups."""

    parts: dict[str, str]
    groups: dict[str, Group]


@cache
def date_rules() -> DateRules:
    """All rules of dates; read once a process."""
    held: DateRules = nested("date_rules", DateRules)
    return held


@cache
def _listed() -> dict[str, str]:
    """Parts that come from other lists of the lexicon."""
    return {
        "MONTH": month_pattern(),
        "WEEKDAY": WEEKDAY,
        "WEEKDAYS": "|".join(f"{name}s" for name in WEEKDAYS),
        "DAY": DAY,
        "YEAR": YEAR,
        "COUNT": COUNT,
        "ORDINAL": ORDINAL,
    }


def part(group: str, name: str) -> str:
    """A part of a group's patterns with all parts within it filled in.

    Raises:
        LexiconError: nobody has a part of that name; the message names it and the group.
    """
    held = date_rules()
    for parts in (held.groups[group].parts, held.parts, _listed()):
        if name in parts:
            return filled(group, parts[name])
    raise LexiconError(f"lexicon/en/date_rules.toml: {group} has no part <{name}>")


def filled(group: str, pattern: str) -> str:
    """A pattern as it is written, with its parts in their places."""
    return PLACE.sub(lambda match: part(group, match[1]), pattern)


def compiled(group: str, readers: Mapping[str, Reader]) -> list[Rule]:
    """The rules of a group in order of precedence, each with its reader.

    Raises:
        LexiconError: rules and readers are not the same by name; the message names both.
    """
    rules = date_rules().groups[group].rules
    names = [rule.name for rule in rules]
    if sorted(names) != sorted(readers):
        raise LexiconError(
            f"lexicon/en/date_rules.toml: {group} has the rules {names}, its module reads "
            f"{list(readers)}"
        )
    return [
        Rule(rule.name, re.compile(filled(group, rule.pattern)), readers[rule.name])
        for rule in rules
    ]
