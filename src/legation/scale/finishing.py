"""When all parts are read: ids that come twice across parts are found, as one process would have
found them, and the manifest is written.

It can be killed and begun again: what it does to a part depends on the lines of the parts alone.
"""

import hashlib
import tempfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import IO

import msgspec
from msgspec import Struct

from legation.pipeline import portions
from legation.scale import folders, writing
from legation.scale.folders import Manifest, Written
from legation.scale.parts import Plan

BUCKET, BUCKETS = 200_000, 256
"""Claims of ids that are compared in memory at once, and files that others wait in."""


class Met(Struct, frozen=True, array_like=True):
    """A claim of an id in the order of all parts: which part, which line, and its place."""

    part: int
    line: int
    id: str
    place: str


def finish(folder: Path, plan: Plan) -> Manifest:
    """Write the manifest, and correct parts with ids that earlier parts use.

    Raises:
        PartsError: the line of a part is missing. OSError: nothing more can be written.
    """
    again = _twice(folder, plan)
    written = tuple(
        _finished(folder, part.name, again.get(number, {}))
        for number, part in enumerate(plan.parts)
    )
    made = Manifest(
        reader=plan.order.reader,
        documents=sum(part.documents for part in written),
        unreadable=sum(part.unreadable for part in written),
        records=sum(part.records for part in written),
        parts=written,
    )
    with folders.whole(folder / folders.MANIFEST) as out:
        out.write(msgspec.json.format(msgspec.json.encode(made), indent=1) + b"\n")
    folders.clean(folder, plan)
    return made


def _finished(folder: Path, name: str, again: Mapping[int, bytes]) -> Written:
    held = folders.line(folder, name)
    if again:
        _correct(folder / name, again)
    read = [claim for claim in held.claims if claim.line not in again and not claim.fault]
    return Written(
        name=name,
        documents=held.documents,
        unreadable=held.documents - len(read),
        records=sum(claim.records for claim in read),
        bytes=(folder / name).stat().st_size,
        sha256=_digest(folder / name),
    )


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _correct(file: Path, again: Mapping[int, bytes]) -> None:
    """Put what an id that comes twice is told by in the place of its ledger."""
    with folders.whole(file) as out, writing.packed(out) as lines:
        for number, line in enumerate(writing.unpacked(file)):
            lines.write(again[number] + b"\n" if number in again else line)


def _twice(folder: Path, plan: Plan) -> dict[int, dict[int, bytes]]:
    """By part and line what stands in the place of documents whose id an earlier one uses; by way
    of files, for ids of a hundred million documents do not fit in memory.
    """
    total = sum(len(folders.line(folder, part.name).claims) for part in plan.parts)
    found: dict[int, dict[int, bytes]] = {}
    with ExitStack() as stack:
        buckets = [
            stack.enter_context(tempfile.TemporaryFile())
            for _ in range(min(BUCKETS, total // BUCKET + 1))
        ]
        for met in _met(folder, plan):
            bucket = buckets[zlib.crc32(met.id.encode()) % len(buckets)]
            bucket.write(msgspec.json.encode(met) + b"\n")
        for bucket in buckets:
            for met, told in _repeated(bucket):
                found.setdefault(met.part, {})[met.line] = told
    return found


def _met(folder: Path, plan: Plan) -> Iterator[Met]:
    for number, part in enumerate(plan.parts):
        for claim in folders.line(folder, part.name).claims:
            yield Met(number, claim.line, claim.id, claim.place)


def _repeated(bucket: IO[bytes]) -> Iterator[tuple[Met, bytes]]:
    bucket.seek(0)
    first: dict[str, str] = {}
    for row in bucket:
        met = msgspec.json.decode(row, type=Met)
        if met.id in first:
            told = portions.twice(met.id, met.place, first[met.id])
            yield met, writing.encoded(told, mentions=False)
        else:
            first[met.id] = met.place
