"""Affairs: what several records tell. An affair of one record is told by that record alone; one of
several keeps what the rules of grouping made of them.
"""

from collections.abc import Sequence

import msgspec

from legation.model import Record
from legation.model.account import Affair, Member
from legation.store import codes, days, dyads, entries
from legation.store.entries import Facts, Part
from legation.store.formers import Former
from legation.store.session import Session

JUDGED_RIGHT, DISPUTED = 1, 3


class Told(msgspec.Struct, frozen=True, gc=False):
    """A record as a member of an affair: its number, the document that carries it, when that was
    published, its columns.
    """

    id: int
    record: Record
    facts: Facts
    document: int
    published: int
    judged: int = 0
    parts: tuple[Part, ...] = ()

    @property
    def tier(self) -> int:
        """``sure`` where people said that it is right, not where they disagree."""
        by_people = {JUDGED_RIGHT: codes.TIER["sure"], DISPUTED: codes.TIER["possible"]}
        return by_people.get(self.judged, self.facts.tier)


COLUMNS = (
    "id, uid, kind, type, status, tier, day, day_end, day_from, lent, verdict, reports, stories, "
    "first_seen, changed, conflict, record, judged, body"
)
INSERT = f"INSERT INTO affair ({COLUMNS}) VALUES ({', '.join('?' * 19)})"


def singles(
    session: Session, held: Sequence[Told], former: Sequence[Former] = ()
) -> dict[int, int]:
    """An affair for each of some records that nothing else tells; ``former`` are those that may
    have told of them before. The affairs' numbers by those of the records, to whose rows they are
    still to be written.
    """
    known = {old.uid: old for old in former}
    rows, stood = [], []
    homes: dict[int, int] = {}
    for told in held:
        facts, number = told.facts, session.fresh("affair")
        first, changed = _times(session, told, known.get(told.record.id))
        rows.append(
            (
                number, bytes.fromhex(told.record.id), facts.kind, facts.type, facts.status,
                told.tier, facts.day, facts.day_end, facts.day_from, facts.lent, facts.verdict, 1,
                1, first, changed, 0, told.id, told.judged, None,
            )
        )  # fmt: skip
        homes[told.id] = number
        row = dyads.Row(
            number, facts.kind, facts.type, facts.status, told.tier, facts.day, facts.lent,
            facts.verdict, 0, changed,
        )  # fmt: skip
        stands = dyads.stands(session, [(told.record, facts.day)])
        stood.append((row, stands, (told.document,)))
    session.connection.executemany(INSERT, rows)
    dyads.insert(session, stood)
    return homes


def _times(session: Session, told: Told, old: Former | None) -> tuple[int, int]:
    """When a record's affair was first seen, and when it changed."""
    if old is None:
        return session.now, session.now
    facts = told.facts
    now = (facts.status, told.tier, facts.day, facts.day_end)
    same = now == (old.status, old.tier, old.day, old.day_end) and old.stories == 1
    return old.first_seen, old.changed if same else session.now


def group(
    session: Session,
    affair: Affair,
    members: Sequence[Told],
    first_seen: int,
    changed: int,
    conflict: int,
) -> int:
    """An affair of several records, as the rules made it (members by hash); its number."""
    number = session.fresh("affair")
    stories = tuple(dict.fromkeys(told.document for told in members))
    row = _row(number, affair, members, changed, conflict)
    end = affair.period and (affair.period.end or affair.period.start)
    judged = max(told.judged for told in members)
    whence = codes.DATE_FROM[affair.date_from] if affair.date_from else members[0].facts.day_from
    session.connection.execute(
        INSERT,
        (
            number, bytes.fromhex(affair.id), row.kind, row.type, row.status, row.tier, row.day,
            days.number(end) if end else row.day, whence, row.lent, row.verdict, len(members),
            len(stories), first_seen, changed, conflict, members[0].id, judged,
            msgspec.json.encode(affair),
        ),
    )  # fmt: skip
    _members(session, number, affair, members)
    stands = dyads.stands(session, [(told.record, row.day) for told in members])
    dyads.insert(session, [(row, stands, stories)])
    return number


def _row(
    number: int, affair: Affair, members: Sequence[Told], changed: int, conflict: int
) -> dyads.Row:
    first = members[0].facts
    start = affair.period and (affair.period.start or affair.period.end)
    types = codes.numbers("type", affair.kind)
    statuses = codes.numbers("status", affair.kind)
    verdicts = {told.facts.verdict for told in members} - {codes.UNKNOWN}
    return dyads.Row(
        number,
        codes.KIND[affair.kind],
        types.get(affair.type or "", codes.UNKNOWN),
        statuses.get(affair.status or "", codes.UNKNOWN),
        codes.TIER[affair.tier],
        days.number(start) if start else min(told.facts.day for told in members),
        entries.OWN if start else first.lent,
        first.verdict or (verdicts.pop() if len(verdicts) == 1 else codes.UNKNOWN),
        conflict,
        changed,
    )


def _members(session: Session, number: int, affair: Affair, members: Sequence[Told]) -> None:
    """Links, steps, and for members of the affair's kind their home."""
    numbers = {
        (member.document, member.record): told.id for member, told in _paired(affair, members)
    }
    session.connection.executemany(
        "INSERT INTO link VALUES (?, ?, ?, ?, ?)",
        [
            (number, told.id, member.score, member.because, member.rule)
            for member, told in _paired(affair, members)
        ],
    )
    promised = affair.kind == "proposal"
    statuses = codes.PROMISE if promised else codes.numbers("status", affair.kind)
    session.connection.executemany(
        "INSERT INTO step VALUES (?, ?, ?, ?, ?, ?)",
        [
            (
                number,
                at,
                statuses.get(step.status or ""),
                step.period and days.number(step.period.start),
                step.period and days.number(step.period.end),
                numbers[(step.document, step.record)],
            )
            for at, step in enumerate(affair.steps)
        ],
    )
    session.connection.executemany(
        "UPDATE record SET affair = ? WHERE id = ?",
        [(number, told.id) for told in members if told.facts.kind == codes.KIND[affair.kind]],
    )


def _paired(affair: Affair, members: Sequence[Told]) -> list[tuple[Member, Told]]:
    return list(zip(affair.members, members, strict=True))


def remove(session: Session, number: int) -> Former:
    """Take an affair away; what was known of it, for the one that takes its place."""
    execute = session.connection.execute
    row = execute(
        "SELECT uid, status, tier, day, day_end, stories, first_seen, changed, conflict, body, "
        "record FROM affair WHERE id = ?",
        (number,),
    ).fetchone()
    rows = execute("SELECT record FROM link WHERE affair = ?", (number,)).fetchall()
    records = tuple(held[0] for held in rows) or (int(row[10]),)
    marks = ", ".join("?" * len(records))
    told = execute(f"SELECT uid, document FROM record WHERE id IN ({marks})", records).fetchall()
    dyads.remove(session, number, row[7], tuple({document for _, document in told}))
    execute(
        f"UPDATE record SET affair = NULL WHERE affair = ? AND id IN ({marks})", (number, *records)
    )
    for table in ("link", "step", "promise", "dyad_promise"):
        execute(f"DELETE FROM {table} WHERE affair = ?", (number,))
    execute("DELETE FROM affair WHERE id = ?", (number,))
    uid, status, tier, day, day_end, stories, first_seen, changed, conflict, body, _ = row
    return Former(
        uid=uid.hex(), status=status, tier=tier, day=day, day_end=day_end, stories=stories,
        first_seen=first_seen, changed=changed, conflict=conflict, body=body, records=records,
        members=frozenset(held.hex() for held, _ in told),
    )  # fmt: skip
