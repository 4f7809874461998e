"""Trade questions as queries to providers, and providers' answers as tables like those of the snapshot.

Members of the EU and the EU itself are asked for at Comext, everybody else at Comtrade with the user's own key.
"""

from collections.abc import Iterator

from legation.model.errors import BadQuery
from legation.statistics import codes, months
from legation.statistics.cells import Key, Table, made
from legation.statistics.goods import Flow
from legation.statistics.providers import comtrade
from legation.statistics.providers.queries import Fetched, Query
from legation.statistics.reading import Origin

VALUE = "VALUE_IN_EUROS"
COMEXT_FLOWS = {"imports": "1", "exports": "2"}
COMTRADE_FLOWS = {"imports": "M", "exports": "X"}
CHAPTER_TO_CN = frozenset({2, 4, 6, 8})


def query(flow: Flow) -> Query | None:
    """The query that would settle a flow; ``None`` where no provider here publishes such a thing.

    Raises:
        BadQuery: a country that the provider has no code for.
    """
    if flow.scheme not in {"HS", "CN"} or flow.flow not in COMEXT_FLOWS or codes.group_members(flow.partner, codes.COMPOSITION):
        return None
    if flow.product != "TOTAL" and not (flow.product.isdigit() and len(flow.product) in CHAPTER_TO_CN):
        return None
    return _comext(flow) if flow.reporter in {codes.EU, *codes.members()} else _comtrade(flow)


def _span(flow: Flow) -> tuple[str, str, str]:
    """Frequency, first and last period."""
    years = months.years(flow.stretch)
    if years:
        return "A", str(years[0]), str(years[-1])
    first, last = (months.first_day(m) for m in (flow.stretch.start, flow.stretch.stop - 1))
    return "M", f"{first:%Y-%m}", f"{last:%Y-%m}"


def _comext(flow: Flow) -> Query:
    freq, start, end = _span(flow)
    partner = codes.EXTRA if flow.partner == codes.WORLD else flow.partner
    if partner not in codes.crosswalk():
        raise BadQuery(f"Comext has no code for {flow.partner}")
    key = {
        "freq": freq,
        "reporter": codes.comext(flow.reporter),
        "partner": codes.comext(partner),
        "product": flow.product,
        "flow": COMEXT_FLOWS[flow.flow],
        "indicators": VALUE,
    }
    return Query(provider="comext", dataset="DS-045409", key=key, start=start, end=end)


def _comtrade(flow: Flow) -> Query | None:
    """The EU is a reporter there and no partner."""
    if flow.partner in {codes.EU, codes.EU28} or len(flow.product) not in {2, 4, 5, 6}:
        return None
    freq, start, end = _span(flow)
    key = {
        "freqCode": freq,
        "reporterCode": comtrade.code(flow.reporter),
        "partnerCode": comtrade.code(flow.partner),
        "cmdCode": flow.product,
        "flowCode": COMTRADE_FLOWS[flow.flow],
    }
    return Query(provider="comtrade", dataset="HS", key=key, start=start, end=end)


def tables(fetched: Fetched, flow: Flow) -> Iterator[Table]:
    """An answer as a table: at most one, none where no value was published."""
    cells = {_month(cell.period): round(cell.value) for cell in fetched.cells if cell.value is not None}
    if not cells:
        return
    origin = Origin(
        dataset=fetched.query.dataset if fetched.query.provider == "comext" else "UN Comtrade HS",
        source=fetched.source,
        vintage=fetched.vintage,
        licence=fetched.licence,
    )
    step = 12 if _span(flow)[0] == "A" else 1
    key = Key(flow.reporter, flow.partner, flow.scheme, flow.product, flow.flow)
    name = f"{fetched.query.provider}/{fetched.query.id}/{fetched.vintage}"
    yield made(name, origin, step, {key: cells}, "EUR" if fetched.query.provider == "comext" else "USD")


def _month(period: str) -> int:
    year, _, month = period.partition("-")
    return int(year) * 12 + (int(month) - 1 if month else 0)
