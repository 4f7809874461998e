"""What the network would add to what is at hand, said before anything is asked: by which command,
how much and how long.
"""

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from legation.model import Answer, Definition
from legation.model.accounts import Fetchable
from legation.model.errors import ProviderError
from legation.statistics import goods, months
from legation.statistics.providers import totals, trade
from legation.statistics.providers.registry import provider

RECENT = 5
YEAR = 12
MEASURES = frozenset({"exports", "imports", "trade_total", "balance", "growth", "change"})
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


def with_settling(answer: Answer) -> Answer:
    """The same answer; an absence that a fetch could end says by which."""
    if answer.absence != "not_at_hand" or answer.question.licence == "unlicensed":
        return answer
    return replace(answer, would_settle=settling(answer.question.definition))


def settling(asked: Definition) -> str:
    """The command that would bring what a definition asks for, with its size; empty where no
    provider here publishes it.
    """
    stretch = months.stretch(asked.period)
    if stretch is None or asked.measure not in MEASURES:
        return ""
    flow = "exports" if asked.measure == "trade_total" else asked.flow or asked.measure
    plain = goods.Flow(
        reporter=asked.reporter,
        partner=asked.partner,
        flow=flow if flow in ("exports", "imports") else "exports",
        stretch=range(stretch.start // YEAR * YEAR, stretch.start // YEAR * YEAR + YEAR),
    )
    return next((f"{f.command} ({f.size})" for f in _asked(plain, stretch.start // YEAR)), "")


def _query(reporter: str, partner: str, year: int) -> Iterator[Fetchable]:
    flow = goods.Flow(
        reporter=reporter, partner=partner, flow="exports", stretch=range(year * 12, year * 12 + 12)
    )
    yield from _asked(flow, year)


def _asked(flow: goods.Flow, year: int) -> Iterator[Fetchable]:
    try:
        asked = trade.query(flow)
    except (ProviderError, KeyError, ValueError):
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
