"""Whether two sets of parties are the same, one actor having many names."""

from collections.abc import Sequence

from legation.model import Party


def same(one: Party, other: Party) -> bool:
    """Whether two parties may be one: the same code (or, without one, name), and no two different
    persons.
    """
    if one.actor != other.actor or (one.actor is None and _name(one) != _name(other)):
        return False
    return (
        one.person is None or other.person is None or _surname(one.person) == _surname(other.person)
    )


def all_same(some: Sequence[Party], others: Sequence[Party]) -> bool:
    """Whether each party of either side has its like on the other; no parties at all are like
    none.
    """
    return covered(some, others) and covered(others, some)


def covered(some: Sequence[Party], others: Sequence[Party]) -> bool:
    """Whether each of ``some`` has its like among ``others``."""
    return all(any(same(party, other) for other in others) for party in some)


def united(
    some: Sequence[Party], others: Sequence[Party], known: Sequence[Party] = ()
) -> tuple[Party, ...]:
    """The parties of both, each once; those of ``others`` that are ``known`` elsewhere stay
    there.
    """
    new = (other for other in others if not any(same(other, party) for party in (*some, *known)))
    return (*some, *new)


def named(some: Sequence[Party], others: Sequence[Party]) -> tuple[Party, ...]:
    """The same parties; where one of ``others`` is the same and names the person, it stands in its
    place.
    """
    return tuple(
        next((other for other in others if same(party, other) and _says_more(other, party)), party)
        for party in some
    )


def _says_more(one: Party, other: Party) -> bool:
    return one.person is not None and other.person is None


def _name(party: Party) -> str | None:
    return party.name.casefold() if party.name else None


def _surname(person: str) -> str:
    return person.split()[-1].casefold() if person.split() else ""
