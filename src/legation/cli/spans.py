"""Spans of time as people write them for a command: ``30m``, ``2h``, ``1d``."""

import re

import typer

SPAN = re.compile(r"(?P<count>\d{1,6})\s*(?P<unit>[smhd])")
SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}


def span_option(written: str, least: int, name: str) -> int:
    """Seconds, or a usage error.

    Args:
        written: as given.
        least: seconds below which nobody is asked.
        name: of the option, for the message.
    """
    found = SPAN.fullmatch(written.strip().lower())
    if found is None:
        raise typer.BadParameter(f"{name} is a span like 30m, 2h or 1d, not {written!r}")
    seconds = int(found["count"]) * SECONDS[found["unit"]]
    if seconds < least:
        raise typer.BadParameter(f"{name} is at least {least // 60} minutes: servers are asked")
    return seconds
