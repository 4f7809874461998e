"""One answer a question: which look-up a definition asks for, and its answer as an observation."""

from msgspec.structs import replace

from legation.model import Answer, Definition, Observation, Question
from legation.model.errors import StatisticsError
from legation.statistics import (
    codes,
    economies,
    exchange,
    firstpartners,
    goods,
    materials,
    measures,
    months,
    officialfacts,
    standings,
)
from legation.statistics.amounts import Amount, Found, Gap, absent
from legation.statistics.cells import SNAPSHOT, Shelf
from legation.statistics.goods import BOTH_KINDS, Flow

MONEY = frozenset({"exports", "imports", "trade_total", "balance", "gdp", "duty"})
ECONOMY = frozenset({"gdp", "gdp_growth", "population"})
DUTY = frozenset({"duty", "duty_rate"})


def answer(question: Question, shelf: Shelf = SNAPSHOT) -> Answer:
    """The answer to a question; what cannot be answered is an absence with a reason, never an
    exception.
    """
    try:
        found = found_for(question.definition, shelf)
    except StatisticsError as error:
        found = absent(str(error))
    return _answer(question, found)


def _answer(question: Question, found: Found) -> Answer:
    if isinstance(found, Gap):
        return Answer(
            question=question, observation=None, absence=found.absence, reason=found.reason
        )
    return Answer(
        question=question,
        observation=observation(found),
        band=found.band,
        early=found.early,
        converted=_was_converted(question, found),
    )


def observation(found: Amount) -> Observation:
    """An amount as the contract prints it."""
    return Observation(
        dataset=found.origin.dataset,
        series=found.series,
        value=found.value,
        unit=found.unit,
        period=months.period(found.stretch),
        vintage=found.origin.vintage,
        source=found.origin.source,
        definition=found.said,
        licence=found.origin.licence,
    )


def _was_converted(question: Question, found: Amount) -> bool:
    return "at the ECB's mean of that period" in found.said and found.unit == (
        question.definition.unit
    )


def found_for(asked: Definition, shelf: Shelf = SNAPSHOT) -> Found:
    """The amount that a definition asks for, or the gap."""
    stretch = months.stretch(asked.period)
    if stretch is None:
        return absent(f"no series at hand: {asked.period.edtf} is not made of whole months")
    if asked.measure == "rate":
        return exchange.rate(asked.unit, stretch, shelf.as_of)
    if asked.measure == "supply_share":
        return _supply(asked)
    found = _plain(asked, stretch, shelf)
    if isinstance(found, Gap) and found.absence == "not_at_hand":
        found = _explained(asked, stretch, shelf, found)
    if isinstance(found, Gap) or asked.measure not in MONEY:
        return found
    return exchange.converted(found, asked.unit, shelf.as_of)


def _plain(asked: Definition, stretch: range, shelf: Shelf) -> Found:
    """The amount in the currency of its series."""
    if asked.measure in ECONOMY:
        return economies.indicator(asked.measure, codes.ours(asked.reporter), stretch, shelf)
    flow = flow_for(asked, stretch)
    if asked.measure in DUTY:
        return _duty(asked.measure, flow, shelf)
    found = _trade(asked, flow, shelf)
    if isinstance(found, Gap) and found.absence == "not_at_hand" and asked.scope == "goods":
        return _published(asked, flow, shelf) or found
    return found


def _duty(measure: str, flow: Flow, shelf: Shelf) -> Found:
    """The duty collected on imports, or its part in them; both of imports for consumption."""
    collected = goods.amount(replace(flow, flow="duties"), shelf)
    if measure == "duty" or isinstance(collected, Gap):
        return collected
    imports = goods.amount(replace(flow, flow="consumption"), shelf)
    return measures.ratio(collected, imports) if isinstance(imports, Amount) else imports


def _published(asked: Definition, flow: Flow, shelf: Shelf) -> Amount | None:
    """What an official page says where no table does."""
    match asked.measure:
        case "balance":
            return officialfacts.balance(flow, shelf)
        case "exports" | "imports":
            return officialfacts.by_balance(flow, shelf)
        case "trade_total":
            return officialfacts.total(flow, shelf)
        case "share" if asked.of == codes.WORLD:
            return officialfacts.share_of_world(flow, shelf)
        case _:
            return None


def _explained(asked: Definition, stretch: range, shelf: Shelf, gap: Gap) -> Gap:
    """The gap with what stands near it under another definition."""
    if asked.scope == "goods_and_services":
        return absent(_no_services(asked))
    if asked.measure not in {"exports", "imports", "trade_total"}:
        return gap
    beside = economies.beside_goods(flow_for(asked, stretch), shelf)
    return absent(f"{gap.reason}; {beside}") if beside else gap


def _no_services(asked: Definition) -> str:
    """Services are published by country with the world, not by partner: no fetch would help
    there.
    """
    if codes.ours(asked.partner) == codes.WORLD:
        who = codes.name(codes.ours(asked.reporter))
        return (
            f"no series at hand: goods and services of {who}; `legation fetch totals` brings them"
        )
    return "no series at hand: trade in services by partner; the series here are of goods"


def flow_for(asked: Definition, stretch: range) -> Flow:
    """The plain flow that a definition is about; of goods and services together there are only
    totals.
    """
    flow = (
        asked.measure
        if asked.measure in {"exports", "imports", "trade_total"}
        else asked.flow or "exports"
    )
    scheme = (
        "HS"
        if asked.scheme.upper() in {"HS", "CN"} and len(asked.product) < 8
        else asked.scheme.upper()
    )
    if asked.scope == "goods_and_services":
        scheme = BOTH_KINDS
    return Flow(
        reporter=codes.ours(asked.reporter),
        partner=codes.ours(asked.partner),
        flow=flow,
        stretch=stretch,
        scheme="CN" if asked.product.isdigit() and len(asked.product) == 8 else scheme,
        product=asked.product.removeprefix("HS") or "TOTAL",
    )


def _standing(asked: Definition, flow: Flow, shelf: Shelf) -> Found:
    if asked.scheme == "CRM":
        standing = standings.suppliers(
            flow.reporter, asked.product, asked.of, materials.study(flow.stretch.start // 12)
        )
    elif asked.of == codes.EU:
        standing = standings.reporters(flow, shelf)
    else:
        standing = standings.partners(flow, asked.of or codes.WORLD, shelf)
    if asked.measure == "concentration":
        return standings.concentration(standing)
    if isinstance(standing, Gap) and asked.scheme != "CRM" and asked.of in {None, codes.WORLD}:
        listed = firstpartners.rank(flow, shelf)
        return listed if isinstance(listed, Amount) else standing
    return standings.rank(
        standing, flow.reporter if asked.of == codes.EU and asked.scheme != "CRM" else flow.partner
    )


def _trade(asked: Definition, flow: Flow, shelf: Shelf) -> Found:
    match asked.measure:
        case "rank" | "concentration":
            return _standing(asked, flow, shelf)
        case "trend":
            return standings.trend(flow, months.stretch(asked.base) if asked.base else None, shelf)
        case "balance":
            return measures.both_ways(flow, -1, shelf)
        case "share" if asked.of == economies.GDP:
            return economies.share_of_gdp(flow, shelf)
        case "share":
            return measures.share(flow, asked.of or "TOTAL", shelf)
        case "growth" | "change":
            base = months.stretch(asked.base) if asked.base else None
            if asked.base and base is None:
                return absent(f"no series at hand: {asked.base.edtf} is not made of whole months")
            if asked.measure == "change":
                return _in_its_currency(measures.change(flow, base, shelf), asked.unit)
            return measures.growth(flow, base, shelf)
        case _:
            return measures.flows(flow, shelf)


def _in_its_currency(found: Found, unit: str) -> Found:
    """A change is told in the currency of its series alone: in another one the rates of two periods
    would be part of it."""
    if isinstance(found, Amount) and found.unit != unit:
        return absent(f"no series at hand: the change in {unit}; the series is in {found.unit}")
    return found


def _supply(asked: Definition) -> Found:
    year = materials.study(asked.period.start.year if asked.period.start else 0)
    return materials.share(
        codes.ours(asked.reporter), codes.ours(asked.partner), asked.product, asked.of, year
    )
