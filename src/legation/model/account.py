"""The objects of an account: what many documents tell together (contract, *Account*).

A record is what one text says; an affair is what happened, is claimed or stands, told by several
records. A record is always named by ``document`` and ``record`` together, for copies share ids.
"""

from datetime import date, datetime
from typing import Literal

from msgspec import Struct

from legation.model.numbers import Value
from legation.model.parties import Party
from legation.model.periods import Period
from legation.model.records import DateFrom, Tier

Kind = Literal["statement", "event", "figure", "instrument", "proposal", "assertion"]
PromiseStep = Literal[
    "requested",
    "offered",
    "pledged",
    "signed",
    "partly_delivered",
    "delivered",
    "refused",
    "withdrawn",
]


class AccountDocument(Struct, frozen=True, kw_only=True, tag_field="object", tag="document"):
    """A text of the account. ``hash`` covers text, address, publisher and day; ``story`` is the id
    of the first document of its copies; ``version`` counts the texts of one address.
    """

    id: str
    hash: str
    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    url: str | None = None
    story: str
    version: int = 1


class Step(Struct, frozen=True, kw_only=True):
    """One change of status or period of an affair, by the record that first tells it."""

    status: str | None = None
    period: Period | None = None
    document: str
    record: str


class Member(Struct, frozen=True, kw_only=True):
    """A record of an affair: how it came in, with score (0..1), reason and the name of the rule."""

    document: str
    record: str
    kind: Kind
    evidence: tuple[tuple[int, int], ...]
    score: float
    because: str
    rule: str


class Affair(Struct, frozen=True, kw_only=True, tag_field="object", tag="affair"):
    """What several records tell: one event, one figure, one instrument, one promise."""

    id: str
    kind: Kind
    type: str | None = None
    status: str | None = None
    period: Period | None = None
    date_from: DateFrom | None = None
    tier: Tier
    parties: tuple[Party, ...] = ()
    steps: tuple[Step, ...] = ()
    members: tuple[Member, ...] = ()
    stories: int
    documents: int
    judged: str | None = None


class ConflictValue(Struct, frozen=True, kw_only=True):
    """One of the values that stories disagree on, with what tells it, since when."""

    value: str
    affairs: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    stories: int
    since: date | None = None


class Settled(Struct, frozen=True, kw_only=True):
    """How a conflict was settled; under ``outlier`` the value is the one to doubt."""

    by: Literal["official", "outlier", "later", "person"]
    because: str
    value: str | None = None


class Conflict(Struct, frozen=True, kw_only=True, tag_field="object", tag="conflict"):
    """Stories that claim different values, dates or statuses for the same thing."""

    id: str
    of: Literal["figure", "date", "status"]
    values: tuple[ConflictValue, ...]
    official: str | None = None
    settled: Settled | None = None


class Altered(Struct, frozen=True, kw_only=True, tag_field="object", tag="altered"):
    """What a copy, or a later version, changed of the text that it was taken from."""

    document: str
    source: str
    field: Literal["value", "date", "name", "place", "status", "quotation"]
    before: str
    after: str
    because: str


class Promise(Struct, frozen=True, kw_only=True, tag_field="object", tag="promise"):
    """An offer, pledge, plan or condition followed over time; ``id`` is its affair's, ``said``
    counts the stories that tell it, ``state`` is the last step.
    """

    id: str
    by: tuple[Party, ...] = ()
    to: tuple[Party, ...] = ()
    content: str
    amount: Value | None = None
    unit: str | None = None
    delivered: Value | None = None
    due: Period | None = None
    said: int
    steps: tuple[Step, ...] = ()
    state: PromiseStep


class Judgement(Struct, frozen=True, kw_only=True, tag_field="object", tag="judgement"):
    """What a person decided; appended, never changed. ``core`` is what it was given on: after a
    better reading it counts only where that core is the same. ``slot`` and ``value`` are a person's
    correction.
    """

    id: str
    of: tuple[str, ...]
    verdict: Literal["right", "wrong", "same", "different", "settled"]
    core: str
    slot: str | None = None
    value: str | None = None
    because: str = ""
    by: str = ""
    at: datetime
    undone: bool = False


AccountObject = AccountDocument | Affair | Conflict | Altered | Promise | Judgement
