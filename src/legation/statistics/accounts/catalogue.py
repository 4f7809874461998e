"""The series at hand: found by words, shown by key, with values ready for a chart."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from legation.model.accounts import Point, Series, Shown
from legation.statistics import codes, exchange, goods, months, products
from legation.statistics.cells import BY_STEP, SNAPSHOT, Key, Shelf, Table
from legation.statistics.goods import Flow
from legation.statistics.reading import Origin, manifest

RATES = "exchange_rates"
WHOLE = ", all goods"
SUMMED = " (sum of the members)"
WORDS = re.compile(r"[\w']+")
Values = dict[int, int] | dict[int, Decimal]


class Held(NamedTuple):
    """A series with its values, and all by which it is found in lower case."""

    series: Series
    searched: str
    values: Values
    step: int


def find(words: str = "", shelf: Shelf = SNAPSHOT, limit: int = 50) -> tuple[Series, ...]:
    """The series whose title or key has all the words, in any order; country codes of two or three
    letters count too.

    Series of all goods come first, then the newer vintages; at most ``limit``.
    """
    wanted = [(word.lower(), _spelt(word)) for word in words.split()]
    found = [
        held.series for held in _held(shelf) if all(_has(held, word, name) for word, name in wanted)
    ]
    found.sort(key=lambda s: (s.title.endswith(WHOLE), s.vintage, s.cells), reverse=True)
    return tuple(found[:limit])


def show(key: str, shelf: Shelf = SNAPSHOT) -> tuple[Shown, ...]:
    """The series of a key, one for each table that has it (one key in two vintages is two series);
    empty if none.
    """
    return tuple(_shown(held) for held in _held(shelf) if held.series.key == key)


def _spelt(word: str) -> str:
    """What a code stands for, for a word written in capitals: ``KZ`` is Kazakhstan."""
    if not (word.isupper() and 2 <= len(word) <= 3):
        return ""
    name = codes.name(codes.ours(word))
    return name.lower().removeprefix("the ") if name != word else ""


def _has(held: Held, word: str, name: str) -> bool:
    """Whether a word of the title or key begins so; a code stands for its name."""
    whole = held.series.key.lower() == word
    return whole or f" {word}" in held.searched or (bool(name) and f" {name}" in held.searched)


def _searched(key: str, title: str) -> str:
    words = f"{key.removesuffix(goods.INDICATOR)} {title}".lower()
    return " " + " ".join(WORDS.findall(words))


def _held(shelf: Shelf) -> Iterator[Held]:
    """All series: those of the snapshot, worked out once, and those added to the shelf."""
    added = {table.name for table in shelf.more}
    yield from _snapshot(shelf.as_of)
    yield from (
        held
        for scheme, step in BY_STEP
        for table in shelf.tables(scheme, (step,))
        if table.name in added
        for held in _of_table(table, scheme)
    )


@cache
def _snapshot(as_of: date | None) -> tuple[Held, ...]:
    tables = (
        (table, scheme)
        for scheme, step in BY_STEP
        for table in Shelf(as_of).tables(scheme, (step,))
    )
    return (*(held for table, scheme in tables for held in _of_table(table, scheme)), *_rates())


def _of_table(table: Table, scheme: str) -> Iterator[Held]:
    """Its series, and the EU's where all members stand in it and the EU does not."""
    for key, cells in (*table.series.items(), *_unions(table).items()):
        if key.scheme == scheme:
            flow = Flow(
                reporter=key.reporter,
                partner=key.partner,
                flow=key.flow,
                stretch=range(min(cells), max(cells) + table.step),
                scheme=scheme,
                product=key.product,
            )
            summed = SUMMED if key.reporter not in table.reporters else ""
            title = flow.words + summed + (WHOLE if key.product == products.TOTAL else "")
            made = _made(
                goods.series_key(table.step, flow),
                title,
                table.name,
                table.origin,
                table.unit,
                cells,
                table.step,
            )
            yield Held(made, _searched(made.key, title), cells, table.step)


def _unions(table: Table) -> dict[Key, dict[int, int]]:
    """The sums of the members' cells, by series of the EU."""
    if codes.EU in table.reporters or not table.reporters.issuperset(codes.members()):
        return {}
    total: dict[Key, dict[int, int]] = {}
    for key, cells in table.series.items():
        if key.reporter in codes.members():
            union = total.setdefault(key._replace(reporter=codes.EU), {})
            for month, value in cells.items():
                union[month] = union.get(month, 0) + value
    return total


def _rates() -> Iterator[Held]:
    origin = manifest()[RATES].origin
    for currency, held in exchange.rates().items():
        values = {month: rate for month, (rate, _) in held.items()}
        title = f"{currency} per euro, monthly mean of the ECB's reference rates"
        made = _made(f"M.{currency}.EUR.SP00.A", title, RATES, origin, currency, values, 1)
        yield Held(made, _searched(made.key, title), values, 1)


def _made(
    key: str, title: str, table: str, origin: Origin, unit: str, cells: Values, step: int
) -> Series:
    first, last = (_period(m, step) for m in (min(cells), max(cells)))
    return Series(
        key=key,
        title=title,
        table=table,
        dataset=origin.dataset,
        unit=unit,
        first=first,
        last=last,
        cells=len(cells),
        vintage=origin.vintage,
        source=origin.source,
        licence=origin.licence,
    )


def _shown(held: Held) -> Shown:
    every = range(min(held.values), max(held.values) + held.step, held.step)
    cells = {month: Decimal(value) for month, value in held.values.items()}
    points = tuple(
        Point(period=_period(month, held.step), value=cells.get(month)) for month in every
    )
    return Shown(series=held.series, points=points, gaps=len(every) - len(cells))


def _period(month: int, step: int) -> str:
    return str(month // 12) if step == 12 else f"{months.first_day(month):%Y-%m}"
