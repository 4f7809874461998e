"""Trade questions as queries to providers, and providers' answers as tables like those of the snapshot.

Members of the EU and the EU itself are asked for at Comext, everybody else at Comtrade with the user's own key.
"""

from collections.abc import Iterator
from functools import cache

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
FROM_COMEXT = {code: flow for flow, code in COMEXT_FLOWS.items()}
FROM_COMTRADE = {code: flow for flow, code in COMTRADE_FLOWS.items()}
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


def tables(fetched: Fetched) -> Iterator[Table]:
    """An answer as tables, one for its years and one for its months; none where no value was published.

    Cells of aggregates that we have no code for are left out. An answer for all partners is marked as whole.
    """
    ours = _from_comext if fetched.query.provider == "comext" else _from_comtrade
    by_step: dict[int, dict[Key, dict[int, int]]] = {}
    for cell in fetched.cells:
        key = ours(cell.key)
        if key is not None and cell.value is not None:
            step = 1 if "-" in cell.period else 12
            by_step.setdefault(step, {}).setdefault(key, {})[_month(cell.period)] = round(cell.value)
    for step, series in by_step.items():
        name = f"{fetched.query.provider}/{fetched.query.id}/{fetched.vintage}/{step}"
        yield made(name, _origin(fetched), step, series, _unit(fetched), whole=fetched.query.key.get("partner") == "")


def _origin(fetched: Fetched) -> Origin:
    dataset = fetched.query.dataset if fetched.query.provider == "comext" else "UN Comtrade HS"
    return Origin(dataset=dataset, source=fetched.source, vintage=fetched.vintage, licence=fetched.licence)


def _unit(fetched: Fetched) -> str:
    return "EUR" if fetched.query.provider == "comext" else "USD"


def _from_comext(key: dict[str, str]) -> Key | None:
    if key["indicators"] != VALUE or key["flow"] not in FROM_COMEXT:
        return None
    reporter, partner = (codes.ours(key[end]) for end in ("reporter", "partner"))
    if reporter not in codes.crosswalk() or partner not in codes.crosswalk():
        return None
    scheme = "CN" if len(key["product"]) == 8 else "HS"
    return Key(reporter, partner, scheme, key["product"], FROM_COMEXT[key["flow"]])


def _from_comtrade(key: dict[str, str]) -> Key | None:
    reporter, partner = (_numbers().get(key[end]) for end in ("reporterCode", "partnerCode"))
    if reporter is None or partner is None or key["flowCode"] not in FROM_COMTRADE:
        return None
    return Key(reporter, partner, "HS", key["cmdCode"], FROM_COMTRADE[key["flowCode"]])


@cache
def _numbers() -> dict[str, str]:
    return {row.comtrade: row.code for row in codes.crosswalk().values() if row.comtrade}


def _month(period: str) -> int:
    year, _, month = period.partition("-")
    return int(year) * 12 + (int(month) - 1 if month else 0)
