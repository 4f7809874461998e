"""Figures whose whole sentence fits a frame of ``grammar``: their parties stand in it."""

from msgspec.structs import replace

from legation.grammar import frames
from legation.model import Figure, Reading, Sentence

PARTIES = frozenset({"reporter", "partner", "measure"})
SURE = 0.95


def settled(reading: Reading, sentence: Sentence, figure: Figure) -> Figure:
    """The figure with the parties of its frame; itself where it fits none, or is no flow."""
    if figure.anchor is None or figure.nature != "flow":
        return figure
    own = figure.anchor.span
    if figure.measure == "share":
        found = frames.part(reading, sentence, own)
        if found is None or found.is_member or found.who is None:
            return figure
        return _sure(replace(figure, reporter=found.whole.reporter, partner=found.who))
    told = frames.level(reading, sentence, own)
    if told is None or not _is_money(figure.unit):
        return figure
    level = replace(figure, measure=told.measure, reporter=told.reporter, partner=told.partner)
    return _sure(level if told.period is None else replace(level, period=told.period))


def _is_money(unit: str) -> bool:
    return len(unit) == 3 and unit.isupper()


def _sure(figure: Figure) -> Figure:
    left = tuple(slot for slot in figure.inherited if slot not in PARTIES)
    is_sure = not left and figure.period is not None
    return replace(
        figure,
        inherited=left,
        tier="sure" if is_sure else figure.tier,
        confidence=max(figure.confidence, SURE) if is_sure else figure.confidence,
    )
