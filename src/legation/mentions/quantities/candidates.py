"""A number with what stands around it: sign, currency before, unit after, time base, noun."""

import re
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from legation.language.paragraphs import Paragraph
from legation.lexicon import word_map, word_pattern
from legation.mentions.quantities import exclusions, units
from legation.mentions.quantities.numerals import Numeral, with_money_scale
from legation.mentions.quantities.units import Unit

PER = word_pattern("quantities", "candidates.per")
ADVERBS = word_map("quantities", "candidates.adverbs", str)
SIGN = re.compile(r"(?:(?<![\w.)])[-−]|(?<![\w])(?:minus|negative) )$")
TOURNAMENT = re.compile(r"(?:Euro|EURO) (?:19|20)\d\d")
COIN = r"cents?|pence|kopecks?"
COINS = word_pattern("quantities", "candidates.coins", COIN=COIN)


class Candidate(Struct, frozen=True, kw_only=True):
    """A number that may be a quantity, at ``[start, end)`` of a paragraph. Without ``unit`` it
    counts things.
    """

    start: int
    end: int
    numeral: Numeral
    unit: Unit | None = None
    negative: bool = False
    per: str | None = None
    upper: Numeral | None = None
    inherited: tuple[str, ...] = ()
    fraction: bool = False
    before: bool = False
    """Whether the unit stands before the number."""

    @property
    def amount(self) -> Decimal:
        """In base units, signed."""
        return self.scaled(self.numeral)

    def scaled(self, numeral: Numeral) -> Decimal:
        """A numeral in this candidate's base units."""
        value = numeral.amount * (self.unit.factor if self.unit else 1)
        return -value if self.negative else value


def around(paragraph: Paragraph, numeral: Numeral, reached: int = 0) -> Candidate | None:
    """The candidate around a number, or None if the number is part of a name, time, reference …

    What stands before ``reached`` belongs to the number before.
    """
    text, low = paragraph.text, paragraph.low
    ahead = units.before(text, low, numeral.start)
    if ahead and ahead[1] < reached:
        ahead = None
    if ahead and _only_a_word(ahead[0], text, ahead[1], numeral):
        ahead = None
    if ahead and _tournament(text[ahead[1] : numeral.end]):
        return None
    if ahead:
        return _with_money_before(text, low, numeral, ahead)
    behind = _unit_after(text, low, numeral)
    if exclusions.named_before(low, numeral.start) and not (
        behind and low[numeral.start - 1 : numeral.start] in {"-", "–", "/", "x"}
    ):
        return None
    if behind:
        numeral, unit, end = behind
        return _dressed(low, Candidate(start=numeral.start, end=end, numeral=numeral, unit=unit))
    if exclusions.named_after(low, numeral.end):
        return None
    return _dressed(low, Candidate(start=numeral.start, end=numeral.end, numeral=numeral))


def _only_a_word(unit: Unit, text: str, start: int, numeral: Numeral) -> bool:
    if not units.ordinary_word(unit.code) or text[start : start + 3] != unit.code:
        return False
    return not numeral.scaled and (numeral.digits < 100 or text[start - 3 : start - 1].isupper())


def _tournament(written: str) -> bool:
    """ "Euro 2024" is played, "euro 2,024" is paid."""
    return bool(TOURNAMENT.fullmatch(written))


def _with_money_before(
    text: str, low: str, numeral: Numeral, ahead: tuple[Unit, int, bool]
) -> Candidate:
    unit, start, minus = ahead
    numeral = with_money_scale(low, numeral)
    end = numeral.end
    again = units.after(text, low, end)
    if (
        again
        and again[0].money
        and low[again[1] - 1].isalpha()
        and (again[0].code == unit.code or unit.bare)
        and not low[end : again[1]].startswith("-")
    ):
        unit = unit if again[0].bare else replace(again[0], factor=unit.factor)
        end = again[1]
    return _dressed(
        low,
        Candidate(start=start, end=end, numeral=numeral, unit=unit, negative=minus, before=True),
    )


def _unit_after(text: str, low: str, numeral: Numeral) -> tuple[Numeral, Unit, int] | None:
    """The unit behind the number, also across a scale that only money has ("5m euros") or before
    the scale ("75 USD million").
    """
    found = units.after(text, low, numeral.end)
    scaled = with_money_scale(low, numeral)
    if scaled is not numeral:
        further = units.after(text, low, scaled.end)
        attached = low[numeral.end : numeral.end + 1] != " "
        if further and (further[0].money or attached) and (not found or further[1] > found[1]):
            return scaled, further[0], further[1]
    if not found:
        return None
    unit, end = found
    if unit.money and not numeral.scaled:
        late = with_scale_at(low, numeral, end)
        if late:
            return late, unit, late.end
    return numeral, unit, end


def with_scale_at(low: str, numeral: Numeral, end: int) -> Numeral | None:
    """The numeral with a scale word that stands behind its currency ("75 USD million")."""
    from legation.mentions.quantities.numerals import scaled

    late = scaled(low, numeral.start, end, numeral.digits, numeral.spelled)
    return late if late.scaled else None


def _dressed(low: str, candidate: Candidate) -> Candidate:
    sign = SIGN.search(low[max(0, candidate.start - 9) : candidate.start])
    if sign and not candidate.negative:
        candidate = replace(candidate, start=candidate.start - len(sign.group()), negative=True)
    candidate = _with_coins(low, candidate)
    per = PER.match(low, candidate.end)
    if per:
        base = per[1] or per[2]
        return replace(candidate, per=ADVERBS.get(base, base))
    return (
        replace(candidate, per=candidate.unit.per)
        if candidate.unit and candidate.unit.per
        else candidate
    )


def _with_coins(low: str, candidate: Candidate) -> Candidate:
    """ "15 dollars and 50 cents" is one amount."""
    unit, numeral = candidate.unit, candidate.numeral
    if unit is None or not unit.money or unit.factor != 1 or numeral.scaled or numeral.digits % 1:
        return candidate
    match = COINS.match(low, candidate.end)
    coins = _small_number(match[1]) if match else None
    if (
        match is None
        or coins is None
        or not (match[2] or low[candidate.end : candidate.end + 1] == " ")
    ):
        return candidate
    digits = numeral.digits + coins / 100
    return replace(
        candidate,
        end=match.end(),
        numeral=replace(numeral, digits=digits.quantize(Decimal("0.01")), end=match.end()),
    )


def _small_number(written: str) -> Decimal | None:
    if written.isdigit():
        return Decimal(written)
    from legation.mentions.quantities.numerals import in_words

    found = next(in_words(written), None)
    return found.digits if found and found.end == len(written) and found.digits < 100 else None
