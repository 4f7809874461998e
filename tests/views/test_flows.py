"""The two flows of a dyad side by side."""

from decimal import Decimal

import msgspec

from legation.model import Figure, Ledger, Value, year
from legation.views.flows import flows


def pair(ledger: Ledger) -> tuple[Figure, Figure]:
    exports = next(r for r in ledger.records if isinstance(r, Figure) and r.measure == "exports")
    worth = Value(low=Decimal("1150000000"), high=Decimal("1250000000"), written="€1.2 billion")
    return exports, msgspec.structs.replace(exports, measure="imports", value=worth, id="other")


def test_both_flows_are_drawn_to_one_scale(ledger: Ledger) -> None:
    exports, imports = pair(ledger)
    [drawn] = flows([(1, exports), (2, imports)])
    assert [(bar.share, bar.number) for bar in drawn.bars] == [(100, 1), (50, 2)]
    assert "2023" in drawn.title


def test_another_year_unit_or_product_is_not_set_beside_it(ledger: Ledger) -> None:
    exports, imports = pair(ledger)
    for changed in (
        {"period": year(2022)},
        {"unit": "USD"},
        {"partner": "XXX"},
        {"period": None},
        {"nature": "forecast"},
    ):
        assert flows([(1, exports), (2, msgspec.structs.replace(imports, **changed))]) == ()
