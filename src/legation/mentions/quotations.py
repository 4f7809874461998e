"""Quotations: the words between quotation marks of every style.

One pass over each paragraph with a stack of open marks. What cannot be paired never stops the
reading: a double mark left open ends with its paragraph (newspapers open each paragraph of a long
speech again and close only the last) or before a cue that follows it
(:mod:`legation.mentions.unclosed`), a single one left open was an apostrophe.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from typing import NamedTuple

from legation.lexicon import word_set
from legation.mentions import unclosed
from legation.model import Document, Quotation, Sentence, Span

DOUBLE, SINGLE, ANGLE = "double", "single", "angle"
MARKS = re.compile("``|''|[\"“”„‟＂«»‹›'‘’‚‛]")
KINDS = {
    **dict.fromkeys(("``", "''", '"', "“", "”", "„", "‟", "＂"), DOUBLE),
    **dict.fromkeys(("«", "»", "‹", "›"), ANGLE),
    **dict.fromkeys(("'", "‘", "’", "‚", "‛"), SINGLE),
}
OPENING = frozenset(("“", "„", "‟", "``", "«", "‹", "‘", "‚", "‛"))
CLOSING = frozenset(("”", "»", "›", "’"))
ELISIONS = word_set("mentions", "quotations.elisions")
DEEPEST = 12
"""How deep quotations are followed into one another; what is deeper is noise."""
LOOK_AHEAD = 40
"""How many marks ahead a plural's apostrophe looks for the mark that closes instead."""
LEADING = frozenset("([{-–—/:;,…")
"""What may stand right before an opening mark, besides white space and other marks."""


class Mark(NamedTuple):
    """A quotation mark: where it stands and what its neighbours let it be."""

    start: int
    end: int
    glyph: str
    opens: bool
    closes: bool

    @property
    def kind(self) -> str:
        """Its family; marks of one family pair with one another, whatever their national style."""
        return KINDS[self.glyph]


def find(document: Document, sentences: Sequence[Sentence]) -> Iterator[Quotation]:
    """The quotations of a document in the order of their opening marks, nested ones included.

    Args:
        document: its original text is read.
        sentences: they tell where paragraphs begin and end, and which odd characters stand for a
        mark.
    """
    going_on = False
    for number, group in groupby(sentences, key=lambda sentence: sentence.paragraph):
        within = list(group)
        bounds = Span(within[0].span.start, max(s.span.end for s in within))
        found = list(_paragraph(_readable(document.text, within, bounds), bounds, number, going_on))
        found = [q if q.closed else unclosed.shortened(q, within, document.text) for q in found]
        going_on = any(not q.closed and q.span.end == bounds.end for q in found)
        yield from sorted(found, key=lambda q: (q.outer.start, -q.outer.end))


def _readable(text: str, sentences: Iterable[Sentence], bounds: Span) -> str:
    """The paragraph as written, with marks put back where bytes were read in a wrong encoding;
    positions stay.
    """
    piece = text[bounds.start : bounds.end]
    for token in (t for s in sentences for t in s.tokens):
        if token.text in KINDS and not MARKS.fullmatch(text, token.start, token.end):
            at, width = token.start - bounds.start, token.end - token.start
            if 0 < width < 5 and not piece[at : at + width].isalnum():
                piece = piece[:at] + token.text[0] + "\0" * (width - 1) + piece[at + width :]
    return piece


def _paragraph(text: str, bounds: Span, number: int, going_on: bool) -> Iterator[Quotation]:
    marks = [m for m in _marks(text) if m.opens or m.closes]
    held: list[Mark] = []
    if going_on and marks and not marks[0].opens and marks[0].kind != SINGLE:
        held.append(
            Mark(0, 0, marks[0].glyph, True, False)
        )  # the paragraph before ran on into this one
    last = max((m.start for m in marks if m.kind == SINGLE and m.closes), default=-1)
    for at, mark in enumerate(marks):
        partner = _partner(held, mark, text, islice(marks, at + 1, at + LOOK_AHEAD))
        if partner is not None:
            opened = held[partner]
            del held[partner:]
            yield from _quotation(text, bounds, number, opened, mark)
        elif mark.opens and len(held) < DEEPEST and _may_open(mark, last):
            yield from _left_open(text, bounds, number, held, mark)
            held.append(mark)
    end = Mark(len(text), len(text), '"', False, False)
    for opened in held:
        if opened.kind != SINGLE or opened.start == 0:
            yield from _quotation(text, bounds, number, opened, end, closed=False)


def _left_open(
    text: str, bounds: Span, number: int, held: list[Mark], mark: Mark
) -> Iterator[Quotation]:
    """A mark that opens while its like is open: the earlier one was never closed."""
    if held and held[-1].kind == mark.kind:
        yield from _quotation(text, bounds, number, held.pop(), mark, closed=False)


def _quotation(
    text: str, bounds: Span, number: int, opened: Mark, shut: Mark, closed: bool = True
) -> Iterator[Quotation]:
    inner = text[opened.end : shut.start]
    words = inner.strip(" \t\0\xa0\u202f\u2009\n\r")
    if not any(c.isalnum() for c in words):
        return
    start = bounds.start + opened.end + inner.index(words)
    span = Span(start, start + len(words))
    outer = Span(bounds.start + opened.start, bounds.start + shut.end if closed else span.end)
    yield Quotation(span=span, outer=outer, paragraph=number, closed=closed)


def _marks(text: str) -> Iterator[Mark]:
    for match in MARKS.finditer(text):
        before, after = text[: match.start()][-1:], text[match.end() : match.end() + 1]
        opens = (
            not before or before.isspace() or before in LEADING or before in KINDS
        ) and not after.isspace()
        closes = bool(before) and not before.isspace() and not after.isalnum()
        yield _styled(text, match, opens and bool(after), closes, before, after)


def _styled(
    text: str, match: re.Match[str], opens: bool, closes: bool, before: str, after: str
) -> Mark:
    glyph = match.group()
    if glyph == "'" or (KINDS[glyph] == SINGLE and _apostrophe(text, match, before, after)):
        opens = opens and not _apostrophe(text, match, before, after)
    elif glyph in {'"', "''", "＂"}:
        if _measure(text, match.start()):
            opens = closes = False
        elif not opens and not closes:  # glued on both sides, or standing free: the stack decides
            opens = closes = True
    elif glyph in OPENING:
        opens, closes = opens or not closes, closes and not opens
    elif glyph in CLOSING and KINDS[glyph] != SINGLE:
        opens, closes = opens and not closes and not before.isalnum(), closes or not opens
    elif KINDS[glyph] == SINGLE:
        opens = opens and glyph != "’"
    return Mark(match.start(), match.end(), glyph, opens, closes)


def _apostrophe(text: str, match: re.Match[str], before: str, after: str) -> bool:
    if before.isalnum() and after.isalnum():
        return True
    word = re.match(r"\w+", text[match.end() : match.end() + 12])
    return bool(word) and (word.group().lower() in ELISIONS or word.group()[0].isdigit())  # type: ignore[union-attr]


def _measure(text: str, at: int) -> bool:
    """Whether a straight mark means inches: 6'2", a 14" pipe."""
    before = text[max(0, at - 8) : at]
    return bool(re.search(r"\d['’′] ?\d{1,2}$", before)) or bool(
        re.search(r"\d$", before)
        and re.match(r'["＂][ -]?[a-z]', text[at : at + 3])
        and text.count('"', 0, at) % 2 == 0
    )


def _may_open(mark: Mark, last: int) -> bool:
    """A single mark opens only where another can close it: else it was an apostrophe. At the head
    of a paragraph a curly one may run on into the next."""
    if mark.kind != SINGLE:
        return True
    return last > mark.start or (mark.start == 0 and mark.glyph == "‘")


def _partner(held: Sequence[Mark], mark: Mark, text: str, later: Iterable[Mark]) -> int | None:
    """The place on the stack of the opening mark that this one closes; the innermost of its
    kind.
    """
    if not mark.closes:
        return None
    at = next((n for n in range(len(held) - 1, -1, -1) if held[n].kind == mark.kind), None)
    if at is None or (mark.kind == SINGLE and _possessive(mark, text, later)):
        return None
    if (
        mark.opens and held[at].end == mark.start
    ):  # two marks in a row: nothing between them to quote
        return None
    return at


def _possessive(mark: Mark, text: str, later: Iterable[Mark]) -> bool:
    """Whether a mark after an s belongs to a plural ("the ministers’ meeting") and a later one
    closes instead.
    """
    if not re.match(r"[sS]['’] ?[a-z]", text[mark.start - 1 : mark.start + 3]):
        return False
    for other in later:
        if other.kind == SINGLE and other.opens and not other.closes:
            return False
        if other.kind == SINGLE and other.closes:
            return True
    return False
