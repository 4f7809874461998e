"""The numbers that stand in the ledger for the contract's words (``codes.toml``), and back."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

UNKNOWN = 0
"""A word that has no number: an event type of another ontology, a kind without statuses."""


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "codes.toml").read_text(encoding="utf-8"))


@cache
def numbers(*path: str) -> dict[str, int]:
    """The numbers of a table, by word: ``numbers("status", "event")["planned"]`` is 2."""
    table = _tables()
    for part in path:
        table = table[part]
    return table


@cache
def words(*path: str) -> dict[int, str]:
    """The words of a table, by number."""
    return {number: word for word, number in numbers(*path).items()}


KIND = numbers("kind")
TIER = numbers("tier")
DATE_FROM = numbers("date_from")
VERDICT = numbers("verdict")
ROLE = numbers("role")
CONFLICT = numbers("conflict")
SETTLED = numbers("settled")
PROMISE = numbers("promise")
