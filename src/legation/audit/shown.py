"""A sample and its judgements as sheets for a terminal."""

from collections.abc import Sequence

from legation.audit.drawing import Drawn, Sample
from legation.audit.precision import Precision, Share
from legation.views.sheets import Column, Grid, Sheet

HEADS = ("right", "95 %", "of", "wrong", "unsure", "without unsure", "to do")
BESIDE = ("of the folded", "slots", "area", "coverage")
READING = (
    "Unsure counts as wrong; the column without unsure leaves it out. 95 % is Wilson's "
    "interval: where the share of right "
    "among all the records that the sample was drawn from is likely to be. Right is the core of "
    "what is shown; of the folded, the core of what is only possible; slots, the undoubted fields "
    "outside right cores; area, how often a right record has a higher confidence than a wrong one "
    "(50 % knows nothing); coverage, the share of right records that is shown."
)


def drawn(sample: Sample, notes: tuple[str, ...]) -> Sheet:
    """A sample: each record with what it claims, and its sentence with the evidence in
    ``[[…]]``.
    """
    grids = tuple(_record(number, drawn) for number, drawn in enumerate(sample.records, 1))
    hints = ("Write a sheet that people can judge: legation audit LEDGERS --sheet SHEET.csv",)
    return Sheet(
        heading="A sample to judge",
        beside=f"{len(sample.records)} records",
        grids=grids,
        notes=notes,
        hints=hints,
    )


def _record(number: int, drawn: Drawn) -> Grid:
    title = f"{number}. {drawn.kind}, {drawn.tier} {drawn.confidence:.2f}, {drawn.document}"
    return Grid(title=title, columns=(Column(wide=True),), rows=((drawn.claim,), (drawn.sentence,)))


def judged(found: Sequence[Precision], notes: tuple[str, ...]) -> Sheet:
    """How many are right, kind by kind, and whether that is nine in ten."""
    columns = (Column(), *(Column(head, right=True) for head in HEADS))
    grid = Grid(columns=columns, rows=tuple(_row(one) for one in found))
    more = (Column(), *(Column(head, right=True) for head in BESIDE))
    beside = Grid(columns=more, rows=tuple(_beside(one) for one in found))
    return Sheet(
        heading="Precision",
        grids=(grid, beside),
        lead=tuple(_verdict(one) for one in found),
        notes=(READING, *notes),
    )


def _row(one: Precision) -> tuple[str, ...]:
    share, counts = one.precision, (str(one.judged), str(one.wrong), str(one.unsure))
    return (
        one.kind,
        _point(share),
        _interval(share),
        *counts,
        _point(one.without_unsure),
        str(one.unjudged),
    )


def _beside(one: Precision) -> tuple[str, ...]:
    shares = (_point(share) for share in (one.of_possible, one.slots))
    return (one.kind, *shares, *(_told(part) for part in (one.area, one.coverage)))


def _verdict(one: Precision) -> str:
    if one.holds is None:
        return f"{one.kind}: nothing is judged yet."
    if one.holds_for_certain:
        return f"{one.kind}: at least nine in ten are right, even at the lower end of the interval."
    if one.holds:
        return (
            f"{one.kind}: nine in ten of the sample are right, but the interval reaches below "
            "nine in ten."
        )
    return f"{one.kind}: fewer than nine in ten are right."


def _point(share: Share) -> str:
    return _told(share.point)


def _told(part: float | None) -> str:
    return "–" if part is None else f"{part:.1%}".replace("%", " %")


def _interval(share: Share) -> str:
    return (
        "–"
        if share.low is None or share.high is None
        else f"{share.low * 100:.1f}–{share.high * 100:.1f}"
    )
