"""Pounds that weigh and pounds that buy.

"45 pounds of rice" is a weight, "5,000 pounds" of a fine is money. A bare "pounds" is money where a
scale stands beside it, where what is told is a payment, or where the text speaks of a country
whose money it is; else it is a weight, which nothing is lent from.
"""

from msgspec.structs import replace

from legation.language.paragraphs import Paragraph
from legation.lexicon import word_pattern
from legation.mentions.quantities.candidates import Candidate
from legation.mentions.quantities.units import Unit

WEIGHT = Unit("lb")
OF = word_pattern("quantities", "pounds.of")
WEIGHS = word_pattern("quantities", "pounds.weighs")
PAID = word_pattern("quantities", "pounds.paid")
HOME = word_pattern("quantities", "pounds.home")
REACH = 80
"""How far around an amount the words of a payment stand."""


def speaks_of_home(low: str) -> bool:
    """Whether a text names money or a country whose money is the pound."""
    return bool(HOME.search(low))


def meant(paragraph: Paragraph, candidate: Candidate, at_home: bool) -> Candidate:
    """The candidate with "pounds" read as a weight where it is no money.

    Args:
        paragraph: where it stands.
        candidate: a number with its unit.
        at_home: whether the text speaks of a country whose money is the pound.
    """
    unit = candidate.unit
    if unit is None or unit.bare != "pound" or candidate.before or candidate.numeral.scaled:
        return candidate
    if not _weighs(paragraph.low, candidate, at_home):
        return candidate
    return replace(candidate, unit=WEIGHT)


def _weighs(low: str, candidate: Candidate, at_home: bool) -> bool:
    ahead, behind = low[max(0, candidate.start - REACH) : candidate.start], candidate.end
    if OF.match(low, behind) or WEIGHS.search(ahead):
        return True
    return not at_home and not PAID.search(ahead + low[candidate.start : behind + REACH])
