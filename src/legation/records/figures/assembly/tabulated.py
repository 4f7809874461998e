"""Figures from the tables of a text: measure, unit, time and parties from the headers, the label
and the line above.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from legation.lexicon import word_list
from legation.model import Change, Figure, Measure, Period, Reading, Span, content_id, value, year
from legation.records.figures.candidates.table_units import Headed, headed
from legation.records.figures.candidates.tables import YEAR, Cell, Column, Table, measure, period
from legation.records.measures import code

FLOWS = ("trade_total", "exports", "imports", "balance")
TO = ("to ", *word_list("figures", "tabulated.to"))
FROM = word_list("figures", "tabulated.from")
SURE, BARE = 0.7, 0.54
"""Confidence with a measure from the headers, and without one; tables are never ``sure``."""


def tabulated(reading: Reading, found: Sequence[Table]) -> Iterator[Figure]:
    """A figure for each number of the tables whose headers name its unit; the others are left
    alone.
    """
    for table in found:
        times = _times(reading, table)
        for column in table.columns:
            unit = _unit(column)
            if unit is not None:
                yield _figure(reading, column, unit, period(column, times))


def _times(reading: Reading, table: Table) -> dict[Span, Period]:
    """The closed times named in a table and above it, and the years that stand alone at the head
    of a column.
    """
    titles = {
        title.span: title
        for column in table.columns
        for title in (column.header, *column.captions)
        if title
    }
    named = {
        d.span: d.period
        for d in reading.dates
        if d.period and d.period.closed and _within(d.span, titles)
    }
    for span, title in titles.items():
        alone = YEAR.fullmatch(title.text)
        if alone and not any(span.holds(other) for other in named):
            named[span] = year(int(alone[1]))
    return named


def _within(span: Span, titles: dict[Span, Cell]) -> bool:
    return any(title.holds(span) for title in titles)


def _unit(column: Column) -> Headed | None:
    if column.is_percent:
        return Headed("%", Decimal(1))
    return next((unit for title in column.titles if (unit := headed(title.text))), None)


def _figure(reading: Reading, column: Column, unit: Headed, when: Period | None) -> Figure:
    what = _measure(column, unit)
    reporter, partner = _sides(reading, column, what)
    titles = [c.span for c in (*column.captions[:1], column.header) if c is not None]
    grown = Change(kind="percent") if what == "growth" and unit.unit == "%" else None
    sure = SURE if what not in ("other", "volume") else BARE
    return Figure(
        id=content_id(reading.key, "figure", column.cell.span, unit.unit),
        evidence=(column.cell.span, column.label.span, *titles),
        sentence=column.cell.span,
        confidence=sure,
        tier="possible",
        measure=what,
        value=value(column.digits, unit.factor, column.cell.text),
        unit=unit.unit,
        reporter=reporter,
        partner=partner,
        period=when,
        change=grown,
    )


def _measure(column: Column, unit: Headed) -> Measure:
    """The measure of the titles; a percentage under exports is a share of them, with a sign a
    change of something.
    """
    told = measure(column)
    if unit.unit == "%":
        return (
            "growth"
            if told == "growth" or column.is_signed
            else "share"
            if told in ("share", *FLOWS)
            else "other"
        )
    money = len(unit.unit) == 3 and unit.unit.isupper()
    if told in (None, "growth", "share") or (told not in ("exports", "imports") and not money):
        return "other" if money else "volume"
    return told or "other"


def _sides(reading: Reading, column: Column, what: Measure) -> tuple[str | None, str | None]:
    """Whose numbers they are and with whom: the owner in the line above; the label is the partner
    where the titles say so.
    """
    label, owner = _party(reading, (column.label,)), _party(reading, column.titles)
    if what in ("other", "volume"):
        return None, None
    if what not in FLOWS:
        return (owner or label, None) if what != "share" else (owner, None)
    said = " ".join((*(t.text for t in column.titles), column.label.text[:3])).lower()
    if owner is not None and owner != label and not any(w in said for w in FROM):
        return owner, label
    if any(w in said for w in TO) or (
        what == "imports" and any(w in said for w in ("origin", "supplier", "source"))
    ):
        return owner, label
    return (label, None) if any(w in said for w in FROM) else (owner, None)


def _party(reading: Reading, cells: Sequence[Cell]) -> str | None:
    """The one country that some cells name."""
    named = {
        code(actor) for actor in reading.actors for cell in cells if cell.span.holds(actor.span)
    } - {None}
    return next(iter(named)) if len(named) == 1 else None
