"""Legation: what is written about the relations between countries, as a checked ledger.

As a library it is three functions, the types of what they give, and the errors that they raise;
``docs/library.md`` shows them at work:

- :func:`read`: one text -> its ledger
- :func:`ledgers`: files, folders, addresses -> their ledgers, one after the other
- :func:`check`: a sentence -> its figures and claims with their verdicts

Importing the package costs next to nothing: the language model is loaded when the first text is
read.
"""

from typing import TYPE_CHECKING

__version__ = "0.2.0"

from legation.model import (
    Assertion,
    AssertionVerdict,
    Check,
    Document,
    Event,
    Figure,
    FigureVerdict,
    Instrument,
    Ledger,
    LegationError,
    LexiconError,
    MissingModel,
    Observation,
    Party,
    Period,
    Proposal,
    Record,
    Span,
    Statement,
    StatisticsError,
    UnknownLanguage,
    UnknownName,
    Unreadable,
    UnreadableDocument,
    Value,
)

if TYPE_CHECKING:
    from legation.library import check, ledgers, read

__all__ = [
    "Assertion",
    "AssertionVerdict",
    "Check",
    "Document",
    "Event",
    "Figure",
    "FigureVerdict",
    "Instrument",
    "Ledger",
    "LegationError",
    "LexiconError",
    "MissingModel",
    "Observation",
    "Party",
    "Period",
    "Proposal",
    "Record",
    "Span",
    "Statement",
    "StatisticsError",
    "UnknownLanguage",
    "UnknownName",
    "Unreadable",
    "UnreadableDocument",
    "Value",
    "__version__",
    "check",
    "ledgers",
    "read",
]

_FUNCTIONS = frozenset({"check", "ledgers", "read"})


def __getattr__(name: str) -> object:
    """The functions, on first use: they know every room, and the types alone are wanted often."""
    if name not in _FUNCTIONS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from legation import library

    return getattr(library, name)
