"""Changes "since" a year whose end the sentence names too: "have fallen 57 % since 2021, as of
2023"."""

import re

from msgspec.structs import replace

from legation.checks import periods, places
from legation.model import Change, Figure, Period, Reading, year

YEAR = 12
RIGHT_BEHIND = re.compile(r"\s?(?:%|per\s?cent)?\s+in\s+", re.IGNORECASE)
"""Between a change and its year: "doubled in 2023", and not "12 % more than in 2022"."""


def settled(reading: Reading, figure: Figure) -> Figure:
    """A change of an open stretch with the year that it ends in; the figure itself where its
    sentence names none, or several.
    """
    if figure.measure == "growth" and figure.period is None:
        return _of_one_year(reading, figure)
    start = _open_start(figure)
    if start is None or figure.change is None:
        return figure
    end = _end(reading, figure, start)
    if end is None:
        return figure
    return replace(figure, period=end, change=replace(figure.change, base=start))


def _of_one_year(reading: Reading, figure: Figure) -> Figure:
    """ "More than doubled in 2023, to 3.6 billion": the year is the change's own, not its base."""
    base = figure.change.base if figure.change is not None else None
    sentence = places.sentence_of(reading, figure.evidence[0])
    if base is None or sentence is None or figure.change is None:
        return figure
    for date in reading.dates:
        if sentence.span.holds(date.span) and date.period is not None and date.period.same(base):
            between = reading.document.text[places.number(reading, figure).end : date.span.start]
            if RIGHT_BEHIND.fullmatch(between):
                return replace(figure, period=base, change=replace(figure.change, base=None))
    return figure


def _open_start(figure: Figure) -> Period | None:
    """The year that an open stretch begins with."""
    held = figure.period
    if figure.measure != "growth" or held is None or held.start is None or held.end is not None:
        return None
    if (held.start.month, held.start.day) != (1, 1):
        return None
    base = figure.change.base if isinstance(figure.change, Change) else None
    began = year(held.start.year)
    return began if base is None or base.same(began) else None


def _end(reading: Reading, figure: Figure, start: Period) -> Period | None:
    sentence = places.sentence_of(reading, figure.evidence[0])
    if sentence is None or start.end is None:
        return None
    held = [d.period for d in reading.dates if sentence.span.holds(d.span) and d.period]
    later = [p for p in held if p.start is not None and p.start > start.end]
    years = {(p.start, p.end): p for p in later if periods.whole(p)}
    found = next(iter(years.values()), None)
    if len(years) != 1 or found is None or periods.months_long(found) != YEAR:
        return None
    return found
