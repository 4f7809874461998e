"""Data files into frozen structs, once a process.

``data/`` holds facts (countries, codes, office-holders), ``en/`` the English words by which a text
is read; another language is another folder beside it. A name stands in one of them only.
"""

import csv
import tomllib
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from typing import TypeVar

import msgspec

from legation.model.errors import LexiconError

T = TypeVar("T", bound=msgspec.Struct)
LIST_SEPARATOR = ";"
FOLDERS = ("data", "en")


@cache
def table(name: str, row: type[T]) -> tuple[T, ...]:
    """The rows of ``NAME.csv`` as structs of type ``row``.

    A cell of a field typed ``tuple[str, ...]`` holds its items apart by semicolons; an empty cell
    takes the field's default. Lines that start with ``#`` are comments (source, licence, vintage
    stand there).

    Raises:
        LexiconError: a column is unknown or a cell does not fit its field; the message names file
        and line.
    """
    where = _place(f"{name}.csv")
    lines = [
        line for line in _text(where).splitlines() if line.strip() and not line.startswith("#")
    ]
    lists = {f.name for f in msgspec.structs.fields(row) if "tuple" in str(f.type)}
    return tuple(
        _row(where, number, cells, row, lists)
        for number, cells in enumerate(csv.DictReader(lines), start=1)
    )


def _row(where: str, number: int, cells: dict[str, str], row: type[T], lists: set[str]) -> T:
    if None in cells or None in cells.values():
        raise LexiconError(
            f"lexicon/{where}, row {number}: has another number of cells than the header"
        )
    filled = {
        key: _split(cell) if key in lists else cell.strip()
        for key, cell in cells.items()
        if cell.strip()
    }
    try:
        return msgspec.convert(filled, row, strict=False)
    except msgspec.ValidationError as error:
        raise LexiconError(f"lexicon/{where}, row {number}: {error}") from error


def _split(cell: str) -> list[str]:
    return [item.strip() for item in cell.split(LIST_SEPARATOR) if item.strip()]


@cache
def nested(name: str, shape: type[T]) -> T:
    """The file ``NAME.toml`` as one struct.

    Raises:
        LexiconError: the file does not fit the struct; the message names the file and the key.
    """
    where = _place(f"{name}.toml")
    try:
        return msgspec.convert(tomllib.loads(_text(where)), shape)
    except (msgspec.ValidationError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"lexicon/{where}: {error}") from error


def _place(filename: str) -> str:
    """The folder that holds a file, and its name."""
    root = files("legation.lexicon")
    found = (
        f"{folder}/{filename}" for folder in FOLDERS if root.joinpath(folder, filename).is_file()
    )
    place = next(found, None)
    if place is None:
        raise LexiconError(f"no lexicon file {filename} in {' or '.join(FOLDERS)}")
    return place


def _text(place: str) -> str:
    return files("legation.lexicon").joinpath(place).read_text(encoding="utf-8")


def weights(filename: str) -> bytes:
    """A file of trained weights, as ``make weights`` wrote it from the corpus."""
    return files("legation.lexicon").joinpath("weights").joinpath(filename).read_bytes()


@cache
def weights_digest() -> str:
    """Sixteen hexadecimal digits over all trained weights, by name: which training reads here."""
    digest = blake2b(digest_size=8)
    held = files("legation.lexicon").joinpath("weights").iterdir()
    for found in sorted(held, key=lambda each: each.name):
        if found.is_file() and not found.name.startswith((".", "__")):
            digest.update(found.name.encode("utf-8"))
            digest.update(found.read_bytes())
    return digest.hexdigest()
