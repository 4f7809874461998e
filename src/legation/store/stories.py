"""Stories: which documents tell one, which of them leads, and which carries its records."""

from collections.abc import Iterable, Sequence

from legation.model.links import CopyLink
from legation.store import altered, carrying, changes, hashes
from legation.store.seats import Seat, carrier, seat
from legation.store.session import Session
from legation.store.shelf import Documents

AT_ONCE = 400
"""Numbers in one statement."""


def members(session: Session, story: int) -> list[int]:
    """The documents of a story, by its leader's number."""
    rows = session.connection.execute("SELECT id FROM document WHERE story = ?", (story,))
    return [row[0] for row in rows]


def joined(session: Session, links: Iterable[CopyLink]) -> list[int]:
    """The documents of all stories that some links lead to."""
    found: dict[int, None] = {}
    for link in links:
        [story] = session.connection.execute(
            "SELECT story FROM document WHERE id = ?", (link.other,)
        ).fetchone()
        found.update(dict.fromkeys(members(session, story)))
    return list(found)


def keep(session: Session, document: int, links: Iterable[CopyLink]) -> None:
    """Write a new document's links."""
    session.connection.executemany(
        "INSERT OR REPLACE INTO story_link VALUES (?, ?, ?, ?, ?)",
        [
            (
                min(document, link.other), max(document, link.other), link.score, link.because,
                link.rule,
            )
            for link in links
        ],
    )  # fmt: skip


def settle(session: Session, documents: Iterable[int]) -> None:
    """Tell the stories of some documents, and of all that links connect with them, again."""
    left = set(documents)
    while left:
        piece = _piece(session, left.pop())
        left -= piece
        seats = sorted(seat(session, document) for document in piece)
        ordered = [one.id for one in seats]
        if len(ordered) == 1:
            groups: Sequence[Sequence[int]] = [ordered]
        else:
            links = _links(session, ordered)
            groups = session.rules.stories(ordered, links, Documents(session))
        places = {one.id: one for one in seats}
        for group in groups:
            _told(session, [places[document] for document in group])


def _piece(session: Session, document: int) -> set[int]:
    held, todo = {document}, [document]
    while todo:
        one = todo.pop()
        rows = session.connection.execute(
            "SELECT other FROM story_link WHERE one = ?1 "
            "UNION SELECT one FROM story_link WHERE other = ?1",
            (one,),
        )
        new = {row[0] for row in rows} - held
        held |= new
        todo += new
    return held


def _links(session: Session, documents: Sequence[int]) -> list[CopyLink]:
    made = []
    for document in sorted(documents):
        rows = session.connection.execute(
            "SELECT one, other, score, because, rule FROM story_link WHERE one = ?", (document,)
        )
        made += [
            CopyLink(one=row[0], other=row[1], score=row[2], because=row[3], rule=row[4])
            for row in rows
        ]
    return made


def _told(session: Session, held: Sequence[Seat]) -> None:
    """One story: who leads, who carries, which versions there are, what copies changed."""
    ordered = sorted(held)
    leader, carries = ordered[0], carrier(ordered)
    before = _standing(session, ordered)
    _led(session, {story for story, *_ in before.values()}, leader)
    numbers = _versions(ordered)
    newest = {one.address: numbers[one.id] for one in ordered if one.address}
    for one in ordered:
        newer = one.address is not None and numbers[one.id] < newest[one.address]
        now = (leader.id, numbers[one.id], int(newer))
        if before[one.id][:3] != now:
            session.connection.execute(
                "UPDATE document SET story = ?, version = ?, superseded = ? WHERE id = ?",
                (*now, one.id),
            )
    for one in ordered:
        if before[one.id][3] and (one.id != carries.id or one.gone):
            carrying.stop(session, one.id)
    if not carries.gone:
        carrying.start(session, carries.id)
    altered.tell(session, ordered)


def _standing(session: Session, ordered: Sequence[Seat]) -> dict[int, tuple[int, int, int, int]]:
    """What the rows of some documents say: story, version, superseded, carries."""
    made = {}
    for start in range(0, len(ordered), AT_ONCE):
        some = [one.id for one in ordered[start : start + AT_ONCE]]
        rows = session.connection.execute(
            "SELECT id, story, version, superseded, carries FROM document "
            f"WHERE id IN ({', '.join('?' * len(some))})",
            some,
        )
        made.update({row[0]: row[1:] for row in rows})
    return made


def _versions(ordered: Sequence[Seat]) -> dict[int, int]:
    """The number of each document among the texts of its address, by publication."""
    counted: dict[str, int] = {}
    made = {}
    for one in ordered:
        counted[one.address or ""] = counted.get(one.address or "", 0) + 1
        made[one.id] = counted[one.address or ""] if one.address else 1
    return made


def _led(session: Session, before: set[int], leader: Seat) -> None:
    """A story's former names lead to the new one: its first member has changed, or two became
    one.
    """
    if before <= {leader.id}:
        return
    name = _name(session, leader.id)
    for old in sorted(before - {leader.id, 0}):
        former = _name(session, old)
        if not former:  # it was forgotten
            continue
        changes.redirect(session, changes.STORY, former, name)
        hash = hashes.name(leader.hash)
        changes.note(session, changes.STORY, hash, "story", former, name)


def _name(session: Session, document: int) -> str:
    row = session.connection.execute(
        "SELECT name FROM document WHERE id = ?", (document,)
    ).fetchone()
    return str(row[0]) if row else ""
