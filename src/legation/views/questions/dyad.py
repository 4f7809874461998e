"""Everything that the account holds of a pair."""

from collections.abc import Sequence

from legation.store import codes
from legation.store import questions as asking
from legation.store.questions.asked import Pair, Stretch
from legation.store.questions.dyads import Line as Row
from legation.views.questions import leads, pairs
from legation.views.questions.assembling import by_number, entries, struck
from legation.views.questions.conflicts import altered_of_pair, disagreements
from legation.views.questions.entries import Entry
from legation.views.questions.pages import Dyad, Timeline
from legation.views.questions.parts import Sides
from legation.views.questions.promises import promised
from legation.views.questions.register import facts
from legation.views.questions.scopes import Paging, Scope, cursor, place
from legation.views.questions.shelves import Ledger, Shelf

EACH = 30
"""Rows of a section on the page of a pair; the timeline has them all."""
SAID = 20
"""Statements of each side, claims, and what has no day."""
PROMISES = 20
CONFLICTS = 12


def dyad(ledger: Ledger, a: str, b: str, scope: Scope | None = None) -> Dyad:
    """The page of a pair.

    Args:
        ledger: the open ledger. a, b: codes of the two sides (``EUR``, ``KAZ``).
        scope: days, certainty, members.

    Raises:
        QuestionError: a code is unknown, or the scope is no stretch of time.
    """
    scope = scope or Scope()
    on = pairs.asked(scope)
    pair = pairs.numbers(ledger, a, b)
    title = f"{pairs.side(a).name} and {pairs.side(b).name}"
    if pair is None:
        return _empty(ledger, a, b, title, scope)
    shelf = Shelf(ledger)
    a_first = ledger.code(pair[0]) == a
    shown = _Sections(shelf, pair, on, scope).of(
        events=("event", None, False, EACH),
        figures=("figure", None, False, EACH),
        instruments=("instrument", None, False, EACH),
        instruments_undated=("instrument", None, True, SAID),
        statements_a=("statement", 1 if a_first else 2, False, SAID),
        statements_b=("statement", 2 if a_first else 1, False, SAID),
        assertions=("assertion", None, False, SAID),
        assertions_undated=("assertion", None, True, SAID),
        undated=("event", None, True, SAID),
    )
    instruments = (*shown["instruments"], *shown["instruments_undated"])
    counts = asking.dyads.counts(ledger, pair, on, pairs.months(on))
    counts = counts if scope.members else [one for one in counts if not one.member]
    conflicts = disagreements(shelf, pair, on, scope, CONFLICTS)
    promises = promised(shelf, pair, on, scope, PROMISES)
    return Dyad(
        head=pairs.head(ledger, title, scope, pairs.coverage(ledger, pair, on, scope)),
        a=pairs.side(a),
        b=pairs.side(b),
        lead=leads.lead(shown["events"], instruments, promises, conflicts),
        counts=pairs.counted(counts, by_type=False),
        months=pairs.by_month(
            counts,
            asking.dyads.month_stories(ledger, pair, pairs.around(on)),
            members=scope.members,
        ),
        events=shown["events"],
        statements_a=shown["statements_a"],
        statements_b=shown["statements_b"],
        instruments=instruments,
        figures=shown["figures"],
        assertions=(*shown["assertions"], *shown["assertions_undated"]),
        conflicts=conflicts,
        altered=altered_of_pair(shelf, pair, EACH),
        promises=promises,
        undated=shown["undated"],
        struck=struck(shelf, (a, b)),
        register=facts(a, b),
    )


Asked = tuple[str, int | None, bool, int]
"""A kind, the side that acts, whether without a day, and how many at most."""


class _Sections:
    """The sections of one page: each one range of the pair, their entries read together."""

    def __init__(self, shelf: Shelf, pair: Pair, on: Stretch, scope: Scope) -> None:
        self.shelf, self.pair, self.on, self.scope = shelf, pair, on, scope

    def of(self, **sections: Asked) -> dict[str, tuple[Entry, ...]]:
        """The newest entries of each section."""
        rows = {name: self._rows(*asked) for name, asked in sections.items()}
        every = [row for held in rows.values() for row in held]
        sides = pairs.sides(self.shelf.ledger, self.pair, every)
        told = by_number(self.shelf, [row.affair for row in every], sides)
        return {
            name: tuple(told[row.affair] for row in held if row.affair in told)
            for name, held in rows.items()
        }

    def _rows(self, kind: str, side: int | None, undated: bool, limit: int) -> list[Row]:
        return asking.dyads.entries(
            self.shelf.ledger,
            self.pair,
            codes.KIND[kind],
            self.on,
            members=self.scope.members,
            possible=self.scope.possible,
            side=side,
            undated=undated,
            limit=limit,
        )


def _empty(ledger: Ledger, a: str, b: str, title: str, scope: Scope) -> Dyad:
    """The page of a pair of which nothing is told: the register still knows something."""
    return Dyad(
        head=pairs.head(ledger, title, scope),
        a=pairs.side(a),
        b=pairs.side(b),
        lead=(),
        counts=(),
        months=(),
        events=(),
        statements_a=(),
        statements_b=(),
        instruments=(),
        figures=(),
        assertions=(),
        conflicts=(),
        altered=(),
        promises=(),
        undated=(),
        struck=(),
        register=facts(a, b),
    )


def timeline(ledger: Ledger, a: str, b: str, scope: Scope | None = None) -> Timeline:
    """All entries of a pair by day, newest first, a page at a time; the undated on the first page.

    Raises:
        QuestionError: a code, kind or cursor is unknown, or the scope is no stretch of time.
    """
    scope = scope or Scope()
    on, after = pairs.asked(scope), place(scope.cursor, 2)
    pair = pairs.numbers(ledger, a, b)
    title = f"{pairs.side(a).name} and {pairs.side(b).name}, by day"
    rows = _timeline(ledger, pair, on, scope, after, undated=False)
    aside = [] if after else _timeline(ledger, pair, on, scope, None, undated=True)
    shelf, last = Shelf(ledger), rows[-1] if len(rows) == scope.limit else None
    return Timeline(
        head=pairs.head(ledger, title, scope, pairs.coverage(ledger, pair, on, scope)),
        a=pairs.side(a),
        b=pairs.side(b),
        entries=_of(shelf, pair, rows),
        undated=_of(shelf, pair, aside),
        paging=Paging(next=cursor(last.day, last.affair) if last else None, limit=scope.limit),
    )


def _timeline(
    ledger: Ledger,
    pair: Pair | None,
    on: Stretch,
    scope: Scope,
    after: tuple[int, ...] | None,
    *,
    undated: bool,
) -> list[Row]:
    if pair is None:
        return []
    return asking.dyads.timeline(
        ledger,
        pair,
        on,
        kinds=pairs.kinds(scope),
        members=scope.members,
        possible=scope.possible,
        undated=undated,
        after=after,
        limit=scope.limit,
    )


def _of(shelf: Shelf, pair: Pair | None, rows: Sequence[Row]) -> tuple[Entry, ...]:
    sides = pairs.sides(shelf.ledger, pair, rows) if pair else Sides()
    return entries(shelf, [row.affair for row in rows], sides)
