"""The providers as rows: ``lexicon/data/providers.toml``."""

from functools import cache

from msgspec import Struct

from legation import lexicon
from legation.model.errors import BadQuery


class Dataset(Struct, frozen=True, kw_only=True):
    """One dataset: its dimensions in the order of its keys."""

    title: str
    dimensions: tuple[str, ...]
    scheme: str = ""


class Provider(Struct, frozen=True, kw_only=True):
    """A provider. ``cells`` is how many it answers at once, ``key`` the environment variable of the user's key."""

    title: str
    hooks: str
    address: str
    licence: str
    redistribute: bool
    cells: int
    datasets: dict[str, Dataset]
    asynchronous: bool = False
    key: str = ""
    key_header: str = ""


class Rows(Struct, frozen=True):
    """The file."""

    providers: dict[str, Provider]


@cache
def providers() -> dict[str, Provider]:
    """All providers by name."""
    rows: Rows = lexicon.nested("providers", Rows)
    return rows.providers


def provider(name: str) -> Provider:
    """A provider.

    Raises:
        BadQuery: there is none of that name.
    """
    if name not in providers():
        raise BadQuery(f"no provider {name!r}; there are {', '.join(sorted(providers()))}")
    return providers()[name]


def dataset(row: Provider, name: str) -> Dataset:
    """A dataset of a provider.

    Raises:
        BadQuery: it has none of that name.
    """
    if name not in row.datasets:
        raise BadQuery(f"{row.title} has no dataset {name!r} here; there are {', '.join(sorted(row.datasets))}")
    return row.datasets[name]
