"""Sentences glued together ("officials.According") parted by a line break, which for the parser is
a hard end.

What only looks glued stays whole: abbreviations, initials, domain and file names, decimals.
"""

import re
from collections import Counter
from collections.abc import Iterator

from legation.documents.repairs.edits import Draft, Edit, apply
from legation.documents.wording import words

GLUED = re.compile(
    r"(?P<word>(?<![^\W\d_])[^\W\d_]{1,60}|(?<!\d)\d{1,20}"
    r"|[)\]%”’\"'])(?P<stop>[.!?])(?P<close>[”’\")\]]{0,2}(?:\[\d{1,3}\])?)"
    r"(?=(?P<open>[“‘\"(]?)(?P<next>[A-ZÀ-ÖØ-ÞĀČĐĞİŁŚŞŠŻŽ][^\W\d_]{0,60}))"
)
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+")
LONG_LINE = 8_000
"""Beyond this many characters a line is parted at sentence ends: the parser's memory grows with
it.
"""
SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]?( )(?=[\"“‘(]?[A-Z])")


def part(draft: Draft) -> Draft:
    """The draft with a line break wherever one sentence runs into the next."""
    apart = apply(draft, _breaks(draft.text), "parted {} glued sentence{s}")
    return apply(apart, _long_lines(apart.text), "parted long lines at {} place{s}")


def _breaks(text: str) -> Iterator[Edit]:
    found = list(GLUED.finditer(text))
    repeated = Counter((match["word"], match["next"]) for match in found)
    addresses = _Addresses(text) if found else None
    for match in found:
        again = repeated[match["word"], match["next"]] > 1 and match["word"][:1].isupper()
        if (
            not again
            and _ends_sentence(match, text)
            and addresses
            and not addresses.hold(match.start("stop"))
        ):
            yield Edit(match.end(), match.end(), "\n")


class _Addresses:
    """The places of web and mail addresses, asked in the order of the text."""

    def __init__(self, text: str) -> None:
        self._spans = (match.span() for match in ADDRESS.finditer(text))
        self._current = next(self._spans, None)

    def hold(self, place: int) -> bool:
        while self._current and self._current[1] <= place:
            self._current = next(self._spans, None)
        return bool(self._current and self._current[0] <= place)


def _ends_sentence(match: "re.Match[str]", text: str) -> bool:
    word, following = match["word"], match["next"]
    if match["close"] or match["open"]:
        return _quoted(match, text)
    if match["stop"] != "." or not word[-1].isalnum():
        return len(following) > 1 or following in {"A", "I"}
    if word.isdigit():
        return _after_number(match, text)
    if len(word) == 1:
        return _after_letter(match, text)
    if word.lower() in words("abbreviations"):
        return False
    return _after_word(match, text)


def _after_word(match: "re.Match[str]", text: str) -> bool:
    word, following = match["word"], match["next"]
    after = text[match.end("next") : match.end("next") + 2]
    if len(following) == 1:
        return (following in {"A", "I"} and after[:1] == " ") or (
            after[:1] == "." and after[1:].isalpha() and len(word) > 2
        )
    if following in words("starters"):
        return word.lower() != "no" and (
            after[:1] in {" ", ",", "’", "'", ""} or not word[0].isupper()
        )
    if following.lower() in words("endings"):
        return False
    if word[0].isupper() and word.lower() == "no":
        return False
    return (
        len(following) > 3
        or following[1:].islower()
        or (word.islower() and after[:1] in {" ", "’", "'"})
    )


def _after_number(match: "re.Match[str]", text: str) -> bool:
    """ "2023.In" ends a sentence; "5.October" and the "1.The" of a list do not."""
    starts_line = match.start() == 0 or text[match.start() - 1] == "\n"
    if match["next"] in words("months") and len(match["word"]) <= 2:
        return False
    return not (starts_line and len(match["word"]) <= 3) and len(match["next"]) > 1


def _after_letter(match: "re.Match[str]", text: str) -> bool:
    """One letter before the stop is an initial or an abbreviation, but for "p.m.The" and "grade
    A.The".
    """
    before = text[max(0, match.start() - 2) : match.start()].lower()
    return before in {"p.", "a."} and match["word"].lower() == "m" and len(match["next"]) > 2


def _quoted(match: "re.Match[str]", text: str) -> bool:
    """With a quotation mark or bracket between them, two letters are parted unless the mark
    belongs to a name.
    """
    word, stop = match["word"], match["stop"]
    if len(word) == 1 and word.isalpha() and stop == ".":
        return (
            match["open"] in {"“", "‘"} and text[max(0, match.start() - 1) : match.start()] == "."
        )
    return len(match["next"]) > 1 or match["next"] in {"A", "I"}


def _long_lines(text: str) -> Iterator[Edit]:
    """Breaks in lines that would cost the parser too much memory: at a sentence's end, else at a
    space, else anywhere.
    """
    start = 0
    for line in text.split("\n") if len(text) > LONG_LINE else ():
        last = 0
        while len(line) - last > LONG_LINE:
            at, width = _break(line, last + LONG_LINE // 2, last + LONG_LINE)
            yield Edit(start + at, start + at + width, "\n")
            last = at + width
        start += len(line) + 1


def _break(line: str, low: int, high: int) -> tuple[int, int]:
    """Where to break between two places, and how many characters the break takes the place of."""
    match = SENTENCE_END.search(line, low, high)
    if match:
        return match.start(1), 1
    space = line.rfind(" ", low, high)
    return (space, 1) if space >= 0 else (high, 0)
