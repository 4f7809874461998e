"""The ECB's reference rates: how many units of a currency one euro bought, on average over a stretch of months."""

from datetime import date
from decimal import Decimal
from functools import cache

from legation.statistics import months
from legation.statistics.amounts import Amount, Found, absent, unpublished
from legation.statistics.reading import manifest, rows

TABLE = "exchange_rates"
QUERY = """
SELECT currency, list(CAST(left(period, 4) AS INTEGER) * 12 + CAST(substr(period, 6, 2) AS INTEGER) - 1), list(rate), list(days)
FROM {table} GROUP BY currency
"""


@cache
def _rates() -> dict[str, dict[int, tuple[Decimal, int]]]:
    return {
        currency: dict(zip(held, zip(rates, days, strict=True), strict=True))
        for currency, held, rates, days in rows(TABLE, QUERY)
    }


def rate(currency: str, stretch: range, as_of: date | None = None) -> Found:
    """The mean of the daily reference rates over the stretch, every day counting the same."""
    entry = manifest()[TABLE]
    if currency not in _rates():
        return unpublished(f"the ECB publishes no reference rate of {currency}")
    months_held = _rates()[currency]
    missing = [month for month in stretch if month not in months_held]
    if missing:
        return _missing(currency, missing[0], months_held)
    if as_of and as_of < months.first_day(stretch.stop):
        return absent(f"{currency} per euro: {months.words(stretch)} was not over on {as_of}")
    days = sum(months_held[month][1] for month in stretch)
    mean = sum((months_held[month][0] * months_held[month][1] for month in stretch), Decimal(0)) / days
    return Amount(
        value=mean.quantize(Decimal("0.000001")),
        unit=currency,
        origin=entry.origin,
        series=f"D.{currency}.EUR.SP00.A",
        stretch=stretch,
        said=f"{currency} per euro, mean of {days} daily reference rates of {months.words(stretch)}",
    )


def _missing(currency: str, month: int, held: dict[int, tuple[Decimal, int]]) -> Found:
    last = max(max(cells) for cells in _rates().values())
    if month > last:
        return absent(f"{currency} per euro: the snapshot ends in {months.named(last)}")
    return unpublished(
        f"the ECB publishes no reference rate of {currency} for {months.named(month)}"
        f" (from {months.named(min(held))} to {months.named(max(held))})"
    )


def converted(found: Amount, currency: str, as_of: date | None = None) -> Found:
    """An amount in euro in another currency, at the mean rate of the same stretch; its definition says so."""
    if currency == found.unit:
        return found
    price = rate(currency, found.stretch, as_of)
    if not isinstance(price, Amount):
        return price
    return Amount(
        value=(found.value * price.value).quantize(Decimal(1)),
        unit=currency,
        origin=found.origin,
        series=found.series,
        stretch=found.stretch,
        said=f"{found.said}; in {currency} at the ECB's mean of that period, {price.value.normalize()} per euro",
        band=found.band,
    )
