"""Questions to official statistics and what comes back.

"Not published", "not at hand" and "zero" are three different answers: zero is an observation, the
others an absence.
"""

from decimal import Decimal
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from legation.model.checks import Observation
from legation.model.periods import Period

SeriesMeasure = Literal[
    "trade_total",
    "exports",
    "imports",
    "balance",
    "share",
    "growth",
    "change",
    "rate",
    "supply_share",
    "rank",
    "concentration",
    "trend",
    "gdp",
    "gdp_growth",
    "population",
    "duty",
    "duty_rate",
]
Absence = Literal["not_published", "not_at_hand"]
Flow = Literal["exports", "imports", "trade_total"]
OPPOSITE: dict[str, Any] = {"exports": "imports", "imports": "exports"}


class Definition(Struct, frozen=True, kw_only=True):
    """The choices behind an official number. Codes are ISO 3166 alpha-3, ``EUR`` for the European
    Union, ``WLD`` the world.

    ``exports`` and ``imports`` are the reporter's. ``product`` is ``TOTAL`` or a code of ``scheme``
    (``HS27`` is scheme ``HS``, product ``27``). ``EUR`` is the EU of 27 members whatever the
    period; ``EUR:EU28`` that of 2013 to January 2020.

    ``flow`` says what a ``share``, ``growth`` or ``change`` is of (exports if it is left out). A
    share and a growth are in per cent. ``of`` is the denominator of a share: ``TOTAL`` (of all
    products), ``WLD`` (of the reporter's trade with all partners; for the EU with all outside it),
    or a code of a reporter, ``EUR`` (a member's part in the EU's trade with that partner). ``base``
    is the period that a growth starts from; without it the same stretch a year earlier. A
    ``change`` is the same in money: the flow of the period less that of the base, both of one
    vintage.

    A ``rank`` is the place of ``partner`` among the reporter's partners (``of`` ``WLD`` or a group
    of countries), or of the reporter among the EU's members in trade with ``partner`` (``of``
    ``EUR``), 1 being the largest. A ``concentration`` is the Herfindahl-Hirschman index, 0 to
    10,000, of the reporter's partners, or with ``of`` ``EUR`` of the EU's members in trade with
    ``partner``. A ``trend`` is the least-squares slope of the years from ``base`` to ``period``, in
    per cent of their mean a year. With scheme ``CRM`` rank and concentration are of the suppliers
    of a raw material, at the stage ``of``.

    ``gdp``, ``gdp_growth`` (real, in per cent) and ``population`` are the reporter's, with the
    partner ``WLD``; a share ``of`` ``GDP`` is of the reporter's gross domestic product. ``duty`` is
    the customs duty that the reporter collected on imports from the partner, ``duty_rate`` its part
    in them in per cent.

    A ``rate`` is how many ``unit`` one euro bought on average in the period. A ``supply_share`` is
    the part of ``partner`` in the supply of the raw material ``product`` (scheme ``CRM``, by name:
    ``lithium``) to ``reporter`` (``EUR`` or ``WLD``) at the stage ``of`` (``extraction`` or
    ``processing``), by the study of the year ``period``.
    """

    measure: SeriesMeasure
    reporter: str
    partner: str
    scheme: str = "HS"
    product: str = "TOTAL"
    period: Period
    unit: str = "EUR"
    scope: Literal["goods", "goods_and_services"] = "goods"
    base: Period | None = None
    of: str | None = None
    flow: Flow | None = None

    @property
    def mirror(self) -> "Definition":
        """The same trade in the partner's statistics: its imports for the reporter's exports, and
        the other way round.

        A balance keeps its measure and so changes its sign.
        """
        return replace(
            self,
            reporter=self.partner,
            partner=self.reporter,
            measure=OPPOSITE.get(self.measure, self.measure),
            flow=OPPOSITE.get(self.flow, self.flow) if self.flow else None,
        )


class Question(Struct, frozen=True, kw_only=True):
    """What a record asks of the statistics.

    ``record`` is the id of the record that asks. ``licence`` says how the text speaks for this
    definition: ``stated`` or implied by its silence (gives ``matches``), ``licensed`` by its words
    (``matches_alt``), ``mirror`` (the partner's number), or ``unlicensed`` (shown as nearby, never
    a verdict). ``because`` are the words for the reader.
    """

    record: str
    definition: Definition
    licence: Literal["stated", "licensed", "mirror", "unlicensed"]
    because: str


class Answer(Struct, frozen=True, kw_only=True):
    """The observation that answers a question, or why there is none."""

    question: Question
    observation: Observation | None
    absence: Absence | None = None
    reason: str = ""
    band: Decimal = Decimal(0)
    """The measured revision band of that series at that age, as a share of the value (0.012 is 1.2
    %).
    """
    converted: bool | None = None
    """Whether the value was converted into the currency asked for; unknown where nobody says."""
    would_settle: str = ""
    """Of an absence: the command that would bring what is missing, with its size."""
    early: Decimal = Decimal(0)
    """The same of a first print, for a text that may have quoted one."""
