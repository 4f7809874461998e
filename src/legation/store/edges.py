"""Links between records as edges: scored, with reason and rule, and the pieces they connect."""

from collections.abc import Iterable, Mapping, Sequence

from legation.model.links import Card, Link, Relation, Rules
from legation.store import blocks
from legation.store.session import Session

RELATIONS: tuple[Relation, ...] = ("same", "conflict", "promise", "different")
DIFFERENT = RELATIONS.index("different")
AT_ONCE = 400
"""Numbers in one statement."""
PERSON = "person"
"""The rule of a link that a person made."""


def linked(session: Session, made: Mapping[int, Card]) -> set[int]:
    """Look for the links of some records and keep them; those that have any."""
    near = blocks.near(session, {record: card.blocks for record, card in made.items()})
    wanted = sorted(set().union(*near.values())) if near else []
    others = blocks.cards(session, wanted)
    numbers = {card.key: number for number, card in (*others.items(), *made.items())}
    kept: list[Link] = []
    have = set()
    for record, card in made.items():
        some = [others[other] for other in sorted(near[record]) if other in others]
        links = found(session.rules, card, some) if some else []
        kept += links
        have |= {record} if links else set()
    keep(session, [(numbers[link.one], numbers[link.other], link) for link in kept])
    return have


def found(rules: Rules, card: Card, others: Sequence[Card]) -> list[Link]:
    """The links of a card, each asked of the pair's first card: what the rules say of two may turn
    on which they are asked of, and that must not be the order of arrival.
    """
    place = blocks.order(card)
    made = list(rules.links(card, [other for other in others if blocks.order(other) > place]))
    for other in others:
        if blocks.order(other) < place:
            made += rules.links(other, [card])
    return made


def keep(session: Session, links: Iterable[tuple[int, int, Link]]) -> None:
    """Write edges, each once, the lower number first."""
    rows = [
        (
            min(one, other), max(one, other), RELATIONS.index(link.relation), link.score,
            link.because, link.rule,
        )
        for one, other, link in links
        if one != other
    ]  # fmt: skip
    if rows:
        session.connection.executemany(
            "INSERT OR REPLACE INTO edge VALUES (?, ?, ?, ?, ?, ?)", rows
        )


def piece(session: Session, record: int) -> set[int]:
    """All records that edges connect with one, itself included; "different" alone connects
    nobody.
    """
    held, todo = {record}, [record]
    while todo:
        some, todo = todo[:AT_ONCE], todo[AT_ONCE:]
        marks = ", ".join("?" * len(some))
        rows = session.connection.execute(
            f"SELECT other FROM edge WHERE one IN ({marks}) AND relation <> {DIFFERENT} "
            f"UNION SELECT one FROM edge WHERE other IN ({marks}) AND relation <> {DIFFERENT}",
            (*some, *some),
        )
        new = {row[0] for row in rows} - held
        held |= new
        todo += new
    return held


def within(session: Session, cards: dict[int, Card]) -> list[Link]:
    """The edges among the cards of a piece."""
    made = []
    numbers = list(cards)
    for start in range(0, len(numbers), AT_ONCE):
        some = numbers[start : start + AT_ONCE]
        rows = session.connection.execute(
            "SELECT one, other, relation, score, because, rule FROM edge "
            f"WHERE one IN ({', '.join('?' * len(some))})",
            some,
        )
        made += [
            Link(
                one=cards[one].key,
                other=cards[other].key,
                relation=RELATIONS[relation],
                score=score,
                because=because,
                rule=rule,
            )
            for one, other, relation, score, because, rule in rows
            if other in cards
        ]
    return sorted(made, key=lambda link: (link.one, link.other, link.relation))


def drop(session: Session, records: Sequence[int]) -> None:
    """Forget the edges of some records."""
    session.connection.executemany(
        "DELETE FROM edge WHERE one = ?1 OR other = ?1", [(record,) for record in records]
    )
