"""What a look-up comes back with: an amount with its pedigree, or a gap with its reason."""

from decimal import Decimal
from typing import Any

from msgspec import Struct

from legation.model.series import Absence
from legation.statistics.reading import Origin


class Amount(Struct, frozen=True, kw_only=True):
    """A value in ``unit``. ``said`` is the definition in words; ``band`` the measured revision
    band as a share of the value, ``early`` that of a first print.
    """

    value: Decimal
    unit: str
    origin: Origin
    series: str
    stretch: range
    said: str
    title: "Title | None" = None
    band: Decimal = Decimal(0)
    early: Decimal = Decimal(0)


class Title(Struct, frozen=True, kw_only=True):
    """What a plain flow is of, and how it is valued, for a sum or difference to speak of both its
    parts in one clause.
    """

    flow: Any
    valued: str


class Gap(Struct, frozen=True, kw_only=True):
    """Why there is no amount, in words for a reader."""

    absence: Absence
    reason: str


Found = Amount | Gap


def absent(reason: str) -> Gap:
    """Nothing here holds it; somebody else may."""
    return Gap(absence="not_at_hand", reason=reason)


def unpublished(reason: str) -> Gap:
    """The source has the series and left this cell empty."""
    return Gap(absence="not_published", reason=reason)
