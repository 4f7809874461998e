"""``legation judge`` and ``legation note``: what people decide, and what they add."""

import sys
from typing import Annotated

import msgspec
import typer

from legation.cli.accounts import LedgerFile, existing, reasons
from legation.model.account import Judgement
from legation.pipeline import collection
from legation.store import Words

VERDICTS = ("right", "wrong", "same", "different", "settled")
By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who says so.", envvar="USER")]
Because = Annotated[str, typer.Option("--because", help="Why.")]
Slots = Annotated[
    list[str] | None,
    typer.Option("--is", metavar="SLOT=VALUE", help="What a slot should say, e.g. status=planned."),
]


def judge(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ID [ID] right|wrong|same|different|settled", help="As views print them."
        ),
    ] = None,
    slots: Slots = None,
    because: Because = "",
    by: By = "",
    undo: Annotated[
        bool, typer.Option("--undo", help="Take back the judgement or note of that id.")
    ] = False,
    again: Annotated[
        bool, typer.Option("--again", help="List those that are to be looked at again.")
    ] = False,
    ledger: LedgerFile = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Say of an entry that it is right or wrong, of two that they are the same or different;
    correct a slot; settle a conflict (``ID settled --is value=42.4``, one of the values told, or
    ``--is other=42.9``). Nothing is overwritten: judgements are appended and can be taken back.
    """
    given = words or []
    with reasons(), collection.open_account(existing(ledger), "judge") as account:
        if again:
            _list(account.loose(), json)
            return
        if undo:
            account.undo(_only(given), because, by)
            typer.echo("taken back")
            return
        made = [account.judge(one) for one in _given(given, slots or [], because, by)]
        collection.catch_up(account, None)
    for uid in made:
        typer.echo(uid)


def _only(given: list[str]) -> str:
    if len(given) != 1:
        raise typer.BadParameter("--undo takes one id: that of the judgement or note")
    return given[0]


def _given(given: list[str], slots: list[str], because: str, by: str) -> list[Words]:
    if len(given) < 2 or given[-1] not in VERDICTS:
        raise typer.BadParameter(f"say ID [ID] and one of {', '.join(VERDICTS)}")
    *ids, verdict = given
    plain = Words(of=tuple(ids), verdict=verdict, because=because, by=by)
    if not slots:
        return [plain]
    return [msgspec.structs.replace(plain, slot=slot, value=value) for slot, value in pairs(slots)]


def pairs(slots: list[str]) -> list[tuple[str, str]]:
    """``SLOT=VALUE`` taken apart."""
    made = []
    for one in slots:
        slot, sign, value = one.partition("=")
        if not sign or not slot.strip():
            raise typer.BadParameter(f"{one}: write it as SLOT=VALUE, e.g. status=planned")
        made.append((slot.strip(), value.strip()))
    return made


def _list(held: list[Judgement], json: bool) -> None:
    if json:
        sys.stdout.buffer.write(msgspec.json.encode(held) + b"\n")
        return
    for one in held:
        typer.echo(f"{one.id}  {one.verdict}  {' '.join(one.of)}  {one.by}  {one.core}")
    if not held:
        typer.echo("every judgement stands on what is read today")


def note(
    document: Annotated[str, typer.Argument(metavar="DOC", help="A document's id.")],
    kind: Annotated[str, typer.Option("--kind", help="event, figure, statement, instrument, …")],
    words: Annotated[str, typer.Option("--words", help="The words of the text that say it.")],
    slots: Slots = None,
    because: Because = "",
    by: By = "",
    ledger: LedgerFile = None,
) -> None:
    """Add to a document what the reader missed. It counts, and is marked as a person's."""
    with reasons(), collection.open_account(existing(ledger), "note") as account:
        uid = account.note(document, kind, words, dict(pairs(slots or [])), because=because, by=by)
    typer.echo(uid)
