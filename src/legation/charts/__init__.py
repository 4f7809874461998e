"""A view model -> SVG, drawn on the server: no script, no style of its own, a text that says what
is seen. Why no library: ``docs/decisions``.
"""

from legation.charts.columns import Claim, Panel, claims_on_record
from legation.charts.gauge import gauge
from legation.charts.lanes import year_by_kind
from legation.charts.months import Pin, Run, by_month
from legation.charts.spread import Stand, spread
from legation.charts.standing import over_time

__all__ = [
    "Claim",
    "Panel",
    "Pin",
    "Run",
    "Stand",
    "by_month",
    "claims_on_record",
    "gauge",
    "over_time",
    "spread",
    "year_by_kind",
]
