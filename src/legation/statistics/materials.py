"""Who supplies raw materials to the EU and to the world, by the EU's studies of critical raw materials."""

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from legation.statistics import codes
from legation.statistics.amounts import Amount, Found, absent, unpublished
from legation.statistics.reading import manifest, rows

TABLE = "supply_shares"
STAGES = ("extraction", "processing")


class Supply(NamedTuple):
    """One supplier's share in per cent; ``under`` means that the study writes only "less than" it."""

    share: Decimal
    under: bool


@cache
def supplies() -> dict[tuple[str, str, str, int], dict[str, Supply]]:
    """Suppliers and shares by (reporter, material, stage, study year)."""
    held: dict[tuple[str, str, str, int], dict[str, Supply]] = {}
    query = "SELECT reporter, product, stage, CAST(period AS INTEGER), partner, value, qualifier FROM {table}"
    for reporter, product, stage, year, partner, value, qualifier in rows(TABLE, query):
        held.setdefault((reporter, product, stage, year), {})[partner] = Supply(value, qualifier == "under")
    return held


def share(reporter: str, supplier: str, material: str, stage: str | None, year: int) -> Found:
    """The part of a supplier in the supply of a material to ``reporter`` (``EUR`` or ``WLD``) at a stage, in per cent.

    Without a stage the answer is a gap if the study has both, for they differ widely.
    """
    wanted = material.strip().lower()
    stages = [s for s in STAGES if (reporter, wanted, s, year) in supplies() and stage in {None, s}]
    words = f"{codes.name(supplier)} in the supply of {wanted} to {codes.name(reporter)}"
    if not stages:
        at = f" at the stage of {stage}" if stage else ""
        return absent(f"{words}{at}: not in the study of {year}" if year == _study() else f"{words}: no study of {year} at hand")
    held = {s: supplies()[reporter, wanted, s, year].get(supplier) for s in stages}
    if len(stages) > 1:
        told = ", ".join(f"{s} {f'{one.share}%' if one else 'none listed'}" for s, one in held.items())
        return absent(f"{words}: the stage is not named ({told})")
    found = held[stages[0]]
    if found is None:
        return unpublished(f"{words}, {stages[0]}: the study of {year} lists no such supplier")
    return _amount(found, f"{words}, {stages[0]}, study of {year}", f"{reporter}.{supplier}.{wanted}.{stages[0]}", year)


def _study() -> int:
    return int(manifest()[TABLE].last)


def _amount(found: Supply, said: str, series: str, year: int) -> Amount:
    return Amount(
        value=found.share,
        unit="%",
        origin=manifest()[TABLE].origin,
        series=series,
        stretch=range(year * 12, year * 12 + 12),
        said=f"share of {said}" + (f" (published as less than {found.share}%)" if found.under else ""),
    )
