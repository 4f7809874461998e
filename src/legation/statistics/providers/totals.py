"""Totals of all dyads, in a few large answers: afterwards everything works offline.

Comext has those of the EU and its members, the World Bank every country's with the world, BACI
those of any two countries. A plan says how much and how long before anything starts. Comext answers
500,000 estimated cells at once and up to five million later, by a ticket; estimated means every
combination of codes, whether or not there is trade.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from msgspec import Struct

from legation.model.errors import StatisticsError
from legation.statistics import codes
from legation.statistics.providers import releases, trade
from legation.statistics.providers.cache import Cache
from legation.statistics.providers.fetching import fetch
from legation.statistics.providers.queries import Fetched, Query
from legation.statistics.providers.registry import provider
from legation.statistics.providers.trade import VALUE
from legation.statistics.providers.transport import Transport

PARTNERS = 313
"""Codes of partners in Comext's list (CXT_FREE_ISO 10.0); all count towards the estimate."""
BOTH = "1+2"
AT_ONCE = 500_000
BYTES_A_ROW = 85
"""The width of a row of SDMX-CSV, in the recorded answers."""
SECONDS = {"at once": 20, "later": 180}
"""An allowance, not a measurement: Eurostat promises no times. After ten minutes a ticket is given
up.
"""
SOURCES = ("comext", "worldbank", "baci")
COUNTRIES = 266
"""Countries and aggregates of the World Bank; it sends all of them."""
BYTES_OF_BANK = 260
DYADS = 30_000
BYTES_A_SECOND = 2_000_000
"""Allowances for BACI: dyads with trade in a year, and how fast CEPII sends one file."""
SECONDS_A_YEAR = 10
"""What unpacking and summing eleven million rows takes: 1.6 s for two million on two busy cores."""


class Plan(Struct, frozen=True, kw_only=True):
    """What will be asked: the queries, estimated cells, and roughly how many bytes and seconds."""

    queries: tuple[Query, ...]
    cells: int
    bytes: int
    seconds: int

    @property
    def words(self) -> str:
        """``3 queries, at most 52,584 cells, 4 MB, about 1 minute``."""
        minutes = max(1, round(self.seconds / 60))
        size = max(1, round(self.bytes / 1e6))
        time = f"about {minutes} minute{'s' if minutes > 1 else ''}"
        return f"{len(self.queries)} queries, at most {self.cells:,} cells, {size} MB, {time}"


def plan(
    first: int, last: int, *, monthly: bool = False, sources: tuple[str, ...] = ("comext",)
) -> Plan:
    """Queries for totals from ``first`` to ``last`` year, both flows, of those ``sources`` (of
    :data:`SOURCES`).

    Of Comext one query a year, and for months two halves of the reporters, so that none is over the
    limit; of the World Bank one an indicator; of BACI the newest edition that reaches back to
    ``first``.
    """
    plans = {
        "comext": lambda: _queries(first, last, monthly=monthly),
        "worldbank": lambda: _bank(first, last),
    }
    plans["baci"] = lambda: _reconciled(first, last)
    queries = tuple(query for source in sources for query in plans[source]())
    sizes = [_size(query) for query in queries]
    return Plan(
        queries=queries,
        cells=sum(cells for cells, _, _ in sizes),
        bytes=sum(size for _, size, _ in sizes),
        seconds=sum(seconds for _, _, seconds in sizes),
    )


def bring(
    planned: Plan,
    transport: Transport,
    cache: Cache,
    told: Callable[[Query, str], None] = lambda query, outcome: None,
) -> tuple[tuple[Fetched, ...], dict[str, str]]:
    """Fetch and keep what a plan asks for; what is kept already in any vintage is fetched anew.

    Args:
        told: called after every query with what came of it, for a progress bar.

    Returns:
        The answers (of a release of BACI without its cells, which are in the cache alone), and by
        the words of a query why it has none. One failure does not stop the others.
    """
    found, failed = [], {}
    for query in planned.queries:
        try:
            one, outcome = _brought(query, transport, cache)
            found.append(one)
            told(query, outcome)
        except StatisticsError as error:
            failed[query.words] = str(error)
            told(query, str(error))
    return tuple(found), failed


def _brought(query: Query, transport: Transport, cache: Cache) -> tuple[Fetched, str]:
    if not provider(query.provider).whole:
        fetched = fetch(query, transport, cache)
        return fetched, f"{len(fetched.cells):,} values, vintage {fetched.vintage}"
    release, count = releases.bring(query, transport, cache)
    told = release.origin
    fetched = Fetched(
        query=query,
        cells=(),
        vintage=told.vintage,
        source=told.source,
        licence=told.licence,
        retrieved=datetime.now(UTC).date(),
    )
    return fetched, f"{count:,} totals of dyads, {told.dataset}"


def _bank(first: int, last: int) -> Iterator[Query]:
    for indicator in trade.INDICATORS:
        key = {"country": "all", "indicator": indicator}
        yield Query(provider="worldbank", dataset="WDI", key=key, start=str(first), end=str(last))


def _reconciled(first: int, last: int) -> Iterator[Query]:
    """The newest edition that reaches back far enough: it is the smallest file."""
    editions = sorted(
        provider("baci").datasets.items(), key=lambda item: item[1].first, reverse=True
    )
    name, about = next((item for item in editions if item[1].first <= first), editions[-1])
    if last >= about.first and first <= about.last:
        yield Query(
            provider="baci",
            dataset=name,
            key={"release": about.release},
            start=str(about.first),
            end=str(about.last),
        )


def _size(query: Query) -> tuple[int, int, int]:
    """Estimated cells, bytes and seconds."""
    years = int(query.end[:4]) - int(query.start[:4]) + 1
    if query.provider == "worldbank":
        return COUNTRIES * years, COUNTRIES * years * BYTES_OF_BANK, SECONDS["at once"]
    if query.provider == "baci":
        size = provider("baci").bytes_a_year * years
        return DYADS * years, size, size // BYTES_A_SECOND + SECONDS_A_YEAR * years
    cells = _cells(query)
    return cells, cells * BYTES_A_ROW, SECONDS["at once" if cells <= AT_ONCE else "later"]


def _queries(first: int, last: int, *, monthly: bool) -> Iterator[Query]:
    reporters = [codes.comext(code) for code in (codes.EU, *codes.members())]
    half = len(reporters) // 2
    for year in range(first, last + 1):
        for part in (reporters[:half], reporters[half:]) if monthly else (reporters,):
            key = {
                "freq": "M" if monthly else "A",
                "reporter": "+".join(part),
                "partner": "",
                "product": "TOTAL",
                "flow": BOTH,
                "indicators": VALUE,
            }
            start, end = (f"{year}-01", f"{year}-12") if monthly else (str(year), str(year))
            yield Query(provider="comext", dataset="DS-045409", key=key, start=start, end=end)


def _cells(query: Query) -> int:
    periods = 12 if query.key["freq"] == "M" else 1
    return (query.key["reporter"].count("+") + 1) * PARTNERS * (BOTH.count("+") + 1) * periods
