"""When a claim holds: years and stretches of years, fixed or reckoned from the day of the claim."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from msgspec import Struct

from legation.lexicon import word_list, word_map
from legation.model import Span

YEAR = r"(?:1[5-9]\d\d|20\d\d)"
TWELVE = word_list("checks", "times.twelve")
TENS = word_map("checks", "times.tens", int)
NUMBERS = {word: number for number, word in enumerate(TWELVE, start=1)} | TENS
COUNT = rf"(?P<n>\d{{1,3}}|{'|'.join(NUMBERS)})"
DECADE = r"(?P<decade{0}>1[5-9]\d|20\d)0[’']?s\b"
LOOSE = r"(?:over |more than |nearly |almost |about |around |at least |the )*"
NEARLY = re.compile(r"\b(?:nearly|almost)\b.*decades", re.IGNORECASE)
Kind = Literal["range", "point", "since", "before", "back", "now"]

RULES: tuple[tuple[Kind, str], ...] = (
    (
        "range",
        rf"(?:in )?(?:the )?(?:{COUNT} )?(?P<unit>years?|decades?) "
        r"(?P<how>leading up to|up to|before|prior to|preceding|until|ending in|to) "
        rf"(?P<last>{YEAR})",
    ),
    (
        "range",
        r"(?:from |between |during |over |for )?(?:the )?(?:period )?(?:from "
        rf")?\b(?P<first>{YEAR})"
        rf"(?:\s?(?:to|and|through|until|till|-|–|—|/)\s?(?:the )?(?P<last>{YEAR})"
        r"|[-–—/](?P<short>\d\d))\b"
        r"(?!\s?(?:%|per cent|percent))",
    ),
    (
        "range",
        rf"\b(?P<part>early|mid|late)?[- ]?(?:the )?{DECADE.format('')}"
        rf"(?: and (?:the )?(?P<part2>early|mid|late)?[- ]?{DECADE.format('2')})?",
    ),
    (
        "since",
        r"(?:ever )?\b(?:since|starting in|beginning in|from)(?: the)?(?: year| start of| "
        r"beginning of)? "
        rf"(?P<first>{YEAR})(?! to| and|-|–)(?: onwards?)?",
    ),
    ("since", rf"\bsince (?:[a-z]+ ){{1,4}}in (?P<first>{YEAR})\b"),
    ("since", rf"\bafter (?P<after>{YEAR})\b"),
    ("since", rf"\bafter (?:[\w’']+ ){{1,8}}in (?P<after>{YEAR})\b"),
    ("since", r"\b(?:the )?(?P<century>21st|twenty-first) century\b"),
    ("before", rf"\b(?:before|prior to|until|up to) (?P<last>{YEAR})\b"),
    (
        "back",
        rf"\b(?:in|over|during|for|within|of|throughout)? ?{LOOSE}(?:last|past|previous) "
        rf"{LOOSE}(?:{COUNT} )?"
        r"(?P<unit>years?|decades?)\b",
    ),
    ("back", rf"\b(?:for|in|over) {LOOSE}(?:{COUNT} )?(?P<unit>years|decades)\b"),
    ("back", r"\b(?:in )?recent (?P<unit>years)\b"),
    (
        "point",
        rf"\b(?:in|by|as of|during|for|at the end of)?(?: the)?(?: year)? ?(?P<first>{YEAR})\b"
        r"(?!\s?(?:%|per cent|percent|deaths|people))",
    ),
    (
        "now",
        r"\b(?:(?<=has )since|(?<=have )since|today|now|nowadays|currently|at present|at the "
        r"moment|this year)\b",
    ),
)


@cache
def patterns() -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    """The rules in their order, ready to be looked for."""
    return tuple((kind, re.compile(rule, re.IGNORECASE)) for kind, rule in RULES)


class Time(Struct, frozen=True):
    """A time of a claim. ``first`` and ``last`` are years, ``None`` where the claim's own day or
    the series decides.
    """

    span: Span
    kind: Kind
    first: int | None = None
    last: int | None = None
    years: int = 0
    loose: bool = False
    """Whether its ends are loose ("the early 1990s", "the last decade")."""
    """For what is reckoned back from the claim's day, how many years."""

    @property
    def moving(self) -> bool:
        """Whether it depends on the day of the claim."""
        return self.kind in {"back", "now"} or (self.kind == "since" and self.last is None)

    @property
    def single(self) -> bool:
        """Whether it is one year."""
        return self.kind in {"point", "now"}

    def stretch(self, anchor: int, start: int) -> tuple[int, int]:
        """First and last year, for a claim made when the series had reached ``anchor``; a series
        begins in ``start``.
        """
        if self.kind == "back":
            return anchor - self.years, anchor
        last = anchor if self.last is None else self.last
        if self.kind == "now":
            return anchor, anchor
        return (start if self.first is None else self.first), last


NOW = Time(Span(0, 0), "now")


def times(text: str) -> list[Time]:
    """The times that a claim names, in order; the first pattern that fits a piece of the text
    takes it.
    """
    found: list[Time] = []
    for kind, pattern in patterns():
        for match in pattern.finditer(text):
            span = Span(*match.span())
            if any(span.overlaps(other.span) for other in found):
                continue
            found.extend(_time(kind, match, span))
    return sorted(found, key=lambda time: time.span)


def _time(kind: Kind, match: re.Match[str], span: Span) -> Iterator[Time]:
    held = match.groupdict()
    if held.get("decade"):
        yield _decades(held, span)
    elif kind == "range":
        last = _last(held)
        first = last - _length(held) if held.get("how") else int(held["first"])
        last -= held.get("how") in {"before", "prior to", "preceding"}
        if first <= last:
            yield Time(span, kind, first, last, loose=bool(held.get("how")))
    elif kind == "since":
        yield Time(
            span,
            kind,
            2001 if held.get("century") else int(held.get("first") or int(held["after"]) + 1),
        )
    elif kind == "before":
        yield Time(span, kind, None, int(held["last"]) - 1)
    elif kind == "back":
        yield Time(
            span, kind, years=_length(held) - (3 if NEARLY.search(match[0]) else 0), loose=True
        )
    elif kind == "point":
        yield Time(span, kind, int(held["first"]), int(held["first"]))
    else:
        yield Time(span, kind)


def _last(held: dict[str, str | None]) -> int:
    short = held.get("short")
    return int((held["first"] or "")[:2] + short) if short else int(held["last"] or 0)


def _length(held: dict[str, str | None]) -> int:
    """Years in "the last five years", "three decades", "the decade before"."""
    number, unit = (held.get("n") or "").lower(), held.get("unit") or ""
    bare = 1 if not unit.endswith("s") else 2 if unit == "decades" else 3
    count = int(number) if number.isdigit() else NUMBERS.get(number, bare)
    return count * (10 if unit.startswith("decade") else 1)


def _decades(held: dict[str, str | None], span: Span) -> Time:
    first, last = _decade(held["decade"] or "", held.get("part"))
    if held.get("decade2"):
        last = _decade(held["decade2"] or "", held.get("part2"))[1]
    return Time(span, "range", first, last, loose=True)


def _decade(written: str, part: str | None) -> tuple[int, int]:
    start = int(written) * 10
    begin, end = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get((part or "").lower(), (0, 9))
    return start + begin, start + end
