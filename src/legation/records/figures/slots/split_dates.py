"""Dates that a text tells in two pieces: "the same period | of 2022", "the four quarters | to the
end of | Q4 2023".
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from legation.model import Date, Span
from legation.records.figures.slots.bases import relative, words_of
from legation.records.figures.slots.stretches import year_to
from legation.records.measures import Passage

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
OF_YEAR = "in "
"""Marks the value of a date that was joined to the year after it."""


def joined(passage: Passage, dates: Sequence[Date]) -> list[Date]:
    """The dates, "the same period" and the year right after it ("last year", "of 2022") as one."""
    found: list[Date] = []
    for when in dates:
        before = found[-1] if found else None
        if before is not None and _is_running(passage, before, when):
            found[-1] = replace(
                when, span=Span(before.span.start, when.span.end), period=year_to(when.period)
            )
            continue
        told = when.period is not None and when.edtf is not None and YEAR.fullmatch(when.edtf)
        if (
            before is not None
            and told
            and relative(passage, before)
            and not YEAR.search(words_of(passage, before))
        ):
            between = passage.between(before.span.end, when.span.start)
            if (
                all(t.lower in ("of", "in", ",") for t in between)
                and before.span.end <= when.span.start
            ):
                found[-1] = replace(
                    before,
                    span=Span(before.span.start, when.span.end),
                    value=f"{OF_YEAR}{when.edtf}",
                )
                continue
        found.append(when)
    return found


def _is_running(passage: Passage, before: Date, when: Date) -> bool:
    """Whether two dates are a year told by its quarters: "the four quarters | to the end of | Q4
    2023".
    """
    between = [t.lower for t in passage.between(before.span.end, when.span.start)]
    return words_of(passage, before).endswith("four quarters") and between in (
        ["to"],
        ["ending"],
        ["to", "the", "end", "of"],
    )
