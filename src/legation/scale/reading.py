"""Documents are read in parts: planned, read by an engine, finished."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from legation.model import PartsError
from legation.scale import finishing, folders, parts, workers
from legation.scale.folders import Manifest
from legation.scale.parts import Order, Part

Engine = Callable[[Sequence[Part], Order, Path], Iterator[workers.Answer]]
"""Has parts read and written, in any order and any number of times; says so of each."""
ADDRESS = ("http://", "https://")


class Told(Struct, frozen=True):
    """How far it is: parts that are done, of how many, and documents read in this run."""

    done: int
    parts: int
    documents: int


def read(
    paths: Sequence[str],
    folder: Path,
    order: Order,
    engine: Engine,
    *,
    published: date | None = None,
    size: int = parts.SIZE,
    told: Callable[[Told], object] = lambda told: None,
) -> Manifest:
    """Read documents into ``folder``, or go on where an earlier run was stopped. The lines of all
    parts together are those that ``legation read --json`` prints.

    Args:
        paths: files and folders; standard input and addresses cannot be cut.
        engine: who reads the parts.
        published: the day of documents that have none of their own.
        size: bytes of a part.
        told: is called as parts are done.

    Raises:
        PartsError: why it cannot begin or go on.
    """
    _check(paths)
    plan = parts.plan(paths, published, order, size)
    folders.open_folder(folder, plan)
    over = folders.manifest(folder)
    if over is not None and all((folder / part.name).exists() for part in plan.parts):
        folders.clean(folder, plan)
        return over
    waiting = folders.missing(folder, plan)
    done, documents = len(plan.parts) - len(waiting), 0
    told(Told(done, len(plan.parts), documents))
    for answer in engine(waiting, plan.order, folder) if waiting else ():
        done, documents = done + 1, documents + answer.documents
        told(Told(done, len(plan.parts), documents))
    try:
        return finishing.finish(folder, plan)
    except OSError as error:
        raise PartsError(f"{folder}: cannot be written: {error.strerror}") from error


def _check(paths: Sequence[str]) -> None:
    for path in paths:
        if path == "-" or path.startswith(ADDRESS):
            raise PartsError(f"{path}: cannot be cut into parts; save it as files, and give those")
