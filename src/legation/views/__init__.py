"""A question -> a view model; no HTML."""

from legation.views.brief import Brief, Section, brief
from legation.views.cards import Card, Source
from legation.views.flows import Bar, Flows
from legation.views.gauges import Gauge
from legation.views.paragraphs import Paragraph
from legation.views.pieces import Piece
from legation.views.verdicts import Badge

__all__ = [
    "Badge",
    "Bar",
    "Brief",
    "Card",
    "Flows",
    "Gauge",
    "Paragraph",
    "Piece",
    "Section",
    "Source",
    "brief",
]
