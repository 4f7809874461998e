"""The first page: what the account learned since a day, its pairs, what is in doubt or due."""

from datetime import UTC, date, datetime

from msgspec.structs import replace

from legation.store import questions as asking
from legation.store.questions.asked import Pair, stretch
from legation.views.questions import leads, pairs
from legation.views.questions.assembling import entries
from legation.views.questions.conflicts import disagreements
from legation.views.questions.entries import Entry
from legation.views.questions.promises import promised
from legation.views.questions.scopes import Scope
from legation.views.questions.sheets import News
from legation.views.questions.sheets import Pair as PairRow
from legation.views.questions.shelves import Ledger, Shelf

PAIRS = 12
NEWEST = 30
OPEN = 8
LOOKED_AT = 200


def news(ledger: Ledger, since: date | None = None, scope: Scope | None = None) -> News:
    """What is new since a day of learning (all there is where none is given), and what is open."""
    scope = scope or Scope()
    shelf = Shelf(ledger)
    instant = instant_of(since) if since else 0
    learned = asking.news.learned(ledger, None, instant, LOOKED_AT)
    told = [one for one in entries(shelf, learned) if one.certain or scope.possible]
    newest = sorted(told, key=_published, reverse=True)[:NEWEST]
    everything = stretch()
    conflicts = disagreements(shelf, None, everything, scope, OPEN)
    promises = promised(shelf, None, everything, scope, OPEN * 4)
    documents, stories = asking.news.learned_documents(ledger, instant)
    head = pairs.head(ledger, "New to this account", scope)
    return News(
        head=replace(head, stories=stories, documents=documents),
        since=since,
        lead=leads.lead(newest, [e for e in newest if e.kind == "instrument"], promises, conflicts),
        entries=tuple(newest),
        pairs=tuple(_pair(shelf, row, scope) for row in asking.dyads.pairs(ledger, PAIRS)),
        conflicts=tuple(one for one in conflicts if one.settled is None),
        promises=tuple(one for one in promises if one.due or one.overdue)[:OPEN],
        documents=documents,
        empty=asking.news.learned_documents(ledger, 0)[0] == 0,
    )


def instant_of(day: date) -> int:
    """The first second of a day, in UTC."""
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())


def _published(entry: Entry) -> tuple[date, bool]:
    days = [source.published for source in entry.sources if source.published]
    return max(days, default=date.min), entry.certain


def _pair(shelf: Shelf, row: tuple[int, int, int, int], scope: Scope) -> PairRow:
    ledger = shelf.ledger
    pair: Pair = (row[0], row[1])
    months = pairs.around(stretch())
    rows = asking.dyads.timeline(
        ledger, pair, stretch(), members=scope.members, possible=scope.possible, limit=1
    )
    last = entries(shelf, [line.affair for line in rows], pairs.sides(ledger, pair, rows))
    behind = asking.dyads.month_stories(ledger, pair, months)
    return PairRow(
        a=pairs.side(ledger.code(pair[0])),
        b=pairs.side(ledger.code(pair[1])),
        stories=tuple(
            (pairs.month_word(month), count)
            for (month, member), count in sorted(behind.items())
            if not member
        ),
        affairs=row[2],
        last=last[0] if last else None,
        doubts=asking.matters.doubts(ledger, pair),
    )
