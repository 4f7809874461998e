"""Who: a country, body or person standing in a record."""

from msgspec import Struct

from legation.model.mentions import Actor
from legation.model.spans import Span


class Party(Struct, frozen=True, kw_only=True):
    """An actor in its part. ``mention`` is the nearest words that stand for it here (a pronoun
    counts).

    ``actor`` is a code, never a guess: what cannot be resolved has ``actor`` null and keeps its
    ``name``.
    """

    mention: Span | None
    actor: str | None
    name: str | None = None
    person: str | None = None
    role: str | None = None
    sector: str | None = None
    wikidata: str | None = None
    office: str | None = None
    """What has changed since about the office that the person held on the day of the text, in
    words.
    """


def party(actor: Actor, mention: Span | None = None) -> Party:
    """The actor of a mention as a party; ``mention`` where the words that carry it are longer or
    other.
    """
    return Party(
        mention=mention or actor.span,
        actor=actor.actor,
        name=actor.name,
        person=actor.person,
        role=actor.role,
        sector=actor.sector,
        wikidata=actor.wikidata,
    )
