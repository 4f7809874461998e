"""What is to be read, cut into parts: the same parts each time, whoever reads them."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from legation.model import Source
from legation.pipeline import portions
from legation.pipeline.portions import Piece

SIZE = 4_000_000
"""Bytes of a part: a minute or two of reading, which is what a kill costs at most."""
DIGITS = 5


class Order(Struct, frozen=True, kw_only=True):
    """How documents are to be read; whatever changes a byte of what is written stands here.
    ``reader`` is what reads, version and weights; the plan fills it in.
    """

    reader: str = ""
    mentions: bool = False
    check: bool = True
    as_of: date | None = None
    series: tuple[str, ...] = ()
    seconds: float
    megabytes: int


class Part(Struct, frozen=True, kw_only=True):
    """Sources that are read together into one file of ledgers, ``name``."""

    name: str
    sources: tuple[Source, ...]


class Input(Struct, frozen=True, kw_only=True):
    """A file as it was when the parts were cut: a change since then is noticed."""

    path: str
    bytes: int
    changed: int


class Plan(Struct, frozen=True, kw_only=True):
    """The whole of a run."""

    order: Order
    inputs: tuple[Input, ...]
    parts: tuple[Part, ...]


def plan(paths: Iterable[str], published: date | None, order: Order, size: int) -> Plan:
    """The parts of what some paths stand for.

    Args:
        paths: files and folders.
        published: the day of documents that have none of their own.
        size: bytes of a part; smaller files go together, a packed one is a part of its own.
    """
    cut = list(_together(portions.pieces(paths, published, size), size))
    digits = max(DIGITS, len(str(len(cut) - 1)))
    parts = tuple(
        Part(name=f"part-{number:0{digits}}.jsonl.gz", sources=sources)
        for number, sources in enumerate(cut)
    )
    files = dict.fromkeys(source.location for part in parts for source in part.sources)
    return Plan(
        order=replace(order, reader=portions.reader()),
        inputs=tuple(map(_input, files)),
        parts=parts,
    )


def _together(pieces: Iterable[Piece], size: int) -> Iterator[tuple[Source, ...]]:
    held: list[Source] = []
    bytes = 0
    for piece in pieces:
        if held and (piece.alone or bytes + piece.bytes > size):
            yield tuple(held)
            held, bytes = [], 0
        if piece.alone:
            yield (piece.source,)
            continue
        held.append(piece.source)
        bytes += piece.bytes
    if held:
        yield tuple(held)


def _input(path: str) -> Input:
    """How a file is now; a missing one has no bytes."""
    try:
        held = Path(path).stat()
    except (OSError, ValueError):
        return Input(path=path, bytes=0, changed=0)
    return Input(path=path, bytes=held.st_size, changed=held.st_mtime_ns)
