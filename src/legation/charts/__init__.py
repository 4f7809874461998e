"""A view model -> SVG, drawn on the server: no script, no style of its own, a text that says what
is seen. Why no library: ``docs/decisions``.
"""

from legation.charts.columns import Claim, Panel, claims_on_record
from legation.charts.gauge import gauge
from legation.charts.lanes import year_by_kind
from legation.charts.months import Pin, Run, by_month
from legation.charts.shares import share_bar
from legation.charts.spark import spark
from legation.charts.spread import Stand, spread
from legation.charts.standing import over_time
from legation.charts.world import disputed, world

__all__ = [
    "Claim",
    "Panel",
    "Pin",
    "Run",
    "Stand",
    "by_month",
    "claims_on_record",
    "disputed",
    "gauge",
    "over_time",
    "share_bar",
    "spark",
    "spread",
    "world",
    "year_by_kind",
]
