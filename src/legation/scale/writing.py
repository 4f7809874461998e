"""One part is read and written: what a worker does, wherever it runs."""

import gzip
from collections.abc import Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import BinaryIO

import msgspec

from legation import pipeline
from legation.model import Ledger, Unreadable
from legation.pipeline import Budget, portions
from legation.scale.folders import Claim, Line, line_file, whole
from legation.scale.parts import Order, Part

LEVEL = 6
"""Of packing; 9 takes three times as long for two per cent."""


def write(part: Part, order: Order, folder: Path) -> Line:
    """Read a part and put it into the folder, its line first: where the part is, it is whole.

    Raises:
        OSError: the disk is full, or the folder cannot be written.
    """
    with whole(folder / part.name) as out:
        held = _written(part, order, out)
        with whole(line_file(folder, part.name)) as beside:
            beside.write(msgspec.json.encode(held))
    return held


def _written(part: Part, order: Order, out: BinaryIO) -> Line:
    claims: list[Claim] = []
    number = -1
    with packed(out) as lines:
        read = portions.ledgers(part.sources, _series(order), whole=order.mentions)
        for number, found in enumerate(read):
            lines.write(encoded(found.entry, order.mentions) + b"\n")
            if found.claims:
                claims.append(_claim(number, found))
    return Line(name=part.name, documents=number + 1, claims=tuple(claims))


def _claim(number: int, found: portions.Portion) -> Claim:
    if isinstance(found.entry, Unreadable):
        return Claim(number, found.claims, found.place, 0, fault=True)
    return Claim(number, found.claims, found.place, len(found.entry.records))


def packed(out: BinaryIO) -> gzip.GzipFile:
    """A packed stream that knows neither hour nor name: the same lines are the same bytes."""
    return gzip.GzipFile(filename="", fileobj=out, mode="wb", compresslevel=LEVEL, mtime=0)


def unpacked(file: Path) -> Iterator[bytes]:
    """The lines of a part."""
    with gzip.open(file) as lines:
        yield from lines


def encoded(entry: Ledger | Unreadable, mentions: bool) -> bytes:
    """A ledger as ``legation read --json`` prints it."""
    if isinstance(entry, Unreadable):
        return msgspec.json.encode({"document": {"id": entry.id}, "error": entry.error})
    return msgspec.json.encode(entry if mentions else msgspec.structs.replace(entry, mentions=()))


_opened = ExitStack()
"""What a worker opens it keeps until it ends: it reads many parts."""


@cache
def _series(order: Order) -> pipeline.Statistics | None:
    """What figures are held against; opened once a worker."""
    pipeline.allow(Budget(order.seconds, order.megabytes))
    if not order.check:
        return None
    folders = [Path(folder) for folder in order.series]
    return _opened.enter_context(pipeline.official(order.as_of, folders=folders))
