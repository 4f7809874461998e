"""Whole releases of BACI in the cache: one Parquet file each, with its pedigree inside, there whole
or not at all.

A file is ``baci/HS22/BACI_HS22_V202601.parquet``: year, exporter, importer and US dollars, sorted
by exporter. Releases are made anew every year, so old ones stay beside new ones and no sum is ever
made of two.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from legation import tables
from legation.model.errors import ProviderError, StatisticsError
from legation.statistics import codes
from legation.statistics.cells import Key, Table, made
from legation.statistics.providers import baci
from legation.statistics.providers.cache import Cache, workshop
from legation.statistics.providers.queries import Cell, Query
from legation.statistics.providers.registry import Provider, dataset, provider
from legation.statistics.providers.transport import Transport
from legation.statistics.reading import Origin

NAME = "baci"
VALUATION = "reconciled mirror data, FOB"
HEAD = ("year", "exporter", "importer", "dollars")
FACTS = ("dataset", "source", "vintage", "licence")


class Release(Struct, frozen=True, kw_only=True):
    """A release at hand: where it lies, what it is, and its first and last year."""

    path: Path
    origin: Origin
    first: int
    last: int
    step: int = 12

    def table(self, about: Key) -> Table | None:
        """The totals of a reporter with all partners, the EU and the world among them, in whole US
        dollars.

        The EU is the sum of today's 27 members in every year, and its world all countries outside
        them.
        """
        if (about.scheme, about.product) != ("HS", "TOTAL"):
            return None
        series = _held(self.path, self.path.stat().st_mtime_ns, about.reporter)
        return self._table(about, series) if series else None

    def _table(self, about: Key, series: dict[Key, dict[int, int]]) -> Table:
        unions = {codes.EU: "sum of 27 members", codes.WORLD: "sum of all partners"}
        summed = unions.get(about.reporter) or unions.get(about.partner)
        found = made(
            f"{self.origin.dataset}/{about.reporter}",
            self.origin,
            self.step,
            series,
            "USD",
            whole=True,
        )
        covered = range(self.first * 12, self.last * 12 + 12)
        return found._replace(
            covered={
                (key.partner, "HS", flow): covered
                for key in series
                for flow in ("exports", "imports")
            },
            products=frozenset(("HS", "TOTAL", flow) for flow in ("exports", "imports")),
            valuation=f"{VALUATION}, {summed}" if summed else VALUATION,
        )


def bring(
    query: Query,
    transport: Transport,
    cache: Cache,
    told: Callable[[int], None] = lambda size: None,
    row: Provider | None = None,
) -> tuple[Release, int]:
    """Fetch a release, sum it to totals by dyad and year, and keep those.

    Args:
        query: provider ``baci``, the edition of HS as its dataset; ``release`` in the key for
        another than the row's.
        told: hears how many bytes have come so far.

    Returns:
        The release and how many totals it has. The zip itself is not kept.

    Raises:
        ProviderError: one of its kinds, with the reason; nothing is kept then.
        StatisticsError: the disk is full, or the file cannot be made.
    """
    at = row or provider(query.provider)
    about = dataset(at, query.dataset)
    folder = cache.folder / NAME / query.dataset
    with workshop(folder) as spill:
        payload = transport.download(
            baci.request(at, about, query.dataset, query), spill / "release.zip", told
        )
        text = spill / "totals.csv"
        count = _written(text, baci.cells(about, payload))
        name = payload.address.rsplit("/", 1)[-1].removesuffix(".zip")
        facts = {
            "dataset": name,
            "source": payload.address,
            "vintage": baci.vintage(payload),
            "licence": at.licence,
        }
        facts["retrieved"] = datetime.now(UTC).date().isoformat()
        _packed(text, spill / "totals.parquet", facts)
        target = folder / f"{name}.parquet"
        (spill / "totals.parquet").replace(target)
    return opened(target), count


def kept(cache: Cache, as_of: date | None = None) -> tuple[Release, ...]:
    """The releases at hand, the newest first; with ``as_of`` those that were out by then. What
    cannot be read is left aside.
    """
    found = []
    for path in sorted((cache.folder / NAME).glob("*/*.parquet")):
        try:
            release = opened(path)
        except StatisticsError:
            continue  # a file that somebody damaged is no reason to refuse all others
        if as_of is None or release.origin.known <= as_of:
            found.append(release)
    return tuple(
        sorted(
            found,
            key=lambda release: (release.origin.vintage, release.origin.dataset),
            reverse=True,
        )
    )


def opened(path: Path) -> Release:
    """A release by its file.

    Raises:
        StatisticsError: it is none, or cannot be read.
    """
    held = dict(_asked("SELECT key::VARCHAR, value::VARCHAR FROM parquet_kv_metadata(?)", path))
    ((first, last),) = _asked("SELECT min(year), max(year) FROM read_parquet(?)", path)
    if not set(FACTS) <= held.keys() or first is None:
        raise StatisticsError(
            f"{path} is no release of BACI that we made; remove it and fetch it again"
        )
    return Release(
        path=path,
        origin=Origin(**{fact: held[fact] for fact in FACTS}),
        first=int(first),
        last=int(last),
    )


def _written(text: Path, cells: Iterable[Cell]) -> int:
    lines = (
        (cell.period, cell.key["exporter"], cell.key["importer"], cell.value) for cell in cells
    )
    with text.open("w", encoding="utf-8", newline="") as out:
        count = tables.write(out, HEAD, lines)
    if not count:
        raise ProviderError("the release of BACI holds no trade at all; try again later")
    return count


def _packed(text: Path, target: Path, facts: dict[str, str]) -> None:
    types = (
        "{'year': 'SMALLINT', 'exporter': 'VARCHAR', 'importer': 'VARCHAR', 'dollars': 'BIGINT'}"
    )
    told = ", ".join(f"{name}: {_quoted(value)}" for name, value in facts.items())
    _asked(
        f"COPY (SELECT * FROM read_csv(?, header = true, columns = {types}) ORDER BY "
        "exporter, importer, year)"
        f" TO {_quoted(str(target))} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE "
        f"20480, KV_METADATA {{{told}}})",
        text,
    )


@lru_cache(maxsize=64)
def _held(path: Path, stamp: int, reporter: str) -> dict[Key, dict[int, int]]:
    """The series of a reporter, read once as long as the file stays as it is (``stamp``): a
    balance asks twice, a rank often.
    """
    members = codes.members() if reporter == codes.EU else (reporter,)
    return dict(_series(reporter, _rows(path, members)))


def _rows(path: Path, reporters: tuple[str, ...]) -> list[tuple[Any, ...]]:
    """(year, flow, reporter, partner, dollars) of everything that those reporters trade."""
    wanted = ", ".join(_quoted(code) for code in reporters)
    return _asked(
        "SELECT year, 'exports', exporter, importer, dollars FROM read_parquet($1) WHERE "
        f"exporter IN ({wanted}) UNION ALL"
        " SELECT year, 'imports', importer, exporter, dollars FROM read_parquet($1) WHERE "
        f"importer IN ({wanted})",
        path,
    )


def _series(reporter: str, rows: list[tuple[Any, ...]]) -> Iterator[tuple[Key, dict[int, int]]]:
    """By partner, what has no code of ours in the world only; trade between members is none of the
    EU's.
    """
    sums: dict[tuple[str, str], dict[int, int]] = {}
    union = set(codes.members())
    for year, flow, _, partner, dollars in rows:
        if reporter == codes.EU and partner in union:
            continue
        world = codes.EXTRA if reporter == codes.EU else codes.WORLD
        known = [partner] if partner in codes.crosswalk() else []
        for end in (*known, world, *([codes.EU] if partner in union else [])):
            cells = sums.setdefault((end, flow), {})
            cells[year * 12] = cells.get(year * 12, 0) + dollars
    yield from (
        (Key(reporter, partner, "HS", "TOTAL", flow), cells)
        for (partner, flow), cells in sums.items()
    )


def _asked(query: str, path: Path) -> list[tuple[Any, ...]]:
    import duckdb

    try:
        config = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
        with duckdb.connect(config=config) as connection:
            return list(connection.execute(query, [str(path)]).fetchall())
    except duckdb.Error as error:
        raise StatisticsError(
            f"{path}: {str(error).splitlines()[0]}; remove it and fetch it again"
        ) from error


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
