"""The few sentences that stand above a pair: what happened last, what stands, what is open."""

from collections.abc import Iterator, Sequence

from legation.views.questions import telling
from legation.views.questions.entries import Entry
from legation.views.questions.folding import on_their_own
from legation.views.questions.pages import Disagreement, Line, Promised
from legation.views.wording import amount

MOST = 4
SAID = "offered", "pledged", "requested"


def lead(
    events: Sequence[Entry],
    instruments: Sequence[Entry],
    promises: Sequence[Promised],
    conflicts: Sequence[Disagreement],
) -> tuple[Line, ...]:
    """At most four sentences, each from one entry and as sure as that."""
    return tuple(_lines(events, instruments, promises, conflicts))[:MOST]


def _lines(
    events: Sequence[Entry],
    instruments: Sequence[Entry],
    promises: Sequence[Promised],
    conflicts: Sequence[Disagreement],
) -> Iterator[Line]:
    for event in _latest(events):
        yield dated(event)
    for one in instruments:
        if len(one.steps) > 1:
            yield moved(one)
            break
    for promise in promises:
        if promise.amount and promise.state.replace(" ", "_") in SAID:
            yield open_promise(promise)
            break
    open_ones = [one for one in on_their_own(conflicts) if one.settled is None]
    if open_ones:
        yield disagreeing(open_ones)


def _latest(events: Sequence[Entry]) -> Iterator[Entry]:
    """The newest sure meeting or visit that happened, else the newest sure event."""
    sure = [one for one in events if one.certain and one.status == "actual" and not one.historical]
    met = [one for one in sure if one.type == "CONSULT"]
    yield from (met or sure)[:1]


def dated(entry: Entry, *, text: str | None = None) -> Line:
    """An entry as a sentence with its day; a less certain one ends in a question mark."""
    told = (text or entry.line).removesuffix(" ?")
    on = f" ({entry.when.words})" if entry.when.words else ""
    return Line(
        text=f"{told}{on}{'' if entry.certain else ' ?'}",
        certain=entry.certain,
        entries=(entry.id,),
        sources=entry.sources,
    )


def moved(entry: Entry) -> Line:
    """An entry with its steps: ``planned → signed``."""
    path = " → ".join(dict.fromkeys(step.word for step in entry.steps))
    return dated(entry, text=f"{entry.head}: {path}")


def open_promise(promise: Promised) -> Line:
    """A promise with the last that is told of it; that nothing came after it is not said."""
    told = f"{telling.ends(promise)}: {telling.content(promise)}: {promise.state}"
    return Line(
        text=told if promise.certain else f"{told} ?",
        certain=promise.certain,
        entries=(promise.id,),
        sources=promise.entry.sources,
    )


def wrong(entry: Entry) -> Line:
    """A figure that the official series, or the text's own sums, contradict."""
    assert entry.number and entry.number.badge
    told = f"{entry.head}: {entry.number.written}, which {entry.number.badge.word}"
    seen = entry.number.check.observations[:1] if entry.number.check else ()
    official = "".join(f" (official: {amount(one.value, one.unit)})" for one in seen)
    return Line(
        text=f"{told}{official}{'' if entry.certain else ' ?'}",
        certain=entry.certain,
        entries=(entry.id,),
        sources=entry.sources,
    )


def disagreeing(conflicts: Sequence[Disagreement]) -> Line:
    """How many conflicts are open, and what the first is about."""
    first, more = conflicts[0], len(conflicts) - 1
    values = " against ".join(dict.fromkeys(value.value for value in first.values))
    others = f", and {more} more {'conflict' if more == 1 else 'conflicts'}" if more else ""
    entries = tuple(entry for value in first.values for entry in value.entries)
    certain = all(entry.certain for entry in entries)
    return Line(
        text=f"Stories disagree: {first.what}: {values}{others}{'' if certain else ' ?'}",
        certain=certain,
        entries=(first.id, *(entry.id for entry in entries)),
        sources=tuple(source for entry in entries for source in entry.sources),
    )
