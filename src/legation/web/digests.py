"""A digest as one HTML file: no script, no request, one sheet of A4 in print."""

import base64
import hashlib
import math
from collections import Counter

from markupsafe import Markup
from msgspec.structs import replace

from legation.views.questions import reports, telling
from legation.views.questions.digests import Digest, Row
from legation.views.questions.pages import Line
from legation.web.pages import page

SHEET = 745.0
"""Points of a sheet of A4 within its margins (791), less what estimates may miss."""
WIDTH, LETTER, LINE = 538.0, 0.46, 1.24
"""Points across; the mean width of a letter and the height of a line, by the size of print."""
BORDER, HEAD, SECTION = 0.9, 6.0, 2.6
"""Points between rows; lines that the head and the title of a section take."""
SHARES = (0.12, 0.58, 0.11, 0.14)
COLUMNS, SMALLER = 3, 1.16
LARGEST, SMALLEST = 8.0, 5.6


def digest_page(found: Digest) -> str:
    """One digest as one self-contained HTML file, which prints on one sheet of A4."""
    found = fitted(found)
    style = page("digest.css.j2", size=size(found))
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    numbers = {one.source.document: one.number for one in found.documents}

    def marks(line: Line) -> str:
        known = {numbers[one.document] for one in line.sources if one.document in numbers}
        return reports.marks(sorted(known))

    return page(
        "digest.html.j2",
        title=reports.title(found),
        digest=found,
        sections=reports.SECTIONS,
        style=Markup(style),
        style_hash=digest,
        marks=marks,
        day=telling.day,
        doubt=reports.doubt,
        last=reports.last,
    )


def fitted(found: Digest) -> Digest:
    """The digest with as many rows as one sheet takes at the smallest print; those that it does
    not take are counted.
    """
    names = [name for name, _, _ in reports.SECTIONS]
    left: Counter[str] = Counter()
    while height(found, SMALLEST) > SHEET:
        longest = max(names, key=lambda name: len(getattr(found, name)))
        rows = getattr(found, longest)
        if len(rows) <= 1:
            break
        left[longest] += 1
        found = replace(found, **{longest: rows[:-1]})
    words = {name: told.lower() for name, told, _ in reports.SECTIONS}
    told = tuple(f"left out for want of room under {words[n]}: {left[n]}" for n in sorted(left))
    return replace(found, more=(*found.more, *told))


def size(found: Digest) -> float:
    """The largest size of print, in points, at which the digest stays on one sheet of A4."""
    sizes = [LARGEST - step / 10 for step in range(round((LARGEST - SMALLEST) * 10) + 1)]
    return round(next((one for one in sizes if height(found, one) <= SHEET), SMALLEST), 1)


def height(found: Digest, points: float) -> float:
    """How high it stands in print, in points, at a size: lines of text, estimated by letters."""
    line, letters = points * LINE, WIDTH / (points * LETTER)
    total = HEAD * line
    for name, _, _ in reports.SECTIONS:
        rows = getattr(found, name)
        total += (SECTION * line if rows else 0) + sum(_row(name, row, letters) for row in rows) * (
            line + BORDER
        )
    total += sum(_lines(line_of.text, letters) for line_of in found.short) * line
    halves = [found.doubts, found.rivals]
    columns = sum(bool(half) for half in halves) or 1
    beside = [sum(_lines(one.text, letters / columns - 4) for one in half) for half in halves]
    total += (max(beside) + SECTION) * line
    texts = [
        f"{one.source.publisher} {one.source.title} {one.beside}.............."
        for one in found.documents
    ]
    listed = sum(_lines(text, letters / COLUMNS * SMALLER - 4) for text in texts)
    return total + (listed / COLUMNS + SECTION) * line / SMALLER + len(found.more) * line


def _row(name: str, row: Row, letters: float) -> int:
    cells = (row.when, f"{row.what} ?", row.status, reports.last(name, row))
    return max(_lines(cell, letters * share - 2) for cell, share in zip(cells, SHARES, strict=True))


def _lines(text: str, letters: float) -> int:
    """Lines of a text of which so many letters fit on one; words are never cut."""
    return max(1, math.ceil((len(text) + 4) / max(letters, 1)))
