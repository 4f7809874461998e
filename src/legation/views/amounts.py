"""Amounts as a table prints them: one scale for all of them, two decimals, a true minus sign."""

from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct

from legation.model.accounts import Country
from legation.model.wording import SCALES

NONE = "–"
STEPS = (*SCALES[1:], (Decimal(10) ** 3, "thousand"))


class Scale(Struct, frozen=True):
    """What amounts are divided by, and the word for it."""

    divisor: Decimal
    word: str

    def of(self, value: Decimal | None) -> str:
        """``12.11``, ``−12.06``; ``–`` for what is missing, and ``0`` only for a zero."""
        if value is None:
            return NONE
        if not value:
            return "0"
        shown = f"{value / self.divisor:,.2f}"
        return (
            ("<0.01" if value > 0 else "−<0.01")
            if shown in {"0.00", "-0.00"}
            else shown.replace("-", "−")
        )


def scale(values: Iterable[Decimal | None]) -> Scale:
    """The scale at which the largest of some amounts has at least one digit before the point."""
    largest = max((abs(value) for value in values if value is not None), default=Decimal(0))
    return next(
        (Scale(size, word) for size, word in STEPS if largest >= size), Scale(Decimal(1), "")
    )


def per_cent(value: Decimal | None) -> str:
    """``13.3 %``; less than a twentieth of a per cent is ``<0.1 %``."""
    if value is None:
        return NONE
    if value and abs(value) < Decimal("0.05"):
        return "<0.1 %"
    return f"{value:,.1f} %".replace("-", "−")


def capital(words: str) -> str:
    """The same with a capital at its beginning."""
    return words[:1].upper() + words[1:]


def whose(place: Country) -> str:
    """``EU``, ``Kazakhstan's``, ``the Netherlands'``: what stands before "exports"."""
    if place.code == "EUR":
        return "EU"
    return f"{place.name}'" if place.name.endswith("s") else f"{place.name}'s"


def written(place: Country) -> str:
    """The code as people type it: ``EU`` for the European Union."""
    return "EU" if place.code == "EUR" else place.code
