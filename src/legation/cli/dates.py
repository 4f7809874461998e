"""Dates on the command line."""

from datetime import date

import typer


def day_option(written: str | None) -> date | None:
    """An ISO date, or a usage error that says what was expected."""
    if written is None:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise typer.BadParameter(f"{written!r} is not a date; write it as 2024-10-07") from error
