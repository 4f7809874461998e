"""Converted Comext years in the cache, which answer for any product of any dyad of their year.

A file is ``comext/bulk/2023_2026-09-15.parquet``, the year and the day of the file's vintage;
:mod:`legation.statistics.bulk` makes it.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from legation.model import StatisticsError
from legation.statistics import bulk, codes, goods, products
from legation.statistics.cells import USUAL, Key, Table, made
from legation.statistics.providers.cache import tell
from legation.statistics.reading import Origin

FOLDER = Path("comext") / "bulk"
NAME = re.compile(r"(\d{4})_(\d{4}-\d{2}-\d{2})")
YEARLY = re.compile(r"(\d{4})52")
SOURCE = "https://ec.europa.eu/eurostat/api/dissemination/files/?file=comext%2FCOMEXT_DATA%2FPRODUCTS%2Ffull_v2_{year}52.7z"
LICENCE = "Eurostat, reuse under CC BY 4.0"
NOT_TOTAL = "product <> 'TOTAL'"
LENGTHS = {2: "HS", 4: "HS", 6: "HS", 8: "CN"}


class Year(Struct, frozen=True, kw_only=True):
    """A converted year."""

    path: Path
    year: int
    origin: Origin
    step: int = 12

    def table(self, about: Key) -> Table | None:
        """What every member trades of a product with that partner, or with all partners where it is
        the world.

        A heading or chapter is the sum of its CN8 codes, those that keep a secret among them, and a
        section of its chapters.
        """
        which = _which(about.scheme, about.product)
        if which is None or about.flow not in bulk.FLOWS or about.partner == codes.INTRA:
            return None
        try:
            return self._table(about, which)
        except StatisticsError as error:
            tell(f"{self.path} cannot be read and is left aside; bring that year again ({error})")
            return None

    def _table(self, about: Key, which: tuple[str, ...]) -> Table:
        wide = about.partner in {codes.WORLD, codes.EXTRA}
        rows = _rows(
            self.path, which, bulk.FLOWS[about.flow], "" if wide else codes.comext(about.partner)
        )
        united = wide and about.reporter == codes.EU
        series = dict(_series(about, rows, self.year * 12, united=united))
        found = made(
            f"{self.path.name}/{'/'.join(about[1:])}/{united}",
            self.origin,
            self.step,
            series,
            whole=wide,
        )
        held = range(self.year * 12, self.year * 12 + 12)
        return found._replace(
            covered={
                (end, about.scheme, about.flow): held
                for end in {about.partner, *(key.partner for key in series)}
            },
            reporters=frozenset({codes.EU} if united else codes.members()),
            products=frozenset({(about.scheme, about.product, about.flow)}),
            valuation=f"{USUAL[about.flow]}, sum of 27 members" if united else "",
        )


def bring(
    source: Path, folder: Path, year: int | None = None, vintage: date | None = None
) -> tuple[Year, int]:
    """Convert a yearly file that the user has unpacked, and keep it.

    Args:
        source: ``full_202352.dat``, out of Eurostat's ``full_v2_202352.7z`` (``tar -xf`` or ``7z
        x`` unpacks it).
        folder: the cache's.
        year: where the name of the file does not tell it.
        vintage: when Eurostat made the file; without it the day of the file, which unpacking keeps.

    Returns:
        The year, and how many rows it has.

    Raises:
        StatisticsError: it is no yearly file, is packed still, is of another year, cut short, or
            the disk is full; nothing is kept then.
    """
    if source.suffix == ".7z":
        raise StatisticsError(
            f"{source} is packed: unpack it first (`tar -xf {source.name}` or `7z x {source.name}`)"
        )
    named = YEARLY.search(source.name)
    of = year or (int(named[1]) if named else None)
    if of is None:
        raise StatisticsError(
            f"{source}: the name does not tell the year (…YYYY52); say which year it is"
        )
    day = vintage or _day(source)
    target = folder / FOLDER / f"{of}_{day.isoformat()}.parquet"
    target.parent.mkdir(parents=True, exist_ok=True)
    rows = bulk.convert(source, target, year=of)
    return _opened(target), rows


def kept(folder: Path) -> tuple[Year, ...]:
    """The years at hand, in every vintage."""
    return tuple(
        _opened(path)
        for path in sorted((folder / FOLDER).glob("*.parquet"))
        if NAME.fullmatch(path.stem)
    )


def _day(source: Path) -> date:
    try:
        return datetime.fromtimestamp(source.stat().st_mtime, UTC).date()
    except OSError as error:
        raise StatisticsError(
            f"{source} cannot be read as a yearly Comext file: {error}"
        ) from error


def _opened(path: Path) -> Year:
    found = NAME.fullmatch(path.stem)
    assert found, path
    origin = Origin(
        dataset="Comext bulk file",
        source=SOURCE.format(year=found[1]),
        vintage=found[2],
        licence=LICENCE,
    )
    return Year(path=path, year=int(found[1]), origin=origin)


def _which(scheme: str, product: str) -> tuple[str, ...] | None:
    """The beginnings of the CN8 codes that make up a product; ``None`` for what is none of HS or
    CN.
    """
    if scheme == "HS" and product == products.TOTAL:
        return (products.TOTAL,)
    if product.isdigit() and LENGTHS.get(len(product)) == scheme:
        return (product,)
    chapters = tuple(
        t.code for t in products.titles().values() if t.section == product and len(t.code) == 2
    )
    return chapters if scheme == "HS" and chapters else None


@lru_cache(maxsize=256)
def _rows(path: Path, which: tuple[str, ...], flow: int, partner: str) -> list[tuple[Any, ...]]:
    """(reporter, partner, euros); a total is the row that Eurostat publishes, or else the sum of
    all codes.
    """
    if which == (products.TOTAL,):
        return _read(path, "product = 'TOTAL'", flow, partner) or _read(
            path, NOT_TOTAL, flow, partner
        )
    if partner and all(len(code) == 2 for code in which):
        return [row[:3] for row in _chapters(path, flow, partner) if row[3] in which]
    beginnings = " OR ".join(f"starts_with(product, {bulk.quoted(code)})" for code in which)
    return _read(path, f"{NOT_TOTAL} AND ({beginnings})", flow, partner)


def _whose(partner: str) -> str:
    """The condition on the partner; the United Kingdom is in two parts since 2021."""
    names = ("GB", "XU", "XI") if partner == "GB" else (partner,)
    return f"partner IN ({', '.join(bulk.quoted(name) for name in names)})"


def _read(path: Path, product: str, flow: int, partner: str) -> list[tuple[Any, ...]]:
    query = (
        "SELECT reporter, partner, sum(value_eur)::HUGEINT FROM read_parquet(?) "
        f"WHERE {_whose(partner) if partner else 'true'} AND flow = ? AND {product}"
    )
    with bulk.engine(bulk.MEMORY) as opened:
        return list(opened.execute(f"{query} GROUP BY ALL", [str(path), flow]).fetchall())


@lru_cache(maxsize=16)
def _chapters(path: Path, flow: int, partner: str) -> list[tuple[Any, ...]]:
    """(reporter, partner, euros, chapter) of all that is traded with a partner: an account by
    chapter asks for each in turn.
    """
    query = (
        "SELECT reporter, partner, sum(value_eur)::HUGEINT, product[1:2] FROM read_parquet(?) "
        f"WHERE {_whose(partner)} AND flow = ? AND product <> 'TOTAL' GROUP BY ALL"
    )
    with bulk.engine(bulk.MEMORY) as opened:
        return list(opened.execute(query, [str(path), flow]).fetchall())


def _series(
    about: Key, rows: list[tuple[Any, ...]], of: int, *, united: bool
) -> Iterator[tuple[Key, dict[int, int]]]:
    """One series a member and partner, and one with all of them where all were read; or the same of
    the members ``united``, without what they sell each other."""
    members, sums = set(codes.members()), dict[tuple[str, str], int]()
    for reporter, partner, value in rows:
        who, whom = codes.ours(reporter), codes.ours(partner)
        if who not in members or (united and (whom in members or whom in goods.WITHIN)):
            continue
        known = [whom] if whom in codes.crosswalk() else []
        for end in {*known, about.partner}:
            key = (codes.EU if united else who, end)
            sums[key] = sums.get(key, 0) + int(value)
    yield from ((Key(who, end, *about[2:]), {of: value}) for (who, end), value in sums.items())
