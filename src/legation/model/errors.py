"""Everything that Legation raises on purpose.

    LegationError
    ├── Unfetched              a web address gave no whole answer
    ├── UnreadableDocument     this input cannot be read; the others go on
    │   ├── ForbiddenAddress   an address that we do not fetch (private network, other scheme)
    │   └── UnknownLanguage    readable, but not in a language that we read
    ├── LexiconError           a data file that people edit does not hold together
    ├── StatisticsError        a series, provider or snapshot cannot answer
    │   ├── UnknownName        a country, material or series by a name that we do not know
    │   ├── Unkept             an answer that is there, and could not be written to disk
    │   └── ProviderError      a provider over the network gave no data
    │       ├── Unreachable    no answer, or a broken one, after all attempts
    │       ├── Busy           it asks to be left alone for a while (429), or is still preparing
    │       ├── TooLarge       it refuses to answer so much at once (413)
    │       ├── NotData        something else in place of data: a page, half an answer
    │       └── BadQuery       it does not know a code, or wants a key
    ├── AuditError             a ledger or a sheet of an audit is not as it should be
    ├── PartsError             reading in parts cannot begin or go on
    ├── QuestionError          a question to an account that cannot be asked so
    ├── LedgerError            the ledger cannot be opened, written or asked
    │   ├── NotOurs            a file that is no ledger
    │   ├── TooNew             made by a newer Legation
    │   ├── Damaged            does not hold together
    │   ├── Unwritable         its folder or disk does not let it be written
    │   ├── NotFound           no ledger there, or nothing in it by that id
    │   └── Refused            a question or judgement that it does not take
    └── MissingModel           the language model is not installed

A message says what happened, to which input, and what to do next.
"""

from typing import Literal


class LegationError(Exception):
    """The root of the tree."""


Fault = Literal["late", "unknown", "unreachable", "broken", "packed", "large", "redirects", "told"]
"""Why an address gave nothing: no answer in time, no such name, no way there, broken off or
damaged, packed as was not asked for, too much, led on and on; ``told``: to where the one who asked
said that it must not go."""


class Unfetched(LegationError):
    """A web address gave no whole answer; ``fault`` says why in one word."""

    def __init__(self, message: str, fault: Fault) -> None:
        super().__init__(message)
        self.fault: Fault = fault


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


class Unkept(StatisticsError):
    """An answer came and could not be kept: the disk is full, or the folder is not ours to write.
    ``answer`` is what came.
    """

    def __init__(self, message: str, answer: object) -> None:
        super().__init__(message)
        self.answer = answer


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
    """The provider does not know a code, or wants a key. ``said`` is what it sent with a refusal,
    for some refuse what is only empty.
    """

    def __init__(self, message: str, said: str = "") -> None:
        super().__init__(message)
        self.said = said


class AuditError(LegationError):
    """A ledger to draw from, or a sheet of judgements, is not as it should be; the message names
    file and line.
    """


class PartsError(LegationError):
    """Reading in parts cannot begin or go on: the message names the folder, or what is missing."""


class QuestionError(LegationError):
    """A question to an account that cannot be asked so; the message says what can."""


class LedgerError(LegationError):
    """The ledger cannot be opened, written or asked; the message names the file."""


class NotOurs(LedgerError):
    """A file that is no ledger of ours; it was not touched."""


class TooNew(LedgerError):
    """A ledger of a newer Legation; it was not touched."""


class Damaged(LedgerError):
    """A ledger that does not hold together."""


class Unwritable(LedgerError):
    """The folder or the disk does not let the ledger be written; what was in it still is."""


class NotFound(LedgerError):
    """No ledger there yet, or nothing in it by that id."""


class Refused(LedgerError):
    """A question or a judgement that the ledger does not take; the message says why."""


class MissingModel(LegationError):
    """The language model is not installed."""
