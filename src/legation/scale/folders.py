"""The folder that parts are written to. Every file in it is made beside and put in place whole, so
that a process may be killed at any moment and a part may be written twice.

``plan.json`` says what is read; ``part-00000.json`` (the *line* of a part) and then
``part-00000.jsonl.gz`` appear as each part is done; ``manifest.json`` comes last, and the lines go.
"""

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

import msgspec
from msgspec import Struct

from legation.model import PartsError
from legation.scale.parts import Part, Plan

PLAN, MANIFEST, HALF = "plan.json", "manifest.json", ".half"


class Claim(Struct, frozen=True, array_like=True):
    """A document of a part that could be read: which line of the part it is, the id that it uses,
    the words that name its place, and how many records it has. ``fault``: there was one of ours,
    and its line tells of it.
    """

    line: int
    id: str
    place: str
    records: int
    fault: bool = False


class Line(Struct, frozen=True, kw_only=True):
    """What stands in a part: how many lines, and the documents among them that could be read."""

    name: str
    documents: int
    claims: tuple[Claim, ...]


class Written(Struct, frozen=True, kw_only=True):
    """A part in the manifest. ``documents`` counts its lines, ``unreadable`` those among them that
    tell of a document that could not be read; ``sha256`` is of the packed file.
    """

    name: str
    documents: int
    unreadable: int
    records: int
    bytes: int
    sha256: str


class Manifest(Struct, frozen=True, kw_only=True):
    """All parts in their order, and what read them. The same run gives the same bytes."""

    reader: str
    documents: int
    unreadable: int
    records: int
    parts: tuple[Written, ...]


def open_folder(folder: Path, plan: Plan) -> None:
    """Make the folder for a plan, or see that it is of the same plan.

    Raises:
        PartsError: it holds something else, or cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        known = folder / PLAN
        if known.exists():
            _same(folder, known.read_bytes(), plan)
        elif any(file.suffix != HALF for file in folder.iterdir()):
            raise PartsError(f"{folder}: holds other files already; give a folder of its own")
        else:
            with whole(known) as out:
                out.write(msgspec.json.encode(plan))
    except OSError as error:
        raise PartsError(f"{folder}: cannot be written: {error.strerror}") from error


def _same(folder: Path, written: bytes, plan: Plan) -> None:
    if written == msgspec.json.encode(plan):
        return
    try:
        before = msgspec.json.decode(written, type=Plan)
    except msgspec.MsgspecError as error:
        raise PartsError(f"{folder}: its {PLAN} is not ours; give another folder") from error
    raise PartsError(
        f"{folder}: was begun otherwise ({_difference(before, plan)}); go on as it was begun, or "
        "give another folder"
    )


def _difference(before: Plan, plan: Plan) -> str:
    if before.order.reader != plan.order.reader:
        return "by another version, or with other weights"
    if before.order != plan.order:
        return "with other options"
    return "what is read has changed" if before.inputs != plan.inputs else "cut otherwise"


@contextmanager
def whole(target: Path) -> Iterator[BinaryIO]:
    """A file that appears only when all of it is written, and on the disk."""
    half = target.with_name(f".{target.name}-{uuid.uuid4().hex}{HALF}")
    try:
        with half.open("wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        half.replace(target)
    finally:
        half.unlink(missing_ok=True)


def line_file(folder: Path, part: str) -> Path:
    """Where the line of a part stands while others are still being read."""
    return folder / part.replace(".jsonl.gz", ".json")


def line(folder: Path, part: str) -> Line:
    """The line of a part that is done.

    Raises:
        PartsError: it is not there, or damaged.
    """
    file = line_file(folder, part)
    try:
        return msgspec.json.decode(file.read_bytes(), type=Line)
    except (OSError, msgspec.MsgspecError) as error:
        raise PartsError(
            f"{file}: is missing or damaged; delete {part} beside it and go on"
        ) from error


def manifest(folder: Path) -> Manifest | None:
    """The manifest of a run that is over; none before."""
    try:
        return msgspec.json.decode((folder / MANIFEST).read_bytes(), type=Manifest)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.MsgspecError) as error:
        raise PartsError(f"{folder / MANIFEST}: is damaged; delete it and go on") from error


def missing(folder: Path, plan: Plan) -> list[Part]:
    """The parts that are still to be read."""
    return [part for part in plan.parts if not _done(folder, part.name)]


def _done(folder: Path, part: str) -> bool:
    return (folder / part).exists() and line_file(folder, part).exists()


def clean(folder: Path, plan: Plan) -> None:
    """Take away what only an unfinished run needs, and what killed ones left."""
    for part in plan.parts:
        line_file(folder, part.name).unlink(missing_ok=True)
    for half in folder.glob(f".*{HALF}"):
        with suppress(OSError):
            half.unlink()
