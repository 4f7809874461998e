"""Pieces grouped again: what links connect becomes affairs, conflicts and promises, always from the
start, so that the order of adding plays no part.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from legation.model.links import Card, Grouping
from legation.store import (
    affairs,
    blocks,
    changes,
    conflicts,
    edges,
    entries,
    promises,
    settling,
)
from legation.store.affairs import Told
from legation.store.formers import Dispute, Former, first_seen
from legation.store.session import Session

AT_ONCE = 400
"""Numbers in one statement."""


def settle(session: Session) -> None:
    """Group again all pieces that something touched in this transaction."""
    while session.dirty:
        record = session.dirty.pop()
        held = edges.piece(session, record)
        session.dirty -= held
        _regroup(session, held)


def _regroup(session: Session, records: set[int]) -> None:
    cards = blocks.cards(session, sorted(records))
    told = _told(session, cards)
    numbers = affairs_of(session, cards)
    disputes = {**session.lost_conflicts, **conflicts.remove(session, numbers)}
    former = [affairs.remove(session, number) for number in sorted(numbers)]
    former += _lost(session, {card.record.id for card in cards.values()})
    if len(cards) == 1 and not any(card.followed for card in cards.values()):
        _alone(session, told, former)
        return
    ordered = dict(sorted(cards.items(), key=lambda held: blocks.order(held[1])))
    made = session.rules.group(list(ordered.values()), edges.within(session, ordered))
    made = settling.decided(session, made, {card.key: n for n, card in ordered.items()})
    _written(
        session,
        made,
        {card.key: told[number] for number, card in ordered.items()},
        former,
        disputes,
    )


def _lost(session: Session, members: set[str]) -> list[Former]:
    """What was taken away earlier in this transaction and told some of these records."""
    return [old for old in session.lost if members & old.members]


def _told(session: Session, cards: Mapping[int, Card]) -> dict[int, Told]:
    """The cards of a piece as members, with what people said of them."""
    rows = {}
    for some in batches(list(cards)):
        marks = ", ".join("?" * len(some))
        found = session.connection.execute(
            "SELECT r.id, r.document, d.published, r.judged FROM record AS r "
            f"JOIN document AS d ON d.id = r.document WHERE r.id IN ({marks})",
            some,
        )
        rows.update({row[0]: row[1:] for row in found})
    made = {}
    for number, card in cards.items():
        document, published, judged = rows[number]
        facts = entries.facts(card.record, published or 0)
        made[number] = Told(number, card.record, facts, document, published or 0, judged)
    return made


def batches(numbers: list[int]) -> Iterator[list[int]]:
    """As many numbers at once as a statement takes."""
    for start in range(0, len(numbers), AT_ONCE):
        yield numbers[start : start + AT_ONCE]


def affairs_of(session: Session, records: Iterable[int]) -> set[int]:
    """The affairs that stand so far for some records."""
    numbers: set[int] = set()
    for some in batches(list(records)):
        marks = ", ".join("?" * len(some))
        rows = session.connection.execute(
            f"SELECT affair FROM record WHERE id IN ({marks}) AND affair IS NOT NULL "
            f"UNION SELECT affair FROM link WHERE record IN ({marks})",
            (*some, *some),
        )
        numbers.update(row[0] for row in rows)
    return numbers


def _alone(session: Session, told: Mapping[int, Told], former: Sequence[Former]) -> None:
    homes = affairs.singles(session, list(told.values()), former)
    session.connection.executemany(
        "UPDATE record SET affair = ? WHERE id = ?",
        [(number, record) for record, number in homes.items()],
    )
    changes.redirected(session, former, {one.record.id: one.record.id for one in told.values()})


def _written(
    session: Session,
    made: Grouping,
    told: Mapping[tuple[str, str], Told],
    former: Sequence[Former],
    disputes: Mapping[str, Dispute],
) -> None:
    known = {old.uid: old for old in former}
    open_ids = _open(made)
    numbers: dict[str, int] = {}
    home: dict[str, str] = {}
    for affair in sorted(made.affairs, key=lambda held: (held.kind == "proposal", held.id)):
        members = [told[(member.document, member.record)] for member in affair.members]
        seen = first_seen(former, (one.record.id for one in members), session.now)
        conflict = int(affair.id in open_ids)
        changed = changes.noted(session, known.get(affair.id), affair, members, conflict)
        numbers[affair.id] = affairs.group(session, affair, members, seen, changed, conflict)
        for one in members:
            home.setdefault(one.record.id, affair.id)
    stands = {record: numbers[affair] for record, affair in home.items()}
    conflicts.insert(session, made.conflicts, {**stands, **numbers}, disputes)
    promises.insert(session, made.promises, numbers)
    changes.redirected(session, former, home)


def _open(made: Grouping) -> set[str]:
    """The affairs that stand in a conflict which is not settled, or have records that do."""
    values = [value for held in made.conflicts if held.settled is None for value in held.values]
    records = {record for value in values for record in value.records}
    named = {affair for value in values for affair in value.affairs}
    return named | {
        affair.id for affair in made.affairs if records & {one.record for one in affair.members}
    }
