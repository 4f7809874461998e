"""``legation read --parts OUT``: documents read in parts, by several workers or by Spark; stopped
or killed, the same command goes on where it was.
"""

import os
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer
from msgspec import Struct

from legation import scale
from legation.cli import progress
from legation.model import PartsError
from legation.scale import Manifest, Order

Engine = Literal["local", "spark"]
MEGABYTE = 1_000_000
Folder = Annotated[
    Path | None,
    typer.Option(
        "--parts",
        metavar="OUT",
        help="Read in parts into this folder; the same command again goes on where it was.",
    ),
]
Workers = Annotated[
    int | None,
    typer.Option(
        "--workers",
        min=1,
        metavar="N",
        help="With --parts: so many processes; as many as there are processors.",
    ),
]
With = Annotated[
    Engine,
    typer.Option("--engine", help="With --parts: who reads them; spark needs legation[spark]."),
]
Master = Annotated[
    str | None,
    typer.Option(
        "--master", metavar="URL", help="With --engine spark: its master, local[4] for instance."
    ),
]
Size = Annotated[
    int,
    typer.Option(
        "--part-megabytes", min=1, metavar="MB", help="With --parts: how large a part is, unpacked."
    ),
]
SIZE = scale.SIZE // MEGABYTE


class Asked(Struct, frozen=True, kw_only=True):
    """What was asked of parts; ``workers`` is of the engine on this machine. Without a folder
    nothing of it may be asked.
    """

    folder: Path | None
    workers: int | None = None
    engine: Engine = "local"
    master: str | None = None
    megabytes: int = SIZE


def asked(given: Asked, *, unfit: bool) -> bool:
    """Whether to read in parts; a usage error where options do not go together.

    Args:
        unfit: something was asked that cannot be done in parts.
    """
    if given.folder is None:
        if (given.workers, given.engine, given.master) != (None, "local", None):
            raise typer.BadParameter("--workers, --engine and --master go with --parts")
        return False
    if unfit:
        raise typer.BadParameter("--parts goes with neither --online nor --stories")
    return True


def read(paths: list[str], order: Order, asked: Asked, published: date | None) -> None:
    """Read in parts and say what was written; exit 1 if a document could not be read."""
    assert asked.folder is not None
    try:
        with progress.counting("parts") as shown:
            made = scale.read(
                paths,
                asked.folder,
                order,
                _engine(asked),
                published=published,
                size=asked.megabytes * MEGABYTE,
                told=lambda told: shown(told.done, told.parts),
            )
    except PartsError as error:
        typer.echo(f"legation: {error}", err=True)
        raise typer.Exit(1) from error
    _tell(asked.folder, made)
    if made.unreadable:
        raise typer.Exit(1)


def _engine(asked: Asked) -> scale.Engine:
    if asked.engine == "spark":
        from legation.scale.spark import engine

        return engine(asked.master)
    if asked.master is not None:
        raise typer.BadParameter("--master is of --engine spark")
    return scale.local(asked.workers or os.cpu_count() or 1)


def _tell(folder: Path, made: Manifest) -> None:
    unread = f", {made.unreadable:,} could not be read" if made.unreadable else ""
    typer.echo(
        f"{folder}  {len(made.parts):,} parts, {made.documents:,} documents{unread}, "
        f"{made.records:,} records"
    )
