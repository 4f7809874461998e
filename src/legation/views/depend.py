"""Who supplies which raw materials, at which stage, how concentrated, as a sheet: all materials,
or one in full.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from legation.lexicon import provenance
from legation.model.accounts import Dependence, Risk, Supplier, Supplies
from legation.views import charts
from legation.views.amounts import NONE, capital
from legation.views.sheets import Column, Grid, Room, Sheet, charted

LEADERS = 3
WIDE = 100
HIGH = 2500
HALF = Decimal(50)
RULES = (
    "HHI: the Herfindahl-Hirschman index of the shares that the study lists, these taken as "
    "the whole; 10,000 is one supplier "
    "alone, over 2,500 is commonly called highly concentrated.",
    "Known: how much of the supply the study lists by country. Where that is less than half, "
    "the index stands in brackets.",
)
CRITICAL = (
    "Critical: supply risk of 1.0 or more and economic importance of 2.8 or more, the thresholds "
    "since the study of 2017."
)


def depend(found: Dependence, room: Room, supplier: str = "") -> Sheet:
    """The sheet; with one material also its supply risk by study. Empty where nothing is known of
    it.

    ``supplier`` is the code of the country that was asked for: its own share then stands first.
    """
    grids = (
        tuple(_one(found, room) if found.material else _all(found, room, supplier))
        if found.supplies
        else ()
    )
    return Sheet(
        heading=f"{capital(found.reporter.name)}: supply of {_what(found)}",
        beside=f"study of {', '.join(sorted({str(s.study) for s in found.supplies}))}"
        if found.supplies
        else "",
        lead=_lead(found),
        grids=grids,
        missing=tuple(found.missing),
        notes=(*RULES, CRITICAL) if found.supplies else (),
        hints=_hints(found),
        sources=(
            provenance.full(found.dataset, found.vintage, found.source, found.licence),
            found.source,
        ),
        empty=not found.supplies,
    )


def _what(found: Dependence) -> str:
    if not found.material:
        return "raw materials"
    return found.supplies[0].title if found.supplies else found.material


def _lead(found: Dependence) -> tuple[str, ...]:
    if not found.supplies:
        return ("Nothing is at hand for this.",)
    if found.material:
        return tuple(f"{capital(s.stage)}: {_leaders(s, LEADERS)}" for s in found.supplies)
    known = [s for s in found.supplies if s.listed >= HALF]
    high = sum(s.concentration > HIGH for s in known)
    materials = len({s.material for s in found.supplies})
    return (
        f"{materials} materials, {len(found.supplies)} supplies by stage. Of the "
        f"{len(known)} of which at least half is known, "
        f"{high} have an HHI over {HIGH:,}.",
    )


def _concentrated(supplies: Supplies) -> str:
    return f"HHI {_index(supplies)}, {_known(supplies)} known"


def _index(supplies: Supplies) -> str:
    """In brackets where too little is known for it to mean much."""
    return (
        f"{supplies.concentration:,}"
        if supplies.listed >= HALF
        else f"({supplies.concentration:,})"
    )


def _known(supplies: Supplies) -> str:
    return f"{supplies.listed.normalize():f} %"


def _leaders(supplies: Supplies, count: int) -> str:
    named = [
        f"{s.country.name.removeprefix('the ')} {_share(s)}" for s in supplies.suppliers[:count]
    ]
    more = len(supplies.suppliers) - count
    return ", ".join(named) + (f" and {more} more" if more > 0 else "")


def _share(supplier: Supplier) -> str:
    shown = f"{supplier.share.normalize():f} %"
    return f"<{shown}" if supplier.under else shown


def _all(found: Dependence, room: Room, supplier: str) -> Iterator[Grid]:
    """The most concentrated first, at the end those of which less than half is known; or by one
    supplier's share.
    """
    ordered = list(found.supplies)
    if not supplier:
        ordered.sort(key=lambda s: (s.listed < HALF, -s.concentration, s.title, s.stage))
    columns = (
        Column("Material"),
        Column("Stage"),
        *((Column(f"from {supplier}", right=True),) if supplier else ()),
        Column("HHI", right=True),
        Column(chart=True),
        Column("Known", right=True),
        *((Column("Largest suppliers", wide=True),) if _named(room, supplier) else ()),
        Column("Critical"),
    )
    yield Grid(
        columns=columns,
        rows=tuple(_supply(found, supplies, room, supplier) for supplies in ordered),
    )


def _named(room: Room, supplier: str) -> bool:
    """Whether there is room to name the largest suppliers."""
    return not supplier or room.width >= WIDE


def _supply(found: Dependence, supplies: Supplies, room: Room, supplier: str) -> tuple[str, ...]:
    wide = room.width >= WIDE
    long = (10 if wide else 5) if supplies.listed >= HALF else 0
    return (
        supplies.title,
        supplies.stage,
        *(_share(s) for s in supplies.suppliers if s.country.code == supplier),
        _index(supplies),
        charts.bar(supplies.concentration, Decimal(10_000), long, plain=room.plain),
        _known(supplies),
        *(
            (_leaders(supplies, LEADERS if wide else LEADERS - 1),)
            if _named(room, supplier)
            else ()
        ),
        _verdict(_of_study(found, supplies)),
    )


def _of_study(found: Dependence, supplies: Supplies) -> Risk | None:
    return next(
        (risk for risk in found.risks.get(supplies.material, ()) if risk.study == supplies.study),
        None,
    )


def _verdict(risk: Risk | None) -> str:
    if risk is None or risk.critical is None:
        return NONE
    return "yes" if risk.critical else "no"


def _one(found: Dependence, room: Room) -> Iterator[Grid]:
    columns = (Column("Country"), Column("Share", right=True), Column(chart=True))
    for supplies in found.supplies:
        rows = [(s.country.name, _share(s), s.share) for s in supplies.suppliers]
        yield charted(
            columns,
            rows,
            Decimal(100),
            room,
            title=f"{capital(supplies.stage)}: {_concentrated(supplies)}",
        )
    yield from (_risks(risks, room) for risks in found.risks.values() if risks)


def _risks(risks: Sequence[Risk], room: Room) -> Grid:
    columns = (
        Column("Study"),
        *(Column(head, right=True) for head in ("Supply risk", "Importance")),
        Column("Critical"),
    )
    rows = tuple(
        (str(r.study), _number(r.supply_risk), _number(r.economic_importance), _verdict(r))
        for r in risks
    )
    line = charts.sparkline([risk.supply_risk for risk in risks], plain=room.plain)
    return Grid(title=f"Supply risk by study  {line}", columns=columns, rows=rows)


def _number(value: Decimal | None) -> str:
    return NONE if value is None else f"{value.normalize():f}"


def _hints(found: Dependence) -> tuple[str, ...]:
    if not found.supplies:
        near = (
            f"did you mean {', '.join(found.similar)}?"
            if found.similar
            else "legation depend EU   lists all materials"
        )
        return (near,)
    who = "EU" if found.reporter.code == "EUR" else found.reporter.code
    return (
        f"legation depend {who} MATERIAL | --supplier COUNTRY",
        "--csv and --json give every share with its source",
    )
