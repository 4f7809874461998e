"""A digest: what sixty documents say of a pair, on one page, every line with its words.

Sentences are made by rule from records and are never surer than their weakest one. What happened is
told from sure affairs; less certain ones follow with a question mark, as far as there is room.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from legation.store import days
from legation.store import questions as asking
from legation.store.questions.asked import Pair, Stretch, stretch
from legation.views.questions import leads, pairs, telling
from legation.views.questions.assembling import entries
from legation.views.questions.conflicts import altered_of, disagreements
from legation.views.questions.digests import Digest, Numbered
from legation.views.questions.entries import Entry, Source
from legation.views.questions.news import instant_of
from legation.views.questions.pages import Change, Disagreement, Line, Promised
from legation.views.questions.promises import promised
from legation.views.questions.rivals import rivals
from legation.views.questions.scopes import Head, Scope
from legation.views.questions.shelves import Ledger, Shelf

HAPPENED = 14
CHANGED = 8
PROMISED = 12
DISAGREEING = 10
DATES = 10
DOUBTS = 6
DOCUMENTS = 60
LOOKED_AT = 600
"""Affairs that a digest chooses from; the newest where there are more."""
DENIED = 3
LIKELY = 0.6
"""Less certain meetings below that stay out of a digest; a pair's page has them all."""
ASKED_FOR = frozenset({"offer", "request", "condition"})
WORTH = frozenset({"event", "instrument"})


class Asked(Struct, frozen=True, kw_only=True):
    """What a digest is of. ``since`` goes by when this ledger learned of things (an instant, or the
    first one of a day), or by the day of publication where ``published``.
    """

    between: tuple[str, str] | None = None
    since: date | None = None
    instant: int | None = None
    until: date | None = None
    published: bool = False


class Material(Struct, frozen=True, kw_only=True):
    """All that a digest is made of."""

    entries: tuple[Entry, ...]
    promises: tuple[Promised, ...]
    conflicts: tuple[Disagreement, ...]
    altered: tuple[Change, ...]
    today: date | None


def digest(ledger: Ledger, asked: Asked, scope: Scope | None = None) -> Digest:
    """The digest of a pair, or of the whole account.

    Raises:
        QuestionError: a code is unknown, or the scope is no stretch of time.
    """
    scope = scope or Scope(possible=True)
    pair = pairs.numbers(ledger, *asked.between) if asked.between else None
    shelf = Shelf(ledger)
    nothing = asked.between is not None and pair is None
    material = _nothing() if nothing else _material(shelf, pair, asked, scope)
    marks = _Marks(material)
    made = _sections(material, marks)
    cited, more = marks.documents(made)
    return replace(
        made,
        head=_head(ledger, asked, scope, material),
        since=asked.since,
        until=asked.until,
        by="published" if asked.published else "learned",
        rivals=tuple(_rivals(ledger, asked, scope)),
        documents=cited,
        more=(*made.more, *more),
    )


def _nothing() -> Material:
    return Material(entries=(), promises=(), conflicts=(), altered=(), today=None)


def _material(shelf: Shelf, pair: Pair | None, asked: Asked, scope: Scope) -> Material:
    ledger = shelf.ledger
    chosen = _chosen(ledger, pair, asked)
    rows = asking.dyads.rows_of(ledger, pair, chosen) if pair else []
    if pair and not scope.members:
        chosen = [row.affair for row in rows if not row.via]
    told = entries(shelf, chosen, pairs.sides(ledger, pair, rows) if pair else None)
    ids = {one.id for one in told}
    everything = stretch()
    conflicts = disagreements(shelf, pair, everything, scope, LOOKED_AT)
    stories = {source.story for one in told for source in one.sources}
    changes = altered_of(shelf, _numbers(shelf, stories), LOOKED_AT)
    return Material(
        entries=told,
        promises=tuple(
            one
            for one in promised(shelf, pair, everything, scope, LOOKED_AT)
            if one.id in ids or one.entry.id in ids or _within(one.entry, asked)
        ),
        conflicts=tuple(
            one
            for one in conflicts
            if any(entry.id in ids for value in one.values for entry in value.entries)
            or any(source.story in stories for value in one.values for source in value.sources)
        ),
        altered=changes,
        today=days.day(asking.news.span(ledger)[1]),
    )


def _chosen(ledger: Ledger, pair: Pair | None, asked: Asked) -> list[int]:
    if asked.published:
        return asking.news.told(ledger, pair, stretch(asked.since, asked.until), LOOKED_AT)
    instant = asked.instant
    if instant is None:
        instant = instant_of(asked.since) if asked.since else 0
    return asking.news.learned(ledger, pair, instant, LOOKED_AT)


def _within(entry: Entry, asked: Asked) -> bool:
    """Whether a text of the entry was published in the days asked for."""
    on: Stretch = stretch(asked.since, asked.until)
    return asked.published and any(
        source.published and on.first <= days.number(source.published) <= on.last
        for source in entry.sources
    )


def _numbers(shelf: Shelf, stories: Iterable[str]) -> list[int]:
    found = (shelf.number(story) for story in sorted(stories))
    return [number for number in found if number is not None]


class _Marks:
    """The numbers of the documents, by day of publication."""

    def __init__(self, material: Material) -> None:
        sources = [source for one in material.entries for source in one.sources]
        sources += [source for one in material.promises for source in one.entry.sources]
        sources += [one.copy for one in material.altered]
        held = {source.document: source for source in reversed(sources)}
        ordered = sorted(held.values(), key=lambda one: (one.published or date.max, one.document))
        self.held = {one.document: (at, one) for at, one in enumerate(ordered, start=1)}
        self.changed = {one.copy.document: one for one in material.altered}

    def of(self, sources: Iterable[Source]) -> tuple[int, ...]:
        """The numbers of some texts."""
        return tuple(
            sorted({self.held[one.document][0] for one in sources if one.document in self.held})
        )

    def documents(self, made: Digest) -> tuple[tuple[Numbered, ...], tuple[str, ...]]:
        """The list at the end: the texts that a line is from; how many more there are."""
        rows = (*made.happened, *made.changed, *made.promised, *made.disagreeing, *made.dates)
        cited = {source.document for row in rows for source in row.sources}
        lines = (*made.short, *made.doubts)
        cited |= {source.document for line in lines for source in line.sources}
        listed = tuple(
            Numbered(
                number=at,
                source=replace(source, span=None, words="", record=None),
                beside=self._beside(source),
            )
            for at, source in self.held.values()
            if source.document in cited
        )[:DOCUMENTS]
        left = len(self.held) - len(listed)
        return listed, (f"texts from which no line is: {left}",) if left else ()

    def _beside(self, source: Source) -> str:
        change = self.changed.get(source.document)
        if change is None:
            return ""
        at = self.held.get(change.original.document)
        of = f" of {at[0]}" if at else ""
        word = "corrected version" if change.because == "corrected" else "altered copy"
        return f"{word}{of}"


def _sections(material: Material, marks: _Marks) -> Digest:
    happened = _happened(material)
    changed = [one for one in material.entries if len(one.steps) > 1]
    coming = _coming(material)
    open_ones = [one for one in material.conflicts if one.settled is None]
    promises = sorted(material.promises, key=_weight)
    asked = _asked_for(material)
    denied = _denied(material)
    promised = [telling.promised(one, marks) for one in promises]
    promised += [telling.asked(one, marks) for one in asked]
    promised = promised[: PROMISED - len(denied)] + [telling.denied(one, marks) for one in denied]
    sections = {
        "what happened": (len(happened), HAPPENED),
        "changes of status": (len(changed), CHANGED),
        "promises": (len(promises) + len(asked) + len(denied), PROMISED),
        "figures that disagree": (len(material.conflicts) + len(material.altered), DISAGREEING),
        "next dates": (len(coming), DATES),
    }
    return Digest(
        head=Head(title="", scope=Scope()),
        since=None,
        until=None,
        by="",
        short=tuple(_short(material, happened, changed, open_ones)),
        happened=tuple(telling.happened(one, marks) for one in happened[:HAPPENED]),
        changed=tuple(telling.changed(one, marks) for one in changed[:CHANGED]),
        promised=tuple(promised),
        disagreeing=tuple(telling.disagreeing(material.conflicts, material.altered, marks))[
            :DISAGREEING
        ],
        doubts=tuple(telling.doubts(material.entries, material.altered))[:DOUBTS],
        rivals=(),
        dates=tuple(telling.coming(one, marks) for one in coming[:DATES]),
        more=tuple(
            f"left out under {name}: {held - room}"
            for name, (held, room) in sections.items()
            if held > room
        ),
        documents=(),
    )


def _happened(material: Material) -> list[Entry]:
    """Events, sure ones first where there are too many, then by day."""
    held = [
        one
        for one in material.entries
        if one.kind == "event"
        and one.status in {"actual", "planned", "negated"}
        and not one.historical
        and not one.when.undated
        and (one.certain or (one.type == "CONSULT" and one.confidence >= LIKELY))
    ]
    ranked = sorted(held, key=lambda one: (not one.certain, one.when.lent, -one.stories))
    kept = ranked[:HAPPENED] if len(ranked) > HAPPENED else ranked
    rest = [one for one in ranked if one not in kept]
    return sorted(kept, key=_day) + sorted(rest, key=_day)


def _asked_for(material: Material) -> list[Entry]:
    """Offers, requests and conditions that no promise has taken up: sure ones first."""
    taken = {one.id for one in material.promises} | {one.entry.id for one in material.promises}
    held = [
        one
        for one in material.entries
        if one.kind == "proposal" and one.type in ASKED_FOR and one.id not in taken
    ]
    return sorted(held, key=lambda one: (-one.confidence, -one.stories, _newest(one)))


def _denied(material: Material) -> list[Entry]:
    """The newest sure denials, doubts and refusals to say."""
    held = [
        one
        for one in material.entries
        if one.kind == "statement" and one.certain and one.stance != "affirms"
    ]
    return sorted(held, key=_newest)[:DENIED]


def _newest(entry: Entry) -> int:
    """Sorts the newest text first."""
    told = max((one.published for one in entry.sources if one.published), default=date.min)
    return -told.toordinal()


def _day(entry: Entry) -> tuple[date, str]:
    return entry.when.start or entry.when.end or date.min, entry.id


def _weight(promise: Promised) -> tuple[bool, bool, bool, int]:
    """Promises with an amount or a date first, then the newest."""
    return (
        not promise.certain,
        promise.amount is None,
        promise.due is None,
        _newest(promise.entry),
    )


def _coming(material: Material) -> list[Entry]:
    """What is planned for a day after the last publication that the account holds."""
    today = material.today
    return sorted(
        (
            one
            for one in material.entries
            if one.kind in WORTH
            and one.status in {"planned", "proposed", "negotiated"}
            and today is not None
            and (one.when.end or date.min) > today
            and not one.when.undated
        ),
        key=_day,
    )


def _short(
    material: Material,
    happened: Sequence[Entry],
    changed: Sequence[Entry],
    conflicts: Sequence[Disagreement],
) -> Iterator[Line]:
    sure = [one for one in happened if one.certain and one.status == "actual"]
    met = [one for one in sure if one.type == "CONSULT" and not one.when.lent]
    yield from (leads.dated(one) for one in sorted(met or sure, key=_day)[-1:])
    yield from (leads.moved(one) for one in changed[:1])
    large = [one for one in material.promises if one.amount]
    still = [one for one in large if one.state in leads.SAID]
    yield from (leads.open_promise(one) for one in still[:1])
    if conflicts:
        yield leads.disagreeing(conflicts)
    bad = [
        one
        for one in material.entries
        if one.number and one.number.badge and one.number.badge.tone == "bad"
    ]
    yield from (leads.wrong(one) for one in bad[:1])


def _head(ledger: Ledger, asked: Asked, scope: Scope, material: Material) -> Head:
    sides = [pairs.side(code).name for code in asked.between or ()]
    title = " and ".join(sides) or "The whole account"
    stories = {source.story for one in material.entries for source in one.sources}
    held = [source for one in material.entries for source in one.sources]
    outlets = {source.publisher for source in held if source.publisher}
    texts = {source.document for source in held} | {one.copy.document for one in material.altered}
    head = pairs.head(ledger, title, scope)
    told = f"{len(texts)} documents, {len(stories)} stories, {len(outlets)} outlets"
    return replace(head, beside=told, stories=len(stories), documents=len(texts))


def _rivals(ledger: Ledger, asked: Asked, scope: Scope) -> Iterator[Line]:
    """The other side's rivals in the smaller country, in stories, in one sentence each."""
    if asked.between is None:
        return
    one, other = asked.between
    home = other if one in {"EUR", "CHN", "RUS", "USA"} else one
    shown = rivals(ledger, home, scope=replace(scope, since=asked.since, until=asked.until))
    yield from (
        telling.rival(rival, home)
        for rival in shown.rivals
        if rival.side.code not in asked.between and rival.stories
    )
