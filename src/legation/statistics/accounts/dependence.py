"""Who supplies which raw materials, at which stage, how concentrated that is, and how the risk has
moved.

Shares are those of the EU's studies of critical raw materials, to the EU and to the world; supply
risk has been worked out five times since 2011, above 1 (and importance of 2.8 or more) a material
counts as critical.
"""

from decimal import Decimal
from functools import cache

from legation.model.accounts import Country, Dependence, Risk, Supplier, Supplies
from legation.statistics import comparisons, materials
from legation.statistics.accounts.entries import country
from legation.statistics.reading import manifest, rows

CRITICALITY = "criticality"
STUDY = 2023
RISK, IMPORTANCE = Decimal("1.0"), Decimal("2.8")
"""The thresholds of the studies since 2017 (Methodology for establishing the EU list of critical
raw materials).
"""


def depend(
    reporter: str = "EU", material: str | None = None, supplier: str | None = None
) -> Dependence:
    """The supply of raw materials to ``reporter`` (the EU or the world).

    Args:
        reporter: ``EU`` or ``WLD``; the studies know no other.
        material: one material, or all.
        supplier: only where this country is among the suppliers, the largest share first.
    """
    who, wanted = country(reporter), materials.named(material) if material else None
    found = [
        _supplies(*key)
        for key in materials.supplies()
        if key[0] == who.code and wanted in {None, key[1]}
    ]
    found.sort(key=lambda s: (s.material, s.stage))
    if supplier:
        code = country(supplier).code
        found = sorted((s for s in found if _share(s, code)), key=lambda s: -_share(s, code))
    entry = manifest()[materials.TABLE]
    return Dependence(
        reporter=who,
        material=wanted,
        supplies=tuple(found),
        risks={
            name: risk for name in dict.fromkeys(s.material for s in found) if (risk := _risk(name))
        },
        similar=() if found or not wanted else _similar(who.code, wanted),
        dataset=entry.dataset,
        source=entry.source,
        vintage=entry.vintage,
        licence=entry.licence,
        missing=_missing(who, wanted, supplier, found),
    )


def _supplies(reporter: str, material: str, stage: str, study: int) -> Supplies:
    held = materials.supplies()[reporter, material, stage, study]
    ordered = sorted(held.items(), key=lambda item: (-item[1].share, item[1].under, item[0]))
    shares = [supply.share for supply in held.values() if not supply.under]
    return Supplies(
        material=material,
        title=materials.title(material),
        stage=stage,
        reporter=country(reporter),
        study=study,
        suppliers=tuple(
            Supplier(country=country(code), share=s.share, under=s.under) for code, s in ordered
        ),
        listed=sum(shares, Decimal(0)),
        concentration=comparisons.concentration(shares).quantize(Decimal(1)),
    )


def _share(supplies: Supplies, code: str) -> Decimal:
    return next((s.share for s in supplies.suppliers if s.country.code == code), Decimal(0))


def _risk(material: str) -> tuple[Risk, ...]:
    """Its own risks, or those of its group: rare earths and platinum metals have one for all."""
    held = materials.known().get(material)
    return _risks().get(held.risk if held else material, ())


@cache
def _risks() -> dict[str, tuple[Risk, ...]]:
    """Supply risk by material and study."""
    held: dict[str, list[Risk]] = {}
    query = (
        "SELECT product, CAST(period AS INTEGER), supply_risk, economic_importance FROM {table} "
        "ORDER BY 1, 2"
    )
    for product, study, risk, importance in rows(CRITICALITY, query):
        known = risk is not None and importance is not None
        critical = risk >= RISK and importance >= IMPORTANCE if known else None
        line = Risk(
            study=study, supply_risk=risk, economic_importance=importance, critical=critical
        )
        held.setdefault(product, []).append(line)
    return {product: tuple(lines) for product, lines in held.items()}


def _similar(reporter: str, wanted: str) -> tuple[str, ...]:
    from difflib import get_close_matches

    names = sorted({key[1] for key in materials.supplies() if key[0] == reporter})
    return tuple(
        dict.fromkeys([n for n in names if wanted in n] + get_close_matches(wanted, names))
    )


def _missing(
    who: Country, wanted: str | None, supplier: str | None, found: list[Supplies]
) -> tuple[str, ...]:
    name = materials.title(wanted) if wanted else ""
    if not found:
        what = name or "raw materials"
        by = f" by {country(supplier).name}" if supplier else ""
        return (f"supply of {what} to {who.name}{by}: not in the study of {STUDY}",)
    stages = {s.stage for s in found}
    lacking = [stage for stage in materials.STAGES if stage not in stages] if wanted else []
    earlier = (
        "supply shares of the studies before 2023 are not in the snapshot, only their supply risk"
    )
    return (*(f"{name}: the study gives no shares for {stage}" for stage in lacking), earlier)
