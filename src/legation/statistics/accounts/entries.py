"""One place in an account: an official value with its observation, or the reason why it is
empty.
"""

from legation.model.accounts import Country, Entry
from legation.statistics import codes, observing
from legation.statistics.amounts import Amount, Found


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
