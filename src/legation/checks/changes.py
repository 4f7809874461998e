"""Growth and shares as questions: of which flow, since when, of what.

A growth figure does not carry its flow; the level beside it in the sentence does ("exports rose 12
% to 5 billion"), or its own words do, where they name one flow only.
"""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from msgspec.structs import replace

from legation.checks import growths, licences
from legation.model import Definition, Figure, Reading, Record
from legation.model.series import Flow

FLOW_WORDS: dict[Flow, re.Pattern[str]] = {
    "exports": re.compile(
        r"\b(?:exports?|exported|exporting|sales\s+to|shipments\s+to)\b", re.IGNORECASE
    ),
    "imports": re.compile(r"\b(?:imports?|imported|importing|purchases\s+from)\b", re.IGNORECASE),
    "trade_total": re.compile(
        r"\b(?:trade|turnover)\b(?!\s+(?:balance|deficit|surplus|deal|agreement|war))",
        re.IGNORECASE,
    ),
}
LEVEL_MEASURES = frozenset(FLOW_WORDS)
ALL_TRADE = re.compile(
    r"(?:(?:the|all|its|their|total|overall|foreign|external|whole|of|goods|merchandise"
    r"|extra-EU|[A-Z][\w.'’-]*)\s+)*"
    r"(?:exports|imports|trade|turnover)(?:\s+(?:of|in)\s+goods)?"
)
"""A whole that is all of somebody's trade: "the EU's total exports", and not "the EU's oil
imports" or "them".
"""


def definition(
    reading: Reading, records: Sequence[Record], figure: Figure, goods: Definition
) -> Definition | None:
    """The question of a growth or share; ``None`` where its flow, or what it is a share of, is not
    clear.
    """
    flow = flow_of(reading, records, figure)
    if flow is None:
        return None
    if figure.measure == "growth":
        if growths.of_another_stretch(reading, records, figure):
            return None
        base = growths.base(reading, records, figure)
        if _is_ratio(figure):
            return replace(goods, measure="growth", flow=flow, base=base)
        if _is_of_money(figure):
            return replace(goods, measure="change", flow=flow, base=base, unit=figure.unit)
        return None
    if figure.measure == "share" and figure.unit == "%":
        whole = _whole(figure)
        return replace(goods, measure="share", flow=flow, of=whole) if whole else None
    return None


def _is_ratio(figure: Figure) -> bool:
    kind = figure.change.kind if figure.change else "percent"
    return (kind == "percent" and figure.unit == "%") or kind == "factor"


def _is_of_money(figure: Figure) -> bool:
    """Whether a change is told as an amount: "rose by €300 million"."""
    absolute = figure.change is not None and figure.change.kind == "absolute"
    return absolute and len(figure.unit) == 3 and figure.unit.isupper()


def _whole(figure: Figure) -> str | None:
    """All products for a product's share; all partners for a partner's, where the words of the
    whole name nothing less.
    """
    if figure.product is not None:
        return "TOTAL"
    return "WLD" if ALL_TRADE.fullmatch(figure.of or "") else None


def flow_of(reading: Reading, records: Sequence[Record], figure: Figure) -> Flow | None:
    """Which flow a growth or share is of: by its ``of``, by the levels beside it, by the
    sentence's only flow word.
    """
    by_of = _only({figure.of}) if figure.of in LEVEL_MEASURES else _named(figure.of or "")
    if by_of is not None:
        return by_of
    beside = {
        f.measure
        for f in records
        if isinstance(f, Figure) and f.sentence == figure.sentence and f.sentence is not None
    }
    flows = beside & LEVEL_MEASURES
    return _only(flows) if flows else _named(licences.words_of(reading, figure))


def _named(words: str) -> Flow | None:
    hits = {flow for flow, pattern in FLOW_WORDS.items() if pattern.search(words)}
    return _only(hits - {"trade_total"} or hits)


def _only(flows: AbstractSet[str]) -> Flow | None:
    return next((flow for flow in FLOW_WORDS if flows == {flow}), None)
