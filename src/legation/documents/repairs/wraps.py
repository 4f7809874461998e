"""Lines broken to a width, put together again: a paragraph is one line.

A break was forced where the next line's first word would not have fitted. Lists, headings and verse
keep their lines.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from legation.documents.repairs.edits import Draft, Edit, apply
from legation.documents.wording import words

NARROWEST, WIDEST = 35, 120
"""Widths to which people and programs wrap; longer lines are paragraphs."""
FORCED_SHARE = 0.55
"""Of all breaks inside blocks, how many must look forced before a text counts as wrapped."""
RAGGED = 0.8
"""A line at least this share of the width may have been broken by a proportional font (PDF)."""
LONGEST = 20_000
"""No paragraph grows beyond this: the parser's memory grows with it."""

ITEM = re.compile(
    r"\s*(?:[-*•‣◦–—·▪●]\s|\(?[0-9]{1,3}[.)]\s|\(?[a-zA-Z][.)]\s|#{1,6}\s|>|\||[ivx]{1,4}[.)]\s)"
)
RULE = re.compile(r"\s*[-=_*~]{3,}\s*$")
STOPPED = re.compile(r"[.!?:][\"'”’»)\]]*\s*$")
WORD = re.compile(r"[^\W\d_]+")
CUT_NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})*[.,]$")
"""A line that ends within a number ("29."); a year before a full stop has four digits."""
NUMBER_GOES_ON = re.compile(
    r"\s*\d{1,3}(?:,\d{3})*(?:\.\d+)?\s*(?:%|per ?cent|percent|hundred|thousand|million|billion"
    r"|trillion|mln|bln|trn|bn|tonnes|tons|euros?|dollars?)(?!\w)"
)
RUNNING = re.compile(
    r"[^\W\d_]{3}[.!?][\"”’]? [A-Z\"“]|^[^.!?a-z]{2,40}[,(][^.!?]{3,40}\) ?[-–—]+ "
)
"""A sentence that ends within a line, or a dateline before it: no heading has either."""
DIVIDED = re.compile(r"\w{1,40}-\n\s{0,40}\w{1,40}")
"""Halves of words, which say nothing of which words the text knows."""


def join(draft: Draft) -> Draft:
    """The draft with wrapped lines joined and words that were divided at a line's end made
    whole.
    """
    if "\n" not in draft.text:
        return draft
    lines = draft.text.split("\n")
    width = _width(lines)
    known = (
        frozenset(WORD.findall(DIVIDED.sub(" ", draft.text.lower())))
        if "-\n" in draft.text
        else frozenset()
    )
    return apply(draft, _joints(lines, width, known), "joined {} wrapped line{s}")


def _joints(lines: list[str], width: int | None, known: frozenset[str]) -> Iterator[Edit]:
    end = grown = 0
    in_item = False
    for line, following in pairwise(lines):
        end += len(line)
        in_item = bool(ITEM.match(line)) or (in_item and line[:1] == " ")
        if grown + len(line) < LONGEST and _belongs(line, following, width, in_item):
            grown += len(line)
            yield _joint(line, following, end, known)
        else:
            grown = 0
        end += 1


def _joint(line: str, following: str, newline: int, known: frozenset[str]) -> Edit:
    indent = len(following) - len(following.lstrip())
    idle = len(line) - len(line.rstrip())
    if _is_cut_number(line, following):
        return Edit(newline, newline + 1 + indent, "")
    if _is_divided(line, following):
        divided = 0 if _is_compound(line, following, known) else 1
        return Edit(newline - divided, newline + 1 + indent, "")
    return Edit(newline - idle, newline + 1 + indent, " ")


def _is_cut(line: str, following: str) -> bool:
    """Whether a word or a number goes on in the next line."""
    return _hangs(line, following) or _is_cut_number(line, following)


def _is_cut_number(line: str, following: str) -> bool:
    """Whether a line ends behind the point or comma of a number that goes on in the next."""
    ends = CUT_NUMBER.search(line[-12:])
    if not ends:
        return False
    if line.endswith(","):
        return bool(re.match(r"\s*\d{3}(?!\d)", following))
    return bool(NUMBER_GOES_ON.match(following))


def _is_divided(line: str, following: str) -> bool:
    """Whether a line ends within a word; "export-" before "and import" does not."""
    return _hangs(line, following) and following.split(None, 1)[0] not in {"and", "or"}


def _hangs(line: str, following: str) -> bool:
    return line.endswith("-") and line[-2:-1].isalpha() and following.lstrip()[:1].islower()


def _is_compound(line: str, following: str, known: frozenset[str]) -> bool:
    """Whether the hyphen at a line's end belongs to the word ("long-term") and not to the line."""
    before, after = WORD.findall(line[-40:].lower())[-1], WORD.findall(following[:60].lower())[0]
    if before + after in known:
        return False
    return before in words("compounds") or (
        len(before) > 3 and before in known and after in known and len(after) > 3
    )


def _belongs(line: str, following: str, width: int | None, in_item: bool) -> bool:
    if _is_apart(line, following) or _starts_paragraph(line, following, in_item):
        return False
    if _is_cut(line, following):
        return True
    first = following.split(None, 1)[0]
    stopped = bool(STOPPED.search(line))
    if width is None:
        return not stopped and len(line) >= NARROWEST and _goes_on(line, first)
    reach = len(line.rstrip()) + 1 + len(first)
    if stopped:
        return reach > width and len(line) <= width
    if reach > RAGGED * width or line.split()[-1] in words("unfinished"):
        return True
    return first[0].islower() and len(line) >= NARROWEST


def _goes_on(line: str, first: str) -> bool:
    """Whether a line's sentence goes on, in a text too short to tell whether it was wrapped."""
    if line.rstrip()[-1:] in "\"”'’":
        return False
    return first[0].islower() or bool(RUNNING.search(line))


def _is_apart(line: str, following: str) -> bool:
    """Whether a line or the one after it is no running text: empty, an item, a heading, a rule."""
    if not line.strip() or not following.strip() or ITEM.match(following):
        return True
    is_marked = line.lstrip().startswith(("#", "|"))
    return is_marked or bool(RULE.match(following) or RULE.match(line))


def _starts_paragraph(line: str, following: str, in_item: bool) -> bool:
    """An indented first line; within a list item the indent goes on."""
    indent, next_indent = len(line) - len(line.lstrip()), len(following) - len(following.lstrip())
    return next_indent >= indent + 2 and not in_item


def _width(lines: list[str]) -> int | None:
    """The width that a text was wrapped to, if it was."""
    breaks = [
        (len(a.rstrip()), b.split(None, 1)[0], bool(STOPPED.search(a)))
        for a, b in pairwise(lines)
        if _running(a, b)
    ]
    lengths = sorted(length for length, _, _ in breaks)
    if len(lengths) < 2 or lengths[int(len(lengths) * 0.95) - (len(lengths) < 20)] > WIDEST:
        return None
    width = max(length for length in lengths if length <= WIDEST)
    forced = sum(
        length + 1 + len(first) > RAGGED * width and not stopped
        for length, first, stopped in breaks
    )
    ended = sum(stopped for _, _, stopped in breaks)
    if (
        width < NARROWEST
        or forced < FORCED_SHARE * (len(breaks) - ended)
        or ended > len(breaks) / 2
    ):
        return None
    return width


def _running(line: str, following: str) -> bool:
    return (
        bool(line.strip() and following.strip())
        and not ITEM.match(following)
        and not line.lstrip().startswith("#")
    )
