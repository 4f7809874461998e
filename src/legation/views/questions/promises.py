"""Promises over time: asked for, offered, pledged, signed, partly delivered, delivered, refused."""

from datetime import date

from legation.model import Value
from legation.model.account import Promise
from legation.store import days
from legation.store import questions as asking
from legation.store.questions.asked import Pair, Stretch
from legation.views.questions import pairs
from legation.views.questions.assembling import by_number
from legation.views.questions.entries import Entry
from legation.views.questions.pages import Promised, Promises
from legation.views.questions.parts import party, step, stretch
from legation.views.questions.scopes import Paging, Scope, cursor, place
from legation.views.questions.shelves import Ledger, Shelf
from legation.views.wording import amount as in_words

OVER = frozenset({"delivered", "refused", "withdrawn"})
"""States in which nothing more is due."""


def promises(
    ledger: Ledger, between: tuple[str, str] | None = None, scope: Scope | None = None
) -> Promises:
    """The promises of a pair, or of the whole ledger: newest first, a page at a time.

    Raises:
        QuestionError: a code or cursor is unknown, or the scope is no stretch of time.
    """
    scope = scope or Scope()
    on, after = pairs.asked(scope), place(scope.cursor, 2)
    pair = pairs.numbers(ledger, *between) if between else None
    title = "What was asked, offered and promised"
    if between:
        title += f": {pairs.side(between[0]).name} and {pairs.side(between[1]).name}"
    if between and pair is None:
        return Promises(head=pairs.head(ledger, title, scope), promises=(), paging=Paging())
    shelf = Shelf(ledger)
    rows = _rows(ledger, pair, on, scope, after, scope.limit)
    last = rows[-1] if len(rows) == scope.limit else None
    return Promises(
        head=pairs.head(ledger, title, scope, pairs.coverage(ledger, pair, on, scope)),
        promises=_of(shelf, rows, scope),
        paging=Paging(next=cursor(last.day, last.number) if last else None, limit=scope.limit),
    )


def promised(
    shelf: Shelf, pair: Pair | None, on: Stretch, scope: Scope, limit: int
) -> tuple[Promised, ...]:
    """The newest promises of a pair."""
    return _of(shelf, _rows(shelf.ledger, pair, on, scope, None, limit), scope)


def _rows(
    ledger: Ledger,
    pair: Pair | None,
    on: Stretch,
    scope: Scope,
    after: tuple[int, ...] | None,
    limit: int,
) -> list[asking.matters.Matter]:
    return asking.matters.promises(
        ledger, pair, on, members=scope.members, after=after, limit=limit
    )


def _of(shelf: Shelf, rows: list[asking.matters.Matter], scope: Scope) -> tuple[Promised, ...]:
    today = days.day(asking.news.span(shelf.ledger)[1])
    told = by_number(shelf, [row.number for row in rows])
    return tuple(
        _promised(shelf, shelf.ledger.promise(row.number), entry, today)
        for row in rows
        if (entry := told.get(row.number)) is not None
        and (entry.certain or scope.possible or entry.kind == "proposal")
    )


def _promised(shelf: Shelf, held: Promise, entry: Entry, today: date | None) -> Promised:
    due = stretch(held.due) if held.due else None
    late = bool(due and due.end and today and due.end < today and held.state not in OVER)
    return Promised(
        id=held.id,
        by=tuple(party(one, "by") for one in held.by),
        to=tuple(party(one, "to") for one in held.to),
        content=held.content,
        amount=amount(held.amount, held.unit),
        delivered=amount(held.delivered, held.unit),
        due=due,
        overdue=late,
        said=held.said,
        state=held.state.replace("_", " "),
        steps=tuple(step(shelf, one) for one in held.steps),
        certain=entry.certain,
        entry=entry,
    )


def amount(value: Value | None, unit: str | None) -> str | None:
    """An amount as it was written, or in figures where it was summed."""
    if value is None:
        return None
    return " ".join(value.written.split()) or in_words(value.middle, unit or "")
