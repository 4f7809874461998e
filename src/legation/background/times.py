"""The time for which trade is told, and what it is held against, each with its stretch.

"Trade reached $620 million in the first six months of 2022. The ministry wants an agreement by the
end of next year. Exports to …": the exports are of the six months. A year that something is held
against ("far below the $7.2bn of 2008"), and one that lies ahead, pass to nobody.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import timedelta

from legation.lexicon import word_set
from legation.model import Date, Reading, Sentence, Span, Token, Told

LONGEST = 12
"""Sentences over which a told time holds without being told again."""
SHORTEST = timedelta(days=5)
"""Trade is told for a week at the least; a shorter time is the day of the news."""
BASES = word_set("background", "times.bases")
"""Words before a time, or before the number before it, that something is held against."""
SPANS = frozenset({"from", "over"})
"""Those of them that, right before a time, open a stretch: "from January to May"."""
AHEAD = word_set("background", "times.ahead")
"""Words of what has not come about."""
VAGUE = re.compile(
    r"(?:(?:on|in|of|for|over|during) )?(?:the|a|that|whole) (?:year|month|period)", re.I
)
"""Words for a time that another one gives its meaning."""
COMPARED = re.compile(r"\b(?:same|earlier|before|ago|previous|corresponding)\b", re.IGNORECASE)
"""Words within a time that make it one of comparison."""
BACK = 6
"""Words before a time that are looked at for a base."""


TRADE = word_set("background", "times.trade")
"""Words that a sentence which tells of trade has."""


def times(reading: Reading, sentences: Sequence[Sentence]) -> tuple[Told, ...]:
    """The times in the order of the text; each holds from its sentence to the one before the
    next.
    """
    calendar = sorted(reading.dates, key=lambda d: d.span)
    starts = [d.span.start for d in calendar]
    numbers = [q.span for q in reading.quantities if q.unit != "count"]
    found: list[Told] = []
    for sentence in sentences:
        near = calendar[
            bisect_left(starts, sentence.span.start) : bisect_left(starts, sentence.span.end)
        ]
        if not near or not _of_trade(sentence):
            continue
        near = [d for d in near if _usable(d) and not VAGUE.fullmatch(reading.text(d.span))]
        compared = {d.span for d in near if COMPARED.search(reading.text(d.span))}
        bases = [d for d in near if d.span in compared or _is_base(sentence, d, numbers)]
        plain = [d for d in near if d not in bases]
        if plain and plain[0].period is not None:
            base = bases[0].period if bases else None
            ahead = any(t.lemma in AHEAD for t in sentence.tokens if t.dep in ("aux", "ROOT"))
            found.append(
                Told(plain[0].period, sentence.index, sentence.index + LONGEST, base, ahead)
            )
    return tuple(_closed(found))


def _closed(found: Sequence[Told]) -> list[Told]:
    """Each time up to the sentence where another one of its kind is told."""
    held: list[Told] = []
    for number, told in enumerate(found):
        following = next((t for t in found[number + 1 :] if t.ahead == told.ahead), None)
        last = min(told.last, following.first) if following is not None else told.last
        held.append(Told(told.period, told.first, last, told.base, told.ahead))
    return held


def _of_trade(sentence: Sentence) -> bool:
    return any(t.lemma in TRADE for t in sentence.tokens)


def _usable(date: Date) -> bool:
    """Whether trade can be told for it: closed, longer than a few days, no set."""
    period = date.period
    if period is None or period.start is None or period.end is None or date.type == "SET":
        return False
    return period.end - period.start >= SHORTEST


def _is_base(sentence: Sentence, date: Date, numbers: Sequence[Span]) -> bool:
    """Whether something is held against a time: a word of comparison stands before it, or before
    the number that it belongs to.
    """
    before = [t for t in sentence.tokens if t.end <= date.span.start][-BACK:]
    if "than" in (t.lower for t in before) or (before[-1:] and before[-1].lower in BASES - SPANS):
        return True
    at = bisect_left(numbers, Span(date.span.start, 0))
    last = numbers[at - 1] if at > 0 and numbers[at - 1].start >= sentence.span.start else None
    if last is None or last.end > date.span.start:
        return False
    between = [t for t in sentence.tokens if last.end <= t.start and t.end <= date.span.start]
    leading = [t for t in sentence.tokens if t.end <= last.start][-4:]
    return _beside(between) and any(t.lower in BASES for t in leading)


def _beside(between: Sequence[Token]) -> bool:
    """Whether a time belongs to the number before it: "$7.2bn of 2008", "3 billion in 2019"."""
    return len(between) <= 2 and all(t.lower in ("of", "in", "for", "during") for t in between)
