"""Answers on the user's disk, by query and vintage. A file is there whole or not at all, and old
vintages stay.

A file that some fault has damaged all the same costs one line and its own answer, never another's:
it is passed over, and what it held is fetched anew.
"""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import msgspec

from legation.model.errors import Unkept
from legation.statistics.providers.queries import Fetched, Query

SUFFIX = ".json"
PART = ".part"
WORK = ".making-"
STALE = 2 * 24 * 3600
ABANDONED = 3600
"""Seconds after which a half-written answer is nobody's: writing one takes less than a second."""
_told: set[str] = set()
"""The lines that were told already: one a file and process."""


def tell(line: str) -> None:
    """One line to standard error, once a process."""
    if line not in _told:
        _told.add(line)
        sys.stderr.write(f"legation: {line}\n")


class Cache:
    """A folder: ``PROVIDER/DATASET/QUERY/VINTAGE.json``.

    Args:
        folder: where; it need not be there.
        told: hears of files that cannot be read, a line each.
    """

    def __init__(self, folder: Path, told: Callable[[str], object] = tell) -> None:
        self.folder, self._told = folder, told

    def keep(self, fetched: Fetched) -> Path:
        """Write an answer; killing us at any point leaves the old files, or the new one, and never
        half of one. What killed runs left is swept, and damaged files of the same query with it.

        Raises:
            Unkept: the disk is full, or the folder cannot be written; the answer is in it.
        """
        target = self._place(fetched.query) / f"{fetched.vintage}{SUFFIX}"
        try:
            self._sweep(target.parent)
            return self._written(fetched, target)
        except OSError as error:
            raise Unkept(
                f"{fetched.query.words} came and cannot be kept in {self.folder}: "
                f"{error.strerror or error}. Free some space, or name another folder in "
                "LEGATION_CACHE",
                fetched,
            ) from error

    def _written(self, fetched: Fetched, target: Path) -> Path:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".", suffix=PART, dir=target.parent)
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

    def _sweep(self, place: Path) -> None:
        """Take away half-written answers of killed runs, and damaged ones that are fetched anew."""
        for left in self.folder.rglob(f".*{PART}"):
            if time.time() - left.stat().st_mtime > ABANDONED:
                left.unlink(missing_ok=True)
        for path in place.glob(f"*{SUFFIX}"):
            if self._read(path) is None:
                path.unlink(missing_ok=True)

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
            found = self._read(path)
            if found is not None:
                yield found

    def _read(self, path: Path) -> Fetched | None:
        """A kept answer; ``None``, and a line, for one that is damaged or cannot be opened."""
        try:
            return msgspec.json.decode(path.read_bytes(), type=Fetched)
        except (msgspec.DecodeError, UnicodeDecodeError, OSError) as error:
            self._told(
                f"a kept answer cannot be read and is passed over until it is fetched anew: "
                f"{path} ({error})"
            )
            return None

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
