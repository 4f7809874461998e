"""Claims whose whole sentence fits a frame of ``grammar``: comparisons and ranks."""

from collections.abc import Iterator

from legation.grammar import frames
from legation.model import Reading, Span
from legation.records.assertions.candidates.claims import Claim
from legation.records.measures import Passage, Sides


def find(reading: Reading, passage: Passage) -> Iterator[Claim]:
    """The claim of a sentence that says nothing else; at most one."""
    sentence = passage.sentence
    extent = Span(sentence.tokens[0].start, sentence.tokens[-1].end)
    compared = frames.comparison(reading, sentence)
    if compared is not None:
        first, second = compared.first, compared.second
        yield Claim(
            kind="comparison",
            pattern="frame",
            evidence=extent,
            subject=first.reporter,
            object=second.partner if second.reporter == first.reporter else second.reporter,
            measure=first.measure,
            sides=Sides(reporter=first.reporter, partner=first.partner),
            direction="down" if compared.way == "less" else "up",
        )
        return
    placed = frames.ranked(reading, sentence)
    if placed is not None and placed.group is None:
        yield Claim(
            kind="rank",
            pattern="frame",
            evidence=extent,
            subject=placed.who,
            object=placed.owner,
            measure=placed.measure,
            sides=Sides(reporter=placed.who, partner=placed.partner),
        )
