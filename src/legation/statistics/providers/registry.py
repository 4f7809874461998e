"""The providers as rows: ``lexicon/data/providers.toml``."""

from functools import cache

from msgspec import Struct

from legation import lexicon
from legation.model.errors import BadQuery


class Dataset(Struct, frozen=True, kw_only=True):
    """One dataset: its dimensions in the order of its keys; of one that comes whole also its
    release and its years.
    """

    title: str
    dimensions: tuple[str, ...]
    scheme: str = ""
    release: str = ""
    first: int = 0
    last: int = 0


class Provider(Struct, frozen=True, kw_only=True):
    """A provider. ``cells`` is how many it answers at once, ``periods`` how many it takes in a
    call (0: any number), ``key`` the environment variable of the
    user's key.

    ``whole`` ones answer no single query: a dataset comes as one large file, of about
    ``bytes_a_year`` for each year in it.
    """

    title: str
    hooks: str
    address: str
    licence: str
    redistribute: bool
    cells: int
    datasets: dict[str, Dataset]
    asynchronous: bool = False
    periods: int = 0
    key: str = ""
    key_header: str = ""
    whole: bool = False
    bytes_a_year: int = 0


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
        raise BadQuery(
            f"{row.title} has no dataset {name!r} here; there are {', '.join(sorted(row.datasets))}"
        )
    return row.datasets[name]
