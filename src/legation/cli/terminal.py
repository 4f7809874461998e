"""A brief on a terminal, by Rich. Legible at 80 columns and without colour."""

from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from legation.views import Brief, Card, Section

TONES = {"good": "green", "other": "cyan", "doubt": "yellow", "bad": "bold red", "mute": "dim"}
INDENT = (0, 0, 0, 5)
FEW = 2
"""A claim about many materials rests on a hundred official values; the reasons sum them up."""


def show(brief: Brief, console: Console, full: bool = True) -> None:
    """Print a brief; ``full`` adds the text with its numbers."""
    console.print(*_opening(brief), sep="\n")
    for section in brief.sections:
        console.print(Padding(Rule(section.title, align="left", style="dim"), (1, 0, 0, 0)))
        show_section(section, console)
    if full:
        console.print(
            Padding(Rule("The text, with its entries", align="left", style="dim"), (1, 0, 0, 0))
        )
        console.print(_text(brief))
        for note in brief.notes:
            console.print(Text(f"For reading only: {note}.", style="dim"))


def show_section(section: Section, console: Console) -> None:
    """The cards of one section."""
    for card in section.cards:
        console.print(_card(card))


def _opening(brief: Brief) -> Iterator[RenderableType]:
    beside = " · ".join(
        part
        for part in (brief.publisher, brief.published or "date not known", f"{brief.words} words")
        if part
    )
    top = Table.grid(expand=True)
    top.add_column()
    top.add_column(justify="right")
    top.add_row(Text(brief.dyad or "Brief", style="bold"), Text(beside, style="dim"))
    yield top
    yield Text(brief.title, style="bold")
    yield from (Text(f"Note: {remark}.", style="dim") for remark in brief.remarks)
    yield Text("")
    yield Text(brief.checked)
    yield from (
        Padding(Text(f"– {reason}", style="dim"), (0, 0, 0, 2)) for reason in brief.unchecked
    )
    if brief.doubts:
        yield Text(
            "In doubt: "
            + "; ".join(f"[{c.number}] {c.badge.word}" for c in brief.doubts if c.badge),
            style="bold red",
        )
    if brief.folded:
        yield Text(f"{brief.folded} less certain left out (--possible shows them).", style="dim")


def _card(card: Card) -> RenderableType:
    line = Table.grid(expand=True, padding=(0, 1, 0, 0))
    line.add_column(width=4, justify="right")
    line.add_column(ratio=1)
    line.add_column(justify="right", max_width=34)
    beside = Text(" ").join(
        Text(part, style) for part, style in ((card.value, "bold"), (card.label, "dim")) if part
    )
    line.add_row(Text(f"[{card.number}]", style="cyan"), Text(card.head), beside)
    return Group(line, *(Padding(row, INDENT) for row in _below(card)))


def _below(card: Card) -> Iterator[RenderableType]:
    if card.badge:
        verdict = Text(f"{card.badge.sign} {card.badge.word}", style=TONES[card.badge.tone])
        yield verdict + Text(f" · {card.whose}" if card.whose else "", style="dim")
    if card.kind not in {"figure", "instrument"}:
        yield Text(f"“{card.quote}”" if card.direct else card.quote, style="italic")
    if len(card.official) <= FEW:
        yield from (Text(f"official {source.value} · {source.whose}") for source in card.official)
    yield from (Text(reason, style="dim") for reason in card.because)
    yield from (
        Text(f"nearby: {source.value} · {source.what}", style="dim") for source in card.nearby
    )
    if card.inherited:
        yield Text(f"from context: {', '.join(card.inherited).replace('_', ' ')}", style="dim")


def _text(brief: Brief) -> Text:
    made = Text()
    for piece in brief.pieces:
        made.append(piece.text, style="underline" if piece.entries else "")
        for number in piece.ends:
            made.append(f"[{number}]", style="cyan")
    return made
