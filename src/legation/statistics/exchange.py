"""The ECB's reference rates: how many units of a currency one euro bought, on average over a
stretch of months.
"""

from datetime import date
from decimal import Decimal
from functools import cache

from msgspec.structs import replace

from legation.statistics import months
from legation.statistics.amounts import Amount, Found, Gap, absent, unpublished
from legation.statistics.reading import manifest, rows

TABLE = "exchange_rates"
EURO = "EUR"
SIX = Decimal("0.000001")
QUERY = """
SELECT currency, list(CAST(left(period, 4) AS INTEGER) * 12 + CAST(substr(period, 6, 2) AS INTEGER)
    - 1), list(rate), list(days)
FROM {table} GROUP BY currency
"""


@cache
def rates() -> dict[str, dict[int, tuple[Decimal, int]]]:
    """Mean rate and number of days by currency and month."""
    return {
        currency: dict(zip(held, zip(rates, days, strict=True), strict=True))
        for currency, held, rates, days in rows(TABLE, QUERY)
    }


def rate(currency: str, stretch: range, as_of: date | None = None) -> Found:
    """The mean of the daily reference rates over the stretch, every day counting the same."""
    entry = manifest()[TABLE]
    if currency not in rates():
        return unpublished(f"the ECB publishes no reference rate of {currency}")
    months_held = rates()[currency]
    missing = [month for month in stretch if month not in months_held]
    if missing:
        return _missing(currency, missing[0], months_held)
    if as_of and as_of < months.first_day(stretch.stop):
        return absent(f"{currency} per euro: {months.words(stretch)} was not over on {as_of}")
    days = sum(months_held[month][1] for month in stretch)
    mean = (
        sum((months_held[month][0] * months_held[month][1] for month in stretch), Decimal(0)) / days
    )
    return Amount(
        value=mean.quantize(SIX),
        unit=currency,
        origin=entry.origin,
        series=f"D.{currency}.EUR.SP00.A",
        stretch=stretch,
        said=f"{currency} per euro, mean of {days} daily reference rates of "
        f"{months.words(stretch)}",
    )


def _missing(currency: str, month: int, held: dict[int, tuple[Decimal, int]]) -> Found:
    last = max(max(cells) for cells in rates().values())
    if month > last:
        return absent(f"no exchange rate at hand: {currency} per euro after {months.named(last)}")
    return unpublished(
        f"the ECB publishes no reference rate of {currency} for {months.named(month)}"
        f" (from {months.named(min(held))} to {months.named(max(held))})"
    )


def converted(found: Amount, currency: str, as_of: date | None = None) -> Found:
    """An amount in another currency, at the ECB's mean rates of the same stretch; its definition
    says so.
    """
    if currency == found.unit:
        return found
    prices = {unit: _price(unit, found.stretch, as_of) for unit in (found.unit, currency)}
    for price in prices.values():
        if not isinstance(price, Decimal):
            return price
    factor = _quotient(prices[currency], prices[found.unit])
    told = f"{factor.quantize(SIX).normalize()} per {'euro' if found.unit == EURO else found.unit}"
    return replace(
        found,
        value=(found.value * factor).quantize(Decimal(1)),
        unit=currency,
        said=f"{found.said}; in {currency} at the ECB's mean of that period, {told}",
    )


def _price(currency: str, stretch: range, as_of: date | None) -> Decimal | Gap:
    if currency == EURO:
        return Decimal(1)
    price = rate(currency, stretch, as_of)
    return price.value if isinstance(price, Amount) else price


def _quotient(one: Decimal | Gap, other: Decimal | Gap) -> Decimal:
    assert isinstance(one, Decimal)
    assert isinstance(other, Decimal)
    return one / other
