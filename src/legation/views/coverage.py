"""What is at hand as a sheet: a line a flow, how old it is, and what a fetch would bring."""

from collections.abc import Iterator

from legation.lexicon import provenance
from legation.model.accounts import Coverage, Held
from legation.views.amounts import capital
from legation.views.sheets import Column, Grid, Room, Sheet

YEAR = 365


def coverage(found: Coverage, room: Room) -> Sheet:
    """The sheet of what is at hand for a country or a dyad; an empty one says what to fetch."""
    name = capital(found.place.name)
    heading = f"{name} – {found.other.name}" if found.other else name
    return Sheet(
        heading=f"{heading}: what is at hand",
        beside=f"{len(found.held)} series" if len(found.held) != 1 else "1 series",
        lead=() if found.held else ("Nothing is at hand for this.",),
        grids=tuple(_grids(found)),
        missing=() if found.held else (f"nothing at hand for {heading}",),
        notes=tuple(_notes(found)),
        hints=tuple(f"{one.command}   {one.brings}: {one.size}" for one in found.fetches),
        sources=tuple(dict.fromkeys(_source(one) for one in found.held)),
        empty=not found.held,
    )


def _grids(found: Coverage) -> Iterator[Grid]:
    columns = (Column("At hand", wide=True), Column("From"), Column("To"), Column("As of"))
    rows = tuple((capital(one.what), one.first, one.last, _as_of(one)) for one in found.held)
    if rows:
        yield Grid(columns=columns, rows=rows)


def _as_of(held: Held) -> str:
    """``Eurostat, November 2024 (2 years old)``."""
    return f"{provenance.words(held.dataset, held.vintage)} ({_age(held.age)})"


def _age(days: int) -> str:
    if days < 2 * YEAR:
        return f"{max(1, days // 30)} months old" if days >= 60 else f"{days} days old"
    return f"{days // YEAR} years old"


def _notes(found: Coverage) -> Iterator[str]:
    keys = sorted({one.key for one in found.fetches if one.key})
    if keys:
        yield f"A fetch from UN Comtrade needs a key of your own, in {', '.join(keys)}."
    if found.held:
        yield "A series settles a claim of a year that it covers, and of its own vintage."


def _source(held: Held) -> str:
    return provenance.full(held.dataset, held.vintage, held.source, held.licence)
