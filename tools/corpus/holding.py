"""A ledger held against the marks of its sample: which records are right, which marks were found.

Right means, by kind: a statement whose content overlaps by half, by that speaker, who stands to it
as marked; an event of the type at the trigger, with just the sides and the status that are marked;
a figure with value, unit, measure and sides and, where the annotator gave it, period; the others by
their words and their kind. An empty slot is right only where the mark's is.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

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


JOINT = frozenset({"CONSULT", "SUPPORT", "AGREE", "COOPERATE"})
"""Acts of several, of which texts and annotators name now one side as upon whom, now both as
actors.
"""
STEM = 4
"""Letters by which an unresolved party is known again: ``?greenland`` and "Greenlanders"."""


class Core(Protocol):
    """What an event and its draft have in common: all that makes it right."""

    @property
    def type(self) -> str: ...
    @property
    def status(self) -> str: ...
    @property
    def actors(self) -> tuple[Party, ...]: ...
    @property
    def recipients(self) -> tuple[Party, ...]: ...


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
        told = best is not None and right(record, best, sample)
        again = best is None and is_repeated(record, sample)
        found.append(Held(record, kind.__name__.lower(), best is not None or again, told or again))
    return found


def is_repeated(record: Record, sample: Sample) -> bool:
    """Whether an event tells again what is marked elsewhere: one happening has one mark, at its
    first and fullest mention.
    """
    if not isinstance(record, Event) or sample.form != "article":
        return False
    return repeats(record, golds(sample, Event))


def repeats(event: Core, given: Iterable[Gold]) -> bool:
    """Whether one of the marks has the core of an event."""
    return any(has_core(event, gold) for gold in given)


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
    """The speaker by code where both know one, else by the words that the annotator marked for him,
    for who cannot be resolved keeps his words and no code; and he stands to it as marked.
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
    if record.stance != (gold.mark.get("stance") or "affirms"):
        return False
    if ours is not None and theirs is not None:
        return ours == theirs
    named = same_words or gold.mark.get("name") in names
    return named or (record.speaker is None and not marks and theirs is None)


def of_type(record: Record, gold: Gold) -> bool:
    """An event of the marked type at the marked trigger."""
    return (
        isinstance(record, Event) and record.type == gold.mark.get("type") and touches(record, gold)
    )


def as_done(record: Record, gold: Gold, _: Sample) -> bool:
    """Done by those who are marked, to no others, with the status that is marked."""
    return isinstance(record, Event) and has_core(record, gold)


def has_core(event: Core, gold: Gold) -> bool:
    """Whether type, status and sides are as marked, each side whole; an empty side is right only
    where the mark's is.
    """
    actors, recipients = gold.mark.codes("actors"), gold.mark.codes("recipients")
    if event.type != gold.mark.get("type"):
        return False
    if event.status != (gold.mark.get("status") or "actual"):
        return False
    if is_whole(event.actors, actors) and is_whole(event.recipients, recipients):
        return True
    both = (*event.actors, *event.recipients)
    return event.type in JOINT and is_whole(both, (*actors, *recipients))


def is_whole(parties: Sequence[Party], codes: Sequence[str]) -> bool:
    """Whether parties are those of a mark and no others; who has no code needs his name, or to be
    the only one without.
    """
    names = [code[1:] for code in codes if code.startswith("?")]
    loose = [p for p in parties if land(p.actor) is None]
    called = [p for p in parties if any(_is_called(p, name) for name in names)]
    extra = lands(p for p in parties if p not in called) - marked(codes)
    if extra or marked(codes) - lands(parties):
        return False
    return bool(loose or called) if names else not loose or bool(marked(codes))


def _is_called(one: Party, name: str) -> bool:
    words = (one.name or one.person or "").lower().replace("-", " ").split()
    stems = {word[:STEM] for word in name.lower().split("_")}
    return any(word[:STEM] in stems for word in words)


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
