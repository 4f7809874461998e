"""The lines of a digest, each from one affair, conflict or promise, with its texts' numbers."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from legation.model.wording import SHORT_MONTHS as MONTHS
from legation.views.questions.digests import Row
from legation.views.questions.entries import Entry, Source, Who
from legation.views.questions.folding import on_their_own
from legation.views.questions.pages import Change, Disagreement, Promised

LONGEST = 170
STATES = {
    "offer": "offered",
    "request": "asked",
    "condition": "condition set",
    "denies": "denied",
    "doubts": "doubted",
    "declines": "no answer",
}


class Marks(Protocol):
    """The numbers of a digest's documents."""

    def of(self, sources: Iterable[Source]) -> tuple[int, ...]:
        """The numbers of some texts."""


def happened(entry: Entry, marks: Marks) -> Row:
    """An event in a row."""
    return Row(
        id=entry.id,
        when=entry.when.words,
        what=entry.line.removesuffix(" ?"),
        status=_status(entry),
        told=_told(entry.stories, entry.documents),
        changed="" if len(entry.steps) < 2 else _path(entry),
        certain=entry.certain,
        marks=marks.of(entry.sources),
        sources=entry.sources,
    )


def _status(entry: Entry) -> str:
    words = {"actual": "happened", "negated": "did not happen"}
    if entry.status == "actual" and entry.type == "CONSULT":
        return "held"
    return words.get(entry.status, entry.status.replace("_", " "))


def _told(stories: int, documents: int) -> str:
    story = f"{stories} {'story' if stories == 1 else 'stories'}"
    return story if documents <= stories else f"{story}, {documents} documents"


def _path(entry: Entry) -> str:
    """``planned (11 Dec 2023) → happened``: each step with the day it was first told."""
    return " → ".join(
        f"{step.word}{f' ({day(step.told.isoformat())})' if step.told else ''}"
        for step in entry.steps
    )


def day(iso: str) -> str:
    """``5 Oct 2024``."""
    year, month, on = iso.split("-")
    return f"{int(on)} {MONTHS[int(month) - 1]} {year}"


def changed(entry: Entry, marks: Marks) -> Row:
    """What changed status or date."""
    return Row(
        id=entry.id,
        when=entry.when.words,
        what=entry.head,
        status=entry.steps[-1].word if entry.steps else _status(entry),
        told=_told(entry.stories, entry.documents),
        changed=_path(entry),
        certain=entry.certain,
        marks=marks.of(entry.sources),
        sources=entry.sources,
    )


def promised(promise: Promised, marks: Marks) -> Row:
    """A promise with its state, amount and date."""
    paid = f"; {promise.delivered} delivered" if promise.delivered else ""
    due = f"due {promise.due.words}" if promise.due else ""
    late = "overdue" if promise.overdue else ""
    path = " → ".join(step.word for step in promise.steps) if len(promise.steps) > 1 else ""
    first = min((one.published for one in promise.entry.sources if one.published), default=None)
    return Row(
        id=promise.id,
        when=day(first.isoformat()) if first else "undated",
        what=f"{ends(promise)}: {content(promise)}",
        status=f"{promise.state}{paid}",
        told=f"{promise.said} {'story' if promise.said == 1 else 'stories'}",
        changed=", ".join(part for part in (due, late, path) if part),
        certain=promise.certain,
        marks=marks.of(promise.entry.sources),
        sources=promise.entry.sources,
    )


def asked(entry: Entry, marks: Marks) -> Row:
    """An offer, request or condition of which nothing more is told."""
    return _plain(entry, marks)


def denied(entry: Entry, marks: Marks) -> Row:
    """A denial, a doubt, a refusal to say: what is told is *not* affirmed."""
    return _plain(entry, marks)


def _plain(entry: Entry, marks: Marks) -> Row:
    state = entry.stance if entry.kind == "statement" else entry.type
    return Row(
        id=entry.id,
        when=entry.when.words,
        what=entry.line.removesuffix(" ?"),
        status=STATES.get(state, state),
        told=_told(entry.stories, entry.documents),
        changed="",
        certain=entry.certain,
        marks=marks.of(entry.sources),
        sources=entry.sources,
    )


def ends(promise: Promised) -> str:
    """Who promises whom; of a request, who asked whom."""
    if not promise.by and len(promise.to) > 1:
        return " and ".join(dict.fromkeys(one.name for one in promise.to))
    by = parties(promise.by) or "someone not named"
    to = parties([one for one in promise.to if parties([one]) != by])
    asked = bool(promise.steps) and promise.steps[0].status == "requested"
    if asked:
        return f"{to or 'someone not named'} asked {by}"
    return f"{by} → {to}" if to else by


def parties(held: Sequence[Who]) -> str:
    """Names, each once."""
    return ", ".join(dict.fromkeys(one.person or one.name for one in held))


def content(promise: Promised) -> str:
    """What is promised, with its amount."""
    amount = promise.amount
    beside = f" ({amount})" if amount and amount not in promise.content else ""
    words = " ".join(promise.content.split()).rstrip(".")
    cut = words if len(words) <= LONGEST else words[:LONGEST].rpartition(" ")[0] + " …"
    return f"{cut}{beside}"


def disagreeing(
    conflicts: Sequence[Disagreement], altered: Sequence[Change], marks: Marks
) -> Iterator[Row]:
    """Conflicts, open ones first; then what copies and later versions altered."""
    whats = {one.id: one.what for one in conflicts}
    for one in on_their_own(conflicts):
        yield _conflict(one, [whats[uid] for uid in one.folded if uid in whats], marks)
    yield from (_altered(one, marks) for one in altered)


def _conflict(one: Disagreement, below: Sequence[str], marks: Marks) -> Row:
    """``below`` are those that follow from it."""
    sources = tuple(
        source
        for value in one.values
        for source in (*value.sources, *(s for entry in value.entries for s in entry.sources))
    )
    values = " · ".join(
        f"{value.value}{f', {value.badge}' if value.badge else ''}"
        f" ({value.stories} {'story' if value.stories == 1 else 'stories'})"
        for value in one.values
    )
    known = f"official: {one.official}" if one.official else "nothing official at hand"
    if one.settled and (one.decided or not one.official):
        stands = f" for {one.stands}" if one.stands else ""
        known = f"settled by {one.settled}{stands}: {one.because}"
    elif one.decided:
        known = one.because or known
    return Row(
        id=one.id,
        when=day(one.day.isoformat()) if one.day else "",
        what=f"{one.what}: {values}",
        status="settled" if one.settled else "open",
        told=f"{sum(value.stories for value in one.values)} stories",
        changed=known
        + (f"; spread {one.spread}" if one.spread else "")
        + (f"; from it follows: {', '.join(below)}" if below else ""),
        certain=all(entry.certain for value in one.values for entry in value.entries),
        marks=marks.of(sources),
        sources=sources,
    )


def _altered(change: Change, marks: Marks) -> Row:
    corrected = change.because == "corrected"
    by = change.copy.publisher or change.copy.document
    words = "in a corrected version" if corrected else f"only in the copy of {by}"
    return Row(
        id=f"{change.copy.document}:{change.field}",
        when=day(change.copy.published.isoformat()) if change.copy.published else "",
        what=f"{change.field} {words}: {change.after}, where the source has {change.before}",
        status="corrected" if corrected else "altered in a copy",
        told="no second witness",
        changed="",
        certain=True,
        marks=marks.of((change.copy, change.original)),
        sources=(change.copy, change.original),
    )


def coming(entry: Entry, marks: Marks) -> Row:
    """What is set for a day to come."""
    return Row(
        id=entry.id,
        when=entry.when.words,
        what=entry.line.removesuffix(" ?"),
        status=_status(entry),
        told=_told(entry.stories, entry.documents),
        changed=_path(entry) if len(entry.steps) > 1 else "",
        certain=entry.certain,
        marks=marks.of(entry.sources),
        sources=entry.sources,
    )
