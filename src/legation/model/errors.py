"""Everything that Legation raises on purpose.

    LegationError ├── UnreadableDocument     this input cannot be read; the others go on │   ├──
    ForbiddenAddress   an address that we do not fetch (private network, other scheme) │   └──
    UnknownLanguage    readable, but not in a language that we read ├── LexiconError           a
    data file that people edit does not hold together ├── StatisticsError        a series, provider
    or snapshot cannot answer │   ├── UnknownName        a country, material or series by a name
    that we do not know │   └── ProviderError      a provider over the network gave no data │
    ├── Unreachable    no answer, or a broken one, after all attempts │       ├── Busy           it
    asks to be left alone for a while (429), or is still preparing the answer │       ├── TooLarge
    it refuses to answer so much at once (413) │       ├── NotData        something else in place of
    data: a page, half an answer │       └── BadQuery       it does not know a code, or wants a key
    ├── AuditError             a ledger or a sheet of an audit is not as it should be └──
    MissingModel           the language model is not installed

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


class UnknownName(StatisticsError):
    """A country, material or series by a name that we do not know; the message says what is
    near.
    """


class ProviderError(StatisticsError):
    """A provider over the network gave no data; the message names the address and what to do."""


class Unreachable(ProviderError):
    """No answer, or a broken one, after all attempts."""


class Busy(ProviderError):
    """The provider asks to be left alone for a while, or is still preparing its answer."""


class TooLarge(ProviderError):
    """The provider refuses to answer so much at once."""


class NotData(ProviderError):
    """Something else in place of data: a page of HTML, half an answer."""


class BadQuery(ProviderError):
    """The provider does not know a code, or wants a key."""


class AuditError(LegationError):
    """A ledger to draw from, or a sheet of judgements, is not as it should be; the message names
    file and line.
    """


class QuestionError(LegationError):
    """A question to an account that cannot be asked so; the message says what can."""


class MissingModel(LegationError):
    """The language model is not installed."""
