"""The register of actors: lexicon files as gazetteers, read once, on first use."""

from collections.abc import Iterator
from functools import cache
from typing import Literal

from msgspec import Struct

from legation import lexicon
from legation.lexicon.countries import Country, Naming
from legation.mentions.actors.words import Gazetteer

Kind = Literal["country", "demonym", "capital", "seat", "body", "group", "none"]


class Body(Struct, frozen=True):
    """A row of bodies.csv."""

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    sector: str | None = None
    wikidata: str | None = None


class Breakaway(Struct, frozen=True):
    """A row of breakaway_lands.csv: a land that is never given its parent's code."""

    name: str
    aliases: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()


class Seat(Struct, frozen=True):
    """A row of metonyms.csv: what always stands for a government."""

    code: str
    names: tuple[str, ...]


class Group(Struct, frozen=True):
    """A row of groups.csv."""

    phrase: str
    kind: Literal["fixed", "dyad", "leaders", "bloc"]
    members: tuple[str, ...] = ()
    actor: str | None = None
    fallback: bool = False


class City(Struct, frozen=True):
    """A row of cities.csv."""

    name: str
    country: str
    acts: bool = False
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    aliases: tuple[str, ...] = ()


class Organ(Struct, frozen=True):
    """A row of organs.csv: what every state has."""

    phrase: str
    sector: str


class Role(Struct, frozen=True):
    """A row of roles.csv: the head of a title."""

    phrase: str
    sector: str
    personal: bool = False
    anaphor: bool = False


class RoleWord(Struct, frozen=True):
    """A row of role_words.csv: what may stand before the head of a title."""

    word: str
    kind: Literal["rank", "time", "department"]


class WordLists(Struct, frozen=True, forbid_unknown_fields=True):
    """actor_words.toml; what each list is for is said there."""

    motion_verbs: frozenset[str]
    messages: frozenset[str]
    partner_prepositions: frozenset[str]
    journeys: frozenset[str]
    city_features: frozenset[str]
    led: frozenset[str]
    particles: frozenset[str]
    not_names: frozenset[str]
    courtesy: frozenset[str]
    women: frozenset[str]
    men: frozenset[str]
    given_names: frozenset[str]
    things: frozenset[str]
    vague_organs: frozenset[str]
    georgia_state: frozenset[str]
    georgia_country: frozenset[str]
    secretary_states: frozenset[str]
    private_titles: frozenset[str]
    public_organs: frozenset[str]
    proper_adjectives: frozenset[str]
    ordinary_namesakes: frozenset[str]
    offices: frozenset[str]


class NotActor(Struct, frozen=True):
    """A row of not_actors.csv."""

    phrase: str


class Named(Struct, frozen=True):
    """What a name in the register stands for."""

    kind: Kind
    code: str
    name: str
    sector: str | None = None
    wikidata: str | None = None
    group: Group | None = None

    @property
    def breakaway(self) -> bool:
        """Whether it is a land without a code, which nothing around it may lend one."""
        return not self.code and self.kind in ("country", "demonym", "capital")

    @property
    def entity(self) -> str:
        """The same for all names of one actor."""
        if self.breakaway:
            return f"?/{self.name}"
        national = self.kind == "body" and ":" not in self.code and self.code not in INTERNATIONAL
        return f"{self.code}/{self.name}" if national else self.code


INTERNATIONAL = frozenset(("EUR", "UNO", "IGO", "NGO"))
NOTHING = Named("none", "", "")


@cache
def names() -> Gazetteer[Named]:
    """Countries, peoples, capitals, bodies and groups by name; what only looks like one means
    :data:`NOTHING`.
    """
    lands = list(_breakaway())
    return Gazetteer(
        [*_groups(), *_none(), *lands, *_seats(), *_bodies(), *_countries(), *_cities()]
    )


@cache
def word_lists() -> WordLists:
    """The word lists by which actors and places are told apart."""
    lists: WordLists = lexicon.nested("actor_words", WordLists)
    return lists


@cache
def organs() -> Gazetteer[Organ]:
    """What every state has, by name."""
    return Gazetteer((row.phrase, row) for row in lexicon.table("organs", Organ))


@cache
def cities() -> Gazetteer[City]:
    """Cities by name."""
    return Gazetteer(
        (n, row) for row in lexicon.table("cities", City) for n in (row.name, *row.aliases)
    )


@cache
def countries() -> dict[str, Country]:
    """Countries by code."""
    return {row.code: row for row in lexicon.table("countries", Country)}


def _countries() -> Iterator[tuple[str, Named]]:
    for row in lexicon.table("countries", Country):
        means = Named("country", row.code, row.name, None, row.wikidata)
        yield from ((name, means) for name in (row.name, *row.official))
    for naming in lexicon.table("country_aliases", Naming):
        known = countries()[naming.code]
        means = Named("country", known.code, known.name, None, known.wikidata)
        people = Named("demonym", known.code, known.name, None, known.wikidata)
        yield from ((name, means) for name in naming.aliases)
        yield from (
            (name, people)
            for name in (*naming.adjectives, *naming.people)
            if name not in naming.aliases
        )


def _breakaway() -> Iterator[tuple[str, Named]]:
    for row in lexicon.table("breakaway_lands", Breakaway):
        yield from ((n, Named("country", "", row.name)) for n in (row.name, *row.aliases))
        yield from ((n, Named("demonym", "", row.name)) for n in row.people)
        yield from ((n, Named("capital", "", row.name)) for n in row.seats)


def _bodies() -> Iterator[tuple[str, Named]]:
    for row in lexicon.table("bodies", Body):
        means = Named("body", row.code, row.name, row.sector, row.wikidata)
        yield from ((name, means) for name in (row.name, *row.aliases))


def _seats() -> Iterator[tuple[str, Named]]:
    for row in lexicon.table("metonyms", Seat):
        known = countries()[row.code]
        yield from (
            (name, Named("seat", row.code, known.name, "GOV", known.wikidata)) for name in row.names
        )


def _cities() -> Iterator[tuple[str, Named]]:
    for row in lexicon.table("cities", City):
        if row.acts:
            known = countries()[row.country]
            means = Named("capital", row.country, known.name, None, known.wikidata)
            yield from ((name, means) for name in (row.name, *row.aliases))


def _groups() -> Iterator[tuple[str, Named]]:
    for row in lexicon.table("groups", Group):
        yield row.phrase, Named("group", row.actor or "", row.phrase, group=row)


def _none() -> Iterator[tuple[str, Named]]:
    yield from ((row.phrase, NOTHING) for row in lexicon.table("not_actors", NotActor))
