"""The pairs under discussion, each with the stretch of sentences where it holds.

A pair begins where two sides are named together and ends before the sentence that brings in a third
one or names two others. It lends nothing beyond its stretch.
"""

from collections import Counter
from collections.abc import Sequence

from legation.background.sides import Sides
from legation.background.titles import Headline
from legation.model import Pair, Sentence

LONGEST = 12
"""Sentences without any name over which a pair holds."""
TITLE, LEAD, ELSEWHERE = 6.0, 3.0, 1.0
"""What a mention counts for the pair that a whole text is about, by where it stands."""
MOST = 3.0
"""What all mentions behind the lead count at most for one side: a list of others' trade does not
change what the text is about."""
LEAST = 2.0
"""How much the second side of a text's pair must count."""
AHEAD = 1.2
"""How many times as much it must count as the third."""


def pairs(sentences: Sequence[Sentence], sides: Sides) -> tuple[Pair, ...]:
    """The pairs under discussion in the order of the text; their stretches do not overlap."""
    found: list[Pair] = []
    open_: Pair | None = None
    named = 0
    for sentence in sentences:
        codes = sides.named(sentence)
        new = _pair(sentence, codes, sides)
        named = sentence.index if codes else named
        near = sentence.index - named <= LONGEST
        if new is not None and (open_ is None or set(new) != set(open_.codes)):
            found += [open_] if open_ is not None else []
            open_ = Pair(new, sentence.index, sentence.index)
        elif open_ is not None and set(codes) <= set(open_.codes) and near:
            open_ = Pair(open_.codes, open_.first, sentence.index, open_.ground)
        elif open_ is not None:
            found.append(open_)
            open_ = None
    return tuple(found if open_ is None else (*found, open_))


def _pair(sentence: Sentence, codes: Sequence[str], sides: Sides) -> tuple[str, str] | None:
    if len(codes) == 2:
        return codes[0], codes[1]
    return sides.between(sentence) if len(codes) > 2 else None


def heading(
    headline: Headline, sentences: Sequence[Sentence], sides: Sides
) -> tuple[str, str] | None:
    """The pair that a whole text is about, the Union's or the one named first first.

    The two of the title, where it names two; else those who count most in title, lead and text.
    None where one side stands alone, or a third counts about as much as the second.
    """
    if len(headline.codes) == 2:
        return headline.codes[0], headline.codes[1]
    counts: Counter[str] = Counter()
    order: list[str] = list(headline.codes)
    rest: Counter[str] = Counter()
    for code in headline.codes:
        counts[code] += TITLE  # type: ignore[assignment]
    for number, sentence in enumerate(sentences):
        codes = sides.named(sentence)
        order += codes
        for code in codes:
            if number == 0:
                counts[code] += LEAD  # type: ignore[assignment]
            else:
                rest[code] += ELSEWHERE  # type: ignore[assignment]
    for code, times in rest.items():
        counts[code] += min(times, MOST)  # type: ignore[assignment]
    ranked = sorted(counts, key=lambda code: (-counts[code], order.index(code)))
    if len(ranked) < 2 or counts[ranked[1]] < LEAST:
        return None
    if len(ranked) > 2 and counts[ranked[1]] < AHEAD * counts[ranked[2]]:
        return None
    first, second = sorted(ranked[:2], key=order.index)
    return first, second
