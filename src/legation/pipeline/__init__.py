"""The only place that knows the order: a source becomes a checked ledger (``reading``), many become
an account (``collection``).

Beside that it is the only door to the statistics, whose queries answer for accounts, the catalogue
and what is fetched.
"""

import logging
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from legation import documents, language, mentions, reconciliation, statistics
from legation.documents import Budget, allow
from legation.model import Document, Ledger, Source, Unreadable
from legation.model.claims import Judged
from legation.pipeline.reading import guarded, ledger
from legation.statistics import Statistics, embedded, queries
from legation.statistics.queries import official

if TYPE_CHECKING:
    from legation.checks.claims import Catalogue
    from legation.statistics.collections import SeriesFolder

__all__ = [
    "Budget",
    "Statistics",
    "allow",
    "claims",
    "embedded",
    "ledger",
    "ledgers",
    "model",
    "official",
    "queries",
    "snapshots",
    "sources",
    "stories",
]

log = logging.getLogger(__name__)


def ledgers(
    sources: Iterable[Source], series: Statistics | None, *, whole: bool = True
) -> Iterator[Ledger | Unreadable]:
    """One ledger a document, in order; what cannot be read is an :class:`Unreadable` in its
    place. Not ``whole``: a text without a trace of what is recorded is not parsed, so that its
    mentions are not found either.
    """
    for found in documents.read(sources):
        yield found if isinstance(found, Unreadable) else guarded(found, series, whole=whole)


def sources(paths: Iterable[str], published: date | None = None) -> Iterator[Source]:
    """What the words of a command line stand for: files, folders, web addresses, ``-`` for
    standard input.
    """
    return documents.sources(paths, published)


def stories(
    sources: Iterable[Source], unread: Callable[[Unreadable], object]
) -> Iterator[tuple[str, str]]:
    """Each document's id and the story it tells; copies tell one. What cannot be read is handed to
    ``unread``.
    """
    return reconciliation.stories(
        map(reconciliation.tell, _readable(documents.read(sources), unread))
    )


def _readable(
    found: Iterable[Document | Unreadable], unread: Callable[[Unreadable], object]
) -> Iterator[Document]:
    for entry in found:
        if isinstance(entry, Unreadable):
            unread(entry)
        else:
            yield entry


def model() -> str:
    """The name of the language model that reads; raises MissingModel where none is installed."""
    return language.model_name()


def snapshots() -> list[tuple[str, str, str]]:
    """The official series at hand: name, in words what they cover and how old they are, and why one
    cannot settle a claim of its time (empty where it can).
    """
    return [(held.name, held.words, held.stale) for held in statistics.snapshots()]


def claims(location: str, folder: Path) -> Iterator["Judged"]:
    """Claims in JSON lines against a folder of series, in their order; one that cannot be read is
    ``not_checkable``.

    Raises:
        StatisticsError: the folder holds no series, or they are not as its mapping or catalogue
        says.
    """
    from legation.checks.claims import Catalogue
    from legation.statistics.collections import SeriesFolder

    series = SeriesFolder(folder)
    catalogue = Catalogue(series.headings)
    return (
        _held(found, series, catalogue) for found in documents.read(documents.sources([location]))
    )


def _held(found: Document | Unreadable, series: "SeriesFolder", catalogue: "Catalogue") -> "Judged":
    """The verdict on one claim; a fault of ours, or a broken file, costs this claim alone and is
    told.
    """
    from legation.checks.claims import inquire, judge

    if isinstance(found, Unreadable):
        return Judged(
            id=found.id, verdict="not_checkable", because=(f"cannot be read: {found.error}",)
        )
    try:
        inquiry = inquire(found, mentions.find(found, documents.repair(found.text)), catalogue)
        return judge(inquiry, {name: series.series(name) for name in inquiry.series})
    except Exception as fault:  # as for ledgers: the others of the run must not be lost
        log.debug("the claim %s cannot be judged", found.id, exc_info=fault)
        return Judged(
            id=found.id, verdict="not_checkable", because=(f"{type(fault).__name__}: {fault}",)
        )
