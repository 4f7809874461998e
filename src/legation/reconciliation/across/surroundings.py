"""The two sides that a sentence or a whole text speaks of, for records that name only one."""

from collections.abc import Iterator

from legation.model import (
    Assertion,
    Figure,
    Ledger,
    Proposal,
    Record,
    Span,
    Statement,
)
from legation.reconciliation.across import sides

Pair = frozenset[str]
NOBODY: Pair = frozenset()


class Surroundings:
    """What the records of a ledger say of who is spoken of where."""

    def __init__(self, ledger: Ledger) -> None:
        self._sentences: dict[Span, set[str]] = {}
        told: set[str] = set()
        for record in ledger.records:
            named = set(_named(record))
            told |= named
            if record.sentence is not None:
                self._sentences.setdefault(record.sentence, set()).update(named)
        self._text = frozenset(told)

    def pair(self, record: Record) -> Pair:
        """The two sides of a record's sentence, else of the whole text; nobody where there are not
        exactly two.
        """
        near = self._sentences.get(record.sentence) if record.sentence is not None else None
        for found in (near, self._text):
            if found is not None and len(found) == 2:
                return frozenset(found)
        return NOBODY


def _named(record: Record) -> Iterator[str]:
    """The countries and bodies that a record names, by their roots."""
    yield from sides.roots(sides.parties(record))
    codes: tuple[str | None, ...] = ()
    if isinstance(record, Statement | Proposal | Assertion):
        codes = record.about
    if isinstance(record, Figure | Assertion):
        codes = (*codes, record.reporter, record.partner)
    for code in codes:
        if code and code != sides.WORLD:
            yield sides.root(code)
