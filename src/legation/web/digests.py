"""A digest as one HTML file: no script, no request, one sheet of A4 in print."""

import base64
import hashlib
import math

from markupsafe import Markup

from legation.views.questions import reports
from legation.views.questions.digests import Digest
from legation.views.questions.pages import Line
from legation.web.pages import page

SHEET = 11_000
"""Letters that fit on a sheet at the largest print; measured 2026-12-01 with Chromium."""
LARGEST, SMALLEST = 8.0, 5.6


def digest_page(found: Digest) -> str:
    """One digest as one self-contained HTML file."""
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
        doubt=reports.doubt,
        last=reports.last,
    )


def size(found: Digest) -> float:
    """The size of print, in points, at which the digest stays on one sheet: letters take room by
    the square of it.
    """
    letters = sum(
        len(row.when) + len(row.what) + len(row.status) + len(row.told) + len(row.changed) + 60
        for name, _, _ in reports.SECTIONS
        for row in getattr(found, name)
    )
    letters += sum(len(line.text) + 30 for line in (*found.short, *found.doubts, *found.rivals))
    letters += sum(len(one.source.title or "") + 60 for one in found.documents)
    fitting = LARGEST * math.sqrt(SHEET / max(letters, 1))
    return round(max(SMALLEST, min(LARGEST, fitting)), 1)
