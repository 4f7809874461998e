"""Numbers, periods and countries as a desk officer reads them."""

from decimal import Decimal
from functools import cache

from msgspec import Struct

from legation.checks.bounds import FOREVER, Bounds
from legation.lexicon import provenance, table
from legation.model import Observation, Period, Value
from legation.model.wording import CURRENCY_SIGNS as SIGNS
from legation.model.wording import MINUS, MONTHS, SCALES

MOST = 7
"""So many digits after the point are shown at most."""
WITH_ARTICLE = frozenset(
    {"USA", "GBR", "ARE", "NLD", "PHL", "BHS", "GMB", "COM", "MDV", "CAF", "DOM"}
)


class CountryName(Struct, frozen=True, kw_only=True):
    """A row of ``countries.csv``; only the name is wanted here."""

    code: str
    alpha2: str = ""
    name: str = ""
    official: str = ""
    wikidata: str = ""


@cache
def _names() -> dict[str, str]:
    return {row.code: row.name for row in table("countries", CountryName)} | {
        "EUR": "the EU",
        "WLD": "the world",
    }


def country(code: str | None) -> str:
    """The name of a country or body; the code itself where it has none."""
    if code is None:
        return "an unnamed party"
    if code == "EUR:EU28":
        return "the EU of 28"
    name = _names().get(code.split(":")[0], code)
    return f"the {name}" if code in WITH_ARTICLE else name


def amount(number: Decimal, unit: str, beside: Bounds | None = None) -> str:
    """A value of a series: "€12.110 bn", "66.4 %".

    Args:
        number: the value in base units.
        unit: its unit.
        beside: an interval that is told with it: there are digits enough to see on which side of
            its ends the value lies.
    """
    scale, word = (Decimal(1), "") if unit == "%" else _scale(number)
    least = 1 if unit == "%" else 3 if word else 0
    places = next((n for n in range(least, MOST) if _tells(number, scale, n, beside)), MOST)
    if unit == "%":
        return f"{_rounded(number, places)} %"
    return _signed(format(number / scale, f",.{places}f"), word, unit)


def _tells(number: Decimal, scale: Decimal, places: int, beside: Bounds | None) -> bool:
    shown = round(number / scale, places) * scale
    return beside is None or beside.holds(shown) == beside.holds(number)


def written(value: Value, unit: str) -> str:
    """The figure as its sentence writes it, with its unit where the words do not show one."""
    bare = " ".join(value.written.split())
    has_unit = any(not c.isdigit() and not c.isspace() and c not in ".,-–" for c in bare)
    return bare if has_unit else short(value.middle, unit)


def short(number: Decimal, unit: str) -> str:
    """The same with no more digits than it has: "€12.1 bn", "41 %"."""
    return _signed(digits(number / _scale(number)[0]), _scale(number)[1], unit)


def interval(bounds: Bounds, unit: str) -> str:
    """An interval: "€12.05–12.15 bn", "40.5–41.5 %", "more than €40 bn"."""
    if bounds.high >= FOREVER:
        return f"more than {short(bounds.low, unit)}"
    if bounds.low <= -FOREVER:
        return f"less than {short(bounds.high, unit)}"
    scale, word = _scale(max(abs(bounds.low), abs(bounds.high)))
    low, high = digits(bounds.low / scale), digits(bounds.high / scale)
    joiner = " to " if low.startswith("-") or high.startswith("-") else "–"
    return _signed(f"{low}{joiner}{high}", word, unit)


def percent(number: Decimal) -> str:
    """A change in per cent with its sign: "+66.4 %"."""
    return f"{'+' if number >= 0 else MINUS}{_rounded(abs(number), 1)} %"


def times(number: Decimal) -> str:
    """A multiple of the base: "1.12 times"."""
    return f"{_rounded(number, 2)} times"


def points(gap: Decimal) -> str:
    """A gap between two percentages: "3.2 percentage points above"."""
    return f"{_rounded(abs(gap), 1)} percentage points {'above' if gap > 0 else 'below'}"


def off_by(seen: Decimal, official: Decimal) -> str:
    """How far a number is from the official one: "24 % above"."""
    if official == 0:
        return "far from it"
    part = (seen - official) / abs(official) * 100
    return f"{_rounded(abs(part), 1 if abs(part) < 10 else 0)} % {'above' if part > 0 else 'below'}"


def when(period: Period) -> str:
    """A period: "2023", "Jan–Nov 2022", "May 2021"."""
    if period.start is None or period.end is None:
        return period.edtf
    first, last = period.start, period.end
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    if first.year == last.year:
        return f"{MONTHS[first.month - 1][:3]}–{MONTHS[last.month - 1][:3]} {first.year}"
    return f"{MONTHS[first.month - 1][:3]} {first.year}–{MONTHS[last.month - 1][:3]} {last.year}"


def cited(observation: Observation) -> str:
    """An observation with its definition, and who published it when."""
    whose = provenance.words(observation.dataset, observation.vintage)
    return f"{observation.definition} ({whose})"


def _scale(number: Decimal) -> tuple[Decimal, str]:
    return next(((s, w) for s, w in SCALES if abs(number) >= s), (Decimal(1), ""))


def _signed(digits: str, word: str, unit: str) -> str:
    sign = SIGNS.get(unit, "")
    tail = word if sign else " ".join(part for part in (word, unit) if part)
    minus = "-" if sign and digits.startswith("-") and " to " not in digits else ""
    shown = f"{minus}{sign}{digits.removeprefix(minus)}".replace("-", MINUS)
    return f"{shown}{' ' if tail else ''}{tail}"


def _rounded(number: Decimal, places: int) -> str:
    return format(number, f",.{places}f").replace("-", MINUS)


def digits(number: Decimal) -> str:
    """A number with at most four digits after the point, no idle zeros."""
    text = format(number, ".4f")
    return text.rstrip("0").rstrip(".") if "." in text else text
