"""The entries of the ledger. ``docs/ledger.schema.json`` is generated from here and held to the contract by a test."""

from typing import Literal

from msgspec import Struct

from legation.model.checks import Check
from legation.model.documents import Document
from legation.model.mentions import Mention, Qualifier
from legation.model.numbers import Value
from legation.model.parties import Party
from legation.model.periods import Period
from legation.model.spans import Span

Tier = Literal["sure", "possible"]
Voice = Literal["official", "expert", "outlet", "unattributed"]


class Entry(Struct, frozen=True, kw_only=True):
    """What every record has. ``confidence`` is 0..1; ``tier`` folds the less sure away; ``inherited`` names the
    fields that come from context rather than from the evidence."""

    id: str
    evidence: tuple[Span, ...]
    sentence: Span | None
    said_in: str | None = None
    confidence: float
    tier: Tier
    inherited: tuple[str, ...] = ()


class Venue(Struct, frozen=True, kw_only=True):
    """Where something was said: "at a press briefing in Astana on 5 October"."""

    name: str | None = None
    place: str | None = None
    date: Period | None = None


class Location(Struct, frozen=True, kw_only=True):
    """Where something happened."""

    name: str
    country: str | None = None
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None


class Statement(Entry, frozen=True, kw_only=True, tag_field="kind", tag="statement"):
    """Who said what. ``content`` never includes the quotation marks; a quotation broken by its cue has several spans."""

    act: Literal["speech", "thought", "attitude", "plan"] = "speech"
    speaker: Party | None
    addressee: Party | None = None
    mode: Literal["direct", "indirect", "mixed"]
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    venue: Venue | None = None


class Event(Entry, frozen=True, kw_only=True, tag_field="kind", tag="event"):
    """Who did what to whom, in PLOVER 2.0. ``type`` is the act, ``status`` whether it has happened."""

    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...] = ()
    date: Period | None = None
    place: Location | None = None
    status: Literal["actual", "planned", "hypothetical", "negated"] = "actual"
    historical: bool = False
    score: float | None = None


class Product(Struct, frozen=True, kw_only=True):
    """What is traded, in a classification (``HS``, ``SITC``, ``CN``, ``section``) or by name alone (``code`` empty)."""

    scheme: str
    code: str
    name: str


class Change(Struct, frozen=True, kw_only=True):
    """How a growth figure is meant, and against which period."""

    kind: Literal["percent", "absolute", "factor"]
    base: Period | None = None


Measure = Literal[
    "trade_total", "exports", "imports", "balance", "share", "growth", "investment", "volume", "count", "price", "other"
]


class Figure(Entry, frozen=True, kw_only=True, tag_field="kind", tag="figure"):
    """A number with its meaning. Growth is signed. ``exports`` and ``imports`` are the reporter's."""

    measure: Measure
    value: Value
    unit: str
    qualifier: Qualifier = "exact"
    reporter: str | None = None
    partner: str | None = None
    in_favour_of: str | None = None
    product: Product | None = None
    period: Period | None = None
    change: Change | None = None
    of: str | None = None
    nature: Literal["flow", "stock", "cumulative", "pledge", "disbursed", "target", "forecast"] = "flow"
    attributed_to: Party | None = None
    voice: Voice = "unattributed"
    check: Check | None = None


class Instrument(Entry, frozen=True, kw_only=True, tag_field="kind", tag="instrument"):
    """An agreement, project, format or summit, with its status as the text gives it."""

    instrument: Literal["agreement", "project", "format", "summit", "law", "fund"]
    name: str
    full_name: str | None = None
    parties: tuple[Party, ...] = ()
    date: Period | None = None
    status: Literal[
        "proposed",
        "planned",
        "negotiated",
        "signed",
        "ratified",
        "in_force",
        "under_construction",
        "operating",
        "suspended",
        "ended",
        "unknown",
    ] = "unknown"
    wikidata: str | None = None
    attributed_to: Party | None = None
    voice: Voice = "unattributed"
    check: Check | None = None


class Proposal(Entry, frozen=True, kw_only=True, tag_field="kind", tag="proposal"):
    """What someone offers, plans, asks or recommends."""

    proposal: Literal["offer", "plan", "request", "recommendation", "condition"]
    by: Party | None = None
    to: tuple[Party, ...] = ()
    content: tuple[Span, ...]


class Assertion(Entry, frozen=True, kw_only=True, tag_field="kind", tag="assertion"):
    """A claim with no number that a number could settle."""

    assertion: Literal["dominance", "rank", "trend", "diversity", "comparison"]
    subject: str | None = None
    object: str | None = None
    measure: str | None = None
    reporter: str | None = None
    partner: str | None = None
    product: Product | None = None
    period: Period | None = None
    direction: Literal["up", "down", "flat"] | None = None
    attributed_to: Party | None = None
    voice: Voice = "unattributed"
    check: Check | None = None


Record = Statement | Event | Figure | Instrument | Proposal | Assertion
Attributed = Figure | Instrument | Assertion


class Ledger(Struct, frozen=True, kw_only=True):
    """A document and all its entries, in the order of the text."""

    document: Document
    records: tuple[Record, ...]
    mentions: tuple[Mention, ...] = ()
    notes: tuple[str, ...] = ()
    """What was repaired in the text, in words."""
