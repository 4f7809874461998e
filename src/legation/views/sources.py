"""How the sources of an account are: when they answered, what failed, when they are asked next."""

from datetime import UTC, datetime
from typing import Literal

from msgspec import Struct

from legation.model.watching import Watched
from legation.store import Reading
from legation.store.questions import feeds
from legation.views.sheets import Column, Grid, Sheet

State = Literal["well", "failing", "new", "stopped", "once"]
EMPTY = "nothing is watched; begin with: legation watch ADDRESS, or: legation watch --starter"
SHORT, NAME, REASON = 60, 40, 200


class Health(Struct, frozen=True, kw_only=True):
    """One source. Instants are ISO, in UTC; ``once`` was added and is not watched."""

    address: str
    given: str
    name: str | None
    country: str | None
    language: str | None
    kind: str
    state: State
    answered: str | None
    asked: str | None
    failures: int
    because: str | None
    items: int
    waiting: int
    due: str | None


class Sources(Struct, frozen=True, kw_only=True):
    """All of an account."""

    sources: tuple[Health, ...]


def sources(account: Reading, everything: bool = False) -> Sources:
    """The health of the sources that are watched; with ``everything`` of those added once too."""
    held = feeds.sources(account)
    return Sources(
        sources=tuple(_health(one, waiting) for one, waiting in held if everything or one.watched)
    )


def _health(one: Watched, waiting: int) -> Health:
    return Health(
        address=one.address,
        given=one.given,
        name=one.name,
        country=one.country,
        language=one.language,
        kind=one.kind,
        state=_state(one),
        answered=_instant(one.answered),
        asked=_instant(one.asked),
        failures=one.failures,
        because=one.because,
        items=one.items,
        waiting=waiting,
        due=_instant(one.due) if one.watched and one.stopped is None else None,
    )


def _state(one: Watched) -> State:
    if one.stopped is not None:
        return "stopped"
    if not one.watched:
        return "once"
    if one.failures:
        return "failing"
    return "new" if one.answered is None else "well"


def _instant(seconds: int | None) -> str | None:
    return None if seconds is None else f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%dT%H:%M:%SZ}"


def sheet(found: Sources) -> Sheet:
    """The same for a terminal: those that fail have their reason below."""
    columns = (
        Column("source", wide=True),
        Column("state"),
        Column("last answer"),
        Column("failures", right=True),
        Column("items", right=True),
        Column("waiting", right=True),
        Column("next"),
    )
    rows = tuple(_row(one) for one in found.sources)
    failing = sum(one.state in {"failing", "stopped"} for one in found.sources)
    return Sheet(
        heading="Sources",
        beside=f"{len(rows)} watched, {failing} not well" if rows else "",
        grids=(Grid(columns=columns, rows=rows),) if rows else (),
        missing=() if rows else (EMPTY,),
        notes=tuple(_reason(one) for one in found.sources if one.because),
        hints=("legation watch   asks them", "legation sources --remove ADDRESS"),
        empty=not rows,
    )


def _row(one: Health) -> tuple[str, ...]:
    name = f"{one.name[:NAME]} · " if one.name else ""
    return (
        f"{name}{one.address[:SHORT]}",
        one.state,
        _minute(one.answered),
        str(one.failures or ""),
        str(one.items),
        str(one.waiting or ""),
        _minute(one.due),
    )


def _minute(instant: str | None) -> str:
    return "–" if instant is None else instant[:16].replace("T", " ")


def _reason(one: Health) -> str:
    return f"{one.address[:SHORT]}: {(one.because or '')[:REASON]}"
