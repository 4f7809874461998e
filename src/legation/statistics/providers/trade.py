"""Trade questions as queries to providers, and providers' answers as tables like those of the
snapshot.

Members of the EU and the EU itself are asked for at Comext, everybody else at Comtrade with the
user's own key, and every country's trade with the world at the World Bank.
"""

from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from legation.model.errors import BadQuery
from legation.statistics import codes, months
from legation.statistics.cells import Key, Table, made
from legation.statistics.goods import BOTH_KINDS, Flow
from legation.statistics.providers import comtrade
from legation.statistics.providers.queries import Fetched, Query
from legation.statistics.reading import Origin

VALUE = "VALUE_IN_EUROS"
COMEXT_FLOWS = {"imports": "1", "exports": "2"}
COMTRADE_FLOWS = {"imports": "M", "exports": "X"}
FROM_COMEXT = {code: flow for flow, code in COMEXT_FLOWS.items()}
FROM_COMTRADE = {code: flow for flow, code in COMTRADE_FLOWS.items()}
CHAPTER_TO_CN = frozenset({2, 4, 6, 8})
SPLIT = ("XU", "XI")
"""What Comext has for the United Kingdom since January 2021: without Northern Ireland, and Northern
Ireland, whose trade in goods with the EU counts as trade within it. ``GB`` ends in December 2020,
or goes on as an aggregate; where it stands it is taken, else the two are added up.
"""
SPLIT_SINCE = 2021 * 12

INDICATORS = {
    "TX.VAL.MRCH.CD.WT": ("HS", "exports"),
    "TM.VAL.MRCH.CD.WT": ("HS", "imports"),
    "NE.EXP.GNFS.CD": (BOTH_KINDS, "exports"),
    "NE.IMP.GNFS.CD": (BOTH_KINDS, "imports"),
}
"""What the World Bank has of a country's trade with the world, in US dollars: of goods, and of
goods and services.
"""


def query(flow: Flow) -> Query | None:
    """The query that would settle a flow; ``None`` where no provider here publishes such a thing.

    Raises:
        BadQuery: a country that the provider has no code for.
    """
    european = flow.reporter in {codes.EU, codes.EU28, *codes.members()}
    if flow.scheme == BOTH_KINDS or (
        flow.partner == codes.WORLD and flow.product == "TOTAL" and not european
    ):
        return _bank(flow)
    if (
        flow.scheme not in {"HS", "CN"}
        or flow.flow not in COMEXT_FLOWS
        or codes.group_members(flow.partner, codes.COMPOSITION)
    ):
        return None
    if flow.product != "TOTAL" and not (
        flow.product.isdigit() and len(flow.product) in CHAPTER_TO_CN
    ):
        return None
    return _comext(flow) if flow.reporter in {codes.EU, *codes.members()} else _comtrade(flow)


def _bank(flow: Flow) -> Query | None:
    """A country's trade with the world, by whole years; of the EU it would count what its members
    sell each other.
    """
    indicator = next(
        (name for name, held in INDICATORS.items() if held == (flow.scheme, flow.flow)), None
    )
    years = months.years(flow.stretch)
    known = codes.crosswalk().get(flow.reporter)
    if (
        indicator is None
        or years is None
        or flow.partner != codes.WORLD
        or known is None
        or known.kind != "country"
    ):
        return None
    key = {"country": flow.reporter, "indicator": indicator}
    return Query(
        provider="worldbank", dataset="WDI", key=key, start=str(years[0]), end=str(years[-1])
    )


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
        "partner": _partners(partner, flow.stretch),
        "product": flow.product,
        "flow": COMEXT_FLOWS[flow.flow],
        "indicators": VALUE,
    }
    return Query(provider="comext", dataset="DS-045409", key=key, start=start, end=end)


def _partners(partner: str, stretch: range) -> str:
    held = codes.comext(partner)
    parted = partner == "GBR" and stretch.stop > SPLIT_SINCE
    return "+".join((held, *SPLIT)) if parted else held


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
    """An answer as tables, one for its years and one for its months; none where no value was
    published.

    Cells of aggregates that we have no code for are left out. An answer for all partners is marked
    as whole.
    """
    by = DIALECTS.get((fetched.query.provider, fetched.query.dataset)) or DIALECTS.get(
        (fetched.query.provider, "")
    )
    if by is None:
        return
    by_step = _by_step(fetched, by)
    origin = Origin(
        dataset=by.dataset or fetched.query.dataset,
        source=fetched.source,
        vintage=fetched.vintage,
        licence=fetched.licence,
    )
    for step, series in by_step.items():
        name = f"{fetched.query.provider}/{fetched.query.id}/{fetched.vintage}/{step}"
        yield from _by_kind(
            made(
                name,
                origin,
                step,
                series,
                by.unit,
                whole=fetched.query.key.get("partner") == "" and by.all,
            )
        )


def _by_step(fetched: Fetched, by: "Dialect") -> dict[int, dict[Key, dict[int, int]]]:
    """The values by step, series and month; those of a country in parts added up where the whole
    is not published.
    """
    held: dict[int, dict[Key, dict[int, int]]] = {}
    parts: dict[int, dict[Key, dict[int, int]]] = {}
    for cell in fetched.cells:
        key = by.key(cell.key)
        if key is None or cell.value is None or not cell.period.replace("-", "").isdigit():
            continue
        into = parts if cell.key.get("partner") in SPLIT else held
        series = into.setdefault(1 if "-" in cell.period else 12, {}).setdefault(key, {})
        month = _month(cell.period)
        series[month] = series.get(month, 0) + round(cell.value * by.scale)
    for step, by_key in parts.items():
        for key, cells in by_key.items():
            whole = held.setdefault(step, {}).setdefault(key, {})
            held[step][key] = {**cells, **whole}
    return held


def _by_kind(table: Table) -> Iterator[Table]:
    """Goods and services together are valued otherwise than goods."""
    both = all(key.scheme == BOTH_KINDS for key in table.series)
    yield table._replace(valuation="national accounts") if both else table


class Dialect(NamedTuple):
    """How a dataset says what we call a series: its key in ours, the unit, what one of its units is
    worth.

    ``all`` says whether an answer for all partners has indeed all of them.
    """

    key: Callable[[dict[str, str]], Key | None]
    unit: str
    scale: int = 1
    dataset: str = ""
    all: bool = True


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


def _from_main_partners(key: dict[str, str]) -> Key | None:
    """``MIO_EXP_VAL``; sitc06 is ``TOTAL`` or a section such as ``SITC3``, and some are two
    sections in one: ``SITC0_1``.
    """
    flow = {"MIO_EXP_VAL": "exports", "MIO_IMP_VAL": "imports"}.get(key["indic_et"])
    reporter, partner = codes.ours(key["geo"]), codes.ours(key["partner"])
    section = key["sitc06"].removeprefix("SITC")
    if (
        flow is None
        or not codes.crosswalk().keys() >= {reporter, partner}
        or not (section == "TOTAL" or len(section) == 1)
    ):
        return None
    return Key(reporter, partner, "HS" if section == "TOTAL" else "SITC", section, flow)


def _from_accounts(key: dict[str, str]) -> Key | None:
    """Exports and imports in the national accounts; of the EU they count what its members sell
    each other, and are left out.
    """
    flow = {"P6": "exports", "P7": "imports"}.get(key["na_item"])
    reporter = codes.ours(key["geo"])
    if (
        flow is None
        or key["unit"] != "CP_MEUR"
        or reporter not in codes.crosswalk()
        or reporter in {codes.EU, codes.EU28}
    ):
        return None
    return Key(reporter, codes.WORLD, BOTH_KINDS, "TOTAL", flow)


def _from_bank(key: dict[str, str]) -> Key | None:
    """Of countries only: what the Bank calls the European Union counts the trade between its
    members.
    """
    scheme, flow = INDICATORS.get(key["indicator"], ("", ""))
    held = codes.crosswalk().get(codes.ours(key["country"]))
    return (
        Key(held.code, codes.WORLD, scheme, "TOTAL", flow)
        if flow and held and held.kind == "country"
        else None
    )


DIALECTS = {
    ("comext", ""): Dialect(_from_comext, "EUR"),
    ("comtrade", "HS"): Dialect(_from_comtrade, "USD", dataset="UN Comtrade HS"),
    ("eurostat", "ext_lt_maineu"): Dialect(_from_main_partners, "EUR", 1_000_000, all=False),
    ("eurostat", "nama_10_gdp"): Dialect(_from_accounts, "EUR", 1_000_000),
    ("worldbank", "WDI"): Dialect(_from_bank, "USD", dataset="World Development Indicators"),
}


@cache
def _numbers() -> dict[str, str]:
    return {row.comtrade: row.code for row in codes.crosswalk().values() if row.comtrade}


def _month(period: str) -> int:
    year, _, month = period.partition("-")
    return int(year) * 12 + (int(month) - 1 if month else 0)
