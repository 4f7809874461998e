"""Totals of all dyads that the EU and its members report, in a few large answers: afterwards everything works offline.

A plan says how much and how long before anything starts. Comext answers 500,000 estimated cells at once and up to five
million later, by a ticket; estimated means every combination of codes, whether or not there is trade.
"""

from collections.abc import Callable, Iterator

from msgspec import Struct

from legation.model.errors import ProviderError
from legation.statistics import codes
from legation.statistics.providers.cache import Cache
from legation.statistics.providers.fetching import fetch
from legation.statistics.providers.queries import Fetched, Query
from legation.statistics.providers.trade import VALUE
from legation.statistics.providers.transport import Transport

PARTNERS = 313
"""Codes of partners in Comext's list (CXT_FREE_ISO 10.0); all count towards the estimate."""
BOTH = "1+2"
AT_ONCE = 500_000
BYTES_A_ROW = 85
"""The width of a row of SDMX-CSV, in the recorded answers."""
SECONDS = {"at once": 20, "later": 180}
"""An allowance, not a measurement: Eurostat promises no times. After ten minutes a ticket is given up."""


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


def plan(first: int, last: int, *, monthly: bool = False) -> Plan:
    """Queries for the totals of the EU and its 27 members with all partners, both flows, from ``first`` to ``last`` year.

    One query a year, and for months two halves of the reporters, so that none is over the limit.
    """
    queries = tuple(_queries(first, last, monthly=monthly))
    cells = [_cells(query) for query in queries]
    return Plan(
        queries=queries,
        cells=sum(cells),
        bytes=sum(cells) * BYTES_A_ROW,
        seconds=sum(SECONDS["at once" if count <= AT_ONCE else "later"] for count in cells),
    )


def bring(
    planned: Plan, transport: Transport, cache: Cache, told: Callable[[Query, str], None] = lambda query, outcome: None
) -> tuple[tuple[Fetched, ...], dict[str, str]]:
    """Fetch and keep what a plan asks for; what is kept already in any vintage is fetched anew.

    Args:
        told: called after every query with what came of it, for a progress bar.

    Returns:
        The answers, and by the words of a query why it has none. One failure does not stop the others.
    """
    found, failed = [], {}
    for query in planned.queries:
        try:
            found.append(fetch(query, transport, cache))
            told(query, f"{len(found[-1].cells):,} values, vintage {found[-1].vintage}")
        except ProviderError as error:
            failed[query.words] = str(error)
            told(query, str(error))
    return tuple(found), failed


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
