"""Accounts as CSV: one line a value, with its source, or with the reason why it is empty.

The first line names the columns; text is UTF-8, numbers have a point and no thousands separators,
so that a spreadsheet or a program reads them alike. A cell that a spreadsheet would take for a
formula is written with an apostrophe.
"""

from collections.abc import Iterable, Iterator, Sequence

from legation.model.accounts import (
    Account,
    Country,
    Coverage,
    Dependence,
    Entry,
    Fetched,
    Presence,
    Reach,
    Rival,
    Row,
    Series,
    Shown,
)
from legation.tables import Cell, table

PEDIGREE = (
    "value", "unit", "period", "start", "end", "dataset", "series", "vintage", "source", "licence",
    "definition",
    "absence", "reason",
)  # fmt: skip
CEPII = "CEPII"
MIRRORED = {"exports": "imports", "imports": "exports"}


def trade(account: Account, reach: Reach, reconciled: Account | None = None) -> str:
    """The lines, the parts of years, the total, the partner's own numbers and those that CEPII
    reconciled.

    ``statistics_of`` says whose a value is.
    """
    head = (
        "statistics_of",
        "reporter",
        "partner",
        "by",
        "code",
        "name",
        "measure",
        "share_of_total",
        *PEDIGREE,
    )
    return table(head, _trade(account, reach, reconciled))


def depend(found: Dependence) -> str:
    """One line a supplier of a material at a stage."""
    head = (
        "reporter", "study", "material", "stage", "supplier", "supplier_name", "share_per_cent",
        "less_than",
        "concentration_hhi", "listed_per_cent", "supply_risk", "critical", "dataset", "vintage",
        "source", "licence", "reason",
    )  # fmt: skip
    return table(head, _depend(found))


def presence(found: Presence, reconciled: Presence | None = None) -> str:
    """One line a value: the rivals' own exports and imports, their shares in the place's trade, the
    EU's members; and the rivals' as CEPII reconciled them."""
    head = ("place", "statistics_of", "reporter", "partner", "partner_name", "measure", *PEDIGREE)
    return table(head, _presence(found, reconciled))


def catalogue(found: Sequence[Series]) -> str:
    """One line a series."""
    head = (
        "key",
        "title",
        "dataset",
        "unit",
        "from",
        "to",
        "values",
        "vintage",
        "source",
        "licence",
    )
    return table(head, (_facts(one) for one in found))


def values(found: Sequence[Shown]) -> str:
    """One line a period of every vintage of a series; an empty value is one that the source left
    empty.
    """
    head = ("key", "period", "value", "unit", "dataset", "vintage", "source", "licence")
    return table(head, (line for one in found for line in _values(one)))


def fetched(found: Fetched) -> str:
    """One line a value under the provider's own codes."""
    head = ("key", "period", "value", "status", "vintage", "source", "licence")
    about = (found.vintage, found.source, found.licence)
    return table(
        head, ((".".join(c.key.values()), c.period, c.value, c.status, *about) for c in found.cells)
    )


def outcomes(found: Sequence[tuple[str, int | None, str, str]]) -> str:
    """What came of each query: its words, how many values, of which vintage, or why it has none."""
    return table(("query", "values", "vintage", "failure"), found)


def coverage(found: Coverage) -> str:
    """One line a flow or measure at hand, with its pedigree and its age in days."""
    head = ("what", "first", "last", "frequency", "dataset", "vintage", "source", "licence", "age")
    return table(head, (tuple(getattr(one, name) for name in head) for one in found.held))


def answer(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """The answer to a question that somebody put to the tables of the account."""
    return table(columns, rows)


def _pedigree(entry: Entry) -> tuple[Cell, ...]:
    seen = entry.observation
    if seen is None:
        return (entry.value, *[None] * 10, entry.absence, entry.reason)
    return (
        entry.value,
        seen.unit,
        seen.period.edtf,
        seen.period.start.isoformat() if seen.period.start else None,
        seen.period.end.isoformat() if seen.period.end else None,
        seen.dataset,
        seen.series,
        seen.vintage,
        seen.source,
        seen.licence,
        seen.definition,
        None,
        None,
    )


def _trade(account: Account, reach: Reach, reconciled: Account | None) -> Iterator[Sequence[Cell]]:
    ends = (account.reporter.code, account.partner.code)
    lines = ((account.by, row) for row in account.rows)
    for by, row in (
        *lines,
        *(("part of a year", part) for part in reach.parts),
        ("all", account.total),
    ):
        yield from _line(ends, by, row)
    for row in reconciled.rows if reconciled else ():
        yield from _line(ends, account.by, row, CEPII)
    for member in reach.unlisted:
        yield (
            *ends[:1],
            *ends,
            account.by,
            member.code,
            member.name,
            "exports and imports",
            None,
            *_nothing("no value at hand"),
        )
    for gap in account.mirror:
        measure = MIRRORED[gap.flow]
        yield (
            ends[1],
            ends[1],
            ends[0],
            "mirror",
            "TOTAL",
            account.total.name,
            measure,
            None,
            *_pedigree(gap.partners),
        )


def _nothing(reason: str) -> tuple[Cell, ...]:
    return (*[None] * 11, "not_at_hand", reason)


def _line(ends: tuple[str, str], by: str, row: Row, whose: str = "") -> Iterator[Sequence[Cell]]:
    for measure, entry, share in (
        ("exports", row.exports, row.export_share),
        ("imports", row.imports, row.import_share),
        ("trade_total", row.total, None),
        ("balance", row.balance, None),
    ):
        part = share if by in {"member", "chapter", "section"} else None
        yield (whose or ends[0], *ends, by, row.code, row.name, measure, part, *_pedigree(entry))


def _depend(found: Dependence) -> Iterator[Sequence[Cell]]:
    pedigree = (found.dataset, found.vintage, found.source, found.licence)
    for supplies in found.supplies:
        risk = next(
            (r for r in found.risks.get(supplies.material, ()) if r.study == supplies.study), None
        )
        risks = (risk.supply_risk, risk.critical) if risk else (None, None)
        about = (found.reporter.code, supplies.study, supplies.title, supplies.stage)
        for one in supplies.suppliers:
            share = (one.country.code, one.country.name, one.share, one.under)
            yield (*about, *share, supplies.concentration, supplies.listed, *risks, *pedigree, None)
    for reason in found.missing:
        yield (found.reporter.code, *[None] * 11, *pedigree, reason)


def _presence(found: Presence, reconciled: Presence | None) -> Iterator[Sequence[Cell]]:
    place = found.place.code
    yield from (
        line
        for rival in found.rivals
        for line in _rival(found.place, rival, rival.rival.code, place)
    )
    for rival in reconciled.rivals if reconciled else ():
        yield from _rival(found.place, rival, CEPII, CEPII)
    for member, entry in found.members:
        yield (
            place,
            member.code,
            member.code,
            place,
            found.place.name,
            "exports",
            *_pedigree(entry),
        )
    yield (place, "EUR", "EUR", place, found.place.name, "rank by exports", *_pedigree(found.rank))


def _rival(place: Country, line: Rival, whose: str, places: str) -> Iterator[Sequence[Cell]]:
    """``reporter`` is whose exports and imports; the shares are of the place's trade."""
    who = (line.rival.code, line.rival.name)
    for measure, entry in (("exports", line.exports), ("imports", line.imports)):
        yield (place.code, whose, who[0], place.code, place.name, measure, *_pedigree(entry))
    for measure, entry in (
        ("share of exports", line.export_share),
        ("share of imports", line.import_share),
    ):
        yield (place.code, places, place.code, *who, measure, *_pedigree(entry))


def _facts(one: Series) -> Sequence[Cell]:
    return (
        one.key,
        one.title,
        one.dataset,
        one.unit,
        one.first,
        one.last,
        one.cells,
        one.vintage,
        one.source,
        one.licence,
    )


def _values(one: Shown) -> Iterator[Sequence[Cell]]:
    about = one.series
    for point in one.points:
        yield (
            about.key,
            point.period,
            point.value,
            about.unit,
            about.dataset,
            about.vintage,
            about.source,
            about.licence,
        )
