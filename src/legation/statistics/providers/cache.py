"""Answers on the user's disk, by query and vintage. A file is there whole or not at all, and old
vintages stay.
"""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import msgspec

from legation.statistics.providers.queries import Fetched, Query

SUFFIX = ".json"
WORK = ".making-"
STALE = 2 * 24 * 3600


class Cache:
    """A folder: ``PROVIDER/DATASET/QUERY/VINTAGE.json``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, fetched: Fetched) -> Path:
        """Write an answer; killing us at any point leaves the old files, or the new one, and never
        half of one.
        """
        target = self._place(fetched.query) / f"{fetched.vintage}{SUFFIX}"
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(msgspec.json.encode(fetched))
                out.flush()
                os.fsync(out.fileno())
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        return target

    def find(self, query: Query, as_of: date | None = None) -> Fetched | None:
        """The newest vintage of an answer; with ``as_of`` the newest that was out by then."""
        known = [
            kept
            for kept in self.vintages(query)
            if as_of is None or kept.vintage <= as_of.isoformat()
        ]
        return max(known, key=lambda kept: kept.vintage, default=None)

    def vintages(self, query: Query) -> Iterator[Fetched]:
        """All vintages of an answer that can be read."""
        return self._in(self._place(query))

    def kept(self, provider: str, dataset: str, as_of: date | None = None) -> Iterator[Fetched]:
        """Of every query of a dataset the newest vintage; with ``as_of`` the newest that was out
        by then.
        """
        place = self.folder / provider / dataset
        for folder in (
            sorted(path for path in place.iterdir() if path.is_dir()) if place.is_dir() else ()
        ):
            first = next(iter(self._in(folder)), None)
            found = self.find(first.query, as_of) if first else None
            if found:
                yield found

    def _in(self, place: Path) -> Iterator[Fetched]:
        for path in sorted(place.glob(f"*{SUFFIX}")) if place.is_dir() else ():
            yield msgspec.json.decode(path.read_bytes(), type=Fetched)

    def _place(self, query: Query) -> Path:
        return self.folder / query.provider / query.dataset / query.id


@contextmanager
def workshop(folder: Path) -> Iterator[Path]:
    """A folder beside the target in which something large is made; what killed runs left there
    days ago is swept first.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.glob(f"{WORK}*"):
        if time.time() - left.stat().st_mtime > STALE:
            shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=WORK) as made:
        yield Path(made)
