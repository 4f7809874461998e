"""The units that the headers of tables name: "EUR million", "thousand tonnes", "%"."""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache

from msgspec import Struct

from legation.lexicon import table, word_map

SCALES = word_map("figures", "table_units.scales", int)
"""Powers of ten."""
SCALE = r"thousands?|['’]?000|millions?|mn|mln|m|billions?|bn|trillion|tn"
PERCENT = re.compile(r"%|\bper ?cent\b|\bpct\b", re.I)


class MoneyRow(Struct, frozen=True):
    """What is read of a row of ``currencies.csv``."""

    code: str
    names: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    word: bool = False


class PlainRow(Struct, frozen=True):
    """What is read of a row of ``units.csv``."""

    unit: str
    factor: Decimal
    words: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()


class Headed(Struct, frozen=True):
    """A unit and what one of the numbers under the header is worth in it."""

    unit: str
    factor: Decimal


def headed(title: str) -> Headed | None:
    """The unit that a header names, or None where it names none, a rate of two ("USD/t"), or
    several.
    """
    found = [*_money(title), *_plain(title)]
    if PERCENT.search(title):
        found.append(Headed("%", Decimal(1)))
    return found[0] if len(set(found)) == 1 else None


def _money(title: str) -> list[Headed]:
    found = []
    for match in _currencies().finditer(title):
        code = _codes()[(match["sign"] or "").lower()]
        scale = (match["before"] or match["after"] or "").lower()
        if not title[match.end() :].lstrip().startswith(("/", "per ")):
            found.append(Headed(code, Decimal(10) ** SCALES.get(scale, 0)))
    return found


def _plain(title: str) -> list[Headed]:
    found = []
    for match in _units().finditer(title):
        unit, factor = (
            _factors()[match["sign"]]
            if match["sign"] in _factors()
            else _factors()[match["sign"].lower()]
        )
        if not title[: match.start()].rstrip().endswith(("/", " per")):
            found.append(
                Headed(unit, factor * Decimal(10) ** SCALES.get((match["before"] or "").lower(), 0))
            )
    return found


@cache
def _codes() -> dict[str, str]:
    """Codes, signs and names of the currencies that mean one of them; the first row has a shared
    sign.
    """
    held: dict[str, str] = {}
    for row in table("currencies", MoneyRow):
        names = [row.code.lower(), *row.names, *row.symbols, *(f"{n}s" for n in row.names)]
        names += [*row.bare, *(f"{b}s" for b in row.bare)]
        for name in names if not row.word else names[1:]:
            held.setdefault(name.lower(), row.code)
    return held


@cache
def _currencies() -> re.Pattern[str]:
    signs = _either(_codes())
    leading, trailing = (
        rf"(?<!\w)(?:(?P<before>{SCALE})\.? (?:of )?)?",
        rf"[ ,]*(?P<after>{SCALE})?(?!\w)",
    )
    return re.compile(rf"{leading}(?P<sign>{signs})(?:(?!\w)|(?=bn|mn|m\b)){trailing}", re.I)


@cache
def _factors() -> dict[str, tuple[str, Decimal]]:
    held: dict[str, tuple[str, Decimal]] = {}
    for row in table("units", PlainRow):
        if row.unit in ("%", "pp"):
            continue
        for name in (*row.signs, *row.words, *(f"{w}s" for w in row.words)):
            if len(name) > 1 or name == "t":
                held.setdefault(name, (row.unit, row.factor))
    return held


@cache
def _units() -> re.Pattern[str]:
    words = [name for name in _factors() if len(name) > 3]
    signs = [name for name in _factors() if len(name) <= 3]
    return re.compile(
        rf"(?<!\w)(?:(?P<before>(?i:{SCALE}))\.? (?:of )?)?(?P<sign>(?i:{_either(words)})"
        rf"|{_either(signs)})(?!\w)"
    )


def _either(names: Iterable[str]) -> str:
    return "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True))
