"""Everything that Legation raises on purpose.

    LegationError
    ├── UnreadableDocument     this input cannot be read; the others go on
    │   ├── ForbiddenAddress   an address that we do not fetch (private network, other scheme)
    │   └── UnknownLanguage    readable, but not in a language that we read
    ├── LexiconError           a data file that people edit does not hold together
    ├── StatisticsError        a series, provider or snapshot cannot answer
    └── MissingModel           the language model is not installed

A message says what happened, to which input, and what to do next.
"""


class LegationError(Exception):
    """The root of the tree."""


class UnreadableDocument(LegationError):
    """An input that cannot be read; the message names it."""


class ForbiddenAddress(UnreadableDocument):
    """An address that we do not fetch."""


class UnknownLanguage(UnreadableDocument):
    """A text in a language that we do not read."""


class LexiconError(LegationError):
    """A data file that people edit does not hold together; the message names file and row."""


class StatisticsError(LegationError):
    """A series, provider or snapshot cannot answer."""


class MissingModel(LegationError):
    """The language model is not installed."""
