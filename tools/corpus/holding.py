"""A ledger held against the marks of its sample: which records are right, which marks were found.

Right means, by kind: a statement whose content overlaps by half and whose speaker is not another's;
an event of the type at the trigger, done by those and still ahead or not as marked; a figure with
value, unit, measure and sides and, where the annotator gave it, period; the others by their words
and their kind.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from corpus.checking import decimal
from corpus.markup import Mark, Sample
from corpus.slots import land, same_days, sides_agree
from legation.model import (
    Assertion,
    Event,
    Figure,
    Instrument,
    Party,
    Proposal,
    Record,
    Span,
    Statement,
    Value,
)

TAGS: dict[type[Record], str] = {
    Statement: "st",
    Event: "ev",
    Figure: "fig",
    Instrument: "ins",
    Proposal: "pr",
    Assertion: "as",
}
KINDS = tuple(kind.__name__.lower() for kind in TAGS)
HALF = 0.5


@dataclass(frozen=True)
class Gold:
    """One record as marked: its words (a broken content has several spans) and the mark with its
    attributes.
    """

    spans: tuple[Span, ...]
    mark: Mark


@dataclass(frozen=True)
class Held:
    """A record of the ledger, whether a mark tells the same (``found``), and whether all of it is
    right.
    """

    record: Record
    kind: str
    found: bool
    right: bool


def golds(sample: Sample, kind: type[Record]) -> list[Gold]:
    """The records of a kind that the annotator marked."""
    marks = sample.tagged(TAGS[kind])
    if kind is not Statement:
        return [Gold((Span(mark.start, mark.end),), mark) for mark in marks]
    ids = dict.fromkeys(mark.get("id") for mark in marks)
    together = [[mark for mark in marks if mark.get("id") == name] for name in ids]
    return [Gold(tuple(Span(mark.start, mark.end) for mark in held), held[0]) for held in together]


def held(sample: Sample, records: Iterable[Record]) -> list[Held]:
    """Every record of a ledger beside the marks of its sample; each mark serves one record."""
    left = {kind: golds(sample, kind) for kind in TAGS}
    found: list[Held] = []
    for record in sorted(records, key=lambda each: -each.confidence):
        kind = type(record)
        fits, right = JUDGES[kind]
        near = [gold for gold in left[kind] if fits(record, gold)]
        best = max(
            near,
            key=lambda gold: (right(record, gold, sample), overlap(spans(record), gold.spans)),
            default=None,
        )
        if best is not None:
            left[kind].remove(best)
        found.append(
            Held(
                record,
                kind.__name__.lower(),
                best is not None,
                best is not None and right(record, best, sample),
            )
        )
    return found


def spans(record: Record) -> tuple[Span, ...]:
    """The words of a record that a mark is compared with."""
    return record.content if isinstance(record, Statement | Proposal) else record.evidence


def overlap(one: Sequence[Span], other: Sequence[Span]) -> float:
    """The Jaccard index of the characters."""
    ours, theirs = ({i for span in held for i in range(*span)} for held in (one, other))
    return len(ours & theirs) / max(1, len(ours | theirs))


def touches(record: Record, gold: Gold) -> bool:
    """Whether they share a character."""
    return any(one.overlaps(other) for one in spans(record) for other in gold.spans)


def half(record: Record, gold: Gold) -> bool:
    """Whether they share half of their words."""
    return overlap(spans(record), gold.spans) >= HALF


def lands(parties: Iterable[Party]) -> set[str]:
    """The codes of several parties."""
    return {code for one in parties if (code := land(one.actor))}


def marked(codes: Iterable[str]) -> set[str]:
    """The codes that an annotator listed."""
    return {code for each in codes if (code := land(each))}


def by_speaker(record: Record, gold: Gold, sample: Sample) -> bool:
    """The speaker by code, or by the words that the annotator marked for him; a carried one needs
    its code.
    """
    if not isinstance(record, Statement):
        return False
    ours = land(record.speaker.actor) if record.speaker else None
    theirs = land(gold.mark.get("speaker"))
    marks = [mark for mark in sample.tagged("sp") if mark.get("st") == gold.mark.get("id")]
    said = record.speaker.mention if record.speaker else None
    same_words = said is not None and any(
        said.overlaps(Span(mark.start, mark.end)) for mark in marks
    )
    names = {record.speaker.person, record.speaker.name} if record.speaker else set()
    return (
        same_words
        or gold.mark.get("name") in names
        or (ours is not None and ours == theirs)
        or (record.speaker is None and not marks and theirs is None)
    )


def of_type(record: Record, gold: Gold) -> bool:
    """An event of the marked type at the marked trigger."""
    return (
        isinstance(record, Event) and record.type == gold.mark.get("type") and touches(record, gold)
    )


def as_done(record: Record, gold: Gold, _: Sample) -> bool:
    """Done by those who are marked, to no others, and real or not as marked."""
    if not isinstance(record, Event):
        return False
    ours, theirs = (
        lands((*record.actors, *record.recipients)),
        marked((*gold.mark.codes("actors"), *gold.mark.codes("recipients"))),
    )
    real = (record.status == "actual") == (gold.mark.get("status", "actual") == "actual")
    return real and ours <= theirs and bool(ours & theirs or not theirs)


def of_value(record: Record, gold: Gold) -> bool:
    """A figure of the marked value at the marked words."""
    return isinstance(record, Figure) and touches(record, gold) and worth(record.value, gold)


def worth(value: Value, gold: Gold) -> bool:
    """Whether a written number stands for the marked one, whichever way it points."""
    digits, power = decimal(gold.mark.get("value"))
    told = Decimal(digits).scaleb(power)
    return value.low <= told <= value.high or value.low <= -told <= value.high


def with_slots(record: Record, gold: Gold, _: Sample) -> bool:
    """Unit and measure as marked, sides and period too: an empty one is right only where the mark
    is empty. The sides of trade between two may change places. Many marks leave out a period that
    the text gives elsewhere: where they give none, ours is not asked.
    """
    if not isinstance(record, Figure) or not _measured(record, gold):
        return False
    period = gold.mark.get("period")
    when = not period or (record.period is not None and same_days(record.period, period))
    return when and sides_agree(record, gold.mark)


def _measured(record: Figure, gold: Gold) -> bool:
    alike = record.unit == gold.mark.get("unit") and record.measure == gold.mark.get("measure")
    return alike and (record.measure != "growth" or not _turned(record, gold))


def _turned(record: Figure, gold: Gold) -> bool:
    """Whether a growth points the other way than the marked one."""
    falls = gold.mark.get("value").startswith("-")
    return falls != (record.value.high < 0)


def of_instrument(record: Record, gold: Gold) -> bool:
    """The same words, as the same sort of thing."""
    return isinstance(record, Instrument) and touches(record, gold)


def with_status(record: Record, gold: Gold, _: Sample) -> bool:
    """With the status that the text gives it, or none."""
    status = gold.mark.get("status")
    return (
        isinstance(record, Instrument)
        and record.instrument == gold.mark.get("kind")
        and record.status in {status, "unknown"}
    )


def of_kind(record: Record, gold: Gold, _: Sample) -> bool:
    """A proposal or an assertion of the marked kind."""
    kind = (
        record.proposal
        if isinstance(record, Proposal)
        else record.assertion
        if isinstance(record, Assertion)
        else ""
    )
    return kind == gold.mark.get("kind")


Fit = Callable[[Record, Gold], bool]
Right = Callable[[Record, Gold, Sample], bool]
JUDGES: dict[type[Record], tuple[Fit, Right]] = {
    Statement: (half, by_speaker),
    Event: (of_type, as_done),
    Figure: (of_value, with_slots),
    Instrument: (of_instrument, with_status),
    Proposal: (half, of_kind),
    Assertion: (touches, of_kind),
}
