"""What the network would add to what is at hand, said before anything is asked: by which command,
how much and how long.
"""

from collections.abc import Iterator
from datetime import date

from legation.model.accounts import Fetchable
from legation.model.errors import ProviderError
from legation.statistics import goods
from legation.statistics.providers import totals, trade
from legation.statistics.providers.registry import provider

RECENT = 5
BROUGHT = {
    "comext": "totals of the EU and its members with every partner",
    "worldbank": "every country's trade with the world, of goods, and of goods and services",
    "baci": "totals of any two countries, reconciled by CEPII: neither's own number",
}


def fetches(one: str, two: str | None, today: date) -> Iterator[Fetchable]:
    """What the network would add: the totals of all, in size and time; for a dyad its own
    queries.
    """
    first, last = today.year - RECENT, today.year
    for source in totals.SOURCES:
        planned = totals.plan(first, last, sources=(source,))
        yield Fetchable(
            command=f"legation fetch totals --source {source}",
            brings=BROUGHT[source],
            size=planned.words,
            key="",
        )
    if two is None:
        return
    for reporter, partner in ((one, two), (two, one)):
        yield from _query(reporter, partner, last - 1)


def _query(reporter: str, partner: str, year: int) -> Iterator[Fetchable]:
    flow = goods.Flow(
        reporter=reporter, partner=partner, flow="exports", stretch=range(year * 12, year * 12 + 12)
    )
    try:
        asked = trade.query(flow)
    except ProviderError:
        return
    if asked is None:
        return
    row = provider(asked.provider)
    yield Fetchable(
        command=f"legation series fetch {asked.provider} {asked.dataset} "
        f"{'.'.join(asked.key.values())} --from {year} --to {year}",
        brings=f"{flow.titled}, from {row.title}",
        size="1 value, some seconds",
        key=row.key,
    )
