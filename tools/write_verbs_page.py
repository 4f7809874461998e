"""Fill the reference of docs/verbs.md from the command line itself.

    python tools/write_verbs_page.py [--check] docs/verbs.md

With ``--check`` nothing is written, and the exit status is 1 if the page is not as it should be.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from legation.cli import app

BEGIN, END = "<!-- verbs:begin -->", "<!-- verbs:end -->"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--check", action="store_true")
    parser.add_argument("page", type=Path)
    inputs = parser.parse_args()
    written = inputs.page.read_text(encoding="utf-8")
    filled = "".join(
        (written.split(BEGIN)[0], "\n".join([BEGIN, *reference(), END]), written.split(END)[1])
    )
    if not inputs.check:
        inputs.page.write_text(filled, encoding="utf-8", newline="\n")
    sys.exit(1 if inputs.check and filled != written else 0)


def reference() -> Iterator[str]:
    """All verbs in the order in which the command line lists them."""
    # Typer brings its own copy of click, whose classes have no public home to take types from.
    root: Any = typer.main.get_command(app)
    for name, verb in root.commands.items():
        yield from _verb(f"legation {name}", verb)


def _verb(name: str, verb: Any) -> Iterator[str]:
    below = getattr(verb, "commands", None)
    if below is not None:
        for inner, part in below.items():
            yield from _verb(f"{name} {inner}", part)
        return
    arguments = [p for p in verb.params if p.param_type_name == "argument"]
    options = [p for p in verb.params if p.param_type_name == "option" and p.name != "help"]
    yield from (
        "",
        f"### `{' '.join([name, *map(_place, arguments)])}`",
        "",
        " ".join((verb.help or "").split()),
        "",
    )
    yield from ("| | |", "|---|---|")
    yield from (f"| {_place(p)} | {_cell(p.help)} |" for p in arguments)
    yield from (f"| {_written(p)} | {_cell(p.help)}{_standard(p)} |" for p in options)


def _place(argument: Any) -> str:
    word = argument.name.upper().rstrip("_") + ("..." if argument.nargs == -1 else "")
    return word if argument.required else f"[{word}]"


def _written(option: Any) -> str:
    names = ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
    if option.is_flag:
        return names
    return f"{names} {_cell(option.metavar or 'VALUE')}"


def _standard(option: Any) -> str:
    value = getattr(option.default, "value", option.default)
    return (
        f" Standard: {value}."
        if value is not None and not option.is_flag and value != () and value != []
        else ""
    )


def _cell(words: str | None) -> str:
    return " ".join((words or "").split()).replace("|", "\\|")


if __name__ == "__main__":
    main()
