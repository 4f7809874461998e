"""Two to four pairs side by side, over the same months."""

from collections.abc import Sequence

from legation.model import QuestionError
from legation.store import questions as asking
from legation.store.questions.asked import Stretch
from legation.views.questions import pairs
from legation.views.questions.assembling import entries
from legation.views.questions.scopes import Scope
from legation.views.questions.sheets import Column, Compared
from legation.views.questions.shelves import Ledger, Shelf

LEAST, MOST = 2, 4
LATEST = 5


def compare(
    ledger: Ledger, wanted: Sequence[tuple[str, str]], scope: Scope | None = None
) -> Compared:
    """Pairs beside each other.

    Raises:
        QuestionError: fewer than two or more than four pairs, an unknown code, no stretch of time.
    """
    scope = scope or Scope()
    if not LEAST <= len(wanted) <= MOST:
        raise QuestionError(f"compare {LEAST} to {MOST} pairs, not {len(wanted)}")
    on = pairs.asked(scope)
    columns = tuple(_column(ledger, a, b, on, scope) for a, b in wanted)
    title = " · ".join(f"{column.a.name} – {column.b.name}" for column in columns)
    return Compared(head=pairs.head(ledger, title, scope), columns=columns)


def _column(ledger: Ledger, a: str, b: str, on: Stretch, scope: Scope) -> Column:
    pair = pairs.numbers(ledger, a, b)
    if pair is None:
        return Column(
            a=pairs.side(a),
            b=pairs.side(b),
            stories=0,
            documents=0,
            counts=(),
            months=(),
            latest=(),
        )
    told = pairs.coverage(ledger, pair, on, scope)
    counts = asking.dyads.counts(ledger, pair, on, pairs.months(on))
    counts = counts if scope.members else [one for one in counts if not one.member]
    rows = asking.dyads.timeline(
        ledger, pair, on, members=scope.members, possible=scope.possible, limit=LATEST
    )
    behind = asking.dyads.month_stories(ledger, pair, pairs.around(on))
    return Column(
        a=pairs.side(a),
        b=pairs.side(b),
        stories=told.stories,
        documents=told.documents,
        counts=pairs.counted(counts, by_type=False),
        months=pairs.by_month(counts, behind, members=scope.members),
        latest=entries(
            Shelf(ledger), [row.affair for row in rows], pairs.sides(ledger, pair, rows)
        ),
    )
