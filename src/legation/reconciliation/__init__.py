"""Record -> links: one record for one event said twice, copies of one text; judgements that can be
undone.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from typing import Any

from legation.model import Event, Figure, Instrument, Reading, Record
from legation.reconciliation import events, figures, instruments
from legation.reconciliation.copies.batch import Told, stories, tell

__all__ = ["Told", "stories", "tell", "within"]

Same = Callable[[Reading, Any, Any], bool]
Joined = Callable[[Any, Any], Any]
RULES: tuple[tuple[type[Any], Same, Joined], ...] = (
    (Event, events.same, events.joined),
    (Instrument, instruments.same, instruments.joined),
    (Figure, figures.same, figures.joined),
)
LOOKED_BACK = 200
"""Records of a kind that one is compared with: articles have 20; a book must not take quadratic
time.
"""


def within(reading: Reading, records: Sequence[Record]) -> list[Record]:
    """One record for one event, instrument or figure said twice in a document.

    Args:
        reading: the document's sentences and mentions.
        records: its records in the order of the text.

    Returns:
        The same records; one that repeats an earlier one has gone into it: its evidence stands
        there, and what only it knew. Ids are those of the first telling. Statements, proposals and
        assertions are all kept.
    """
    held: list[Record] = []
    places: defaultdict[Hashable, list[int]] = defaultdict(list)
    for record in records:
        rule = next(
            ((same, joined) for kind, same, joined in RULES if isinstance(record, kind)), None
        )
        like = places[_block(record)]
        at = _earlier(reading, held, like, record, rule[0]) if rule else None
        if rule and at is not None:
            held[at] = rule[1](held[at], record)
        else:
            like.append(len(held))
            held.append(record)
    return held


def _block(record: Record) -> Hashable:
    """What records share that can repeat each other: their kind, of figures also the number."""
    return figures.number(record) if isinstance(record, Figure) else type(record)


def _earlier(
    reading: Reading, held: Sequence[Record], like: Sequence[int], record: Record, same: Same
) -> int | None:
    """The place of the first record that ``record`` repeats."""
    return next((at for at in like[-LOOKED_BACK:] if same(reading, held[at], record)), None)
