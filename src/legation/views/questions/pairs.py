"""What the questions about a pair share: its sides, the days asked for, its counts and months."""

from collections.abc import Iterable, Sequence
from datetime import date

from legation.model import QuestionError
from legation.store import codes, days
from legation.store import questions as asking
from legation.store.questions.asked import Pair, Stretch, stretch
from legation.store.questions.dyads import Behind, Count
from legation.store.questions.dyads import Line as Row
from legation.views import events
from legation.views.questions.pages import Counted, Month, Side
from legation.views.questions.parts import Sides
from legation.views.questions.scopes import Head, Scope, Tally
from legation.views.questions.shelves import Ledger
from legation.views.wording import name_of, names

MANY = 300
"""Affairs whose stories are counted one by one; behind more the number of stories is not told."""
KIND_WORDS = {
    "event": "events",
    "figure": "figures",
    "statement": "statements",
    "instrument": "agreements and projects",
    "proposal": "offers, plans and requests",
    "assertion": "claims without a number",
}


def side(code: str) -> Side:
    """A side by its code."""
    return Side(code=code, name=name_of(code) or code)


def known(code: str) -> str:
    """The code itself.

    Raises:
        QuestionError: no country or body has it.
    """
    if code not in names():
        raise QuestionError(
            f'"{code}" is no code of a country or body; write one of ISO 3166 (KAZ) or EUR'
        )
    return code


def numbers(ledger: Ledger, a: str, b: str) -> Pair | None:
    """The pair in this ledger; ``None`` where nothing is told of it.

    Raises:
        QuestionError: a code is unknown, or both are the same.
    """
    if known(a) == known(b):
        raise QuestionError(f"a pair needs two different sides, not {a} twice")
    return ledger.pair(a, b)


def asked(scope: Scope) -> Stretch:
    """The days of a scope.

    Raises:
        QuestionError: it ends before it begins.
    """
    if scope.since and scope.until and scope.since > scope.until:
        raise QuestionError(f"from {scope.since} until {scope.until} is no stretch of time")
    return stretch(scope.since, scope.until)


def kinds(scope: Scope) -> tuple[int, ...]:
    """The numbers of the kinds asked for.

    Raises:
        QuestionError: there is no such kind.
    """
    wrong = [kind for kind in scope.kinds if kind not in codes.KIND]
    if wrong:
        raise QuestionError(f'"{wrong[0]}" is no kind; there are {", ".join(codes.KIND)}')
    return tuple(codes.KIND[kind] for kind in scope.kinds)


def sides(ledger: Ledger, pair: Pair, rows: Iterable[Row]) -> Sides:
    """The pair's codes, who acts in each affair, and by whom it stands here."""
    held = list(rows)
    return Sides(
        a=ledger.code(pair[0]),
        b=ledger.code(pair[1]),
        via={row.affair: ledger.code(row.via) for row in held if row.via},
        acting={row.affair: row.side for row in held},
    )


def months(on: Stretch) -> tuple[int, int] | None:
    """The whole months of a stretch; ``None`` where it begins or ends within one."""
    first = 0 if on.first <= 0 else days.month(on.first)
    last = 12 * 9999 if on.last >= days.NEVER_LATER else days.month(on.last)
    begins = on.first <= 0 or _day(on.first).day == 1
    ends = on.last >= days.NEVER_LATER or _day(on.last + 1).day == 1
    return (first, last) if begins and ends else None


def around(on: Stretch) -> tuple[int, int]:
    """The months that a stretch touches."""
    first = 0 if on.first <= 0 else days.month(on.first)
    return first, 12 * 9999 if on.last >= days.NEVER_LATER else days.month(on.last)


def _day(number: int) -> date:
    found = days.day(number)
    assert found is not None  # 0 is never asked for here
    return found


def month_word(number: int) -> str:
    """``2024-01`` for a month as the ledger counts them; ``undated`` for none."""
    return f"{number // 12:04d}-{number % 12 + 1:02d}" if number else "undated"


def counted(counts: Sequence[Count], *, by_type: bool) -> tuple[Counted, ...]:
    """Counts of a stretch by kind, or by kind and type."""
    cells: dict[tuple[int, int], list[Count]] = {}
    for one in counts:
        cells.setdefault((one.kind, one.type if by_type else 0), []).append(one)
    return tuple(
        Counted(
            kind=_kind(kind),
            type=_type(kind, type),
            word=_word(kind, type),
            tally=tally(held),
        )
        for (kind, type), held in sorted(cells.items())
    )


def tally(counts: Iterable[Count], *, month: bool = False) -> Tally:
    """Sure affairs; beside them the less certain and, of a bloc's members, the sure ones. In a
    month those whose day is lent are beside too.
    """
    sure = possible = via = lent = 0
    for one in counts:
        if one.tier != codes.TIER["sure"]:
            possible += one.affairs
        elif one.member:
            via += one.affairs
        elif month and one.lent:
            lent += one.affairs
        else:
            sure += one.affairs
    return Tally(sure=sure, possible=possible, via=via, lent=lent)


def _kind(number: int) -> str:
    return codes.words("kind").get(number, "")


def _type(kind: int, number: int) -> str:
    return codes.words("type", _kind(kind)).get(number, "") if number else ""


def _word(kind: int, number: int) -> str:
    type = _type(kind, number)
    if not type:
        return KIND_WORDS.get(_kind(kind), "")
    return events.what(type)


def by_month(
    counts: Sequence[Count], stories: dict[tuple[int, int], int], *, members: bool
) -> tuple[Month, ...]:
    """Months with their counts by kind and type, and the distinct stories behind each."""
    held: dict[int, list[Count]] = {}
    for one in counts:
        held.setdefault(one.month, []).append(one)
    return tuple(
        Month(
            month=month_word(month),
            stories=stories.get((month, 0), 0),
            via_stories=stories.get((month, 1), 0) if members else 0,
            counts=_of_month(held[month]),
        )
        for month in sorted(held)
    )


def _of_month(counts: Sequence[Count]) -> tuple[Counted, ...]:
    cells: dict[tuple[int, int], list[Count]] = {}
    for one in counts:
        cells.setdefault((one.kind, one.type), []).append(one)
    return tuple(
        Counted(
            kind=_kind(kind),
            type=_type(kind, type),
            word=_word(kind, type),
            tally=tally(held, month=True),
        )
        for (kind, type), held in sorted(cells.items())
    )


def head(ledger: Ledger, title: str, scope: Scope, behind: Behind | None = None) -> Head:
    """The head of an answer, with how many stories and documents stand behind it."""
    behind = behind or Behind()
    invented = not asking.news.real(ledger)
    notes = ("All texts, people and outlets are made up, as examples.",) if invented else ()
    return Head(
        title=title,
        beside=_beside(scope),
        scope=scope,
        stories=behind.stories,
        documents=behind.documents,
        made_up=invented,
        notes=notes,
    )


def coverage(ledger: Ledger, pair: Pair | None, on: Stretch, scope: Scope) -> Behind:
    """The stories and documents behind a pair in some days; none behind no pair."""
    if pair is None:
        return Behind()
    return asking.dyads.coverage(ledger, pair, around(on), members=scope.members)


def _beside(scope: Scope) -> str:
    since = f"since {scope.since}" if scope.since else ""
    until = f"until {scope.until}" if scope.until else ""
    left = "" if scope.members else "without what members of a bloc do"
    return ", ".join(part for part in (since, until, left) if part)
