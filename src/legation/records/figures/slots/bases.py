"""What something is compared with: a date ("than in 2022") or a number ("up from 1.94 billion")."""

import re
from collections.abc import Sequence

from legation.model import Date, Quantity
from legation.records.measures import Passage, cues

YEAR_OR_MONTH = re.compile(r"\d{4}(?:-\d\d)?")


def is_base(passage: Passage, when: Date) -> bool:
    """Whether a date is what something is compared with: "than in 2022", "on a year ago",
    "compared with May".
    """
    words = [t for t in passage.sentence.tokens if t.start < when.span.start][-5:]
    lowered = [t.lower for t in words]
    cue = max((n for n, w in enumerate(lowered) if w in cues().base_cues), default=None)
    numbered = cue is None or any(t.tag in ("CD", "$") for t in words[cue:])
    if [t.lower for t in passage.sentence.tokens if t.start >= when.span.end][:1] == ["when"]:
        return False
    if (
        lowered[-1:] == ["on"] and when.edtf and YEAR_OR_MONTH.fullmatch(when.edtf)
    ):  # "40 % up on 2022"
        return True
    return not numbered or _told_from(passage, when, lowered) or relative(passage, when)


def _told_from(passage: Passage, when: Date, before: Sequence[str]) -> bool:
    """Whether a change is told from a date: "up 5 % from May"; not the stretch "from January to
    May".
    """
    stretch = {"to", "through", "until", "till", "–", "-"} & set(words_of(passage, when).split())
    return before[-1:] == ["from"] and len(before) > 1 and not stretch


def is_starting_point(passage: Passage, quantity: Quantity) -> bool:
    """Whether a number is where a change began: "up from 1.94 billion", "from $5bn to $6bn",
    "compared with 5 million".
    """
    dated = [d.span for d in passage.dates]
    words = [
        t
        for t in passage.sentence.tokens
        if t.end <= quantity.digits.start and t.tag not in ("$", "SYM", "POS")
    ]
    words = [t for t in words if not any(t.span.overlaps(span) for span in dated)]
    lowered = [t.lower for t in words if not t.span.overlaps(quantity.span)][-4:]
    nearest = [w for w in lowered if w not in cues().degrees]
    if nearest[-1:] == ["and"]:  # "from 10 billion a year earlier and 9 billion in January"
        before = [
            q
            for q in passage.quantities
            if q.span.end <= quantity.digits.start and q.unit == quantity.unit
        ]
        rest = passage.between(before[-1].span.end, quantity.digits.start) if before else []
        plain = [
            t
            for t in rest
            if not any(t.span.overlaps(span) for span in dated)
            and t.tag not in ("$", "SYM", "IN", "DT")
        ]
        return len(before) > 0 and len(plain) == 1 and is_starting_point(passage, before[-1])
    return nearest[-1:] in (["from"], ["against"], ["versus"], ["vs"]) or lowered[-2:] in (
        ["compared", "with"],
        ["compared", "to"],
    )


def relative(passage: Passage, when: Date) -> bool:
    """Whether a date is told from another one: "a year earlier", "the same period of 2022"."""
    words = words_of(passage, when)
    following = [t.lower for t in passage.sentence.tokens if t.start >= when.span.end][:1]
    if following in (["before"], ["earlier"], ["prior"]) and words.split()[-1:] in (
        ["year"],
        ["month"],
        ["quarter"],
        ["years"],
    ):
        return True
    if words in ("year", "the year"):
        return [t.lower for t in passage.sentence.tokens if t.end <= when.span.start][-1:] == ["on"]
    return any(word in words for word in cues().relative_words)


def words_of(passage: Passage, when: Date) -> str:
    """The words of a date, in lower case."""
    return " ".join(t.lower for t in passage.sentence.within(when.span))
