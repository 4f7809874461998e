"""What the words of a command line stand for, added: files, folders, archives, addresses, listings,
ledgers, other accounts.
"""

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from legation.documents import addresses, files
from legation.documents.collection import STANDARD_INPUT
from legation.model import Source
from legation.pipeline import collection, ledger_lines, watching
from legation.pipeline.collection import Arrival
from legation.statistics import Statistics
from legation.store import Account, opening


def add(
    account: Account,
    paths: Iterable[str],
    series: Statistics | None,
    published: date | None = None,
) -> Iterator[Arrival]:
    """Add what the words of a command line stand for, and tell what became of each document.

    Args:
        account: that it goes into.
        paths: files, folders, archives, addresses, ``-``; texts, ledgers or other accounts.
        series: what figures are held against; without them texts are not checked.
        published: the day of texts that have none of their own.
    """
    for path in paths:
        yield from _one(account, path, series, published)
    collection.catch_up(account, series)


def _one(
    account: Account, path: str, series: Statistics | None, published: date | None
) -> Iterator[Arrival]:
    if path == STANDARD_INPUT:
        yield from _piped(account, series, published)
        return
    if addresses.is_address(path):
        yield from watching.take(account, path, series, published)
        return
    held = Path(path)
    if held.is_dir():
        yield from _folder(account, held, series, published)
    elif opening.is_ledger(held):
        yield from collection.merged(account, held)
    elif ledger_lines.holds(held):
        with held.open("rb") as stream:
            yield from collection.read_already(account, ledger_lines.read(stream, path))
    elif listing := watching.holds_addresses(held):
        yield from watching.take_file(account, held, listing, series, published)
    else:
        yield from collection.texts(account, [Source(location=path, published=published)], series)


def _folder(
    account: Account, folder: Path, series: Statistics | None, published: date | None
) -> Iterator[Arrival]:
    inside = files.inside(folder)
    if not inside:
        yield from collection.texts(account, [Source(location=str(folder))], series)  # tells why
    for file in inside:
        yield from _one(account, str(file), series, published)


def _piped(
    account: Account, series: Statistics | None, published: date | None
) -> Iterator[Arrival]:
    stream = getattr(sys.stdin, "buffer", None)
    if stream is not None and ledger_lines.begins(ledger_lines.peeked(stream)):
        yield from collection.read_already(account, ledger_lines.read(stream, "standard input"))
        return
    source = Source(location=STANDARD_INPUT, published=published)
    yield from collection.texts(account, [source], series)
