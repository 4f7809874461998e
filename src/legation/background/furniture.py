"""What stands around the story: bylines, credits, pointers, notices, labels, heads, sign-offs.

No record is read from it. A line is furniture as a whole; of a line that opens with a heading in
capitals ("TRADE TALKS: Envoys met …") only the heading is.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from msgspec import Struct

from legation.lexicon import table, word_list, word_set
from legation.model import Actor, Furniture, Reading, Span
from legation.model.background import FurnitureKind

LONGEST = 320
"""Characters of a line that is looked at; a longer one is a paragraph."""
HEADS = 3
"""How often a short line must stand in a text to be its running head."""
HEAD_LENGTH = 80
LABEL = re.compile(r"(?P<label>[A-Z][A-Z'’&/.-]+(?: [A-Z0-9'’&/.-]+){0,5}) ?:(?= \S)")
"""A heading in capitals before a colon."""
SENTENCE_END = word_list("background", "furniture.sentence_end")


class Row(Struct, frozen=True):
    """A row of ``furniture.csv``."""

    kind: FurnitureKind
    pattern: str
    example: str
    other: str


class Line(NamedTuple):
    """A line without the white space around it, and where it stands."""

    text: str
    span: Span


@cache
def patterns() -> tuple[tuple[FurnitureKind, re.Pattern[str]], ...]:
    """The kinds with their patterns, in the order of the file."""
    return tuple((row.kind, re.compile(row.pattern)) for row in table("furniture", Row))


def furniture(reading: Reading) -> tuple[Furniture, ...]:
    """The furniture of a document, in the order of the text."""
    found = list(lines(reading.document.text))
    often = Counter(line.text for line in found if len(line.text) <= HEAD_LENGTH)
    held = [piece for line in found if (piece := _whole(line, often)) is not None]
    taken = {piece.span for piece in held}
    rest = [line for line in found if line.span not in taken]
    return tuple(sorted((*held, *_labels(reading, rest)), key=lambda piece: piece.span))


def lines(text: str) -> Iterator[Line]:
    """The lines of a text that hold anything, stripped."""
    start = 0
    for raw in text.splitlines(keepends=True):
        stripped = raw.strip()
        if stripped:
            first = start + raw.index(stripped[0])
            yield Line(stripped, Span(first, first + len(stripped)))
        start += len(raw)


def _whole(line: Line, often: Counter[str]) -> Furniture | None:
    if len(line.text) > LONGEST:
        return None
    if often[line.text] >= HEADS and not line.text.endswith(SENTENCE_END):
        return Furniture(span=line.span, kind="head")
    for kind, pattern in patterns():
        if pattern.fullmatch(line.text):
            return Furniture(span=line.span, kind=kind)
    return None


def _labels(reading: Reading, rest: Sequence[Line]) -> Iterator[Furniture]:
    """Headings in capitals before a colon; not the speakers of a transcript."""
    found = [(line, match) for line in rest if (match := LABEL.match(line.text))]
    often = Counter(match["label"] for _, match in found)
    persons = [a for a in reading.actors if a.form in ("person", "title")]
    spans = [Span(line.span.start, line.span.start + match.end()) for line, match in found]
    spoken = any(
        often[match["label"]] > 1 or _names_a_speaker(match["label"], span, persons)
        for (_, match), span in zip(found, spans, strict=True)
    )
    if not spoken:
        yield from (Furniture(span=span, kind="label") for span in spans)


def _names_a_speaker(label: str, span: Span, persons: Sequence[Actor]) -> bool:
    """Whether the words of a label are a person or an office: "PRESIDENT LEE", "MR PRICE"; or the
    surname of somebody whom the text names."""
    if any(a.span.start < span.end and span.start < a.span.end for a in persons):
        return True
    words = {word.casefold().strip(".") for word in label.split()}
    if len(label) == 1 or words & COURTESY:
        return True
    surnames = {(a.person or "").split()[-1].casefold() for a in persons if a.person}
    return bool(words & surnames)


COURTESY = word_set("background", "furniture.courtesy")
