"""Rows of the register of countries: what it says once is read as one type by every room."""

from msgspec import Struct


class Country(Struct, frozen=True):
    """A row of countries.csv."""

    code: str
    alpha2: str
    name: str
    official: tuple[str, ...] = ()
    wikidata: str | None = None


class Naming(Struct, frozen=True):
    """A row of country_aliases.csv."""

    code: str
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
