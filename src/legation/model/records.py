"""The entries of the ledger. ``docs/ledger.schema.json`` is generated from here and held to the
contract by a test.
"""

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
Stance = Literal["affirms", "denies", "doubts", "declines"]
"""Whether a speaker stands by the content, denies or doubts it, or declines to say it."""
DateFrom = Literal["own", "resolved", "published"]
"""Where a date comes from: the record's own words; worked out ("on Friday"); lent from the day of
publication, and then never the ground of a link or a verdict.
"""


class Anchor(Struct, frozen=True, kw_only=True):
    """The word that carries a record: the cue of a statement, else the first word of its content.
    ``ordinal`` tells apart records of one kind on one word, from 0.
    """

    lemma: str
    span: Span
    ordinal: int = 0


class Entry(Struct, frozen=True, kw_only=True):
    """What every record has. ``confidence`` is 0..1, the chance that the core is right; ``tier``
    folds the less sure away; ``inherited`` names the fields that come from context rather than
    from the evidence; ``doubtful`` has the fields outside the core that are less sure than the
    record, each with its reason; ``uncertain`` the fields of the core that keep a record
    ``possible``, each with its reason.
    """

    id: str
    evidence: tuple[Span, ...]
    sentence: Span | None
    said_in: str | None = None
    confidence: float
    tier: Tier
    inherited: tuple[str, ...] = ()
    anchor: Anchor | None = None
    doubtful: dict[str, str] = {}
    uncertain: dict[str, str] = {}


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
    """Who said what. ``content`` never includes the quotation marks; a quotation broken by its cue
    has several spans. Under "denied that" it is what was denied, and ``stance`` says so. ``about``
    has the codes of the countries and bodies that it is about.
    """

    stance: Stance = "affirms"
    about: tuple[str, ...] = ()
    act: Literal["speech", "thought", "attitude", "plan"] = "speech"
    speaker: Party | None
    addressee: Party | None = None
    mode: Literal["direct", "indirect", "mixed"]
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    venue: Venue | None = None


class Event(Entry, frozen=True, kw_only=True, tag_field="kind", tag="event"):
    """Who did what to whom, in PLOVER 2.0. ``type`` is the act, ``status`` whether it has
    happened.
    """

    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...] = ()
    date: Period | None = None
    date_from: DateFrom | None = None
    place: Location | None = None
    status: Literal["actual", "planned", "hypothetical", "negated"] = "actual"
    historical: bool = False
    score: float | None = None


class Product(Struct, frozen=True, kw_only=True):
    """What is traded, in a classification (``HS``, ``SITC``, ``CN``, ``section``) or by name alone
    (``code`` empty).
    """

    scheme: str
    code: str
    name: str


class Change(Struct, frozen=True, kw_only=True):
    """How a growth figure is meant, and against which period."""

    kind: Literal["percent", "absolute", "factor"]
    base: Period | None = None


Measure = Literal[
    "trade_total",
    "exports",
    "imports",
    "balance",
    "share",
    "growth",
    "investment",
    "volume",
    "count",
    "price",
    "other",
]


class Figure(Entry, frozen=True, kw_only=True, tag_field="kind", tag="figure"):
    """A number with its meaning. Growth is signed. ``exports`` and ``imports`` are the
    reporter's.
    """

    measure: Measure
    value: Value
    unit: str
    qualifier: Qualifier = "exact"
    reporter: str | None = None
    partner: str | None = None
    in_favour_of: str | None = None
    product: Product | None = None
    basis: Literal["goods", "services", "goods_and_services"] | None = None
    period: Period | None = None
    date_from: DateFrom | None = None
    change: Change | None = None
    of: str | None = None
    nature: Literal["flow", "stock", "cumulative", "pledge", "disbursed", "target", "forecast"] = (
        "flow"
    )
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
    date_from: DateFrom | None = None
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
    about: tuple[str, ...] = ()
    content: tuple[Span, ...]


class Assertion(Entry, frozen=True, kw_only=True, tag_field="kind", tag="assertion"):
    """A claim with no number that a number could settle."""

    assertion: Literal["dominance", "rank", "trend", "diversity", "comparison"]
    subject: str | None = None
    object: str | None = None
    measure: str | None = None
    about: tuple[str, ...] = ()
    reporter: str | None = None
    partner: str | None = None
    product: Product | None = None
    period: Period | None = None
    date_from: DateFrom | None = None
    direction: Literal["up", "down", "flat"] | None = None
    attributed_to: Party | None = None
    voice: Voice = "unattributed"
    check: Check | None = None


Record = Statement | Event | Figure | Instrument | Proposal | Assertion
Attributed = Figure | Instrument | Assertion
CORE: dict[type, tuple[str, ...]] = {
    Statement: ("speaker", "content", "stance"),
    Event: ("type", "actors", "recipients", "status"),
    Figure: (
        "value",
        "unit",
        "measure",
        "reporter",
        "partner",
        "period",
        "product",
        "of",
        "in_favour_of",
        "nature",
    ),
    Instrument: ("name", "parties"),
    Proposal: ("by", "content"),
    Assertion: ("subject", "object", "measure"),
}
"""The fields that make a record right or wrong; the contract names them."""


def type_of(record: Record) -> str:
    """The contract's word that tells records of one kind apart."""
    match record:
        case Event():
            return record.type
        case Figure():
            return record.measure
        case Statement():
            return record.act
        case Instrument():
            return record.instrument
        case Proposal():
            return record.proposal
        case Assertion():
            return record.assertion


class Reader(Struct, frozen=True, kw_only=True):
    """What read a ledger: the version of Legation, the digest of its weights (``None`` without
    learned parts), and the vintage of the series it was checked against (``None`` unchecked).
    """

    version: str
    weights: str | None = None
    series: str | None = None


class Ledger(Struct, frozen=True, kw_only=True):
    """A document and all its entries, in the order of the text."""

    document: Document
    reader: Reader | None = None
    records: tuple[Record, ...]
    mentions: tuple[Mention, ...] = ()
    pair: tuple[str, str] | None = None
    """The two parties that the text is about, by its title, lead and background."""
    notes: tuple[str, ...] = ()
    """What was repaired in the text, in words."""
