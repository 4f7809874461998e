"""A question -> a view model; no HTML."""

from legation.views.brief import Brief, Piece, Section, brief
from legation.views.cards import Card, Source
from legation.views.flows import Bar, Flows
from legation.views.verdicts import Badge

__all__ = ["Badge", "Bar", "Brief", "Card", "Flows", "Piece", "Section", "Source", "brief"]
