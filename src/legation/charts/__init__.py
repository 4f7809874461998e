"""A view model -> SVG, drawn on the server: no script, no style of its own, a text that says what
is seen. Why no library: ``docs/decisions/0011-charts.md``.
"""

from legation.charts.gauge import gauge

__all__ = ["gauge"]
