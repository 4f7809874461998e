"""What a number takes from its neighbours: ranges, and units or scales that are written once for
two numbers.
"""

import re
from decimal import Decimal

from msgspec.structs import replace

from legation.language.paragraphs import Paragraph
from legation.lexicon import word_pattern
from legation.mentions.quantities.candidates import Candidate
from legation.mentions.quantities.counts import is_counted
from legation.mentions.quantities.units import Unit

TO = word_pattern("quantities", "neighbours.to")
PAIR = word_pattern("quantities", "neighbours.pair")
BACK = word_pattern("quantities", "neighbours.back")
CHANGE = word_pattern("quantities", "neighbours.change")
SPREAD = word_pattern("quantities", "neighbours.spread")
BETWEEN = re.compile(r"\bbetween (?:about |around |some )?$")
FROM = word_pattern("quantities", "neighbours.from")
RATE = word_pattern("quantities", "neighbours.rate")
ONWARD = word_pattern("quantities", "neighbours.onward")
COMPARED = word_pattern("quantities", "neighbours.compared")
FEW = 1000
"""Numbers in a row that share one "per cent" are below it."""


def translates(low: str, before: Candidate | None, here: Candidate) -> bool:
    """Whether an amount in brackets is the one before it in other money: "3 bn rand ($160 m)"."""
    return before is not None and low[before.end : here.start].strip() == "("


def joined(paragraph: Paragraph, found: list[Candidate]) -> list[Candidate]:
    """The candidates with ranges made one and shared units handed on. The input is sorted and free
    of overlaps.
    """
    held: list[Candidate] = []
    n = 0
    while n < len(found):
        here = found[n]
        if n + 1 < len(found):
            made = _range(paragraph, here, found[n + 1])
            if made:
                held.append(made)
                n += 2
                continue
        held.append(here)
        n += 1
    return _handed(paragraph, held)


def _range(paragraph: Paragraph, first: Candidate, second: Candidate) -> Candidate | None:
    between = paragraph.low[_past_rate(paragraph.low, first) : second.start]
    if (
        first.fraction
        or second.fraction
        or len(between) > 18
        or not TO.match(between)
        or second.inherited
    ):
        return None
    if not _one_range(paragraph.low, first, second, between):
        return None
    unit = _common_unit(first, second)
    if unit is False:
        return None
    lower = first.numeral
    inherited: tuple[str, ...] = ()
    if not lower.scaled and second.numeral.scaled and lower.digits < 1000:
        lower, inherited = replace(lower, scale=second.numeral.scale), ("scale",)
    if not lower.amount < second.numeral.amount and not first.negative:
        return None
    return replace(
        first,
        end=second.end,
        numeral=lower,
        upper=second.numeral,
        unit=unit or None,
        per=second.per or first.per,
        inherited=inherited,
    )


def _past_rate(low: str, first: Candidate) -> int:
    """Where an amount ends with its rate: "$7.20 a bushel and $8.10 a bushel" is one range."""
    rate = RATE.match(low, first.end)
    return rate.end() if rate else first.end


def _one_range(low: str, first: Candidate, second: Candidate, between: str) -> bool:
    ahead = low[max(0, first.start - 48) : first.start]
    if "and" in between:
        return bool(BETWEEN.search(ahead))
    if FROM.search(ahead) and "to" in between:
        return bool(SPREAD.search(ahead) or ONWARD.match(low, second.end))
    if " or " in between:
        return first.unit is None and second.numeral.digits - first.numeral.digits in {1, 2}
    changed = "to" in between and CHANGE.search(ahead) and (first.unit or first.numeral.scaled)
    return not changed


def _common_unit(first: Candidate, second: Candidate) -> Unit | bool | None:
    one, two = first.unit, second.unit
    if one and two:
        same = (one.code, one.factor) == (two.code, two.factor)
        return (one if two.bare else two) if same else False
    if one and not two and not first.before and not one.money:
        return False
    return one or two


def _handed(paragraph: Paragraph, found: list[Candidate]) -> list[Candidate]:
    held = list(found)
    for n in range(len(held) - 2, -1, -1):
        held[n] = _from_next(paragraph, held[n], held[n + 1])
    for n in range(1, len(held)):
        held[n] = _from_previous(paragraph, held[n], held[n - 1])
    return _money_of_sentence(paragraph, held)


def _from_next(paragraph: Paragraph, here: Candidate, after: Candidate) -> Candidate:
    """ "from 29.6 to 27.1 billion dollars": scale and unit flow back."""
    if (
        here.unit
        or after.unit is None
        or after.fraction
        or here.fraction
        or after.before
        or ("unit" in after.inherited and not after.numeral.scaled)
    ):
        return here
    between = paragraph.low[here.end : after.start]
    if len(between) > 30 or not PAIR.fullmatch(between):
        return here
    if between.startswith(",") and not _listed(paragraph.low, here, after):
        return here
    return _given(here, after, scale=not here.numeral.scaled and here.numeral.digits < 1000)


def _listed(low: str, here: Candidate, after: Candidate) -> bool:
    """Whether two numbers with a comma between share the unit of the second: "5, 6 and 7 per cent",
    not "stood at 15,210, 11 per cent more".
    """
    assert after.unit is not None
    if after.unit.code == "%":
        return here.numeral.digits < FEW and not COMPARED.match(low, after.end)
    return after.numeral.scaled


def _from_previous(paragraph: Paragraph, here: Candidate, before: Candidate) -> Candidate:
    """ "reached €4.6 billion, up from 2.7": unit and scale flow on."""
    if here.unit or before.unit is None or before.fraction or here.fraction:
        return here
    between = paragraph.low[before.end : here.start]
    if len(between) > 60 or not BACK.match(between) or is_counted(paragraph, here):
        return here
    if not here.numeral.scaled and not here.numeral.digits % 1 and before.unit.money:
        return here
    return _given(here, before, scale=not here.numeral.scaled and here.numeral.digits < 1000)


def _given(here: Candidate, other: Candidate, *, scale: bool) -> Candidate:
    assert other.unit is not None
    numeral = here.numeral
    taken = ["unit"]
    if scale and (other.numeral.scaled or other.unit.factor != 1):
        numeral = replace(numeral, scale=other.numeral.scale)
        taken.append("scale")
    unit = other.unit if scale or other.unit.factor < 1 else replace(other.unit, factor=Decimal(1))
    return replace(
        here, numeral=numeral, unit=unit, per=here.per or other.per, inherited=tuple(taken)
    )


def _money_of_sentence(paragraph: Paragraph, found: list[Candidate]) -> list[Candidate]:
    """A "18.2 billion" with nothing counted behind it is money of the kind that the sentence, or
    the one before, speaks of.
    """
    held = list(found)
    for n, here in enumerate(held):
        if (
            here.unit
            or here.fraction
            or not here.numeral.scaled
            or here.numeral.scale < 1000
            or is_counted(paragraph, here)
        ):
            continue
        other = _nearest_money(paragraph, held, n)
        if other is not None and other.unit is not None:
            held[n] = replace(
                here,
                unit=replace(other.unit, factor=Decimal(1)),
                inherited=(*here.inherited, "unit"),
            )
    return held


def _nearest_money(paragraph: Paragraph, found: list[Candidate], n: int) -> Candidate | None:
    own = paragraph.sentence(found[n].start)
    money = [
        c
        for before, c in zip([None, *found], found, strict=False)
        if c.unit and c.unit.money and not c.fraction and not translates(paragraph.low, before, c)
    ]
    same = [c for c in money if paragraph.sentence(c.start) == own]
    before = [c for c in same if c.end <= found[n].start]
    if before or same:
        return before[-1] if before else same[0]
    earlier = [c for c in money if own - 2 <= paragraph.sentence(c.start) < own]
    return earlier[-1] if earlier else None
