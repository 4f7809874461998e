"""What a reader of a digest should know before believing it: how sure, how checked, who else."""

from collections.abc import Iterator, Sequence

from legation.views.questions import pairs
from legation.views.questions.entries import Entry
from legation.views.questions.pages import Change, Line, Rival
from legation.views.questions.scopes import Tally


def doubts(entries: Sequence[Entry], altered: Sequence[Change]) -> Iterator[Line]:
    """What a reader should know before he believes the rest."""
    events = [one for one in entries if one.kind == "event"]
    if events:
        yield _counted(events)
    figures = [one for one in entries if one.number]
    if figures:
        yield _checked(figures)
    for one in figures:
        if one.number and one.number.badge and one.number.badge.tone == "bad":
            yield _doubtful(one)
    copies = [one for one in entries if one.documents > one.stories]
    if copies:
        yield _copied(copies)
    if altered:
        many = len({one.copy.document for one in altered if one.because != "corrected"})
        if many:
            word = "copy alters" if many == 1 else "copies alter"
            text = f"{many} {word} what the source says: no witness of their own."
            yield Line(text=text, certain=True, entries=(), sources=(altered[0].copy,))


def _counted(events: Sequence[Entry]) -> Line:
    sure = sum(one.certain for one in events)
    undated = sum(one.when.undated for one in events)
    lent = sum(one.when.lent for one in events)
    return Line(
        text=f"Events read in these texts: {len(events)}; sure: {sure}; without a date: {undated}; "
        f"with only the day of publication, lent: {lent}.",
        certain=True,
        entries=(),
    )


def _checked(figures: Sequence[Entry]) -> Line:
    tones = [one.number.badge.tone for one in figures if one.number and one.number.badge]
    held = sum(tone != "mute" for tone in tones)
    return Line(
        text=f"Figures: {len(figures)}; that could be checked: {held}.", certain=True, entries=()
    )


def _doubtful(entry: Entry) -> Line:
    assert entry.number and entry.number.badge
    because = entry.number.check.because[0] if entry.number.check else ""
    return Line(
        text=f"{entry.line.removesuffix(' ?')} – {entry.number.badge.word}: {because}",
        certain=entry.certain,
        entries=(entry.id,),
        sources=entry.sources,
    )


def _copied(copies: Sequence[Entry]) -> Line:
    most = max(copies, key=lambda one: one.documents - one.stories)
    what = most.head if most.kind == "figure" else most.line.removesuffix(" ?")
    story = "1 story" if most.stories == 1 else f"{most.stories} stories"
    return Line(
        text=f"{most.documents} documents are {story}, for copies are no further witnesses: {what}",
        certain=True,
        entries=(most.id,),
        sources=most.sources,
    )


def rival(one: Rival, home: str) -> Line:
    """A rival's presence in a country, in stories first."""
    parts = (
        _some(one.meetings, "meeting or visit", "meetings and visits"),
        _some(one.instruments, "agreement", "agreements"),
        _some(one.offers, "offer", "offers"),
        _some(one.demands, "demand, refusal or sanction", "demands, refusals and sanctions"),
        _some(one.statements, "statement", "statements"),
    )
    told = ", ".join(part for part in parts if part) or "nothing sure"
    story = "1 story" if one.stories == 1 else f"{one.stories} stories"
    name = pairs.side(home).name
    return Line(text=f"{one.side.name} in {name}: {story}; {told}.", certain=True, entries=())


def _some(tally: Tally, single: str, several: str) -> str:
    both = tally.sure + tally.via
    if not both and not tally.possible:
        return ""
    beside = f" (and {tally.possible} less certain)" if tally.possible else ""
    return f"{both} {single if both == 1 else several}{beside}"
