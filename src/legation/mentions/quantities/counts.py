"""Bare numbers: which of them count something, and what; the others are years, ages, scores or
parts of names.
"""

import re

from legation.language.paragraphs import Paragraph
from legation.lexicon import word_pattern, word_set
from legation.mentions.quantities.candidates import Candidate

MODIFIERS = {"JJ", "JJR", "JJS", "VBN", "NNP", "HYPH", "VBG", "RB"}
NOUNS = {"NNS", "NNPS", "NN"}
NAMES = {"PRODUCT", "WORK_OF_ART", "LAW", "FAC", "EVENT"}
AGE_BEFORE = word_pattern("quantities", "counts.age_before")
AGE_AFTER = re.compile(r"[,.;)]|$| ?(?:said|told)\b")
COMPOUND = word_pattern("quantities", "counts.compound")
MONEY_NOUNS = word_set("quantities", "counts.money_nouns")
SCORE = re.compile(r"[-–]\d")


def is_counted(paragraph: Paragraph, here: Candidate) -> bool:
    """Whether a noun follows that the number counts."""
    if paragraph.low[here.end : here.end + 1] not in {" ", "-"}:
        return False
    place = paragraph.place(here.end + 1)
    if paragraph.tokens[place].lower == "of":
        return not here.numeral.scaled or _refers(paragraph, place + 1)
    for token in paragraph.tokens[place : place + 4]:
        if token.tag in NOUNS:
            return not (here.numeral.scaled and token.lower in MONEY_NOUNS)
        if token.tag not in MODIFIERS:
            return False
    return False


def _refers(paragraph: Paragraph, place: int) -> bool:
    """ "2 million of them" counts, "50 million of aluminium" is money's worth."""
    following = paragraph.tokens[place : place + 1]
    return bool(following) and following[0].tag in {"DT", "PRP", "PRP$", "CD"}


def counted(paragraph: Paragraph, here: Candidate) -> str | None:
    """The last word of the noun phrase that a bare number counts ("20 large cargo vessels" is
    ``vessels``).
    """
    if not is_counted(paragraph, here):
        return None
    place = paragraph.place(here.end + 1)
    if paragraph.low[here.end] == "-":
        return paragraph.tokens[place].lower
    noun = None
    for token in paragraph.tokens[place : place + 6]:
        if token.tag in NOUNS:
            noun = token.lower
        elif noun or token.tag not in MODIFIERS:
            break
    return noun


def is_quantity(paragraph: Paragraph, candidate: Candidate) -> bool:
    """Whether a candidate is a quantity: with a unit or as a range always, bare only if it is no
    year, age, score or name.
    """
    if candidate.unit or candidate.upper:
        return True
    noun = counted(paragraph, candidate)
    token, numeral = paragraph.token(candidate.start), candidate.numeral
    if COMPOUND.match(paragraph.low, candidate.end):
        return False
    if numeral.spelled and not numeral.scaled:
        return numeral.digits > 100 or (numeral.digits != 1 and token.tag == "CD")
    if _like_a_year(paragraph, candidate):
        return noun is not None and noun.endswith("s")
    return not (
        _is_age(paragraph, candidate, noun)
        or _is_score(paragraph, candidate)
        or _is_name(paragraph, candidate, noun)
    )


def _like_a_year(paragraph: Paragraph, candidate: Candidate) -> bool:
    numeral = candidate.numeral
    written = paragraph.low[numeral.start : numeral.end]
    return written.isdigit() and 1800 <= numeral.digits <= 2100


def _is_age(paragraph: Paragraph, candidate: Candidate, noun: str | None) -> bool:
    """ "Ms Lee, 52, said", "he is 45"."""
    low = paragraph.low
    if noun or not 1 < candidate.numeral.amount < 111 or not AGE_AFTER.match(low, candidate.end):
        return False
    ahead = low[max(0, candidate.start - 16) : candidate.start]
    named = (
        paragraph.place(candidate.start) > 1
        and paragraph.tokens[paragraph.place(candidate.start) - 2].tag == "NNP"
    )
    return bool(AGE_BEFORE.search(ahead)) and (named or not ahead.endswith(", "))


def _is_score(paragraph: Paragraph, candidate: Candidate) -> bool:
    joined = paragraph.low[candidate.start - 1 : candidate.start] in {"-", "–"}
    return joined or SCORE.match(paragraph.low, candidate.end) is not None


def _is_name(paragraph: Paragraph, candidate: Candidate, noun: str | None) -> bool:
    """ "EPCA 2.0", "Voyager 2", "Plus 5 meeting": a number right behind a name that counts no
    plural.
    """
    place = paragraph.place(candidate.start)
    token = paragraph.tokens[place]
    if token.entity in NAMES or (token.tag in {"NNP", "NNPS"} and noun is None):
        return True
    before = paragraph.tokens[place - 1] if place else None
    behind_name = (
        before is not None
        and before.tag in {"NNP", "NNPS"}
        and paragraph.low[candidate.start - 1] == " "
    )
    return behind_name and not candidate.numeral.scaled and not (noun or "").endswith("s")
