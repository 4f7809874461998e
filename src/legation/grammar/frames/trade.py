"""A flow of trade in words: "A0's goods exports to A1"."""

import re
from functools import cache
from typing import Literal

from msgspec import Struct

from legation.grammar.frames.skeletons import Skeleton
from legation.grammar.frames.words import alternatives, meanings

Measure = Literal["exports", "imports", "trade_total"]
KIND = r"(?:(?:total|overall|annual|all|goods|merchandise) )*"
OF_GOODS = r"(?: (?:of|in) goods)?"
TOWARDS: dict[str, Measure] = {"to": "exports", "from": "imports", "with": "trade_total"}


class Flow(Struct, frozen=True):
    """Whose trade with whom; the partner is None for all the world."""

    measure: Measure
    reporter: str
    partner: str | None


def nouns() -> str:
    """The nouns of trade as a part of a pattern."""
    return alternatives("nouns")


def verbs() -> str:
    """The verbs of trade, in the past, as a part of a pattern."""
    return alternatives("verbs")


def owned(noun: str | None = None) -> str:
    """ "A0's goods exports", without a partner."""
    return rf"(?:extra-)?A\d(?:'s)? {KIND}{noun or nouns()}{OF_GOODS}"


@cache
def flow() -> str:
    """Every way to write a flow with its partner, as a part of a pattern."""
    way = "(?:to|from|with)"
    return (
        rf"(?:{owned()} {way} A\d|(?:exports|imports) (?:of goods )?from A\d to A\d"
        rf"|(?:exports|imports|sales) (?:of goods )?(?:by|of) A\d {way} A\d"
        rf"|trade(?: in goods)? between A\d and A\d|bilateral trade between A\d and A\d)"
    )


def read(found: Skeleton, words: str) -> Flow | None:
    """The flow that the words of a skeleton name; None where noun and preposition do not fit."""
    names = [found.actors[int(n)] for n in re.findall(r"A(\d)", words)]
    noun = re.search(rf"\b{nouns()}\b", words)
    if noun is None or not names:
        return None
    measure = meanings("nouns")[noun.group()]
    if len(names) == 1:
        return Flow(_as_measure(measure), names[0], None)
    first, second = names[0], names[1]
    if re.search(r"\bfrom A\d to A\d", words):
        return (
            Flow("exports", first, second)
            if measure == "exports"
            else Flow("imports", second, first)
        )
    if " between " in words:
        return Flow("trade_total", first, second)
    way = re.search(r"\b(to|from|with) A\d$", words)
    if way is None or TOWARDS[way[1]] != measure:
        return None
    return Flow(_as_measure(measure), first, second)


def _as_measure(word: str) -> Measure:
    return "exports" if word == "exports" else "imports" if word == "imports" else "trade_total"


def done(verb: str) -> Measure:
    """The measure of a verb: "sold" is exports."""
    return _as_measure(meanings("verbs")[verb])


def way_of(measure: Measure) -> str:
    """The preposition of a measure."""
    return next(word for word, held in TOWARDS.items() if held == measure)
