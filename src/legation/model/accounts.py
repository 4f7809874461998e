"""Accounts of official series, as the statistics make them and views and exports show them.

The trade of a dyad, a country among its rivals, what somebody depends on, and series by their keys.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from hashlib import blake2b
from typing import Literal

from msgspec import Struct

from legation.model.checks import Observation
from legation.model.periods import Period
from legation.model.series import Absence


class Entry(Struct, frozen=True, kw_only=True):
    """``value`` and ``observation`` are both there or both null; then ``reason`` says why and
    ``absence`` which kind.
    """

    value: Decimal | None = None
    observation: Observation | None = None
    absence: Absence | None = None
    reason: str = ""


class Country(Struct, frozen=True, kw_only=True):
    """A code with its name."""

    code: str
    name: str


By = Literal["year", "month", "member", "chapter", "section"]


class Row(Struct, frozen=True, kw_only=True):
    """One line: exports and imports are the reporter's; ``share`` is the line's part in the
    account's total, in per cent.
    """

    code: str
    name: str
    exports: Entry
    imports: Entry
    total: Entry
    balance: Entry
    export_share: Decimal | None = None
    import_share: Decimal | None = None


class Gap(Struct, frozen=True, kw_only=True):
    """What the partner's number differs by from the reporter's, in per cent of the reporter's; CIF
    and FOB explain a part.
    """

    flow: str
    reporters: Entry
    partners: Entry
    per_cent: Decimal | None


class Account(Struct, frozen=True, kw_only=True):
    """The trade of ``reporter`` with ``partner`` over ``period``. ``covered`` says which part of
    the total the lines make up.
    """

    reporter: Country
    partner: Country
    period: Period | None
    by: By
    unit: str
    rows: tuple[Row, ...]
    total: Row
    mirror: tuple[Gap, ...]
    covered: dict[str, Decimal]
    missing: tuple[str, ...]


class Reach(Struct, frozen=True, kw_only=True):
    """What stands around an account.

    ``parts`` are years of which a flow has only some months, each as the line of those months that
    both flows have, or that the one has which has any; ``unlisted`` the members of the EU without
    any value; ``at_hand`` says in words which trade of the two, or with them, there is instead,
    where the account itself has no value.
    """

    parts: tuple[Row, ...]
    unlisted: tuple[Country, ...]
    at_hand: tuple[str, ...]


class Rival(Struct, frozen=True, kw_only=True):
    """One rival's trade with the place. ``exports`` and ``imports`` are the rival's own figures, in
    euros; the shares are of the place's own exports and imports with all the world."""

    rival: Country
    exports: Entry
    imports: Entry
    export_share: Entry
    import_share: Entry


class Presence(Struct, frozen=True, kw_only=True):
    """Who is present in a country's trade over a period, and what of it nobody here can say."""

    place: Country
    period: Period
    rivals: tuple[Rival, ...]
    members: tuple[tuple[Country, Entry], ...]
    rank: Entry
    missing: tuple[str, ...]


class Supplier(Struct, frozen=True, kw_only=True):
    """A country's share in per cent; ``under``: the study says only that it is less."""

    country: Country
    share: Decimal
    under: bool


class Risk(Struct, frozen=True, kw_only=True):
    """Supply risk and economic importance as one study found them; null where it gave none."""

    study: int
    supply_risk: Decimal | None
    economic_importance: Decimal | None
    critical: bool | None


class Supplies(Struct, frozen=True, kw_only=True):
    """One material at one stage, ``title`` being how we write it: suppliers, the largest first,
    and the sum of their shares.
    """

    material: str
    title: str
    stage: str
    reporter: Country
    study: int
    suppliers: tuple[Supplier, ...]
    listed: Decimal
    concentration: Decimal


class Dependence(Struct, frozen=True, kw_only=True):
    """What a reporter depends on. ``similar`` are names of materials, where the one asked for is
    not known.
    """

    reporter: Country
    material: str | None
    supplies: tuple[Supplies, ...]
    risks: dict[str, tuple[Risk, ...]]
    similar: tuple[str, ...]
    dataset: str
    source: str
    vintage: str
    licence: str
    missing: tuple[str, ...]


class Series(Struct, frozen=True, kw_only=True):
    """One series: its key in the order of Comext's, a title in words, what it covers and where it
    is from.
    """

    key: str
    title: str
    table: str
    dataset: str
    unit: str
    first: str
    last: str
    cells: int
    vintage: str
    source: str
    licence: str


class Point(Struct, frozen=True, kw_only=True):
    """A value of a series; null where the source left the cell empty."""

    period: str
    value: Decimal | None


class Shown(Struct, frozen=True, kw_only=True):
    """A series with its values, every period between first and last in its place."""

    series: Series
    points: tuple[Point, ...]
    gaps: int


class Held(Struct, frozen=True, kw_only=True):
    """What is at hand of one flow or measure. ``age`` is in days, from when its vintage was surely
    out.
    """

    what: str
    first: str
    last: str
    frequency: str
    dataset: str
    vintage: str
    source: str
    licence: str
    age: int


class Fetchable(Struct, frozen=True, kw_only=True):
    """What one command would bring over the network, in words of size and time; ``key`` is the
    variable of a key that it needs.
    """

    command: str
    brings: str
    size: str
    key: str


class Coverage(Struct, frozen=True, kw_only=True):
    """What is at hand for a country, or for a dyad, and what could be fetched."""

    place: Country
    other: Country | None
    held: tuple[Held, ...]
    fetches: tuple[Fetchable, ...]


class Query(Struct, frozen=True, kw_only=True):
    """One request: codes by dimension (several apart by ``+``), first and last period (``2023`` or
    ``2023-01``).
    """

    provider: str
    dataset: str
    key: dict[str, str]
    start: str
    end: str

    @property
    def id(self) -> str:
        """The same for the same request, whatever the order of its dimensions."""
        parts = [
            self.provider,
            self.dataset,
            *(f"{k}={v}" for k, v in sorted(self.key.items())),
            self.start,
            self.end,
        ]
        return blake2b("\x1f".join(parts).encode(), digest_size=12).hexdigest()

    @property
    def words(self) -> str:
        """``comext DS-045409 A.EU27_2020.KZ.TOTAL.2.VALUE_IN_EUROS 2023``."""
        span = self.start if self.start == self.end else f"{self.start} to {self.end}"
        return f"{self.provider} {self.dataset} {'.'.join(self.key.values())} {span}"


class Cell(Struct, frozen=True, kw_only=True):
    """One value; ``None`` is what the provider has and does not publish."""

    key: dict[str, str]
    period: str
    value: Decimal | None
    status: str = ""


class Fetched(Struct, frozen=True, kw_only=True):
    """An answer as it is kept: the query, the cells, of which vintage, from where, when."""

    query: Query
    cells: tuple[Cell, ...]
    vintage: str
    source: str
    licence: str
    retrieved: date

    def values(self, **wanted: str) -> Mapping[str, Decimal | None]:
        """Values by period of the cells whose key has the wanted codes."""
        return {
            c.period: c.value
            for c in self.cells
            if all(c.key.get(name) == code for name, code in wanted.items())
        }
