"""Numbers with their meaning: what is measured, whose, with whom, when, of what."""

from collections.abc import Sequence

from legation.model import Anchor as Carrier
from legation.model import Figure, Quantity, Reading, Statement, content_id
from legation.records.attribution import attribute
from legation.records.confidence import tier
from legation.records.figures.assembly import framed, repeats
from legation.records.figures.assembly.tabulated import tabulated
from legation.records.figures.candidates.attachment import governor
from legation.records.figures.candidates.context import NEAR, Earlier, dyad
from legation.records.figures.candidates.counts import counted
from legation.records.figures.candidates.drafts import Settled, draft
from legation.records.figures.candidates.tables import tables
from legation.records.figures.candidates.units import by_month, completed, rated
from legation.records.figures.features.case import Case
from legation.records.figures.slots.bases import is_starting_point
from legation.records.figures.slots.headings import heading
from legation.records.figures.slots.natures import HOPED
from legation.records.figures.slots.slot_filling import Surroundings, settle
from legation.records.figures.slots.speakers import ours, owned
from legation.records.figures.verifier import certainty, verified
from legation.records.measures import Anchor, Passage, anchors, passages

__all__ = ["extract"]

SKIPPED_UNITS = {"year", "month", "day", "week", "hour", "minute", "second", "decade", "century"}

MOST_NUMBERS = 40
"""Numbers of one sentence; the fullest of our corpus has 17 (2026-12-01). What has more is a table
that lost its line ends: whose each number is cannot be told."""


def extract(reading: Reading, said: Sequence[Statement]) -> list[Figure]:
    """The figures of a reading.

    Args:
        reading: sentences, quantities, dates and actors of one document.
        said: its statements, for whose word a figure is.

    Returns:
        One figure a number that has a meaning here, in the order of the text. Slots that neither
        the words nor the context fill stay empty; those that the context fills are named in
        ``inherited``.
    """
    found: list[Figure] = []
    earlier: list[Earlier] = []
    pair = dyad(reading)
    drawn = list(tables(reading.document.text))
    for passage in passages(reading):
        if len(passage.quantities) > MOST_NUMBERS:
            continue
        words = (
            anchors(passage)
            if passage.quantities or passage.sentence.tokens[-1].text == ":"
            else []
        )
        earlier = [e for e in earlier if passage.sentence.index - e.sentence <= NEAR]
        our = ours(reading, passage, said) if words else None
        for quantity in completed(passage):
            if any(table.span.overlaps(quantity.digits) for table in drawn):
                continue
            settled = _settled(
                passage,
                quantity,
                words,
                earlier,
                Surroundings(pair, our, reading.document.published, reading.background),
            )
            if settled is not None:
                figure = _figure(reading, said, passage, settled)
                found.append(framed.settled(reading, passage.sentence, figure))
                if quantity.unit != "count" or counted(passage, quantity) == "listed":
                    earlier.append(_kept(passage, settled))
        over = heading(passage, words)
        earlier += [over] if over else []
    return sorted(
        [*repeats.completed(found), *tabulated(reading, drawn)], key=lambda f: f.evidence[0].start
    )


def _settled(
    passage: Passage,
    quantity: Quantity,
    words: Sequence[Anchor],
    earlier: Sequence[Earlier],
    around: Surroundings,
) -> Settled | None:
    if quantity.unit in SKIPPED_UNITS or (
        quantity.unit == "count" and counted(passage, quantity) is None
    ):
        return None
    found = governor(passage, quantity, words)
    drafted = draft(passage, by_month(passage, quantity, found.anchor), found, earlier)
    if drafted is None:
        return None
    return verified(Case(passage, settle(passage, drafted, earlier, around), earlier, around.pair))


def _kept(passage: Passage, settled: Settled) -> Earlier:
    return Earlier(
        sentence=passage.sentence.index,
        paragraph=passage.sentence.paragraph,
        measure=settled.draft.measure,
        sides=settled.sides,
        period=settled.period,
        quantity=settled.draft.quantity,
        of=settled.draft.of,
        is_start=settled.is_back
        or settled.nature == "cumulative"
        or is_starting_point(passage, settled.draft.quantity),
        inherited=settled.inherited,
        moved="down" if settled.draft.value.high < 0 else "up",
        is_doubtful=settled.is_doubtful,
        is_hoped=settled.nature in HOPED,
    )


def _figure(
    reading: Reading, said: Sequence[Statement], passage: Passage, settled: Settled
) -> Figure:
    quantity, drafted = settled.draft.quantity, settled.draft
    word = attribute(reading, settled.evidence[0], said)
    settled = owned(settled, word)
    sure = certainty(settled)
    return Figure(
        id=content_id(reading.key, "figure", quantity.span, quantity.unit),
        anchor=Carrier(lemma=reading.text(quantity.digits), span=quantity.digits),
        evidence=settled.evidence,
        sentence=passage.sentence.span,
        said_in=word.said_in,
        confidence=sure,
        tier=tier("figure", sure),
        inherited=settled.inherited,
        measure=drafted.measure,
        value=drafted.value,
        unit=rated(quantity),
        qualifier=quantity.qualifier,
        reporter=settled.sides.reporter,
        partner=settled.sides.partner,
        in_favour_of=settled.favour,
        product=settled.product,
        period=settled.period,
        change=settled.changed,
        of=drafted.of,
        nature=settled.nature,
        attributed_to=word.attributed_to,
        voice=word.voice,
    )
