"""``legation sql``: a question to the tables themselves, only reading."""

import sys
from typing import Annotated, Any

import msgspec
import typer
from rich.console import Console
from rich.table import Table

from legation.cli import answers
from legation.cli.accounts import LedgerFile, ledger_file, reasons
from legation.export import tables
from legation.store import guard


def sql(
    question: Annotated[str, typer.Argument(metavar="SELECT", help="One statement that reads.")],
    ledger: LedgerFile = None,
    json: answers.Json = False,
    csv: answers.Csv = False,
) -> None:
    """Ask the tables of the account, which docs/store.md describes. Only reading, a second of time
    and a thousand rows are given.
    """
    answers.one_form(json, csv)
    with reasons():
        answer = guard.ask(ledger_file(ledger), question)
    if json:
        rows = [dict(zip(answer.columns, _plain(row), strict=True)) for row in answer.rows]
        sys.stdout.buffer.write(msgspec.json.encode(rows) + b"\n")
    elif csv:
        made = tables.answer(answer.columns, [_plain(row) for row in answer.rows])
        sys.stdout.buffer.write(made.encode("utf-8", "replace"))
    else:
        _show(answer)
    if answer.more:
        typer.echo(f"legation: only the first {guard.ROWS:,} rows are shown", err=True)


def _plain(row: tuple[Any, ...]) -> list[Any]:
    return [value.hex() if isinstance(value, bytes) else value for value in row]


def _show(answer: guard.Answer) -> None:
    table = Table(box=None, padding=(0, 2, 0, 0))
    for column in answer.columns:
        table.add_column(column, overflow="fold")
    for row in answer.rows:
        table.add_row(*("" if value is None else str(value) for value in _plain(row)))
    Console(highlight=False, markup=False).print(table)
