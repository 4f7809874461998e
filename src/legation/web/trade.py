"""The trade of a pair: by month with what happened, by year with every claim, who trades, and both
reporters beside each other.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from markupsafe import Markup
from msgspec import Struct

from legation import charts, pipeline, store
from legation.export import tables
from legation.model import Period, QuestionError, UnknownName, months
from legation.model.accounts import Account, Reach
from legation.views.amounts import per_cent, scale
from legation.views.questions.claims import claims
from legation.views.questions.entries import Entry
from legation.views.questions.pairs import side
from legation.views.questions.scopes import Head, Scope
from legation.views.questions.sheets import Claims
from legation.web import drawn
from legation.web.answers import Held, Question
from legation.web.asked import Parameter, choice, number

FIRST, LAST = 1950, 2100
YEARS = 6
"""So many years are drawn by month unless others are asked for."""
PINS = 12
MEMBERS = 10
UNITS = ("EUR", "USD", "GBP", "CNY", "JPY", "CHF")


class Seen(Struct, frozen=True, kw_only=True):
    """The accounts behind a trade page, and what the ledger claims of the same trade."""

    head: Head
    unit: str
    year: Account
    month: Account
    member: Account | None
    newest: Account
    claims: Claims


def _ask(ledger: store.Reading, path: Mapping[str, str], given: Held) -> Seen:
    a, b = side(path["a"]), side(path["b"])
    unit = given["unit"]
    try:
        by_year = pipeline.queries.trade(a.code, b.code, _span(given), "year", unit, None)[0]
        newest = _newest(by_year)
        since = given["since"] or newest - YEARS + 1
        stretch = months(date(since, 1, 1), date(given["until"] or newest + 1, 12, 1))
        by_month = pipeline.queries.trade(a.code, b.code, stretch, "month", unit, None)[0]
        members = _members(a.code, b.code, newest, unit)
    except UnknownName as error:
        raise QuestionError(str(error)) from error
    return Seen(
        head=Head(title=f"Trade of {a.name} and {b.name}", scope=Scope()),
        unit=unit,
        year=by_year,
        month=by_month,
        member=members,
        newest=pipeline.queries.trade(a.code, b.code, _year(newest), "year", unit, None)[0],
        claims=claims(ledger, a.code, b.code, Scope()),
    )


def _span(given: Held) -> Period | None:
    first, last = given["since"], given["until"]
    if first is None and last is None:
        return None
    if first and last and first > last:
        raise QuestionError(f"{first} lies after {last}")
    return months(date(first or FIRST, 1, 1), date(last or LAST, 12, 1))


def _newest(by_year: Any) -> int:
    """The last year with a value of either flow."""
    held = [
        int(row.code)
        for row in by_year.rows
        if row.exports.value is not None or row.imports.value is not None
    ]
    return max(held, default=date.today().year - 1)


def _members(a: str, b: str, year: int, unit: str) -> Any:
    """Who trades, for a union; ``None`` for a country."""
    if a != "EUR":
        return None
    return pipeline.queries.trade(a, b, _year(year), "member", unit, None)[0]


def _year(year: int) -> Period:
    return months(date(year, 1, 1), date(year, 12, 1))


def _beside(seen: Seen, given: Held) -> Mapping[str, Any]:
    rows = seen.year.rows
    unit = scale([v for row in rows for v in (row.exports.value, row.imports.value)])
    pins = _pins(seen.claims.beside)
    record = drawn.on_record(seen.claims, seen.claims.a, seen.claims.b, "/entry/")
    return {
        **drawn.beside(seen, given),
        "a": seen.claims.a,
        "b": seen.claims.b,
        "unit": unit,
        "currency": seen.unit,
        "units": UNITS,
        "rows": list(reversed(rows)),
        "gaps": seen.newest.mirror,
        "gap_year": seen.newest.total.name,
        "missing": seen.year.missing,
        "by_month": charts.by_month(_runs(seen), pins, f"{seen.head.title} by month"),
        "month_unit": _month_unit(seen.month.rows).word,
        "pins": pins,
        "members": _ranked(seen.member),
        "per_cent": per_cent,
        "record": record,
        "sources": drawn.vintages((*rows, *seen.month.rows)),
    }


def _month_unit(rows: Sequence[Any]) -> Any:
    return scale([v for row in rows for v in (row.exports.value, row.imports.value)])


def _runs(seen: Seen) -> list[charts.Run]:
    """Both flows by month; the flows' names are those of the first side."""
    unit = _month_unit(seen.month.rows)
    held = [(_month(row.code), row) for row in seen.month.rows]
    last = max(
        (day for day, row in held if (row.exports.value, row.imports.value) != (None, None)),
        default=None,
    )
    name = seen.claims.a.name
    return [
        charts.Run(
            name=f"{name} {flow}",
            side=kind,
            values=tuple(
                (day, drawn.scaled(getattr(row, flow).value, unit))
                for day, row in held
                if last and day <= last
            ),
        )
        for flow, kind in (("exports", "a"), ("imports", "bb"))
    ]


def _month(code: str) -> date:
    return date(int(code[:4]), int(code[5:7]), 1)


def _pins(entries: Sequence[Entry]) -> list[charts.Pin]:
    """What happened, numbered in order: an event beside a line is no proof that it moved it."""
    dated = sorted(
        (e for e in entries if e.when.start and not e.when.lent),
        key=lambda e: e.when.start or date.min,
    )
    return [
        charts.Pin(
            number=n,
            day=e.when.start or date.min,
            words=f"{e.when.words}: {e.line}",
            address=f"/entry/{e.id}",
        )
        for n, e in enumerate(dated[-PINS:], start=1)
    ]


def _ranked(account: Any) -> list[tuple[str, Any, Markup]]:
    """The largest members by exports, with their share and a bar."""
    if account is None:
        return []
    rows = sorted(
        (row for row in account.rows if row.exports.value), key=lambda row: -row.exports.value
    )
    most = rows[0].exports.value if rows else 1
    return [
        (row.name, row, charts.share_bar(float(row.exports.value / most), "a"))
        for row in rows[:MEMBERS]
    ]


NO_REACH = Reach(parts=(), unlisted=(), at_hand=())
"""A table of exactly what is drawn has nothing around it."""

YEAR = number(FIRST, LAST)
TRADE = Question(
    template="trade.html.j2",
    here="Trade",
    gives=Seen,
    parameters=(
        Parameter(name="since", read=YEAR),
        Parameter(name="until", read=YEAR),
        Parameter(name="unit", read=choice(*UNITS), default="EUR"),
    ),
    ask=_ask,
    lists={
        "": lambda seen: tables.trade(seen.year, NO_REACH),
        "months": lambda seen: tables.trade(seen.month, NO_REACH),
    },
    beside=_beside,
)
