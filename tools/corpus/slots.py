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
    """Whether none of the sides that we claim is another than the marked one. Trade between two is
    the same told from either side, and so is a balance, whose owner ``favour`` tells.
    """
    ours = (land(record.reporter), land(record.partner))
    theirs = (land(mark.get("reporter")), land(mark.get("partner")))
    orders = [theirs]
    if record.measure in EITHER_WAY and all(theirs):
        orders.append(theirs[::-1])
    favour, owner = land(mark.get("favour")), land(record.in_favour_of)
    return any(
        all(one in {None, other} for one, other in zip(ours, order, strict=True) if other)
        for order in orders
    ) and (favour is None or owner in {None, favour})
