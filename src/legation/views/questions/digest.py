"""A digest: what sixty documents say of a pair, on one page, every line with its words.

Sentences are made by rule from records and are never surer than their weakest one. What happened is
told from sure affairs; less certain ones follow with a question mark, as far as there is room.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from legation.store import days
from legation.store import questions as asking
from legation.store.questions.asked import Pair, Stretch, stretch
from legation.views.questions import choosing, doubting, pairs, telling
from legation.views.questions.assembling import entries
from legation.views.questions.choosing import Material
from legation.views.questions.conflicts import altered_of, disagreements
from legation.views.questions.digests import Digest
from legation.views.questions.entries import Entry
from legation.views.questions.folding import on_their_own
from legation.views.questions.marks import Marks
from legation.views.questions.news import instant_of
from legation.views.questions.pages import Line
from legation.views.questions.promises import promised
from legation.views.questions.rivals import rivals
from legation.views.questions.scopes import Head, Scope
from legation.views.questions.shelves import Ledger, Shelf

CHANGED = 8
PROMISED = 12
DISAGREEING = 10
DATES = 10
DOUBTS = 6
LOOKED_AT, MATTERS = 600, 200
"""Affairs, and conflicts or promises, that a digest chooses from: the newest of them."""


class Asked(Struct, frozen=True, kw_only=True):
    """What a digest is of. ``since`` goes by when this ledger learned of things (an instant, or the
    first one of a day), or by the day of publication where ``published``.
    """

    between: tuple[str, str] | None = None
    since: date | None = None
    instant: int | None = None
    until: date | None = None
    published: bool = False


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
    marks = Marks(material)
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
    conflicts = disagreements(shelf, pair, everything, scope, MATTERS)
    stories = {source.story for one in told for source in one.sources}
    changes = altered_of(shelf, _numbers(shelf, stories), LOOKED_AT)
    return Material(
        entries=told,
        promises=tuple(
            one
            for one in promised(shelf, pair, everything, scope, MATTERS)
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


def _sections(material: Material, marks: Marks) -> Digest:
    happened = choosing.happened(material)
    followed = {one.id for one in material.promises}
    changed = [one for one in material.entries if len(one.steps) > 1 and one.id not in followed]
    changed = sorted(changed, key=lambda one: not one.certain)
    coming = choosing.coming(material)
    apart = on_their_own(material.conflicts)
    open_ones = [one for one in apart if one.settled is None]
    promises = sorted(material.promises, key=choosing.weight)
    asked = choosing.asked_for(material)
    denied = choosing.denied(material)
    promised = [telling.promised(one, marks) for one in promises]
    promised += [telling.asked(one, marks) for one in asked]
    promised = promised[: PROMISED - len(denied)] + [telling.denied(one, marks) for one in denied]
    sections = {
        "what happened": (len(happened), choosing.HAPPENED),
        "changes of status": (len(changed), CHANGED),
        "promises": (len(promises) + len(asked) + len(denied), PROMISED),
        "figures that disagree": (len(apart) + len(material.altered), DISAGREEING),
        "next dates": (len(coming), DATES),
    }
    return Digest(
        head=Head(title="", scope=Scope()),
        since=None,
        until=None,
        by="",
        short=tuple(choosing.short(material, happened, changed, open_ones)),
        happened=tuple(telling.happened(one, marks) for one in happened[: choosing.HAPPENED]),
        changed=tuple(telling.changed(one, marks) for one in changed[:CHANGED]),
        promised=tuple(promised),
        disagreeing=tuple(telling.disagreeing(material.conflicts, material.altered, marks))[
            :DISAGREEING
        ],
        doubts=tuple(doubting.doubts(material.entries, material.altered))[:DOUBTS],
        rivals=(),
        dates=tuple(telling.coming(one, marks) for one in coming[:DATES]),
        more=tuple(
            f"left out under {name}: {held - room}"
            for name, (held, room) in sections.items()
            if held > room
        ),
        documents=(),
    )


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
        doubting.rival(rival, home)
        for rival in shown.rivals
        if rival.side.code not in asked.between and rival.stories
    )
