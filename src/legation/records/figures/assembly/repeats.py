"""One figure said twice: a lead without its year, and the paragraph that tells it in full."""

from collections.abc import Sequence

from msgspec.structs import replace

from legation.model import Figure

SLOTS = ("reporter", "partner", "period")
MOST = 50
"""Of how many equal figures the first are looked at; a table may hold thousands."""


def completed(found: Sequence[Figure]) -> list[Figure]:
    """The figures, each with the slots that it leaves empty and its one full repetition fills.

    Two are one figure where measure, unit and value agree and no slot that both fill differs. What
    is taken is named in ``inherited``; nothing is taken where two repetitions disagree.
    """
    alike: dict[object, list[Figure]] = {}
    for figure in found:
        alike.setdefault(_key(figure), []).append(figure)
    return [_completed(figure, alike[_key(figure)]) for figure in found]


def _key(figure: Figure) -> object:
    return figure.measure, figure.unit, figure.value.low, figure.value.high


def _completed(figure: Figure, found: Sequence[Figure]) -> Figure:
    empty = [slot for slot in SLOTS if getattr(figure, slot) is None]
    if not empty or (figure.reporter is None and figure.partner is None):
        return figure
    twins = [other for other in found[:MOST] if other.id != figure.id and _same(figure, other)]
    filled = {slot: _agreed([getattr(twin, slot) for twin in twins]) for slot in empty}
    taken = {slot: value for slot, value in filled.items() if value is not None}
    if not taken:
        return figure
    return replace(
        figure,
        **taken,
        inherited=(*figure.inherited, *(s for s in taken if s not in figure.inherited)),
    )


def _same(figure: Figure, other: Figure) -> bool:
    pairs = [(getattr(figure, slot), getattr(other, slot)) for slot in SLOTS]
    return all(mine is None or yours is None or mine == yours for mine, yours in pairs)


def _agreed(values: Sequence[object]) -> object:
    known = [v for v in values if v is not None]
    return known[0] if known and all(v == known[0] for v in known) else None
