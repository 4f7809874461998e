"""One flow beside another: "A0 exported more to A1 than to A2"."""

import re
from decimal import Decimal
from functools import cache
from typing import Literal

from msgspec import Struct

from legation.grammar.frames import skeletons, trade
from legation.grammar.frames.skeletons import Skeleton
from legation.grammar.frames.trade import Flow
from legation.grammar.frames.words import alternatives, meanings
from legation.model import Period, Reading, Sentence

Qualifier = Literal["exact", "about", "over", "under"]
BE = "(?:are|is|was|were)"
WAY = "(?:to|from|with)"


class Comparison(Struct, frozen=True, kw_only=True):
    """The first flow is more (or less) than the second, or ``times`` as large."""

    first: Flow
    second: Flow
    way: Literal["more", "less", "times"]
    times: Decimal | None = None
    qualifier: Qualifier = "exact"
    period: Period | None = None


def comparison(reading: Reading, sentence: Sentence) -> Comparison | None:
    """The comparison that a whole sentence makes; None where it makes none, or says more."""
    if not _may_compare(reading.text(sentence.span).lower()):
        return None
    found = skeletons.of_sentence(reading, sentence)
    if found is None:
        return None
    for pattern in _patterns():
        match = pattern.fullmatch(found.text)
        if match is not None:
            return _read(found, match)
    return None


@cache
def _cues() -> re.Pattern[str]:
    lists = (alternatives(name) for name in ("beat", "trail"))
    factors = alternatives("times")
    return re.compile(rf"\bthan\b|\btimes\b|\b{factors}\b|{'|'.join(lists)}")


def _may_compare(words: str) -> bool:
    return _cues().search(words) is not None


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    more, less = alternatives("more"), alternatives("less")
    beat, trail = alternatives("beat"), alternatives("trail")
    flow, verb = trade.flow(), trade.verbs()
    other = rf"(?P<y>{flow}|(?:(?:those|that|(?:its|their) (?:own )?{trade.nouns()}) )?{WAY} A\d"
    other += r"|those of A\d|that of A\d)"
    factor = rf"(?:(?P<q>{alternatives('qualifiers')}) )?(?P<k>{_factors()})"
    large = r"(?: as (?:large|high|big|much|great) as| the (?:size|value) of)?"
    goods = "(?: goods)?"
    shapes = (
        rf"(?P<x>{flow}) {BE} (?:(?P<more>{more})|{less}) than {other}",
        rf"(?P<x>{flow}) (?:(?P<more>{beat})|{trail}) {other}",
        rf"(?P<x>{flow}) {BE} {factor}{large} {other}",
        rf"(?P<r>A\d) (?P<v>{verb}) (?:(?P<more>more)|less|fewer){goods} (?P<w>{WAY}) (?P<p>A\d) "
        rf"than (?:it did )?(?:{WAY} )?(?P<o>A\d)(?P<did> did)?",
        rf"(?P<r>A\d) (?P<v>{verb}) {factor} as (?:much|many){goods} (?P<w>{WAY}) (?P<p>A\d) as "
        rf"(?:it did )?(?:{WAY} )?(?P<o>A\d)(?P<did> did)?",
    )
    return tuple(re.compile(shape) for shape in shapes)


@cache
def _factors() -> str:
    numbers = alternatives("numbers")
    return rf"(?:{alternatives('times')}|(?:{numbers}|\d+(?:\.\d+)?) times)"


def _read(found: Skeleton, match: re.Match[str]) -> Comparison | None:
    groups = match.groupdict()
    pair = _flows(found, groups) if groups.get("x") else _of_verb(found, groups)
    if pair is None or pair[0] == pair[1]:
        return None
    times = _times(groups["k"]) if groups.get("k") else None
    way: Literal["more", "less", "times"] = (
        "times" if times is not None else "more" if groups.get("more") else "less"
    )
    return Comparison(
        first=pair[0],
        second=pair[1],
        way=way,
        times=times,
        qualifier=_qualifier(groups.get("q")),
        period=found.period,
    )


def _qualifier(word: str | None) -> Qualifier:
    held = meanings("qualifiers").get(word or "", "exact")
    return next(q for q in ("exact", "about", "over", "under") if q == held)


def _times(words: str) -> Decimal:
    number = words.removesuffix(" times")
    known = meanings("times") | meanings("numbers")
    return Decimal(known.get(number, number))


def _flows(found: Skeleton, groups: dict[str, str | None]) -> tuple[Flow, Flow] | None:
    """Both flows; of the second the words may name the partner or the reporter alone."""
    first, words = trade.read(found, groups["x"] or ""), groups["y"] or ""
    if first is None or first.partner is None:
        return None
    names = [found.actors[int(n)] for n in re.findall(r"A(\d)", words)]
    if len(names) == 2:
        second = trade.read(found, words)
        return (first, second) if second is not None else None
    if words.startswith(("those of", "that of")):
        return first, Flow(first.measure, names[0], first.partner)
    noun = re.search(rf"\b{trade.nouns()}\b", words)
    way = re.search(rf"\b({WAY[3:-1]}) A\d$", words)
    measure = first.measure
    if noun is not None:
        told = trade.read(found, f"A{found.actors.index(first.reporter)} {words.split(' ', 1)[1]}")
        return (first, told) if told is not None else None
    if way is None or trade.TOWARDS[way[1]] != measure:
        return None
    return first, Flow(measure, first.reporter, names[0])


def _of_verb(found: Skeleton, groups: dict[str, str | None]) -> tuple[Flow, Flow] | None:
    """ "A0 exported more to A1 than to A2", or "than A2 did"."""
    reporter, partner, other = (
        found.actors[int((groups[name] or "")[1:])] for name in ("r", "p", "o")
    )
    measure = trade.done(groups["v"] or "")
    if trade.way_of(measure) != groups["w"]:
        return None
    first = Flow(measure, reporter, partner)
    if groups.get("did"):
        return first, Flow(measure, other, partner)
    return first, Flow(measure, reporter, other)
