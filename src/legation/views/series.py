"""The catalogue of series as sheets: what was found by words, and one series with its values."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from legation.lexicon import provenance
from legation.model.accounts import Fetched, Point, Series, Shown
from legation.views import charts
from legation.views.amounts import NONE, Scale, scale
from legation.views.sheets import Column, Grid, Room, Sheet, charted, largest

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SMALL = Decimal(10_000)


def found(words: str, series: Sequence[Series], limit: int, room: Room) -> Sheet:
    """The list of series that have some words; it says where it was cut off."""
    shown = (
        f"the first {limit}; write more words, or --limit"
        if len(series) == limit
        else f"{len(series)} found"
    )
    rows = tuple((one.title, f"{one.first} to {one.last}", one.key, one.vintage) for one in series)
    wide = room.width >= 110
    return Sheet(
        heading=f"Series for “{words}”" if words else "All series",
        beside=shown if series else "",
        lead=() if series else ("No series at hand has all these words.",),
        grids=(_wide(rows) if wide else _narrow(rows),) if series else (),
        missing=() if series else (f"no series at hand has all the words of “{words}”",),
        hints=("legation series show KEY   gives its values",) if series else (ALL, FETCH),
        sources=tuple(dict.fromkeys(_source(one) for one in series)),
        empty=not series,
    )


ALL = "legation series find       without words lists all"
FETCH = "legation fetch totals      brings more"


def _wide(rows: Sequence[tuple[str, str, str, str]]) -> Grid:
    return Grid(
        columns=(Column("Title", wide=True), Column("Covers"), Column("Key"), Column("Vintage")),
        rows=tuple(rows),
    )


def _narrow(rows: Sequence[tuple[str, str, str, str]]) -> Grid:
    """Title over key: both are long."""
    lines = (
        line
        for title, covers, key, vintage in rows
        for line in ((title, covers), (f"  {key}", f"of {vintage}"))
    )
    return Grid(columns=(Column("Title and key", wide=True), Column("Covers")), rows=tuple(lines))


def _source(one: Series) -> str:
    return provenance.full(one.dataset, one.vintage, one.source, one.licence)


def shown(key: str, vintages: Sequence[Shown], near: Sequence[Series], room: Room) -> Sheet:
    """One series in all its vintages; where there is none, the series whose keys are near."""
    if not vintages:
        return Sheet(
            heading=key,
            lead=("No series at hand has this key.",),
            missing=(f"no series at hand has the key {key}",),
            hints=tuple(f"{one.key}   {one.title}" for one in near)
            or ("legation series find WORDS   lists keys",),
            empty=True,
        )
    return Sheet(
        heading=vintages[0].series.title,
        beside=key,
        lead=tuple(_lead(one, room) for one in vintages),
        grids=tuple(_grid(one, room) for one in vintages),
        missing=tuple(
            f"{one.gaps} of {len(one.points)} periods of vintage {one.series.vintage} are "
            f"empty: {NONE} is no zero"
            for one in vintages
            if one.gaps
        ),
        sources=tuple(
            dict.fromkeys(f"{_source(one.series)}; {one.series.source}" for one in vintages)
        ),
        hints=("--csv and --json give the values in full",),
    )


def _lead(one: Shown, room: Room) -> str:
    line = charts.sparkline(
        charts.thinned([point.value for point in one.points], room.width - 40), plain=room.plain
    )
    return f"{one.series.vintage:<10}  {line}  {one.series.first} to {one.series.last}"


def _grid(one: Shown, room: Room) -> Grid:
    unit = _scale(one)
    title = f"Vintage {one.series.vintage}, {one.series.unit} {unit.word}".rstrip()
    if "-" in one.series.first:
        return _by_month(one.points, unit, title)
    columns = (Column("Year"), Column("Value", right=True), Column(chart=True))
    rows = [(point.period, unit.of(point.value), point.value) for point in one.points]
    return charted(
        columns, rows, largest(*(point.value for point in one.points)), room, title=title
    )


def _scale(one: Shown) -> Scale:
    """Money in millions and more; rates as they are."""
    found = scale(point.value for point in one.points)
    return (
        Scale(Decimal(1), "") if largest(*(point.value for point in one.points)) < SMALL else found
    )


def _by_month(points: Sequence[Point], unit: Scale, title: str) -> Grid:
    """A line a year, a column a month; a month outside the series is blank, an empty one a dash."""
    held = {point.period: point.value for point in points}
    years = sorted({period[:4] for period in held})
    rows = tuple((year, *_months(year, held, unit)) for year in years)
    columns = (Column("Year"), *(Column(month, right=True) for month in MONTHS))
    return Grid(title=title, columns=columns, rows=rows)


def _months(year: str, held: dict[str, Decimal | None], unit: Scale) -> Iterator[str]:
    for number in range(1, 13):
        period = f"{year}-{number:02d}"
        yield short(held[period], unit) if period in held else ""


def short(value: Decimal | None, unit: Scale) -> str:
    """At most three digits after the first: ``1.234``, ``12.34``, ``123.4``, ``1234``; a hair of a
    value is ``<.01``.
    """
    if value is None:
        return NONE
    scaled = value / unit.divisor
    if scaled and abs(scaled) < Decimal("0.01"):
        return "<.01"
    digits = len(str(int(abs(scaled))))
    return f"{scaled:.{max(0, min(2, 4 - digits))}f}".replace("-", "−")


def fetched(words: str, answer: Fetched, kept: str, room: Room) -> Sheet:
    """What a provider answered; a line a value, the codes that differ in front."""
    empty = sum(cell.value is None for cell in answer.cells)
    varied = [name for name in _names(answer) if len({cell.key[name] for cell in answer.cells}) > 1]
    rows = [
        (*(c.key[name] for name in varied), c.period, _plain(c.value), c.value)
        for c in answer.cells
    ]
    columns = (
        *(Column(name) for name in varied),
        Column("Period"),
        Column("Value", right=True),
        Column(chart=True),
    )
    grid = charted(columns, rows, largest(*(cell.value for cell in answer.cells)), room)
    return Sheet(
        heading=words,
        beside=f"{len(answer.cells)} values, vintage {answer.vintage}",
        lead=() if rows else ("The provider knows this key and publishes nothing under it.",),
        grids=(grid,) if rows else (),
        missing=(f"{empty} of {len(answer.cells)} values are empty: {NONE} is no zero",)
        if empty
        else (),
        notes=(f"Kept in {kept}; from now on it answers offline.",),
        sources=(f"{answer.source}; {answer.licence}",),
    )


def _names(answer: Fetched) -> Sequence[str]:
    return list(answer.cells[0].key) if answer.cells else []


def _plain(value: Decimal | None) -> str:
    return NONE if value is None else f"{value:,f}"
