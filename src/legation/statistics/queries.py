"""What people ask of the statistics by name, over all that is at hand; names in, frozen
accounts out.

Everything is imported where it is needed: a reader of articles pays nothing for it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from legation.model import Period, UnknownName, months
from legation.statistics import Statistics, embedded

if TYPE_CHECKING:
    from legation.model.accounts import (
        Account,
        By,
        Coverage,
        Dependence,
        Presence,
        Reach,
        Series,
        Shown,
    )
    from legation.statistics.cells import Shelf, Table
    from legation.statistics.providers.queries import Fetched, Query
    from legation.statistics.providers.releases import Release
    from legation.statistics.providers.totals import Plan
    from legation.statistics.providers.transport import Transport


@contextmanager
def official(
    as_of: date | None = None, *, online: bool = False, folders: Sequence[Path] = ()
) -> Iterator[Statistics]:
    """The snapshot, the user's own ``folders`` and all that was fetched earlier; with ``online``
    what is still missing is asked for over the network.

    Raises:
        StatisticsError: a folder is not there, or not as its mapping says.
    """
    if not online and not folders and not fetched_to().is_dir():
        yield embedded(as_of)
        return
    from legation.statistics.combined import Library
    from legation.statistics.providers.cache import Cache

    cache = Cache(fetched_to())
    if not online:
        yield Library(cache, folders=folders, as_of=as_of)
        return
    with transport() as way:
        yield Library(cache, way, folders, as_of)


def fetched_to() -> Path:
    """The folder where fetched series are kept: ``LEGATION_CACHE``, or the system's own place for
    such things.
    """
    from legation.statistics.providers.places import kept

    return kept()


def transport() -> "Transport":
    """The way to the network; nothing is sent before something is asked."""
    from legation.statistics.providers.transport import Transport

    return Transport()


def _shelf(as_of: date | None, folders: Sequence[Path] = ()) -> "Shelf":
    """The snapshot, the user's own folders, and the trade that was fetched earlier."""
    from legation.statistics.cells import Shelf

    own = _own(folders)
    if not fetched_to().is_dir():
        return Shelf(as_of, own)
    from legation.statistics import bulkyears

    fetched = _fetched(fetched_to(), as_of, _stamp(fetched_to()))
    return Shelf(as_of, (*own, *fetched), bulkyears.kept(fetched_to()))


def _own(folders: Sequence[Path]) -> "tuple[Table, ...]":
    if not folders:
        return ()
    from legation.statistics.providers import folder

    return tuple(table for path in folders for table in folder.tables(path))


def _stamp(folder: Path) -> int:
    """Another number as soon as anything in the folder is another."""
    return hash(frozenset((path, path.stat().st_mtime_ns) for path in folder.rglob("*.json")))


@lru_cache(maxsize=4)
def _fetched(folder: Path, as_of: date | None, stamp: int) -> "tuple[Table, ...]":
    """Fetched trade as tables, read once as long as the folder stays as it is: all totals of some
    years are megabytes.
    """
    from legation.statistics.combined import KEPT
    from legation.statistics.providers import trade as provided
    from legation.statistics.providers.cache import Cache

    cache = Cache(folder)
    kept = (
        fetched for provider, dataset in KEPT for fetched in cache.kept(provider, dataset, as_of)
    )
    return tuple(table for fetched in kept for table in provided.tables(fetched))


def _releases(as_of: date | None) -> "tuple[Release, ...]":
    """What CEPII reconciled out of both countries' reports: fetched earlier, and never mixed with
    anybody's own numbers.
    """
    from legation.statistics.providers import releases
    from legation.statistics.providers.cache import Cache

    return releases.kept(Cache(fetched_to()), as_of) if fetched_to().is_dir() else ()


def country(written: str) -> str:
    """The code of a country, the EU or a group, however it is written; raises UnknownName with
    what is near.
    """
    from legation.statistics.names import resolve

    return resolve(written)


def trade(
    reporter: str,
    partner: str,
    period: Period | None,
    by: "By" = "year",
    unit: str | None = None,
    as_of: date | None = None,
    folders: Sequence[Path] = (),
) -> "tuple[Account, Reach]":
    """The account of a dyad, and how far the series reach around it; in the currency of the
    reporter's own statistics unless another is asked for.

    Raises:
        UnknownName: a country or a currency that nobody here knows, or one country twice.
    """
    from legation.statistics import codes, exchange
    from legation.statistics.accounts import reach
    from legation.statistics.accounts import trade as accounts

    one, two, shelf = country(reporter), country(partner), _shelf(as_of, folders)
    unit = unit or codes.currency(one)
    if one == two:
        raise UnknownName(f"{reporter!r} and {partner!r} are the same; a dyad has two ends")
    if unit != "EUR" and unit not in exchange.rates():
        raise UnknownName(
            f"no rate of {unit!r} to the euro is at hand; there are "
            f"{', '.join(sorted(exchange.rates()))}"
        )
    account = accounts.trade(one, two, period, by, unit, shelf)
    return account, reach.reach(account, shelf, newer=period is None)


def reconciled_trade(account: "Account", as_of: date | None = None) -> "Account | None":
    """The same dyad, by year, as CEPII reconciled it; ``None`` where no release that was fetched
    says anything of it.
    """
    from legation.statistics.accounts import trade as accounts
    from legation.statistics.cells import Shelf

    held = _releases(as_of)
    if not held or account.by != "year":
        return None
    asked = account.period
    first = max(held[0].first, asked.start.year if asked and asked.start else 0)
    last = min(held[0].last, asked.end.year if asked and asked.end else held[0].last)
    if first > last:
        return None
    ends, shelf = (
        (account.reporter.code, account.partner.code),
        Shelf(as_of, (), held[:1], snapshot=False),
    )
    found = accounts.trade(
        *ends, months(date(first, 1, 1), date(last, 12, 1)), "year", account.unit, shelf
    )
    return (
        found
        if any(row.exports.observation or row.imports.observation for row in found.rows)
        else None
    )


def reconciled_presence(found: "Presence", as_of: date | None = None) -> "Presence | None":
    """The same rivals as CEPII reconciled their trade; ``None`` where no release that was fetched
    has the period.
    """
    from legation.statistics.accounts import presence as accounts
    from legation.statistics.cells import Shelf

    shelf = Shelf(as_of, (), _releases(as_of)[:1], snapshot=False)
    rivals = tuple(rival.rival.code for rival in found.rivals)
    other = (
        accounts.presence(found.place.code, found.period, rivals, shelf) if shelf.stores else None
    )
    return (
        other
        if other
        and any(rival.exports.observation or rival.imports.observation for rival in other.rivals)
        else None
    )


def coverage(
    place: str, other: str | None, as_of: date | None = None, folders: Sequence[Path] = ()
) -> "Coverage":
    """What is at hand for a country or a dyad, how old, and what a fetch would bring."""
    from legation.statistics import fetchable
    from legation.statistics.accounts import coverage as accounts

    one, two = country(place), country(other) if other else None
    brought = tuple(fetchable.fetches(one, two, datetime.now(UTC).date()))
    return accounts.coverage(one, two, _shelf(as_of, folders), brought)


def depend(reporter: str, material: str | None, supplier: str | None) -> "Dependence":
    """Who supplies which raw materials."""
    from legation.statistics.accounts import dependence

    return dependence.depend(country(reporter), material, country(supplier) if supplier else None)


def presence(
    place: str, period: Period | None, rivals: Iterable[str] = (), as_of: date | None = None
) -> "Presence":
    """A country among its rivals, those of the accounts unless others are named."""
    from legation.statistics.accounts import presence as accounts

    named = tuple(country(rival) for rival in rivals)
    return accounts.presence(country(place), period, named or accounts.RIVALS, _shelf(as_of))


def find_series(words: str, limit: int, as_of: date | None = None) -> "tuple[Series, ...]":
    """The series at hand whose titles have all the words."""
    from legation.statistics.accounts import catalogue

    return catalogue.find(words, _shelf(as_of), limit)


def show_series(key: str, as_of: date | None = None) -> "tuple[Shown, ...]":
    """The series of a key, in every vintage at hand."""
    from legation.statistics.accounts import catalogue

    return catalogue.show(key, _shelf(as_of))


def plan_totals(
    first: int, last: int, sources: Iterable[str] = (), *, monthly: bool = False
) -> "Plan":
    """What a fetch of totals would ask, how much that is and how long it may take; of all sources
    unless some are named.

    Raises:
        UnknownName: there is no such source.
    """
    from legation.statistics.providers import totals

    named = tuple(sources) or totals.SOURCES
    for name in named:
        if name not in totals.SOURCES:
            raise UnknownName(
                f"no source of totals is called {name!r}; there are {', '.join(totals.SOURCES)}"
            )
    return totals.plan(first, last, monthly=monthly, sources=named)


def bring_totals(
    planned: "Plan", way: "Transport", told: "Callable[[Query, str], None]"
) -> "tuple[tuple[Fetched, ...], dict[str, str]]":
    """Fetch what a plan asks for, and keep it; the answers, and why a query has none."""
    from legation.statistics.providers import totals
    from legation.statistics.providers.cache import Cache

    return totals.bring(planned, way, Cache(fetched_to()), told)


def bring_year(source: Path, year: int | None = None) -> tuple[int, int]:
    """Convert and keep a Comext year that the user has downloaded and unpacked; the year, and how
    many rows it has.
    """
    from legation.statistics import bulkyears

    made, rows = bulkyears.bring(source, fetched_to(), year)
    return made.year, rows


def query(provider: str, dataset: str, key: str, start: str, end: str) -> "Query":
    """One series of a provider, by its key with the codes apart by dots; raises ProviderError if
    it cannot be one.
    """
    from legation.statistics.providers.keys import query as made

    return made(provider, dataset, key, start, end)


def fetch_series(asked: "Query", way: "Transport") -> "Fetched":
    """The answer to a query, kept; raises ProviderError with the reason."""
    from legation.statistics.providers.cache import Cache
    from legation.statistics.providers.fetching import fetch

    return fetch(asked, way, Cache(fetched_to()))
