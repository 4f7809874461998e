"""What stands beside a view on its page: charts, and the words around them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from markupsafe import Markup

from legation import charts, pipeline
from legation.export.citations import cited
from legation.model import LegationError, Observation
from legation.views.amounts import Scale, scale
from legation.views.questions.affair import Whole
from legation.views.questions.entries import Entry
from legation.views.questions.pages import Disagreement, Dyad, Side
from legation.views.questions.sheets import Claims
from legation.views.verdicts import BY_SERIES
from legation.views.wording import amount
from legation.web.answers import Held

FLOWS = ("exports", "imports")
FIRST_YEAR = 2010
EURO = "EUR"


def beside(view: Any, given: Held) -> Mapping[str, Any]:
    """Nothing but the conflicts' scales, which every page may hold."""
    return {"spread_of": spread_of}


def spread_of(one: Disagreement) -> Markup:
    """The values of a conflict on one scale, where they are numbers."""
    stands = []
    seen: Observation | None = None
    for claimed in one.values:
        number = next((e.number for e in claimed.entries if e.number), None)
        if number is None:
            return Markup("")
        stands.append(
            charts.Stand(
                value=float((Decimal(number.low) + Decimal(number.high)) / 2),
                written=claimed.value,
                told=f"{claimed.stories} {'story' if claimed.stories == 1 else 'stories'}",
                badge=number.badge,
            )
        )
        if one.official:
            seen = seen or official_of(next(e for e in claimed.entries if e.number))
    held = (float(seen.value), amount(seen.value, seen.unit)) if seen else None
    return charts.spread(stands, held, one.what)


def official_of(entry: Entry) -> Observation | None:
    """The official value that a figure was held against."""
    check = entry.number.check if entry.number else None
    return check.observations[0] if check and check.observations else None


def of_dyad(seen: Any, given: Held) -> Mapping[str, Any]:
    """The charts of a pair's page and what is written around them."""
    found: Dyad = seen.dyad
    sides = (found.a, found.b)
    everything = [
        *found.events,
        *found.statements_a,
        *found.statements_b,
        *found.instruments,
        *found.figures,
        *found.assertions,
        *(one.entry for one in found.promises),
    ]
    last = last_story(everything)
    record = on_record(seen.claims, found.a, found.b)
    return {
        **beside(seen, given),
        "view": found,
        "title": f"{found.a.name} and {found.b.name}",
        "rivals": seen.rivals,
        "claims": seen.claims.figures,
        "year": charts.year_by_kind(_unique(everything), sides, last, "A year by kind of entry")
        if last
        else "",
        "standing": charts.over_time(found.instruments, last, "Agreements over time")
        if last
        else "",
        "checked": checked(found.figures),
        "claims_chart": record.chart,
        "claims_note": record.note,
        "claims_sources": record.sources,
        "cite": None,
    }


def _unique(entries: Iterable[Entry]) -> list[Entry]:
    return list({entry.id: entry for entry in entries}.values())


def last_story(entries: Sequence[Entry]) -> date | None:
    """The day of the newest text behind some entries."""
    days = [s.published for entry in entries for s in entry.sources if s.published]
    return max(days, default=None)


def checked(figures: Sequence[Entry]) -> str:
    """``16 of 17 could be checked.``: never a sum of matches."""
    if not figures:
        return ""
    verdicts = [f.number.check.verdict for f in figures if f.number and f.number.check]
    held = sum(verdict in BY_SERIES for verdict in verdicts)
    return f"{held} of {len(figures)} could be checked against an official series."


class Record:
    """The chart of claims on the official series, with its note and sources."""

    def __init__(self, chart: Markup, note: str, sources: str) -> None:
        self.chart = chart
        self.note = note
        self.sources = sources


NO_RECORD = Record(Markup(""), "", "")


def on_record(said: Claims, a: Side, b: Side, leads: str = "#") -> Record:
    """What stories claim of a pair's trade by year, on what its first side recorded.

    Args:
        said: the claims.
        a: whose official values are drawn.
        b: the other side.
        leads: what stands before an entry's id in the address of its mark.
    """
    claimed = [e for e in said.figures if _by_year(e)]
    try:
        account = pipeline.queries.trade(a.code, b.code, None, "year", EURO, None)[0]
    except LegationError:
        return NO_RECORD
    rows = [row for row in account.rows if row.code.isdigit() and int(row.code) >= FIRST_YEAR]
    unit = scale([value for row in rows for value in (row.exports.value, row.imports.value)])
    years = sorted({*(int(r.code) for r in rows), *(_year(e) for e in claimed)})
    if not rows or not claimed:
        return NO_RECORD
    by_year = {int(row.code): row for row in rows}
    panels = [
        charts.Panel(
            name=f"{a.name} {flow} {'to' if flow == 'exports' else 'from'} {b.name}",
            side="a" if flow == "exports" else "bb",
            values=tuple(
                (
                    year,
                    scaled(getattr(by_year[year], flow).value, unit) if year in by_year else None,
                )
                for year in range(years[0], years[-1] + 1)
            ),
            claims=tuple(_claim(e, unit, leads) for e in claimed if _flow(e, a) == flow),
        )
        for flow in FLOWS
    ]
    note = (
        f"Columns: official values, {EURO} {unit.word}. Lines: claims in stories, each with its "
        "verdict. Hatched: no series at hand."
    )
    title = f"Trade of {a.name} and {b.name}: claims on the official series"
    return Record(charts.claims_on_record(panels, title), note, vintages(rows))


def _by_year(entry: Entry) -> bool:
    """Whether a figure is an amount of a year in euros, and of a flow."""
    start, end = entry.when.start, entry.when.end
    if entry.number is None or start is None or end is None:
        return False
    whole = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    return (
        whole
        and start.year == end.year
        and entry.number.unit == EURO
        and entry.number.measure in FLOWS
    )


def _year(entry: Entry) -> int:
    assert entry.when.start is not None
    return entry.when.start.year


def _flow(entry: Entry, a: Side) -> str | None:
    """The flow as the first side sees it: the other's imports from it are its exports."""
    reporter = next((who.code for who in entry.parties if who.part == "reporter"), None)
    measure = entry.number.measure if entry.number else None
    if reporter == a.code:
        return measure
    return {"exports": "imports", "imports": "exports"}.get(measure or "")


def scaled(value: Decimal | None, unit: Scale) -> float | None:
    return None if value is None else float(value / unit.divisor)


def _claim(entry: Entry, unit: Scale, leads: str) -> charts.Claim:
    assert entry.number is not None
    middle = (Decimal(entry.number.low) + Decimal(entry.number.high)) / 2
    stories = f"{entry.stories} {'story' if entry.stories == 1 else 'stories'}"
    return charts.Claim(
        year=_year(entry),
        value=float(middle / unit.divisor),
        words=f"{entry.number.written} · {stories}",
        badge=entry.number.badge,
        address=f"{leads}{entry.id}",
    )


def vintages(rows: Sequence[Any]) -> str:
    """The datasets behind the columns, each once, with its vintage."""
    held = (getattr(row, flow).observation for row in rows for flow in FLOWS)
    told = dict.fromkeys(f"{o.dataset}, vintage {o.vintage}" for o in held if o)
    return "; ".join(told) + "." if told else ""


def of_map(view: Any, given: Held) -> Mapping[str, Any]:
    """The map of meetings and visits."""
    return {
        **beside(view, given),
        "map": charts.world(view, "Meetings and visits"),
        "disputed": charts.disputed(),
    }


def of_entry(view: Whole, given: Held) -> Mapping[str, Any]:
    """How an entry is cited: by its first source, with the words."""
    if not view.members:
        return {**beside(view, given), "cite": None}
    source = view.members[0].source
    address = f"/document/{source.document}"
    return {
        **beside(view, given),
        "title": view.entry.head,
        "cite": {
            "text": cited(source, date.today()),
            "bibtex": f"{address}.bib",
            "csl": f"{address}.csl.json",
        },
    }
