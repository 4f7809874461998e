"""Words in the one form in which two writings of them are equal: "thirty" and "30", "1.5 billion"
and "1,500 million", "6 November" and "November 6", "€5" and "5 euros".
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from msgspec import Struct

from legation.lexicon import table, word_list, word_set
from legation.model import Span

TOKEN = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+(?:['’\-][^\W\d_]+)*|[%€$£¥₹₽₺]")
ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
YEARS = range(1900, 2101)
DAYS = range(1, 32)
Sort = Literal["word", "number", "date", "unit"]


class Token(NamedTuple):
    """A word or a short run of words, as it is compared and where it stands."""

    key: str
    sort: Sort
    span: Span


class NumberWord(Struct, frozen=True, kw_only=True):
    """A row of ``number_words.csv``."""

    word: str
    value: Decimal
    kind: str
    money: str = ""


class Month(Struct, frozen=True, kw_only=True):
    """A row of ``months.csv``."""

    name: str
    number: int
    short: tuple[str, ...] = ()
    alone: bool = False


class PlaceWord(Struct, frozen=True, kw_only=True):
    """A row of ``place_words.csv``."""

    word: str
    before: tuple[str, ...]


class Currency(Struct, frozen=True, kw_only=True):
    """A row of ``currencies.csv``."""

    code: str
    names: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    tld: tuple[str, ...] = ()
    word: str = ""


@cache
def number_words() -> dict[str, NumberWord]:
    """Numbers and scales by their words."""
    return {row.word: row for row in table("number_words", NumberWord)}


@cache
def month_names() -> dict[str, int]:
    """Months by their names, long and short."""
    rows = table("months", Month)
    return {name: row.number for row in rows for name in (row.name, *row.short)}


def weekdays() -> frozenset[str]:
    """The names of the days."""
    return word_set("account", "writing.weekdays")


@cache
def ordinals() -> dict[str, int]:
    """Numbers by their ordinals."""
    return {word: place for place, word in enumerate(word_list("account", "writing.ordinals"), 1)}


@cache
def words_before(what: str) -> frozenset[str]:
    """The words after which a name is that of a ``place``, or of a ``month``."""
    return frozenset(row.word for row in table("place_words", PlaceWord) if what in row.before)


@cache
def currencies() -> dict[str, str]:
    """Codes of currencies by the single words and signs that stand for them; of several the first
    in the table.
    """
    found: dict[str, str] = {}
    for row in table("currencies", Currency):
        for word in (row.code.lower(), *row.bare, *row.symbols):
            found.setdefault(word, row.code)
            found.setdefault(f"{word}s", row.code)
    return found


@lru_cache(maxsize=100_000)
def plain(word: str) -> str:
    """Without case and accents."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFKD", word.replace("’", "'").casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def tokens(text: str, at: int = 0) -> list[Token]:
    """The words of a text in their one form.

    Args:
        text: a sentence.
        at: where it starts in its document.
    """
    raw = [(plain(m.group()), m.group(), m.start() + at, m.end() + at) for m in _words(text)]
    made = list(_read(raw))
    return list(_dates(list(_money(made))))


def _words(text: str) -> Iterator[re.Match[str]]:
    return TOKEN.finditer(text)


Raw = tuple[str, str, int, int]


def _read(raw: Sequence[Raw]) -> Iterator[Token]:
    """Numbers with their scales as one token; every other word as it is."""
    place = 0
    while place < len(raw):
        end, number = _number(raw, place)
        span = Span(raw[place][2], raw[max(place, end - 1)][3])
        if number is not None:
            yield Token(f"#{number}", "number", span)
            place = end
            continue
        word = raw[place][0]
        if word in ordinals():
            yield Token(f"#{ordinals()[word]}", "number", span)
        elif word in word_set("account", "writing.percent") or (
            word == "per" and raw[place + 1 : place + 2] and _cent(raw, place)
        ):
            place += word == "per"
            yield Token("%", "unit", Span(span.start, raw[place][3]))
        else:
            yield Token(word, "word", span)
        place += 1


def _cent(raw: Sequence[Raw], place: int) -> bool:
    return raw[place + 1][0] == "cent"


def _number(raw: Sequence[Raw], place: int) -> tuple[int, Decimal | None]:
    """Where a number that starts here ends, and what it is worth."""
    word = raw[place][0]
    if word[0].isdigit():
        value = _digits(word)
        end = place + 1
    elif _counts(word):
        value, end = _spelled(raw, place)
    else:
        return place, None
    if value is None:
        return place, None
    if end < len(raw) and ORDINAL.fullmatch(raw[end][0]):
        end += 1
    while end < len(raw) and (scale := number_words().get(raw[end][0])):
        if scale.kind != "scale":
            break
        value *= scale.value
        end += 1
    return end, value.normalize() if value != value.to_integral_value() else Decimal(int(value))


def _counts(word: str) -> bool:
    """Whether a word is a number to compare."""
    if word in word_set("account", "writing.articles"):
        return False
    return word in number_words() and number_words()[word].kind != "scale"


def _digits(word: str) -> Decimal | None:
    digits = word.replace(",", "")
    if digits.count(".") > 1:
        digits = digits.replace(".", "")
    return Decimal(digits) if digits.replace(".", "").isdecimal() else None


def _spelled(raw: Sequence[Raw], place: int) -> tuple[Decimal, int]:
    """ "forty-two", "twenty one": tens with a one behind them."""
    row = number_words()[raw[place][0]]
    value, end = row.value, place + 1
    after = number_words().get(raw[end][0]) if end < len(raw) else None
    if row.kind == "ten" and after is not None and after.kind == "one" and after.value < 10:
        value, end = value + after.value, end + 1
    return value, end


def _money(found: Sequence[Token]) -> Iterator[Token]:
    """A sign of a currency before its number stands behind it, as its name would."""
    place = 0
    while place < len(found):
        token = found[place]
        code = currencies().get(token.key) if token.sort == "word" else None
        after = found[place + 1] if place + 1 < len(found) else None
        if code is None:
            yield token
        elif after is not None and after.sort == "number" and not token.key.isalpha():
            yield after
            yield Token(code, "unit", token.span)
            place += 1
        else:
            yield Token(code, "unit", token.span)
        place += 1


def _dates(found: Sequence[Token]) -> Iterator[Token]:
    """A day with its month as one token, whatever their order; years and weekdays alone."""
    place = 0
    while place < len(found):
        here = found[place : place + 2]
        if len(here) == 2 and (day := _day_of_month(here[0], here[1])):
            yield Token(day, "date", Span(here[0].span.start, here[1].span.end))
            place += 2
            continue
        token = found[place]
        ahead = found[place - 1] if place else None
        yield Token(token.key, "date", token.span) if _is_date(token, ahead) else token
        place += 1


def _day_of_month(one: Token, other: Token) -> str | None:
    month, day = month_names().get(one.key), _whole(other)
    if month is None:
        month, day = month_names().get(other.key), _whole(one)
    return f"@{month}-{day}" if month is not None and day in DAYS else None


def _whole(token: Token) -> int | None:
    digits = token.key.removeprefix("#")
    return int(digits) if token.sort == "number" and digits.isdecimal() else None


def _is_date(token: Token, ahead: Token | None) -> bool:
    """A year, a weekday, or a month; "may" and "march" only after "in", "since" …"""
    if token.sort == "number":
        return _whole(token) in YEARS and token.span.end - token.span.start == 4
    if token.key in weekdays():
        return True
    if token.key not in month_names():
        return False
    if token.key not in word_set("account", "writing.verbs"):
        return True
    return ahead is not None and ahead.key in words_before("month")
