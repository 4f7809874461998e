"""Who is present in a country, side by side, with the stories behind each number: coverage is not
to be taken for change.
"""

from collections.abc import Callable, Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from legation import lexicon
from legation.store import codes
from legation.store import questions as asking
from legation.store.questions.asked import Pair, Stretch
from legation.store.questions.dyads import Line as Row
from legation.views.questions import pairs
from legation.views.questions.assembling import entries
from legation.views.questions.entries import Entry
from legation.views.questions.pages import Rival, Rivals
from legation.views.questions.scopes import Head, Scope, Tally
from legation.views.questions.shelves import Ledger, Shelf

MOST = 1_000
"""Affairs of a kind that are counted; what is more is beyond what one compares by number."""
TRADE = 3
OFFERS = frozenset({"offer"})
DEMANDS = frozenset(
    {"REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "COERCE", "ASSAULT"}
)
TRADED = frozenset({"trade_total", "exports", "imports", "balance"})
SETTLED = frozenset({"signed", "ratified", "in_force", "under_construction", "operating"})


class Choice(Struct, frozen=True):
    """A row of rivals.csv; without a country it is for every other one."""

    rivals: tuple[str, ...]
    country: str = ""


@cache
def usual(country: str) -> tuple[str, ...]:
    """The rivals that are shown in a country unless others are asked for."""
    rows = {row.country: row.rivals for row in lexicon.table("rivals", Choice)}
    return tuple(code for code in rows.get(country, rows[""]) if code != country)


def rivals(
    ledger: Ledger, country: str, named: Sequence[str] = (), scope: Scope | None = None
) -> Rivals:
    """The presence of rivals in a country, as the account tells it.

    Args:
        country: a code. named: codes of rivals; the usual ones of the country where none are given.

    Raises:
        QuestionError: a code is unknown, or the scope is no stretch of time.
    """
    scope = scope or Scope()
    on = pairs.asked(scope)
    pairs.known(country)
    wanted = [pairs.known(code) for code in named] or usual(country)
    shelf = Shelf(ledger)
    made = [_rival(shelf, country, rival, on, scope) for rival in dict.fromkeys(wanted)]
    title = f"Who is present in {pairs.side(country).name}"
    return Rivals(
        head=_behind(pairs.head(ledger, title, scope), made),
        country=pairs.side(country),
        rivals=tuple(made),
    )


def _behind(head: Head, made: Sequence[Rival]) -> Head:
    return replace(
        head,
        stories=sum(one.stories for one in made),
        documents=sum(one.documents for one in made),
    )


class _Events(Struct, frozen=True):
    """A way to choose affairs of a kind by their type and status."""

    kind: str
    chosen: Callable[[str, str], bool]


MEETINGS = _Events("event", lambda type, status: type == "CONSULT" and status == "actual")
DEMANDED = _Events("event", lambda type, status: type in DEMANDS and status == "actual")
SIGNED = _Events("instrument", lambda type, status: status in SETTLED)
OFFERED = _Events("proposal", lambda type, status: type in OFFERS)
SAID = _Events("statement", lambda type, status: type == "speech")


def _rival(shelf: Shelf, country: str, rival: str, on: Stretch, scope: Scope) -> Rival:
    ledger = shelf.ledger
    pair = pairs.numbers(ledger, country, rival)
    if pair is None:
        nothing = Tally(stories=0)
        return Rival(
            side=pairs.side(rival),
            stories=0,
            documents=0,
            meetings=nothing,
            statements=nothing,
            instruments=nothing,
            offers=nothing,
            demands=nothing,
        )
    first = ledger.code(pair[0]) == rival
    own = 1 if first else 2
    behind = pairs.coverage(ledger, pair, on, scope)

    def told(chosen: _Events, side: int | None = None) -> Tally:
        return _tally(shelf, pair, on, scope, chosen, side)

    return Rival(
        side=pairs.side(rival),
        stories=behind.stories,
        documents=behind.documents,
        meetings=told(MEETINGS),
        statements=told(SAID, own),
        instruments=told(SIGNED),
        offers=told(OFFERED, own),
        demands=told(DEMANDED, own),
        trade=_trade(shelf, pair, on, scope),
    )


def _tally(
    shelf: Shelf, pair: Pair, on: Stretch, scope: Scope, chosen: _Events, side: int | None
) -> Tally:
    """Chosen affairs: sure ones, less certain ones beside, members' beside; with their stories."""
    sure: list[int] = []
    possible = via = 0
    for row, type, status in asking.dyads.sorted_out(
        shelf.ledger, pair, codes.KIND[chosen.kind], on, side, MOST
    ):
        if not chosen.chosen(type, status) or (row.via and not scope.members):
            continue
        if row.tier != codes.TIER["sure"]:
            possible += 1
        else:
            sure.append(row.affair)
            via += bool(row.via)
    stories = asking.dyads.behind(shelf.ledger, sure) if len(sure) <= pairs.MANY else None
    return Tally(sure=len(sure) - via, possible=possible, via=via, stories=stories)


def _trade(shelf: Shelf, pair: Pair, on: Stretch, scope: Scope) -> tuple[Entry, ...]:
    """The newest sure figures of trade, as stories claim them."""
    rows = [
        row
        for row, type, status in asking.dyads.sorted_out(
            shelf.ledger, pair, codes.KIND["figure"], on, None, MOST
        )
        if type in TRADED and status == "flow" and row.tier == codes.TIER["sure"]
    ]
    kept: list[Row] = [row for row in rows if scope.members or not row.via]
    sides = pairs.sides(shelf.ledger, pair, kept)
    return entries(shelf, [row.affair for row in kept[:TRADE]], sides)
