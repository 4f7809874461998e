"""What reading one file may take, as options that verbs share."""

from typing import Annotated

import typer

from legation.pipeline import Budget, allow

Seconds = Annotated[
    float,
    typer.Option(
        "--limit-seconds", min=0.1, help="Longest that a PDF or Word file may take to be read."
    ),
]
Megabytes = Annotated[
    int,
    typer.Option(
        "--limit-memory", min=100, help="Most megabytes that a PDF or Word file may take."
    ),
]
SECONDS, MEGABYTES = Budget().seconds, Budget().megabytes


def set_for_all(seconds: float, megabytes: int) -> None:
    """Let every file that is read from here on take so much."""
    allow(Budget(seconds, megabytes))
