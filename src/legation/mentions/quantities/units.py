"""What a number is a number of: units and currencies from the lexicon, and the patterns that find
them beside a number.
"""

import re
from decimal import Decimal
from functools import cache

from msgspec import Struct

from legation.lexicon import table, word_map, word_set
from legation.mentions.quantities import marks
from legation.mentions.quantities.money import currencies


class UnitRow(Struct, frozen=True):
    """A row of ``units.csv``."""

    unit: str
    factor: Decimal
    words: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    per: str | None = None


class Unit(Struct, frozen=True):
    """A unit as found: its code, how many base units it is worth, the time it holds ("bpd" is a
    day's).
    """

    code: str
    factor: Decimal = Decimal(1)
    per: str | None = None
    money: bool = False
    bare: str | None = None
    """For money, the noun or sign if it names no country: "dollar", "$"."""


SMALL_COINS = word_map("quantities", "units.small_coins", str)
LOWER_CODES = word_set("quantities", "units.lower_codes")
SHARED = word_map("quantities", "units.shared", str)
INVARIANT = word_set("quantities", "units.invariant")


def _plurals(name: str) -> set[str]:
    return (
        {name, f"{name}s", f"{name}es"} if name.split()[-1] not in INVARIANT else {name, f"{name}s"}
    )


@cache
def money_names() -> dict[str, Unit]:
    """Names of money in lower case, as written after a number."""
    held: dict[str, Unit] = {}
    for noun, code in SHARED.items():
        for form in _plurals(noun) if noun.isalpha() and noun not in {"rs", "kr"} else {noun}:
            held[form] = Unit(code, money=True, bare=noun)
    for row in currencies().values():
        for name in row.bare:
            for form in _plurals(name):
                held.setdefault(form, Unit(row.code, money=True, bare=None))
        for name in (
            *row.names,
            *(n.replace(" dollar", " dlr") for n in row.names if n.endswith(" dollar")),
        ):
            for form in _plurals(name):
                held[form] = Unit(row.code, money=True)
        for symbol in row.symbols:
            held.setdefault(symbol, Unit(row.code, money=True))
    return held


@cache
def codes() -> dict[str, Unit]:
    """ISO codes, alone and with the M of millions (``MEUR``), as written."""
    held: dict[str, Unit] = {}
    for code in currencies():
        held[code] = Unit(code, money=True)
        for prefix, factor in (
            ("M", 10**6),
            ("m", 10**6),
            ("K", 10**3),
            ("k", 10**3),
            ("T", 10**3),
            ("B", 10**9),
            ("bn", 10**9),
        ):
            if (
                code
                in {
                    "EUR",
                    "USD",
                    "GBP",
                    "AUD",
                    "CAD",
                    "CHF",
                    "SEK",
                    "NOK",
                    "DKK",
                    "PLN",
                    "CZK",
                    "JPY",
                    "RUB",
                }
                or prefix == "M"
            ):
                held.setdefault(prefix + code, Unit(code, Decimal(factor), money=True))
        for suffix, factor in (("m", 10**6), ("bn", 10**9), ("k", 10**3)):
            held.setdefault(code + suffix, Unit(code, Decimal(factor), money=True))
        if code.lower() in LOWER_CODES:
            held[code.lower()] = Unit(code, money=True)
            held["m" + code.lower()] = Unit(code, Decimal(10**6), money=True)
    return held


def ordinary_word(code: str) -> bool:
    """Whether an ISO code is also a word ("ALL", "TRY", "TOP") and needs more beside it than a
    small number.
    """
    row = currencies().get(code)
    return row is not None and row.word


@cache
def _measures() -> tuple[dict[str, Unit], dict[str, Unit]]:
    spoken: dict[str, Unit] = {}
    signs: dict[str, Unit] = {}
    for row in table("units", UnitRow):
        unit = Unit(row.unit, row.factor, row.per)
        for word in row.words:
            spoken[word] = unit
            if word[-1].isalpha():
                spoken.setdefault(f"{word}s", unit)
        for sign in row.signs:
            signs[sign] = unit
    return spoken, signs


def _either(forms: set[str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda f: (-len(f), f)))


@cache
def _after_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    spoken, signs = _measures()
    lower = _either(
        set(spoken) | set(money_names()) | set(SMALL_COINS) | {"cents", "kopecks", "kopeks"}
    )
    exact = _either(set(signs) | set(codes()))
    glue = r"[ -]?(?:worth of )?"
    return re.compile(rf"{glue}({lower})(?![\w])"), re.compile(rf"[ -]?({exact})(?![\w])")


@cache
def _sign_after() -> re.Pattern[str]:
    signs = {s for s in money_names() if not s[-1].isalnum()} | {"%", "％", "٪"}
    return re.compile(rf"[ -]?({_either(signs)})(?!\d)")


def after(text: str, low: str, end: int) -> tuple[Unit, int] | None:
    """The unit or currency written after a number that ends at ``end``, and where it ends."""
    spoken, signs = _measures()
    found: list[tuple[Unit, int]] = []
    lower, exact = _after_patterns()
    if match := lower.match(low, end):
        found.append((_named(match[1], spoken), match.end()))
    if match := exact.match(text, end):
        found.append((signs.get(match[1]) or codes()[match[1]], match.end()))
    if match := _sign_after().match(low, end):
        found.append(
            (spoken.get(match[1]) or signs.get(match[1]) or money_names()[match[1]], match.end())
        )
    return max(found, key=lambda f: f[1], default=None)


def _named(form: str, spoken: dict[str, Unit]) -> Unit:
    coin = form.removesuffix("s") if form not in SMALL_COINS else form
    if coin in SMALL_COINS and form not in money_names():
        noun = SMALL_COINS[coin]
        return Unit(money_names()[noun].code, Decimal("0.01"), money=True, bare=noun)
    return spoken.get(form) or money_names()[form]


@cache
def _before_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    symbols = (
        {s for row in currencies().values() for s in row.symbols}
        | {s for s in SHARED if not s.isalpha() or len(s) == 2}
        | {"dollar", "euro"}
    )
    return (
        re.compile(rf"(?:(?<![a-z])|(?<=\d))({_either(symbols)}) ?([-−–])?$"),
        re.compile(rf"(?<![A-Za-z])({_either(set(codes()))})(?:\$|€|£|¥)?[ -]?$"),
    )


def before(text: str, low: str, start: int) -> tuple[Unit, int, bool] | None:
    """The currency written before a number that starts at ``start``: the unit, where it begins,
    whether a minus follows it.
    """
    lower, exact = _before_patterns()
    window = max(0, start - 14)
    code = exact.search(text[window:start])
    if code:
        return codes()[code[1]], window + code.start(1), False
    if marked := marks.before(text, start):
        return Unit(marked[0], money=True), marked[1], False
    sign = lower.search(low[window:start])
    if sign:
        return money_names()[sign[1]], window + sign.start(1), bool(sign[2])
    return None
