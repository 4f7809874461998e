"""Who supplies raw materials to the EU and to the world, by the EU's studies of critical raw
materials.
"""

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from msgspec import Struct

from legation import lexicon
from legation.statistics import codes
from legation.statistics.amounts import Amount, Found, absent, unpublished
from legation.statistics.reading import manifest, rows

TABLE = "supply_shares"
STAGES = ("extraction", "processing")


class Supply(NamedTuple):
    """One supplier's share in per cent; ``under`` means that the study writes only "less than"
    it.
    """

    share: Decimal
    under: bool


class Material(Struct, frozen=True, kw_only=True):
    """A raw material: ``name`` and ``risk`` are how the studies write it, ``title`` how we do
    where they misspell it.
    """

    name: str
    title: str = ""
    aliases: tuple[str, ...] = ()
    risk: str = ""


@cache
def known() -> dict[str, Material]:
    """Materials by every name that stands for them."""
    held = lexicon.table("raw_materials", Material)
    return {
        name: row for row in held for name in (row.name, *filter(None, (row.title,)), *row.aliases)
    }


def named(material: str) -> str:
    """The studies' own name of a material, in lower case; an unknown one as it is."""
    wanted = " ".join(material.lower().split())
    return known()[wanted].name if wanted in known() else wanted


def title(name: str) -> str:
    """How a reader expects it to be written."""
    held = known().get(name)
    return held.title if held and held.title else name


def study(year: int) -> int:
    """The study that speaks for a year: the newest at hand that is not later; the year itself
    where there is none.
    """
    return max((key[3] for key in supplies() if key[3] <= year), default=year)


@cache
def supplies() -> dict[tuple[str, str, str, int], dict[str, Supply]]:
    """Suppliers and shares by (reporter, material, stage, study year)."""
    held: dict[tuple[str, str, str, int], dict[str, Supply]] = {}
    query = (
        "SELECT reporter, product, stage, CAST(period AS INTEGER), partner, value, qualifier "
        "FROM {table}"
    )
    for reporter, product, stage, year, partner, value, qualifier in rows(TABLE, query):
        held.setdefault((reporter, product, stage, year), {})[partner] = Supply(
            value, qualifier == "under"
        )
    return held


def share(reporter: str, supplier: str, material: str, stage: str | None, year: int) -> Found:
    """The part of a supplier in the supply of a material to ``reporter`` (``EUR`` or ``WLD``) at a
    stage, in per cent.

    Without a stage the answer is a gap if the study has both, for they differ widely.
    """
    wanted = named(material)
    stages = [s for s in STAGES if (reporter, wanted, s, year) in supplies() and stage in {None, s}]
    words = f"{codes.name(supplier)} in the supply of {title(wanted)} to {codes.name(reporter)}"
    if not stages:
        at = f" at the stage of {stage}" if stage else ""
        held_year = any(key[3] == year for key in supplies())
        return absent(
            f"{words}{at}: not in the study of {year}"
            if held_year
            else f"{words}: no study of {year} at hand"
        )
    held = {s: supplies()[reporter, wanted, s, year].get(supplier) for s in stages}
    if len(stages) > 1:
        told = ", ".join(
            f"{s} {f'{one.share}%' if one else 'none listed'}" for s, one in held.items()
        )
        return absent(f"{words}: the stage is not named ({told})")
    found = held[stages[0]]
    if found is None:
        return unpublished(f"{words}, {stages[0]}: the study of {year} lists no such supplier")
    return _amount(
        found,
        f"{words}, {stages[0]}, study of {year}",
        f"{reporter}.{supplier}.{wanted}.{stages[0]}",
        year,
    )


def _amount(found: Supply, said: str, series: str, year: int) -> Amount:
    return Amount(
        value=found.share,
        unit="%",
        origin=manifest()[TABLE].origin,
        series=series,
        stretch=range(year * 12, year * 12 + 12),
        said=f"share of {said}"
        + (f" (published as less than {found.share}%)" if found.under else ""),
    )
