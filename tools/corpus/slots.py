"""The slots of a figure held against its mark: the days it covers, and whose it is."""

from datetime import date

from corpus.markup import Mark
from legation.model import Figure, Period
from legation.model.periods import month_end

EITHER_WAY = ("trade_total", "balance")
"""Measures that are the same told from either side."""


def land(code: str | None) -> str | None:
    """The country or family of bodies of a code; None for what has none."""
    return None if not code or code.startswith("?") else code.partition(":")[0]


def same_days(ours: Period, theirs: str) -> bool:
    """Whether a period is the marked one, however it is written: the first quarter is also
    January to March.
    """
    if ours.edtf == theirs or "X" in theirs:
        return ours.edtf == theirs
    first, _, last = theirs.partition("/")
    return (ours.start, ours.end) == (opening(first), closing(last or first))


def opening(edtf: str) -> date:
    """The first day of a year, a month or a day."""
    return date.fromisoformat(f"{edtf}-01-01"[:10])


def closing(edtf: str) -> date:
    """The last day of a year, a month or a day."""
    year, *rest = map(int, edtf.split("-"))
    return date(year, *rest) if len(rest) > 1 else month_end(year, *(rest or [12]))


def sides_agree(record: Figure, mark: Mark) -> bool:
    """Whether the sides are those of the mark, an empty one where the mark is empty. Trade between
    two is the same told from either side, and so is a balance, whose owner ``favour`` tells.
    """
    joint = record.measure in EITHER_WAY or record.of == "trade"
    favour = land(mark.get("favour"))
    told = favour is None or land(record.in_favour_of) == favour
    return told and same_sides((record.reporter, record.partner), mark, joint)


def same_sides(ours: tuple[str | None, str | None], mark: Mark, joint: bool) -> bool:
    """Whether reporter and partner are the marked ones, in either order where they are ``joint``;
    to trade with the whole world is to trade with nobody named.
    """
    held = (land(ours[0]), _partner(ours[1]))
    theirs = (land(mark.get("reporter")), _partner(mark.get("partner")))
    return held == theirs or (joint and held == theirs[::-1])


def _partner(code: str | None) -> str | None:
    return None if code == "WLD" else land(code)
