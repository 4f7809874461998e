"""One query, from the cache or the network."""

import os
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from typing import NamedTuple

from legation.model.errors import BadQuery
from legation.statistics.providers import asynchronous, baci, comtrade, eurostat, worldbank
from legation.statistics.providers.cache import Cache
from legation.statistics.providers.queries import Cell, Fetched, Query, Request
from legation.statistics.providers.registry import Dataset, Provider, dataset, provider
from legation.statistics.providers.transport import Payload, Transport


class Hooks(NamedTuple):
    """All that a provider needs beside its row."""

    request: Callable[[Provider, Dataset, str, Query], Request]
    cells: Callable[[Dataset, Payload], Iterator[Cell]]
    vintage: Callable[[Payload], str]


HOOKS = {
    "eurostat": Hooks(eurostat.request, eurostat.cells, eurostat.vintage),
    "worldbank": Hooks(worldbank.request, worldbank.cells, worldbank.vintage),
    "baci": Hooks(baci.request, baci.cells, baci.vintage),
    "comtrade": Hooks(comtrade.request, comtrade.cells, comtrade.vintage),
}


def fetch(
    query: Query,
    transport: Transport,
    cache: Cache | None = None,
    *,
    row: Provider | None = None,
    today: date | None = None,
    environment: Mapping[str, str] = os.environ,
) -> Fetched:
    """The answer of a provider, kept in the cache if there is one.

    An answer without rows is an answer: nothing was published under that key.

    Raises:
        ProviderError: one of its kinds, with the reason; nothing is kept then.
    """
    at = row or provider(query.provider)
    if at.whole:
        raise BadQuery(
            f"{at.title} answers no single query: `legation fetch totals` brings a release "
            "as a whole"
        )
    about, hooks = dataset(at, query.dataset), HOOKS[at.hooks]
    asked = hooks.request(at, about, query.dataset, query)
    payload = asynchronous.settled(at, transport.get(asked, _headers(at, environment)), transport)
    day = today or datetime.now(UTC).date()
    fetched = Fetched(
        query=query,
        cells=tuple(hooks.cells(about, payload)),
        vintage=_dated(hooks.vintage(payload), day),
        source=payload.address,
        licence=at.licence,
        retrieved=day,
    )
    if cache is not None:
        cache.keep(fetched)
    return fetched


def _dated(told: str, day: date) -> str:
    """The vintage as an ISO date; where the provider tells none, the day of the fetch. It becomes
    a file's name.
    """
    try:
        return date.fromisoformat(told).isoformat()
    except ValueError:
        return day.isoformat()


def _headers(row: Provider, environment: Mapping[str, str]) -> dict[str, str]:
    if not row.key:
        return {}
    if not environment.get(row.key):
        raise BadQuery(f"{row.title} wants a key of your own: set {row.key} in the environment")
    return {row.key_header: environment[row.key]}
