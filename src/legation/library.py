"""The face towards other programs: a text, files, or a sentence in; ledgers and verdicts out.

The account of many documents is asked through :mod:`legation.store` and :mod:`legation.views`, or
on the command line with ``--json``.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from os import PathLike, fspath
from pathlib import Path

from legation import pipeline
from legation.model import (
    Assertion,
    Figure,
    Ledger,
    Source,
    Unreadable,
    UnreadableDocument,
)

Folders = Sequence[str | PathLike[str]]


def read(
    text: str,
    *,
    published: date | None = None,
    checked: bool = True,
    series: Folders = (),
    as_of: date | None = None,
    online: bool = False,
) -> Ledger:
    """The ledger of one text.

    Args:
        text: an article, a release, a sentence; plain text in English.
        published: the day from which it speaks; without it "last year" stays open unless a
            dateline tells.
        checked: hold its figures against official series.
        series: folders of series of your own, asked besides those at hand.
        as_of: only what was published by that day may settle a figure.
        online: ask providers over the network for what is not at hand.

    Raises:
        TypeError: ``published`` is no date.
        UnreadableDocument: the text is empty, in another language, or too long to be read.
        MissingModel: the language model is not installed.
        StatisticsError: a folder of series is not there, or not as its mapping says.
    """
    held = Source(location="text", id="text", text=text, published=_day(published))
    [found] = _read([held], checked=checked, series=series, as_of=as_of, online=online)
    if isinstance(found, Unreadable):
        raise UnreadableDocument(found.error)
    return found


def ledgers(
    paths: Iterable[str | PathLike[str]],
    *,
    published: date | None = None,
    checked: bool = True,
    series: Folders = (),
    as_of: date | None = None,
    online: bool = False,
) -> Iterator[Ledger | Unreadable]:
    """The ledgers of documents, in their order and one at a time, so that memory stays flat.

    Args:
        paths: files, folders, archives, ``http(s)`` addresses; as ``legation read`` takes them.
            None at all gives nothing.
        published: the day of documents that tell none of their own.
        checked, series, as_of, online: as for :func:`read`.

    Yields:
        A ledger a document; an :class:`Unreadable` with the reason where one cannot be read: it
        never stops the others.

    Raises:
        MissingModel: the language model is not installed.
        StatisticsError: a folder of series is not there, or not as its mapping says.
    """
    day = _day(published)
    sources = (Source(location=fspath(path), published=day) for path in paths)
    return _read(sources, checked=checked, series=series, as_of=as_of, online=online)


def check(
    text: str,
    *,
    published: date | None = None,
    series: Folders = (),
    as_of: date | None = None,
    online: bool = False,
) -> tuple[Figure | Assertion, ...]:
    """The figures and claims of a sentence or two, each with its ``check``: a verdict, the reasons
    in words, the official values that were looked at.

    Args and errors as for :func:`read`. An empty answer says that nothing in the text could be
    settled by a number.
    """
    found = read(text, published=published, series=series, as_of=as_of, online=online)
    return tuple(record for record in found.records if isinstance(record, Figure | Assertion))


def _day(published: date | None) -> date | None:
    """A day as given; a string is refused here and not deep in the first document."""
    if published is not None and not isinstance(published, date):
        raise TypeError(f"published is a datetime.date, not {published!r}")
    return published


def _read(
    sources: Iterable[Source],
    *,
    checked: bool,
    series: Folders,
    as_of: date | None,
    online: bool,
) -> Iterator[Ledger | Unreadable]:
    """What all three do; the statistics stay open as long as somebody takes ledgers."""
    pipeline.model()
    folders = [Path(folder) for folder in series]
    with pipeline.official(as_of, online=online, folders=folders) as library:
        yield from pipeline.ledgers(sources, library if checked else None)


__all__ = ["check", "ledgers", "read"]
