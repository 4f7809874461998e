"""Spans with a meaning. The fields that the contract names are printed; the others serve the rooms
downstream.
"""

from decimal import Decimal
from typing import Literal

from msgspec import Struct

from legation.model.background import NOTHING_KNOWN, Background
from legation.model.documents import Document
from legation.model.numbers import Value
from legation.model.periods import Period
from legation.model.spans import Span
from legation.model.syntax import Sentence

Qualifier = Literal["exact", "about", "over", "under", "at_least", "at_most"]
ActorForm = Literal["name", "demonym", "metonym", "body", "person", "title", "pronoun", "group"]


class Quantity(Struct, frozen=True, kw_only=True, tag_field="kind", tag="quantity"):
    """A written number with its unit.

    ``value`` is in base units (``12.1`` with ``%``; a half is ``50`` with ``%``); a range has
    ``value`` null and ``range``. ``interval`` is what the written number stands for. ``per`` is the
    base of a rate ("a year" → ``year``).
    """

    span: Span
    value: Decimal | None
    range: tuple[Decimal, Decimal] | None = None
    unit: str
    interval: Value
    digits: Span
    """The number alone, without unit, currency sign or qualifier."""
    qualifier: Qualifier = "exact"
    per: str | None = None
    noun: str | None = None
    """For counts, what is counted ("20 vessels" → ``vessels``)."""
    inherited: tuple[str, ...] = ()
    """Which of ``unit`` and ``scale`` were taken from a neighbour or the publisher's country."""
    approximate_fraction: bool = False
    """True of words such as "half", "a third", "doubled": a share or factor, never an exact
    figure.
    """


class Date(Struct, frozen=True, kw_only=True, tag_field="kind", tag="date"):
    """A date, time, duration or set. ``value`` as TimeML writes it, ``edtf`` the interval that we
    use.
    """

    span: Span
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    edtf: str | None
    period: Period | None = None
    inherited: bool = False
    """True when the document's date or an earlier date completed it."""


class Actor(Struct, frozen=True, kw_only=True, tag_field="kind", tag="actor"):
    """A country, body or person as named here. ``actor`` is a code (``KAZ``, ``EUR``,
    ``EUR:commission``) or null.

    A person carries the country or body represented. ``entity`` is the same for all mentions of one
    actor in the document.
    """

    span: Span
    actor: str | None
    sector: str | None = None
    form: ActorForm = "name"
    entity: str
    name: str | None = None
    person: str | None = None
    role: str | None = None
    wikidata: str | None = None
    members: tuple[str, ...] = ()
    """For a group ("both sides", "the five Central Asian states"), the codes of those in it, where
    known.
    """


class Place(Struct, frozen=True, kw_only=True, tag_field="kind", tag="place"):
    """A place. ``country`` is a code; ``geonames`` an id, where at hand."""

    span: Span
    geonames: int | None = None
    country: str | None = None
    name: str | None = None
    lat: float | None = None
    lon: float | None = None


class Quotation(Struct, frozen=True, kw_only=True, tag_field="kind", tag="quotation"):
    """Words between quotation marks, without the marks. ``closed`` is false where the closing mark
    is missing (at the end of a paragraph whose speaker goes on in the next, or by mistake)."""

    span: Span
    outer: Span
    """With its marks."""
    paragraph: int
    closed: bool = True


Mention = Quantity | Date | Actor | Place | Quotation


class Reading(Struct, frozen=True, kw_only=True):
    """A document with everything that the mentions room found in it; spans are sorted."""

    document: Document
    key: str = ""
    """The hash of the document's text, from which the ids of its records are made: they do not
    change with its place.
    """
    sentences: tuple[Sentence, ...]
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[Date, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    notes: tuple[str, ...] = ()
    """What was repaired, for the reader."""
    background: Background = NOTHING_KNOWN
    """What the whole text says; records take nothing from context but through it."""

    def text(self, span: Span) -> str:
        """The original words under a span."""
        return span.of(self.document.text)
