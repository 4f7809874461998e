"""Figures and readings made by hand."""

from datetime import date
from decimal import Decimal
from typing import Any

from legation.model import (
    Document,
    Figure,
    Party,
    Period,
    Product,
    Reading,
    Span,
    Value,
    content_id,
    plain,
    value,
    year,
)

SCALES = {"": 1, "m": 10**6, "bn": 10**9, "trn": 10**12}


def amount(digits: str, scale: str = "bn", unit: str = "EUR") -> Value:
    """ "12.1" and "bn" as the mentions room reads "€12.1 bn"."""
    sign = {"EUR": "€", "USD": "$"}.get(unit, "")
    tail = " %" if unit == "%" else f" {scale}"
    return value(
        Decimal(digits.replace(",", "")), Decimal(SCALES[scale]), f"{sign}{digits}{tail}".strip()
    )


def figure(measure: str, digits: str, **fields: Any) -> Figure:
    """A sure figure of the document's own voice; ``period`` may be a year's number, ``scale`` a
    word.
    """
    unit = fields.pop("unit", "%" if measure in ("growth", "share") else "EUR")
    scale = fields.pop("scale", "" if unit == "%" else "bn")
    period = fields.pop("period", 2021)
    place = fields.pop("at", 0)
    defaults: dict[str, Any] = {
        "evidence": (Span(place, place + 5),),
        "sentence": Span(place // 100 * 100, place // 100 * 100 + 100),
        "confidence": 0.95,
        "tier": "sure",
        "reporter": "EUR",
        "partner": "KAZ",
        "voice": "outlet",
    }
    given = defaults | fields
    given.setdefault("id", content_id(measure, digits, place, unit, period))
    return Figure(
        measure=measure,  # type: ignore[arg-type]
        value=amount(digits, scale, unit),
        unit=unit,
        period=year(period) if isinstance(period, int) else period,
        **given,
    )


def reading(text: str = "", published: date | None = None, **fields: Any) -> Reading:
    """A reading of a document with no mentions."""
    return Reading(
        document=Document(id="d", text=text, published=published), sentences=(), **fields
    )


def authority(actor: str | None, name: str | None = None) -> Party:
    """A party to whose word a figure is given."""
    return Party(mention=None, actor=actor, name=name)


def fuels() -> Product:
    """Chapter 27."""
    return Product(scheme="HS", code="27", name="mineral fuels")


__all__ = ["Period", "amount", "authority", "figure", "fuels", "plain", "reading"]
