"""The only place that knows the order: a source becomes a checked ledger.

document -> mentions -> records -> links within the document -> checks

Beside that it is the only door to the statistics: their accounts, their catalogue, and what is fetched for them.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from legation import checks, documents, mentions, reconciliation, records, statistics
from legation.mentions.language import model_name
from legation.model import Document, Ledger, Period, Source, Unreadable
from legation.model.claims import Judged
from legation.statistics import Statistics, embedded

if TYPE_CHECKING:
    from legation.checks.claims import Catalogue
    from legation.statistics.accounts.catalogue import Series, Shown
    from legation.statistics.accounts.dependence import Dependence
    from legation.statistics.accounts.presence import Presence
    from legation.statistics.accounts.reach import Reach
    from legation.statistics.accounts.trade import Account, By
    from legation.statistics.cells import Shelf
    from legation.statistics.collections import SeriesFolder
    from legation.statistics.providers.queries import Fetched, Query
    from legation.statistics.providers.totals import Plan
    from legation.statistics.providers.transport import Transport

__all__ = [
    "bring_totals",
    "claims",
    "country",
    "depend",
    "embedded",
    "fetch_series",
    "fetched_to",
    "find_series",
    "ledger",
    "ledgers",
    "library",
    "model",
    "plan_totals",
    "presence",
    "query",
    "show_series",
    "snapshots",
    "sources",
    "stories",
    "trade",
    "transport",
]


def ledger(document: Document, series: Statistics | None) -> Ledger:
    """One document's ledger; without ``series`` nothing is checked."""
    reading = mentions.find(document, documents.repair(document.text))
    entries = reconciliation.within(reading, records.extract(reading))
    if series is not None:
        entries = checks.judge(reading, entries, series.observe(checks.questions(reading, entries)))
    return Ledger(document=document, records=tuple(entries), mentions=mentions.all_of(reading), notes=reading.notes)


def ledgers(sources: Iterable[Source], series: Statistics | None) -> Iterator[Ledger | Unreadable]:
    """One ledger a document, in order; what cannot be read is an :class:`Unreadable` in its place."""
    for found in documents.read(sources):
        yield found if isinstance(found, Unreadable) else _guarded(found, series)


def _guarded(document: Document, series: Statistics | None) -> Ledger | Unreadable:
    """A ledger, or a fault of ours told in its place: a mistake in our code must not lose the other documents of a run."""
    try:
        return ledger(document, series)
    except Exception as fault:  # noqa: BLE001  # whatever it is; the gates and the property tests hold that there is none
        reason = f"a fault in Legation, not in the document: {type(fault).__name__}: {fault}. The others go on; please report it"
        return Unreadable(id=document.id, error=reason)


def sources(paths: Iterable[str], published: date | None = None) -> Iterator[Source]:
    """What the words of a command line stand for: files, folders, web addresses, ``-`` for standard input."""
    return documents.sources(paths, published)


def stories(sources: Iterable[Source], unread: Callable[[Unreadable], object]) -> Iterator[tuple[str, str]]:
    """Each document's id and the story it tells; copies tell one. What cannot be read is handed to ``unread``."""
    return reconciliation.stories(map(reconciliation.tell, _readable(documents.read(sources), unread)))


def _readable(found: Iterable[Document | Unreadable], unread: Callable[[Unreadable], object]) -> Iterator[Document]:
    for entry in found:
        if isinstance(entry, Unreadable):
            unread(entry)
        else:
            yield entry


def model() -> str:
    """The name of the language model that reads; raises MissingModel where none is installed."""
    return model_name()


def snapshots() -> list[tuple[str, str]]:
    """The official series at hand: name, and in words what they cover and how old they are."""
    return [(held.name, held.words) for held in statistics.snapshots()]


@contextmanager
def library(as_of: date | None = None, *, online: bool = False) -> Iterator[Statistics]:
    """The snapshot and all that was fetched earlier; with ``online`` what is still missing is asked for over the network."""
    from legation.statistics.library import Library
    from legation.statistics.providers.cache import Cache

    cache = Cache(fetched_to())
    if not online:
        yield Library(cache, as_of=as_of)
        return
    with transport() as way:
        yield Library(cache, way, as_of=as_of)


def fetched_to() -> Path:
    """The folder where fetched series are kept: ``LEGATION_CACHE``, or the system's own place for such things."""
    from legation.statistics.providers.places import kept

    return kept()


def transport() -> "Transport":
    """The way to the network; nothing is sent before something is asked."""
    from legation.statistics.providers.transport import Transport

    return Transport()


def _shelf(as_of: date | None) -> "Shelf":
    """The snapshot, and the trade that was fetched earlier."""
    from legation.statistics.cells import Shelf
    from legation.statistics.library import KEPT
    from legation.statistics.providers import trade as provided
    from legation.statistics.providers.cache import Cache

    cache = Cache(fetched_to())
    kept = (fetched for provider, dataset in KEPT for fetched in cache.kept(provider, dataset, as_of))
    return Shelf(as_of, tuple(table for fetched in kept for table in provided.tables(fetched)))


def country(written: str) -> str:
    """The code of a country, the EU or a group, however it is written; raises UnknownName with what is near."""
    from legation.statistics.names import resolve

    return resolve(written)


def trade(
    reporter: str, partner: str, period: Period | None, by: "By" = "year", unit: str = "EUR", as_of: date | None = None
) -> "tuple[Account, Reach]":
    """The account of a dyad, and how far the series reach around it."""
    from legation.statistics.accounts import reach
    from legation.statistics.accounts import trade as accounts

    shelf = _shelf(as_of)
    account = accounts.trade(country(reporter), country(partner), period, by, unit, shelf)
    return account, reach.reach(account, shelf)


def depend(reporter: str, material: str | None, supplier: str | None) -> "Dependence":
    """Who supplies which raw materials."""
    from legation.statistics.accounts import dependence

    return dependence.depend(country(reporter), material, country(supplier) if supplier else None)


def presence(place: str, period: Period | None, rivals: Iterable[str] = (), as_of: date | None = None) -> "Presence":
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


def plan_totals(first: int, last: int, *, monthly: bool) -> "Plan":
    """What a fetch of the totals of all dyads would ask, how much that is and how long it may take."""
    from legation.statistics.providers import totals

    return totals.plan(first, last, monthly=monthly)


def bring_totals(
    planned: "Plan", way: "Transport", told: "Callable[[Query, str], None]"
) -> "tuple[tuple[Fetched, ...], dict[str, str]]":
    """Fetch what a plan asks for, and keep it; the answers, and why a query has none."""
    from legation.statistics.providers import totals
    from legation.statistics.providers.cache import Cache

    return totals.bring(planned, way, Cache(fetched_to()), told)


def query(provider: str, dataset: str, key: str, start: str, end: str) -> "Query":
    """One series of a provider, by its key with the codes apart by dots; raises ProviderError if it cannot be one."""
    from legation.statistics.providers.keys import query as made

    return made(provider, dataset, key, start, end)


def fetch_series(asked: "Query", way: "Transport") -> "Fetched":
    """The answer to a query, kept; raises ProviderError with the reason."""
    from legation.statistics.providers.cache import Cache
    from legation.statistics.providers.fetching import fetch

    return fetch(asked, way, Cache(fetched_to()))


def claims(location: str, folder: Path) -> Iterator["Judged"]:
    """Claims in JSON lines against a folder of series, in their order; one that cannot be read is ``not_checkable``.

    Raises:
        StatisticsError: the folder holds no series, or they are not as its mapping or catalogue says.
    """
    from legation.checks.claims import Catalogue
    from legation.statistics.collections import SeriesFolder

    series = SeriesFolder(folder)
    catalogue = Catalogue(series.headings)
    return (_held(found, series, catalogue) for found in documents.read(documents.sources([location])))


def _held(found: Document | Unreadable, series: "SeriesFolder", catalogue: "Catalogue") -> "Judged":
    """The verdict on one claim; a fault of ours, or a broken file, costs this claim alone and is told."""
    from legation.checks.claims import inquire, judge

    if isinstance(found, Unreadable):
        return Judged(id=found.id, verdict="not_checkable", because=(f"cannot be read: {found.error}",))
    try:
        inquiry = inquire(found, mentions.find(found, documents.repair(found.text)), catalogue)
        return judge(inquiry, {name: series.series(name) for name in inquiry.series})
    except Exception as fault:  # noqa: BLE001  # as for ledgers: the others of the run must not be lost
        return Judged(id=found.id, verdict="not_checkable", because=(f"{type(fault).__name__}: {fault}",))
