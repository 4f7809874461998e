"""What changed of an affair or a story, and when this ledger learned of it: the history of arrival,
outside the canonical export. Former ids redirect.
"""

from collections.abc import Mapping, Sequence

import msgspec

from legation.model.account import Affair
from legation.store import codes, days
from legation.store.affairs import Told
from legation.store.formers import Former
from legation.store.session import Session

AFFAIR, STORY, DOCUMENT, CONFLICT = 1, 2, 3, 4
_decoder = msgspec.json.Decoder(Affair)


def note(
    session: Session, what: int, uid: str, field: str, before: str | None, after: str | None
) -> None:
    """One change."""
    session.connection.execute(
        "INSERT INTO change (what, uid, at, run, field, before, after) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (what, bytes.fromhex(uid), session.now, session.run, field, before, after),
    )


def noted(
    session: Session,
    old: Former | None,
    affair: Affair,
    members: Sequence[Told],
    conflict: int,
) -> int:
    """Write what changed of an affair that was made again; when it last changed."""
    if old is None:
        return session.now
    told = [
        ("status", *_statuses(affair, old)),
        ("period", _days(old.day, old.day_end), _affair_days(affair, old)),
        ("stories", str(old.stories), str(len({one.document for one in members}))),
        ("conflict", str(old.conflict), str(conflict)),
    ]
    differing = [change for change in told if change[1] != change[2]]
    for field, before, after in differing:
        note(session, AFFAIR, affair.id, field, before, after)
    return session.now if differing else old.changed


def _statuses(affair: Affair, old: Former) -> tuple[str | None, str | None]:
    """The status before and now; one that has no number is not compared."""
    if affair.kind == "proposal":
        return (_decoder.decode(old.body).status if old.body else None, affair.status)
    return codes.words("status", affair.kind).get(old.status), affair.status


def _days(first: int, last: int) -> str:
    start, end = days.day(first), days.day(last)
    return str(start) if start == end else f"{start}/{end}"


def _affair_days(affair: Affair, old: Former) -> str:
    """As :func:`_days`; without a period of its own the day cannot have changed."""
    period = affair.period
    if period is None:
        return _days(old.day, old.day_end)
    first, last = period.start or period.end, period.end or period.start
    return _days(days.number(first), days.number(last))


def redirected(session: Session, former: Sequence[Former], home: Mapping[str, str]) -> None:
    """Ids that no affair bears any more lead to the affair that has their records now."""
    alive = set(home.values())
    for old in former:
        if old.uid in alive:
            continue
        now = next((home[member] for member in sorted(old.members) if member in home), None)
        if now is not None:
            redirect(session, AFFAIR, old.uid, now)
            note(session, AFFAIR, now, "id", old.uid, now)


def redirect(session: Session, what: int, former: str, uid: str) -> None:
    """From a former id to the one that stands now; older redirections follow."""
    execute = session.connection.execute
    execute(
        "UPDATE redirect SET uid = ? WHERE what = ? AND uid = ? AND former <> ?",
        (uid, what, former, uid),
    )
    execute(
        "INSERT INTO redirect VALUES (?, ?, ?, ?) ON CONFLICT (what, former) DO UPDATE SET "
        "uid = excluded.uid, at = excluded.at",
        (what, former, uid, session.now),
    )
