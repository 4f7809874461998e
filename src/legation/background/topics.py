"""Whose trade is told: the one country that a stretch of the text is about, named once.

"Chile's copper year was a poor one. Mines closed. Exports to Japan fell …": Chile's exports.
"""

from collections.abc import Sequence

from legation.background.sides import Sides, side
from legation.lexicon import word_set
from legation.model import Sentence, Topic

LONGEST = 10
"""Sentences without a country as their subject over which a topic holds."""
SAID = word_set("background", "topics.said")


def topics(sentences: Sequence[Sentence], sides: Sides) -> tuple[Topic, ...]:
    """The topics in the order of the text; their stretches do not overlap.

    A topic begins with a sentence that is told of one country and holds until one is told of
    another, or of two.
    """
    found: list[Topic] = []
    open_: Topic | None = None
    led = 0
    for sentence in sentences:
        leads = _leads(sentence, sides)
        led = sentence.index if leads else led
        if not leads:
            if open_ is not None and sentence.index - led <= LONGEST:
                open_ = Topic(open_.code, open_.first, sentence.index)
            continue
        if len(leads) == 1 and open_ is not None and open_.code == leads[0]:
            open_ = Topic(open_.code, open_.first, sentence.index)
            continue
        found += [open_] if open_ is not None else []
        one = leads[0] if len(leads) == 1 else None
        open_ = Topic(one, sentence.index, sentence.index) if one is not None else None
    return tuple(found if open_ is None else (*found, open_))


def _leads(sentence: Sentence, sides: Sides) -> list[str]:
    """Of whom a sentence is told; where nobody is its subject, the one whose office speaks in
    it.
    """
    leads = sides.leads(sentence)
    if leads:
        return leads
    speaking = [
        code
        for a in sides.within(sentence)
        if a.form in ("body", "person", "title")
        and (code := side(a))
        and (apex := sentence.apex(a.span)) is not None
        and apex.dep == "nsubj"
        and sentence.head(apex).lemma in SAID
    ]
    return list(dict.fromkeys(speaking))
