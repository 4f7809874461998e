"""What stands over a list: "Georgia's trade with Armenia in 2023:"."""

from collections.abc import Sequence
from decimal import Decimal

from legation.model import Quantity, Value
from legation.records.figures.candidates.context import Earlier
from legation.records.figures.slots.periods import timing
from legation.records.measures import Anchor, Passage, sides


def heading(passage: Passage, found: Sequence[Anchor]) -> Earlier | None:
    """The parties and time of a line that ends with a colon and has no number; what follows leans
    on them.
    """
    if (
        passage.sentence.tokens[-1].text != ":"
        or not found
        or any(q.unit != "count" for q in passage.quantities)
    ):
        return None
    named = sides(passage, found[0])
    nothing = _nothing(passage)
    return Earlier(
        sentence=passage.sentence.index,
        paragraph=passage.sentence.paragraph,
        measure=found[0].measure,
        sides=named,
        period=timing(passage, nothing, None).period,
        quantity=nothing,
        of=None,
    )


def _nothing(passage: Passage) -> Quantity:
    """A number without unit or digits, at the end of the line."""
    end = passage.sentence.tokens[-1].span
    return Quantity(
        span=end,
        value=None,
        unit="",
        interval=Value(low=Decimal(0), high=Decimal(0), written=""),
        digits=end,
    )
