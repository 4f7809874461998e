"""Where stories disagree; and, apart from it, what copies and later versions altered."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from legation.model.account import Affair, Altered, Conflict, ConflictValue
from legation.store import questions as asking
from legation.store.questions.asked import Pair, Stretch
from legation.views.questions import pairs
from legation.views.questions.assembling import by_number
from legation.views.questions.entries import Entry, Source
from legation.views.questions.folding import folded
from legation.views.questions.pages import Change, Claimed, Conflicts, Decided, Disagreement
from legation.views.questions.scopes import Paging, Scope, cursor, place
from legation.views.questions.shelves import Ledger, Shelf
from legation.views.wording import amount

AMOUNT = re.compile(r"(?P<number>-?\d+(?:\.\d+)?) (?P<unit>\S+)")
OF = {"date": "when", "status": "whether"}
BY = {
    "official": "the official value",
    "outlier": "one story against three or more",
    "later": "a later text",
    "person": "a person",
}


def conflicts(
    ledger: Ledger, between: tuple[str, str] | None = None, scope: Scope | None = None
) -> Conflicts:
    """The conflicts of a pair, or of the whole ledger: newest first, a page at a time.

    Raises:
        QuestionError: a code or cursor is unknown, or the scope is no stretch of time.
    """
    scope = scope or Scope()
    on, after = pairs.asked(scope), place(scope.cursor, 2)
    pair = pairs.numbers(ledger, *between) if between else None
    shelf = Shelf(ledger)
    title = "Where stories disagree"
    if between:
        title += f": {pairs.side(between[0]).name} and {pairs.side(between[1]).name}"
    if between and pair is None:
        return Conflicts(
            head=pairs.head(ledger, title, scope), conflicts=(), altered=(), paging=Paging()
        )
    rows = _rows(ledger, pair, on, scope, after, scope.limit)
    last = rows[-1] if len(rows) == scope.limit else None
    return Conflicts(
        head=pairs.head(ledger, title, scope, pairs.coverage(ledger, pair, on, scope)),
        conflicts=folded(_disagreements(shelf, rows)),
        altered=_altered(shelf, pair, scope.limit) if after is None else (),
        paging=Paging(next=cursor(last.day, last.number) if last else None, limit=scope.limit),
    )


def _rows(
    ledger: Ledger,
    pair: Pair | None,
    on: Stretch,
    scope: Scope,
    after: tuple[int, ...] | None,
    limit: int,
) -> list[asking.matters.Matter]:
    return asking.matters.conflicts(
        ledger, pair, on, members=scope.members, after=after, limit=limit
    )


def disagreements(
    shelf: Shelf, pair: Pair | None, on: Stretch, scope: Scope, limit: int
) -> tuple[Disagreement, ...]:
    """The newest conflicts of a pair; open ones first."""
    rows = _rows(shelf.ledger, pair, on, scope, None, limit)
    found = _disagreements(shelf, rows)
    return folded(sorted(found, key=lambda one: one.settled is not None))


def _disagreements(shelf: Shelf, rows: Sequence[asking.matters.Matter]) -> list[Disagreement]:
    members = asking.matters.members(shelf.ledger, [row.number for row in rows])
    told = by_number(shelf, list(dict.fromkeys(n for held in members.values() for n in held)))
    return [_disagreement(shelf, row.number, members.get(row.number, []), told) for row in rows]


def _disagreement(
    shelf: Shelf, number: int, affairs: Sequence[int], known: Mapping[int, Entry]
) -> Disagreement:
    held = shelf.ledger.conflict(number)
    told = tuple(known[affair] for affair in affairs if affair in known)
    values = tuple(_claimed(shelf, value, told, affairs) for value in held.values)
    decided = _people(shelf, number, held, values)
    days = [value.since for value in held.values if value.since]
    return Disagreement(
        id=held.id,
        of=held.of,
        what=_what(held, told),
        values=values,
        official=official(held.official),
        spread=_spread(told) if held.of == "figure" else None,
        settled=BY[held.settled.by] if held.settled else None,
        because=_because(held, decided),
        stands=_stands(held, values),
        decided=decided,
        day=max(days, default=None),
    )


def official(value: str | None) -> str | None:
    """An official value in words: ``€3.218 bn`` for ``3218093398 EUR``."""
    found = AMOUNT.fullmatch(value or "")
    return amount(Decimal(found["number"]), found["unit"]) if found else value


def _what(conflict: Conflict, told: Sequence[Entry]) -> str:
    if not told:
        return "something that is no longer told"
    lead = OF.get(conflict.of)
    return f"{lead}: {told[0].head}" if lead else told[0].head


def _because(conflict: Conflict, decided: Sequence[Decided]) -> str:
    settled = conflict.settled
    if settled is None:
        several = len({one.value for one in decided}) > 1
        said = "; ".join(f"{one.by or 'someone'}: {one.value}" for one in decided)
        return f"people disagree: {said}" if several else ""
    doubted = settled.by == "outlier" and settled.value
    return f"{settled.because}{f'; to doubt: {doubted}' if doubted else ''}"


def _stands(conflict: Conflict, values: Sequence[Claimed]) -> str | None:
    """The value on which a conflict was settled, as it is shown; none where one is only doubted."""
    settled = conflict.settled
    if settled is None or settled.by == "outlier" or settled.value is None:
        return None
    return _shown(settled.value, conflict, values)


def _shown(value: str, conflict: Conflict, values: Sequence[Claimed]) -> str:
    pairs_ = zip(conflict.values, values, strict=True)
    return next((shown.value for told, shown in pairs_ if told.value == value), value)


def _people(
    shelf: Shelf, number: int, conflict: Conflict, values: Sequence[Claimed]
) -> tuple[Decided, ...]:
    return tuple(
        Decided(
            id=one.id,
            value=_shown(one.value, conflict, values) if one.told else one.value,
            told=one.told,
            because=one.because,
            by=one.by,
        )
        for one in shelf.ledger.settlements(number)
    )


def _claimed(
    shelf: Shelf, value: ConflictValue, told: Sequence[Entry], affairs: Sequence[int]
) -> Claimed:
    mine = tuple(entry for entry in told if entry.id in value.affairs)
    badge = next((e.number.badge.word for e in mine if e.number and e.number.badge), None)
    words = next((e.number.written for e in mine if e.number), None)
    return Claimed(
        value=words or value.value,
        stories=value.stories,
        since=value.since,
        badge=badge,
        entries=mine,
        sources=_of_records(shelf, value, affairs) if value.records else (),
    )


def _of_records(shelf: Shelf, value: ConflictValue, affairs: Sequence[int]) -> tuple[Source, ...]:
    """The texts of the records that claim a date or status."""
    found: list[Source] = []
    for affair in affairs:
        held: Affair = shelf.ledger.affair(affair)
        for member in held.members:
            named = {member.record, f"{member.document}:{member.record}"}
            number = shelf.number(member.document)
            if named & set(value.records) and number is not None:
                found.append(shelf.source(number, member.record, member.evidence))
    return tuple(found)


def _spread(told: Sequence[Entry]) -> str | None:
    """How far the largest value lies over the smallest."""
    middles = [
        (Decimal(entry.number.low) + Decimal(entry.number.high)) / 2
        for entry in told
        if entry.number
    ]
    if len(middles) < 2 or min(middles) <= 0:
        return None
    return f"{(max(middles) / min(middles) - 1) * 100:.1f} %"


def _altered(shelf: Shelf, pair: Pair | None, limit: int) -> tuple[Change, ...]:
    if pair is not None:
        return altered_of_pair(shelf, pair, limit)
    return _told(shelf, asking.matters.altered(shelf.ledger, limit))


def altered_of_pair(shelf: Shelf, pair: Pair, limit: int) -> tuple[Change, ...]:
    """What copies and later versions changed of the stories of a pair, newest first."""
    return _told(shelf, asking.matters.altered_of_pair(shelf.ledger, pair, limit))


def altered_of(shelf: Shelf, stories: Sequence[int], limit: int) -> tuple[Change, ...]:
    """What copies and later versions of some stories changed, newest first."""
    return _told(shelf, asking.matters.altered_of_stories(shelf.ledger, list(stories), limit))


def _told(shelf: Shelf, documents: Sequence[int]) -> tuple[Change, ...]:
    return tuple(
        change
        for number in documents
        for altered in shelf.ledger.altered(number)
        for change in _changes(shelf, altered)
    )


def _changes(shelf: Shelf, altered: Altered) -> tuple[Change, ...]:
    copy, source = shelf.number(altered.document), shelf.number(altered.source)
    if copy is None or source is None:
        return ()
    change = Change(
        field=altered.field,
        before=altered.before,
        after=altered.after,
        because=altered.because,
        copy=shelf.source(copy),
        original=shelf.source(source),
    )
    return (change,)
