"""Goods that went from one to another: "goods worth X were shipped from A0 to A1"."""

import re
from functools import cache

from msgspec import Struct

from legation.grammar.frames import skeletons
from legation.grammar.frames.trade import Measure
from legation.grammar.frames.words import alternatives
from legation.model import Period, Reading, Sentence, Span

BE = "(?:were|were worth|came to|totalled|amounted to)"


class Level(Struct, frozen=True, kw_only=True):
    """Whose flow a number is, by the words of its sentence."""

    measure: Measure
    reporter: str
    partner: str
    period: Period | None = None


def level(reading: Reading, sentence: Sentence, own: Span) -> Level | None:
    """The flow that a whole sentence tells of the number whose digits are ``own``."""
    found = skeletons.of_sentence(reading, sentence, own)
    if found is None:
        return None
    for measure, pattern in _patterns():
        match = pattern.fullmatch(found.text)
        if match is not None:
            first, second = (found.actors[int(match[name][1:])] for name in ("r", "p"))
            if first == second:
                return None
            return Level(measure=measure, reporter=first, partner=second, period=found.period)
    return None


@cache
def _patterns() -> tuple[tuple[Measure, re.Pattern[str]], ...]:
    number = rf"(?:{alternatives('size')} )?X"
    moved, r, p = alternatives("moved"), r"(?P<r>A\d)", r"(?P<p>A\d)"
    worth = rf"(?:worth {number}|valued at {number})"
    of_worth = rf"{number}(?:'s?)? worth of"
    went = f"(?:were {moved}|went)"
    of_whole = r"that (?:the )?A\d exported to"
    listed = r"(?:N to A\d, )*(?:N to A\d,? and )?"
    more = r"(?:, N to A\d)*(?:,? and N to A\d)?"
    shapes: tuple[tuple[Measure, str], ...] = (
        ("exports", rf"of N {of_whole} {p},? {number} {alternatives('came_from')} {r}"),
        ("exports", rf"of {number} that {r} exported to {p},? N {alternatives('came_from')} A\d"),
        ("exports", rf"{r}(?:'s)? exports {BE} {listed}{number} to {p}{more}"),
        ("exports", rf"goods {worth} {went} from {r} to {p}"),
        ("exports", rf"{r}(?:'s)? goods {worth} {went} to {p}"),
        ("exports", rf"{of_worth} goods {went} from {r} to {p}"),
        ("exports", rf"{of_worth} {r}(?:'s)? goods {went} to {p}"),
        ("exports", rf"{r} {moved} (?:{p} )goods {worth}"),
        ("exports", rf"{r} {moved} goods {worth} to {p}"),
        ("exports", rf"{r} {moved} {of_worth} goods to {p}"),
        ("imports", rf"{r} (?:bought|imported|purchased) goods {worth} from {p}"),
        ("imports", rf"{r} (?:bought|imported|purchased) {of_worth} goods from {p}"),
    )
    return tuple((measure, re.compile(shape)) for measure, shape in shapes)
