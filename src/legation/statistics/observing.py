"""One answer a question: which look-up a definition asks for, and its answer as an observation."""

from legation.model import Answer, Definition, Observation, Question
from legation.model.errors import StatisticsError
from legation.statistics import codes, exchange, materials, measures, months, standings
from legation.statistics.amounts import Amount, Found, Gap, absent
from legation.statistics.cells import SNAPSHOT, Shelf
from legation.statistics.goods import BOTH_KINDS, Flow

MONEY = frozenset({"exports", "imports", "trade_total", "balance"})


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
    return Answer(question=question, observation=observation(found), band=found.band)


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


def found_for(asked: Definition, shelf: Shelf = SNAPSHOT) -> Found:
    """The amount that a definition asks for, or the gap."""
    stretch = months.stretch(asked.period)
    if stretch is None:
        return absent(f"no series at hand: {asked.period.edtf} is not made of whole months")
    if asked.measure == "rate":
        return exchange.rate(asked.unit, stretch, shelf.as_of)
    if asked.measure == "supply_share":
        return _supply(asked)
    found = _trade(asked, flow_for(asked, stretch), shelf)
    if (
        isinstance(found, Gap)
        and asked.scope == "goods_and_services"
        and found.absence == "not_at_hand"
    ):
        return absent(_no_services(asked))
    if isinstance(found, Gap) or asked.measure not in MONEY:
        return found
    return exchange.converted(found, asked.unit, shelf.as_of)


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
        case "share":
            return measures.share(flow, asked.of or "TOTAL", shelf)
        case "growth":
            base = months.stretch(asked.base) if asked.base else None
            if asked.base and base is None:
                return absent(f"no series at hand: {asked.base.edtf} is not made of whole months")
            return measures.growth(flow, base, shelf)
        case _:
            return measures.flows(flow, shelf)


def _supply(asked: Definition) -> Found:
    year = materials.study(asked.period.start.year if asked.period.start else 0)
    return materials.share(
        codes.ours(asked.reporter), codes.ours(asked.partner), asked.product, asked.of, year
    )
