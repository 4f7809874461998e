"""Written numbers, in digits or words, with the scale word that follows them.

What is a number here is not yet a quantity: units, names and dates are the business of the
neighbours.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from msgspec import Struct

from legation.lexicon import table, word_pattern


class NumberWord(Struct, frozen=True):
    """A row of ``number_words.csv``."""

    word: str
    value: Decimal
    kind: str
    money: bool = False


class Numeral(Struct, frozen=True):
    """A written number at ``[start, end)`` of a paragraph: ``digits`` as printed times ``scale``.

    ``end`` includes the scale word, ``bare_end`` does not.
    """

    start: int
    bare_end: int
    end: int
    digits: Decimal
    scale: Decimal
    spelled: bool = False

    @property
    def scaled(self) -> bool:
        """Whether a scale word stands beside it."""
        return self.scale != 1

    @property
    def amount(self) -> Decimal:
        """Digits times scale."""
        return self.digits * self.scale


DIGITS = re.compile(
    r"""(?<![\d])(?<!\d[.,:/])(?:
      (?P<gapped>(?:(?<=usd[ ])|(?<=eur[ ])|(?<=[$€£]))\d{1,3},[ ]\d{3}  # USD 1, 234 mln
        (?=[ ]?(?:mln|million|bn|billion)\b))
    | (?P<grouped>\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)(?:\.\d+)?)            # 1,234.5  12,34,567
    | (?P<spaced>\d{1,3}(?:[ ]\d{3})+(?![\d])(?:[.,]\d+(?![\d]))?)       # 1 234,5
    | (?P<apostrophe>\d{1,3}(?:['’]\d{3})+(?![\d])(?:\.\d+)?)            # 1'234.5
    | (?P<dotted>\d{1,3}(?:\.\d{3}){2,}(?![\d])(?:,\d+)?  # 1.234.567
      |\d{1,3}(?:\.\d{3})+,\d+)  # 1.234,5
    | (?P<mixed>\d+[ -]\d/\d{1,2}(?![\d/])|\d+[ ]?[½⅓⅔¼¾⅛⅜⅝⅞]|\d/\d{1,2}(?![\d/]))
    | (?P<plain>\d+(?:[.,]\d+)?|(?<![\w])\.\d+)
    | (?P<sign>[½⅓⅔¼¾⅛⅜⅝⅞])
    )""",
    re.VERBOSE,
)
COMMON_PARTS = {2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 40, 64}
LONGEST = 24
"""A run of digits longer than this is a key or a checksum."""
VULGAR = {
    "½": (1, 2),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅛": (1, 8),
    "⅜": (3, 8),
    "⅝": (5, 8),
    "⅞": (7, 8),
}
POINT = (
    r"(?:\.(?= (?:euros?|dollars?|tonnes?|tons?|us|barrels|people|cubic|tenge|rubles?|roubles?"
    r"|pounds?|yuan|usd|eur)\b))?"
)
WORD = re.compile(r"[a-z]+")
SMALLER = re.compile(
    r"[ ](?:and )?(?P<digits>[1-9]\d{0,2})[ ]"
    r"(?P<scale>billion|million|thousand|bln|mln|crore|lakh)\b"
)
JOINER = re.compile(r"(?: and | & |-and-|, |[ -])?")
HUNDREDS = re.compile(r"(?:a|[a-z]+)[ -](?:hundred|thousand)(?![a-z])")


@cache
def words() -> dict[str, NumberWord]:
    """The number words by their form."""
    return {row.word: row for row in table("number_words", NumberWord)}


@cache
def _scale_pattern() -> re.Pattern[str]:
    scales = sorted(
        (w.word for w in words().values() if w.kind == "scale" and not w.money),
        key=len,
        reverse=True,
    )
    return re.compile(
        rf"[ -]?(?:(hundred|dozen|thousand|lakh)[ -])?({'|'.join(scales)}|hundred|dozen"
        rf"|['’]000s?)(?![a-z]){POINT}"
    )


@cache
def _money_scale_pattern() -> re.Pattern[str]:
    scales = sorted((w.word for w in words().values() if w.money), key=len, reverse=True)
    return re.compile(rf" ?({'|'.join(scales)})(?![\w])(?!\.\w)")


@cache
def _start_pattern() -> re.Pattern[str]:
    first = sorted(
        (w.word for w in words().values() if w.kind in {"one", "ten"}), key=len, reverse=True
    )
    return re.compile(
        rf"(?<![\w-])(?:(?:{'|'.join(first)})(?![a-z])|an? (?=[a-z]+illion|[a-z]*hundred"
        r"|thousand|dozen|lakh|crore))"
    )


def find(low: str) -> Iterator[Numeral]:
    """All written numbers of a lower-case paragraph, in order, without overlap."""
    found = sorted(
        [*in_digits(low), *parts_of_scales(low), *in_words(low)], key=lambda n: (n.start, -n.end)
    )
    reached = 0
    for numeral in found:
        if numeral.start >= reached:
            yield numeral
            reached = numeral.end


def in_digits(low: str) -> Iterator[Numeral]:
    """Numbers in digits, with their scale word."""
    for match in DIGITS.finditer(low):
        digits = read(match) if match.end() - match.start() <= LONGEST else None
        if digits is not None:
            yield scaled(low, match.start(), match.end(), digits)


def read(match: re.Match[str]) -> Decimal | None:
    """The value of a match of :data:`DIGITS`, with the places that are printed; None for a
    division by zero.
    """
    written, kind = match.group(), match.lastgroup
    if kind in {"mixed", "sign"}:
        return _fraction(written)
    if kind in {"grouped", "gapped", "apostrophe"}:
        return Decimal(re.sub(r"[,'’ ]", "", written))
    if kind in {"spaced", "dotted"}:
        bare = written.replace(" ", "") if kind == "spaced" else written.replace(".", "")
        return Decimal(bare.replace(",", "."))
    return Decimal(written.replace(",", "."))


def _fraction(written: str) -> Decimal | None:
    whole = re.match(r"\d+(?=[ -]|[½⅓⅔¼¾⅛⅜⅝⅞])", written)
    rest = written[whole.end() :].strip(" -") if whole else written
    upper, lower = VULGAR[rest] if rest in VULGAR else (int(part) for part in rest.split("/"))
    if lower not in COMMON_PARTS or (whole is None and upper >= lower):
        return None
    return Decimal(whole.group() if whole else 0) + Decimal(upper) / Decimal(lower)


def scaled(low: str, start: int, end: int, digits: Decimal, spelled: bool = False) -> Numeral:
    """A numeral with the scale word that follows, if any."""
    match = _scale_pattern().match(low, end)
    if not match:
        return Numeral(start, end, end, digits, Decimal(1), spelled)
    scale = Decimal(1000) if match[2].startswith(("'", "’")) else words()[match[2]].value
    if match[1]:
        scale *= words()[match[1]].value
    return _compound(low, Numeral(start, end, match.end(), digits, scale, spelled))


def _compound(low: str, larger: Numeral) -> Numeral:
    """ "1 billion 240 million" is one number, exact to the smaller of its scales."""
    follows = SMALLER.match(low, larger.end)
    if follows is None or larger.digits % 1:
        return larger
    scale = words()[follows["scale"]].value
    if scale >= larger.scale or int(follows["digits"]) * scale >= larger.scale:
        return larger
    places = Decimal(scale / larger.scale)
    digits = larger.digits + (int(follows["digits"]) * places).quantize(places)
    return Numeral(
        larger.start, larger.bare_end, follows.end(), digits, larger.scale, larger.spelled
    )


def with_money_scale(low: str, numeral: Numeral) -> Numeral:
    """The numeral with an abbreviation that only money has ("€5m", "$2.1b"), if one follows."""
    match = None if numeral.scaled else _money_scale_pattern().match(low, numeral.end)
    if not match:
        return numeral
    return Numeral(
        numeral.start,
        numeral.bare_end,
        match.end(),
        numeral.digits,
        words()[match[1]].value,
        numeral.spelled,
    )


PARTS = {
    "half": Decimal("0.5"),
    "quarter": Decimal("0.25"),
    "three": Decimal("0.75"),
    "third": Decimal(1) / 3,
    "two": Decimal(2) / 3,
}
PART_OF_SCALE = word_pattern("quantities", "numerals.part_of_scale")


def parts_of_scales(low: str) -> Iterator[Numeral]:
    """ "Half a million", "three quarters of a billion"."""
    for match in PART_OF_SCALE.finditer(low):
        part = next(value for name, value in PARTS.items() if match[name])
        bare = next(match.end(name) for name in PARTS if match[name])
        yield Numeral(match.start(), bare, match.end(), part, words()[match["scale"]].value, True)


def in_words(low: str) -> Iterator[Numeral]:
    """Spelled-out numbers: "two billion", "a hundred and two", "two and a half"."""
    reached = 0
    for match in _start_pattern().finditer(low):
        if match.start() < reached:
            continue
        found = _spelled(low, match)
        if found:
            yield found
            reached = found.end


def _spelled(low: str, match: re.Match[str]) -> Numeral | None:
    return _Speller(low, match).read()


class _Speller:
    """Reads one spelled-out number word by word."""

    def __init__(self, low: str, match: re.Match[str]) -> None:
        self.low, self.start, self.end = low, match.start(), match.start()
        self.total, self.group = Decimal(0), Decimal(0)
        self.last = "start"
        self.scale = Decimal(1)
        self.number_end = match.start()
        if match.group() in {"a ", "an "}:
            self.group, self.last, self.end = Decimal(1), "one", match.end() - 1

    def read(self) -> Numeral | None:
        """The numeral, or None if what begins like one ("a dozen roses" without its noun) is
        none.
        """
        while self._step():
            pass
        if self.last == "start":
            return None
        value = self.total + self.group
        if self.scale > 1:
            return Numeral(
                self.start, self.number_end, self.end, value / self.scale, self.scale, True
            )
        return Numeral(self.start, self.end, self.end, value, Decimal(1), True)

    def _step(self) -> bool:
        joiner = JOINER.match(self.low, self.end)
        assert joiner is not None
        match = WORD.match(self.low, joiner.end() if self.last != "start" else self.end)
        if not match:
            return False
        if (
            match.group() == "a"
            and self.low.startswith("a half", match.start())
            and "and" in joiner.group()
        ):
            return self._half(match.start() + 6)
        known = words().get(match.group())
        if known is None or known.money or not self._follows(known, joiner.group()):
            return False
        self._take(known, match.end())
        return True

    def _half(self, end: int) -> bool:
        if self.last != "one" or self.total:
            return False
        self.group += Decimal("0.5")
        self.last, self.end = "half", end
        return True

    def _follows(self, word: NumberWord, joiner: str) -> bool:
        joined, plain = joiner.strip() in {"and", "&", "-and-"}, joiner in {"", " ", "-"}
        if word.kind == "one":
            after_ten = self.last == "ten" and plain and 0 < word.value < 10
            return (
                self.last == "start"
                or after_ten
                or (self.last == "hundred" and (joined or plain))
                or self._goes_on(joiner)
            )
        if word.kind == "ten":
            return (
                self.last == "start"
                or (self.last == "hundred" and (joined or plain))
                or self._goes_on(joiner)
            )
        if word.kind == "hundred":
            return self.last in {"one", "ten", "half"} and plain
        return (
            self.last in {"one", "ten", "hundred", "half"}
            and plain
            and (self.total == 0 or word.value < self.smallest)
        )

    def _goes_on(self, joiner: str) -> bool:
        if self.last != "scale" or self.smallest < 1000:
            return False
        # "three million, two hundred" is one number, "three million, two of them" is two
        return joiner == " " or HUNDREDS.match(self.low, self.end + len(joiner)) is not None

    def _take(self, word: NumberWord, end: int) -> None:
        if word.kind == "scale":
            self.number_end = self.end
            self.total += self.group * word.value
            self.group, self.smallest = Decimal(0), word.value
            self.scale = word.value
        elif word.kind == "hundred":
            self.group *= word.value
        else:
            self.group += word.value
            self.scale = Decimal(1)
        self.last, self.end = word.kind, end

    smallest = Decimal(10) ** 18


@cache
def _worded_pattern() -> re.Pattern[str]:
    names = [w.word for w in words().values() if not w.money and len(w.word) > 2]
    return re.compile(
        rf"\b(?:{'|'.join(names)}|half|third|quarter|fifth|double|triple|twice|percent)"
    )


def worded(low: str) -> bool:
    """Whether a paragraph without a digit can hold a number."""
    return _worded_pattern().search(low) is not None
