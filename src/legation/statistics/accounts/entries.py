"""One place in an account: an official value with its observation, or the reason why it is
empty.
"""

from decimal import Decimal

from msgspec import Struct

from legation.model import Observation
from legation.model.series import Absence
from legation.statistics import codes, observing
from legation.statistics.amounts import Amount, Found


class Entry(Struct, frozen=True, kw_only=True):
    """``value`` and ``observation`` are both there or both null; then ``reason`` says why and
    ``absence`` which kind.
    """

    value: Decimal | None = None
    observation: Observation | None = None
    absence: Absence | None = None
    reason: str = ""


class Country(Struct, frozen=True, kw_only=True):
    """A code with its name."""

    code: str
    name: str


def entry(found: Found) -> Entry:
    """A look-up's result as an entry."""
    if isinstance(found, Amount):
        return Entry(value=found.value, observation=observing.observation(found))
    return Entry(absence=found.absence, reason=found.reason)


def country(code: str) -> Country:
    """A code, however written, as ours with its name."""
    ours = codes.ours(code)
    return Country(code=ours, name=codes.name(ours))


def reasons(*entries: Entry) -> tuple[str, ...]:
    """Why entries are empty, each reason once, in order."""
    return tuple(dict.fromkeys(e.reason for e in entries if e.reason))
