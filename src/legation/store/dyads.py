"""In which dyads an affair stands, and the tables that answer for a dyad."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from legation.model import Record
from legation.store import days, entries
from legation.store.session import Session
from legation.store.tallies import DyadEntry

NEITHER, SIDE_A, SIDE_B = 0, 1, 2


class Row(Struct, frozen=True, gc=False):
    """The columns of an affair that its dyads repeat."""

    id: int
    kind: int
    type: int
    status: int
    tier: int
    day: int
    lent: int
    verdict: int
    conflict: int
    changed: int


class Stand(Struct, frozen=True, gc=False):
    """A dyad that an affair stands in: the member of a bloc by whom (0: the pair itself), and the
    side that acts.
    """

    a: int
    b: int
    via: int
    side: int


def stands(session: Session, records: Iterable[tuple[Record, int]]) -> list[Stand]:
    """The dyads of some records of one affair, each with its day; its own pairs before those of
    blocs, the first record's side before later ones'.
    """
    made: dict[tuple[str, str], tuple[str, str | None]] = {}
    for record, day in records:
        for pair, acting in entries.pairs(record).items():
            if made.get(pair, ("-",))[0]:
                made[pair] = ("", acting)
            for bloc_pair, via, side in _of_blocs(session, pair, acting, day):
                made.setdefault(bloc_pair, (via, side))
    return [_stand(session, pair, via, acting) for pair, (via, acting) in made.items()]


def _of_blocs(
    session: Session, pair: tuple[str, str], acting: str | None, day: int
) -> Iterable[tuple[tuple[str, str], str, str | None]]:
    """The pairs of the blocs whose members stand in a pair; what members of one bloc do with each
    other is no matter of the bloc's dyads.
    """
    on = days.day(day)
    blocs = [tuple(session.rules.blocs(code, on)) for code in pair]
    if not blocs[0] and not blocs[1]:
        return
    for left in (pair[0], *blocs[0]):
        for right in (pair[1], *blocs[1]):
            plain = (left, right) == pair
            if plain or left == right or left in blocs[1] or right in blocs[0]:
                continue
            side = {pair[0]: left, pair[1]: right}.get(acting) if acting else None
            via = pair[0] if left != pair[0] else pair[1]
            yield ((left, right) if left < right else (right, left)), via, side


def _stand(session: Session, pair: tuple[str, str], via: str, acting: str | None) -> Stand:
    side = NEITHER if acting is None else SIDE_A if acting == pair[0] else SIDE_B
    actor = session.names.actor
    return Stand(actor(pair[0]), actor(pair[1]), actor(via) if via else 0, side)


def insert(session: Session, made: Sequence[tuple[Row, Sequence[Stand], tuple[int, ...]]]) -> None:
    """Put affairs into their dyads: each with the dyads and the stories that tell it."""
    dyad, time, changed = [], [], []
    for row, held, stories in made:
        month = days.month(row.day) if row.day else 0
        for stand in held:
            dyad.append(
                (
                    stand.a, stand.b, row.kind, row.day, row.id, stand.via, row.type, row.status,
                    row.tier, stand.side, row.verdict, row.conflict, len(stories), row.lent,
                )
            )  # fmt: skip
            time.append(
                (stand.a, stand.b, row.day, row.id, row.kind, row.tier, stand.via, row.lent)
            )
            changed.append((stand.a, stand.b, row.changed, row.id, row.kind))
            session.tallies.count(_counted(row, stand, month), stories, 1)
    execute = session.connection.executemany
    execute("INSERT INTO dyad VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", dyad)
    execute("INSERT INTO dyad_time VALUES (?, ?, ?, ?, ?, ?, ?, ?)", time)
    execute("INSERT INTO dyad_changed VALUES (?, ?, ?, ?, ?)", changed)


def _counted(row: Row, stand: Stand, month: int) -> DyadEntry:
    return DyadEntry(
        stand.a, stand.b, int(stand.via != 0), row.kind, month, int(row.lent != 0), row.type,
        row.status, row.tier, stand.side, row.verdict, row.day,
    )  # fmt: skip


def remove(session: Session, affair: int, changed: int, stories: tuple[int, ...]) -> None:
    """Take an affair out of its dyads and their counts."""
    execute = session.connection.execute
    held = execute(
        "SELECT a, b, kind, day, via, type, status, tier, side, verdict, lent FROM dyad "
        "WHERE affair = ?",
        (affair,),
    ).fetchall()
    for a, b, kind, day, via, type_, status, tier, side, verdict, lent in held:
        row = Row(affair, kind, type_, status, tier, day, lent, verdict, 0, changed)
        month = days.month(day) if day else 0
        session.tallies.count(_counted(row, Stand(a, b, via, side), month), stories, -1)
        key = (a, b, kind, day, affair)
        execute(
            "DELETE FROM dyad WHERE a = ? AND b = ? AND kind = ? AND day = ? AND affair = ?", key
        )
        execute(
            "DELETE FROM dyad_time WHERE a = ? AND b = ? AND day = ? AND affair = ?",
            (a, b, day, affair),
        )
        execute(
            "DELETE FROM dyad_changed WHERE a = ? AND b = ? AND changed = ? AND affair = ?",
            (a, b, changed, affair),
        )
