"""What the figures before say of one that leaves things out."""

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from legation.model import Measure, Period, Quantity, Reading
from legation.records.measures import Anchor, Sides, code

NEAR = 2
"""How many sentences on a figure still tells the next one its period and its dyad."""
TRADE = ("trade_total", "exports", "imports", "balance", "share", "growth", "volume")
LEADING = 2
"""How often a country must be named to be one of the two that a text is about."""


class Earlier(Struct, frozen=True):
    """A figure already read, as far as later ones can lean on it."""

    sentence: int
    paragraph: int
    measure: Measure
    sides: Sides
    period: Period | None
    quantity: Quantity
    of: str | None
    is_start: bool = False
    """Whether it is where a change began ("from 4 billion"): its time is not the time that the
    text speaks of.
    """
    inherited: tuple[str, ...] = ()
    moved: Literal["up", "down"] = "up"
    """Where a growth pointed."""
    is_doubtful: bool = False
    """Whether something speaks against it; then the same speaks against what repeats it."""
    is_hoped: bool = False
    """Whether it is a target, a forecast or a pledge: what comes to pass has another time."""

    @property
    def inherited_sides(self) -> tuple[str, ...]:
        """Which of its parties this figure itself took from context."""
        return tuple(name for name in self.inherited if name in ("reporter", "partner"))


def last(earlier: Sequence[Earlier], sentence: int, *measures: str) -> Earlier | None:
    """The nearest figure before, of one of the measures, not farther than :data:`NEAR`
    sentences.
    """
    for figure in reversed(earlier):
        if sentence - figure.sentence > NEAR:
            return None
        if not measures or figure.measure in measures:
            return figure
    return None


def last_period(earlier: Sequence[Earlier], sentence: int, *, hoped: bool = False) -> Period | None:
    """The time that the text spoke of last: that of the nearest trade or investment figure that did
    not start a change.

    What is hoped for and what has come to pass do not lend each other their times.
    """
    telling = [e for e in earlier if not e.is_start and e.is_hoped == hoped]
    before = last(telling, sentence, *TRADE)
    return before.period if before else None


def resumed(
    found: Sides,
    anchor: Anchor,
    earlier: Sequence[Earlier],
    sentence: int,
    dyad: tuple[str, str] | None,
) -> tuple[Sides, tuple[str, ...]] | None:
    """The sides of a bare "the surplus", "the figure for trade": those of the last figure of its
    measure, else, for what has no owner, the two that the text is about. Null where the words name
    a party, or nothing stands before."""
    if (
        found.reporter
        or found.partner
        or [t.lower for t in anchor.before] not in (["the"], ["this"], ["that"], ["such"])
    ):
        return None
    before = last(earlier, sentence, anchor.measure)
    if before is not None and (before.sides.reporter or before.sides.partner):
        return before.sides, _filled(before.sides)
    if dyad is None or anchor.measure not in ("trade_total", "balance"):
        return None
    return Sides(dyad[0], dyad[1], paired=True), ("reporter", "partner")


def _filled(sides: Sides) -> tuple[str, ...]:
    return tuple(name for name in ("reporter", "partner") if getattr(sides, name))


def completed(
    found: Sides, earlier: Sequence[Earlier], sentence: int, dyad: tuple[str, str] | None
) -> tuple[Sides, tuple[str, ...]]:
    """The sides with what is missing taken from the last dyad, and the names of the fields that
    were taken.
    """
    if found.reporter and found.partner:
        return found, ()
    before = next(
        (
            e.sides
            for e in reversed(earlier)
            if sentence - e.sentence <= NEAR and e.sides.reporter and e.sides.partner
        ),
        None,
    )
    pair = (before.reporter, before.partner) if before else (dyad if found.mutual else None)
    if pair is None or not pair[0] or not pair[1]:
        return _owned(found, earlier, sentence)
    if found.reporter or found.partner:
        known = found.reporter or found.partner
        other = pair[1] if pair[0] == known else pair[0] if pair[1] == known else None
        if other is None or other == "WLD":
            return _owned(found, earlier, sentence)
        return (
            (Sides(known, other), ("partner",))
            if found.reporter
            else (Sides(other, known), ("reporter",))
        )
    return Sides(pair[0], pair[1]), ("reporter", "partner")


def _owned(
    found: Sides, earlier: Sequence[Earlier], sentence: int
) -> tuple[Sides, tuple[str, ...]]:
    """A number that names no owner goes on with the owner of the one before: "… and a deficit with
    B", "while exports rose".
    """
    owner = next(
        (
            e.sides.reporter
            for e in reversed(earlier)
            if sentence - e.sentence <= NEAR and e.sides.reporter
        ),
        None,
    )
    if found.reporter or found.mutual or owner is None or owner == found.partner:
        return found, ()
    return replace(found, reporter=owner), ("reporter",)


def dyad(reading: Reading) -> tuple[str, str] | None:
    """The two parties that a text is about: named most, with nobody near them; the Union first,
    else the one named first.
    """
    found = [c for c in (code(a) for a in reading.actors if a.form != "pronoun") if c]
    ranked = [*Counter(found).most_common(3), ("", 0), ("", 0), ("", 0)]
    if ranked[1][1] < LEADING or ranked[2][1] * 2 > ranked[1][1]:
        return None
    first, second = sorted((ranked[0][0], ranked[1][0]), key=lambda c: (c != "EUR", found.index(c)))
    return first, second
