"""One query, from the cache or the network."""

import os
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from typing import NamedTuple

from msgspec.structs import replace

from legation.model.errors import BadQuery, NotData
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
    nothing: Callable[[str], bool] = lambda said: False
    """Whether a refusal only says that there is nothing under that key."""
    periods: Callable[[str, str], list[str]] = lambda start, end: []
    """The periods of a query, of a provider that takes only so many in a call."""


HOOKS = {
    "eurostat": Hooks(eurostat.request, eurostat.cells, eurostat.vintage, eurostat.nothing),
    "worldbank": Hooks(worldbank.request, worldbank.cells, worldbank.vintage),
    "baci": Hooks(baci.request, baci.cells, baci.vintage),
    "comtrade": Hooks(comtrade.request, comtrade.cells, comtrade.vintage, periods=comtrade.periods),
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

    An answer without rows is an answer: nothing was published under that key. Two rows for one key
    are none.

    Raises:
        ProviderError: one of its kinds, with the reason; nothing is kept then.
        Unkept: it came, and the disk would not have it.
    """
    at = row or provider(query.provider)
    if at.whole:
        raise BadQuery(
            f"{at.title} answers no single query: `legation fetch totals` brings a release "
            "as a whole"
        )
    about, day = dataset(at, query.dataset), today or datetime.now(UTC).date()
    headers = _headers(at, environment)
    parts = [_part(one, at, about, transport, headers) for one in _calls(at, query)]
    fetched = Fetched(
        query=query,
        cells=_once(query, tuple(cell for part in parts for cell in part.cells)),
        vintage=_dated(parts[0].vintage, day),
        source=parts[0].source,
        licence=at.licence,
        retrieved=day,
    )
    if cache is not None:
        cache.keep(fetched)
    return fetched


class Part(NamedTuple):
    """What one call brought."""

    cells: tuple[Cell, ...]
    vintage: str
    source: str


def _part(
    query: Query, at: Provider, about: Dataset, transport: Transport, headers: Mapping[str, str]
) -> Part:
    """One call; a refusal that only says that there is nothing is an empty answer."""
    hooks = HOOKS[at.hooks]
    asked = hooks.request(at, about, query.dataset, query)
    try:
        payload = asynchronous.settled(at, transport.get(asked, headers), transport)
    except BadQuery as refusal:
        if not hooks.nothing(refusal.said):
            raise
        return Part((), "", asked.address)
    return Part(tuple(hooks.cells(about, payload)), hooks.vintage(payload), payload.address)


def _calls(at: Provider, query: Query) -> list[Query]:
    """The query in as many calls as its provider wants: so many periods in each."""
    asked = HOOKS[at.hooks].periods(query.start, query.end) if at.periods else []
    if len(asked) <= at.periods:
        return [query]
    slabs = [asked[n : n + at.periods] for n in range(0, len(asked), at.periods)]
    return [replace(query, start=_dashed(s[0]), end=_dashed(s[-1])) for s in slabs]


def _dashed(period: str) -> str:
    return period if len(period) == 4 else f"{period[:4]}-{period[4:]}"


def _once(query: Query, cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """The cells, if each stands once: of two values for one key nobody knows which is meant.

    Raises:
        NotData: two rows have one key and period; the message names them.
    """
    held: set[tuple[object, ...]] = set()
    for cell in cells:
        key = (*sorted(cell.key.items()), cell.period)
        if key in held:
            told = ".".join(cell.key.values())
            raise NotData(
                f"{query.words}: two rows for {told} in {cell.period}, so the answer is of "
                "something finer than was asked; nothing of it is used"
            )
        held.add(key)
    return cells


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
