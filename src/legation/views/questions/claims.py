"""A pair's trade as stories claim it, to stand beside the official series."""

from legation.store import codes
from legation.store import questions as asking
from legation.store.questions.dyads import Line as Row
from legation.views.questions import pairs
from legation.views.questions.assembling import entries
from legation.views.questions.scopes import Scope
from legation.views.questions.sheets import Claims
from legation.views.questions.shelves import Ledger, Shelf

TRADED = frozenset({"trade_total", "exports", "imports", "balance", "growth"})
BESIDE = 40


def claims(ledger: Ledger, a: str, b: str, scope: Scope | None = None) -> Claims:
    """The figures of a pair's trade, and the sure events that happened meanwhile.

    Raises:
        QuestionError: a code is unknown, or the scope is no stretch of time.
    """
    scope = scope or Scope()
    on = pairs.asked(scope)
    pair = pairs.numbers(ledger, a, b)
    title = f"Trade as claimed: {pairs.side(a).name} and {pairs.side(b).name}"
    rows: list[Row] = []
    events: list[Row] = []
    if pair is not None:
        rows = [
            row
            for row, type, _ in asking.dyads.sorted_out(
                ledger, pair, codes.KIND["figure"], on, None, scope.limit
            )
            if type in TRADED
            and (scope.possible or row.tier == codes.TIER["sure"])
            and (scope.members or not row.via)
        ]
        events = [
            row
            for row, _, status in asking.dyads.sorted_out(
                ledger, pair, codes.KIND["event"], on, None, scope.limit
            )
            if status == "actual" and row.tier == codes.TIER["sure"] and not row.lent
        ]
    shelf = Shelf(ledger)
    return Claims(
        head=pairs.head(ledger, title, scope),
        a=pairs.side(a),
        b=pairs.side(b),
        figures=entries(
            shelf,
            [row.affair for row in rows],
            pairs.sides(ledger, pair, rows) if pair else None,
        ),
        beside=entries(
            shelf,
            [row.affair for row in events[:BESIDE]],
            pairs.sides(ledger, pair, events) if pair else None,
        ),
    )
