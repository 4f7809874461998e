"""Numbers with their meaning: what is measured, whose, with whom, when, of what."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from legation.model import Anchor as Carrier
from legation.model import Figure, Quantity, Reading, Statement, content_id
from legation.records.attribution import Attribution, attribute
from legation.records.figures.assembly import framed, repeats
from legation.records.figures.assembly.tabulated import tabulated
from legation.records.figures.candidates.attachment import governor
from legation.records.figures.candidates.cast import cast
from legation.records.figures.candidates.context import NEAR, Earlier, dyad
from legation.records.figures.candidates.counts import counted
from legation.records.figures.candidates.drafts import Settled, draft
from legation.records.figures.candidates.tables import Table, tables
from legation.records.figures.candidates.units import by_month, completed, rated
from legation.records.figures.features.case import Case
from legation.records.figures.slots.bases import is_starting_point
from legation.records.figures.slots.headings import heading
from legation.records.figures.slots.natures import HOPED
from legation.records.figures.slots.parties import WEIGHTS as SIDES
from legation.records.figures.slots.ruled_sides import Surroundings
from legation.records.figures.slots.slot_filling import Learned, settle
from legation.records.figures.slots.speakers import ours, owned
from legation.records.figures.slots.times import WEIGHTS as TIMES
from legation.records.figures.verifier import WEIGHTS as SECOND
from legation.records.figures.verifier import confidence, reasons, shown, verified
from legation.records.measures import Anchor, Passage, anchors, named, passages
from legation.records.ranking import preference

__all__ = ["cases_of", "extract", "read_off"]

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
    drawn = list(tables(reading.document.text))
    found = [
        framed.settled(reading, case.passage.sentence, figure)
        for case, figure in read_off(reading, said, learned(), drawn)
    ]
    return sorted(
        [*repeats.completed(found), *tabulated(reading, drawn)], key=lambda f: f.evidence[0].start
    )


def cases(
    reading: Reading,
    said: Sequence[Statement],
    weights: Learned,
    drawn: Sequence[Table] = (),
) -> Iterator[Case]:
    """The figures of running text with all that speaks for and against each, in the order of the
    text.

    Args:
        reading: sentences, quantities, dates and actors of one document.
        said: its statements.
        weights: what chooses among candidates; :func:`extract` takes the trained ones.
        drawn: tables of the text, whose numbers are left out.
    """
    earlier: list[Earlier] = []
    pair = dyad(reading)
    who = cast(reading)
    for passage in passages(reading, with_regions=True):
        if len(passage.quantities) > MOST_NUMBERS:
            continue
        words = (
            anchors(passage)
            if passage.quantities or passage.sentence.tokens[-1].text == ":"
            else []
        )
        earlier = [e for e in earlier if passage.sentence.index - e.sentence <= NEAR]
        our = ours(reading, passage, said) if words else None
        around = Surroundings(pair, our, reading.document.published, reading.background, who)
        for quantity in completed(passage):
            if any(table.span.overlaps(quantity.digits) for table in drawn):
                continue
            case = _case(passage, quantity, words, tuple(earlier), around, weights)
            if case is not None:
                yield case
                if quantity.unit != "count" or counted(passage, quantity) == "listed":
                    earlier.append(_kept(passage, case.settled))
        over = heading(passage, words)
        earlier += [over] if over else []


def read_off(
    reading: Reading,
    said: Sequence[Statement],
    weights: Learned,
    drawn: Sequence[Table] = (),
) -> Iterator[tuple[Case, Figure]]:
    """Each figure of running text with the case for it, on whose word it stands included."""
    for case in cases(reading, said, weights, drawn):
        word = attribute(reading, case.settled.evidence[0], said)
        whole = replace(case, settled=owned(case.settled, word))
        yield whole, _figure(reading, whole, word, weights)


def cases_of(reading: Reading, weights: Learned) -> list[Case]:
    """The figures of running text before anybody's word is asked, for training."""
    return list(cases(reading, (), weights, list(tables(reading.document.text))))


def learned() -> Learned:
    """The trained weights."""
    return Learned(sides=preference(SIDES), times=preference(TIMES), second=preference(SECOND))


def _case(
    passage: Passage,
    quantity: Quantity,
    words: Sequence[Anchor],
    earlier: Sequence[Earlier],
    around: Surroundings,
    weights: Learned,
) -> Case | None:
    if quantity.unit in SKIPPED_UNITS or (
        quantity.unit == "count" and counted(passage, quantity) is None
    ):
        return None
    found = governor(passage, quantity, words)
    drafted = draft(passage, by_month(passage, quantity, found.anchor), found, earlier)
    if drafted is None:
        return None
    settled = settle(passage, drafted, earlier, around, weights)
    case = Case(passage, settled, earlier, around)
    return replace(case, settled=verified(case))


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


def _figure(reading: Reading, case: Case, word: Attribution, weights: Learned) -> Figure:
    passage, settled = case.passage, case.settled
    quantity, drafted = settled.draft.quantity, settled.draft
    sure = confidence(case, weights.second)
    reporter, partner = _named_sides(settled)
    return Figure(
        id=content_id(reading.key, "figure", quantity.span, quantity.unit),
        anchor=Carrier(lemma=reading.text(quantity.digits), span=quantity.digits),
        evidence=settled.evidence,
        sentence=passage.sentence.span,
        said_in=word.said_in,
        confidence=sure,
        tier=shown(case, sure),
        uncertain=reasons(case),
        inherited=settled.inherited,
        measure=drafted.measure,
        value=drafted.value,
        unit=rated(quantity),
        qualifier=quantity.qualifier,
        reporter=reporter,
        partner=partner,
        in_favour_of=named(settled.favour),
        product=settled.product,
        period=settled.period,
        change=settled.changed,
        of=drafted.of,
        nature=settled.nature,
        attributed_to=word.attributed_to,
        voice=word.voice,
    )


def _named_sides(settled: Settled) -> tuple[str | None, str | None]:
    """Reporter and partner by their codes; of trade between a region and a country the country is
    the reporter.
    """
    reporter, partner = named(settled.sides.reporter), named(settled.sides.partner)
    is_region = settled.sides.reporter is not None and reporter is None
    if is_region and settled.draft.measure == "trade_total":
        return partner, None
    return reporter, partner
