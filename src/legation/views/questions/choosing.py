"""What a digest chooses: what happened, is asked, denied, still to come; its opening lines."""

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from legation.views.questions import leads
from legation.views.questions.entries import Entry
from legation.views.questions.pages import Change, Disagreement, Line, Promised

HAPPENED = 14
DENIED = 3
LIKELY = 0.6
"""Less certain events below that stay out of a digest; a pair's page has them all."""
SPOKEN = frozenset({"AGREE", "AID", "REQUEST", "REJECT", "ACCUSE"})
ASKED_FOR = frozenset({"offer", "request", "condition"})
SAME_WORDS = 25
"""Letters of a promise's words by which its deed is known."""
WORTH = frozenset({"event", "instrument"})


class Material(Struct, frozen=True, kw_only=True):
    """All that a digest is made of."""

    entries: tuple[Entry, ...]
    promises: tuple[Promised, ...]
    conflicts: tuple[Disagreement, ...]
    altered: tuple[Change, ...]
    today: date | None


def happened(material: Material) -> list[Entry]:
    """Events, sure ones first where there are too many, then by day."""
    found = (one for one in material.entries if _is_deed(one) and (one.certain or _likely(one)))
    held = [one for one in found if not _promised(one, material.promises)]
    held = [one for one in held if not _told_beside(one, held)]
    ranked = sorted(held, key=lambda one: (not one.certain, one.when.lent, -one.stories))
    kept = ranked[:HAPPENED] if len(ranked) > HAPPENED else ranked
    rest = [one for one in ranked if one not in kept]
    return sorted(kept, key=by_day) + sorted(rest, key=by_day)


def _is_deed(entry: Entry) -> bool:
    """Whether an entry is an event with a date, of now and not only possible."""
    standing = entry.status in {"actual", "planned", "negated"}
    return entry.kind == "event" and standing and not (entry.historical or entry.when.undated)


def _promised(entry: Entry, promises: Sequence[Promised]) -> bool:
    """Whether an offer or request stands among the promises too, in the same words of its text."""
    if entry.type not in SPOKEN:
        return False
    texts = {source.document for source in entry.sources}
    return any(
        promise.content[:SAME_WORDS].strip() in entry.quote
        and texts & {source.document for source in promise.entry.sources}
        for promise in promises
    )


def _told_beside(entry: Entry, others: Sequence[Entry]) -> bool:
    """Whether a meeting of states with only a day lent from its text is told by a dated one of the
    same sides in that text: "the two leaders discussed trade".
    """
    if entry.type != "CONSULT" or not entry.when.lent or _persons(entry):
        return False
    texts = {source.document for source in entry.sources}
    return any(
        other.type == entry.type
        and not other.when.lent
        and _codes(other) == _codes(entry)
        and texts & {source.document for source in other.sources}
        for other in others
    )


def _persons(entry: Entry) -> set[str]:
    return {party.person for party in entry.parties if party.person}


def _codes(entry: Entry) -> set[str | None]:
    return {party.code for party in entry.parties}


def _likely(entry: Entry) -> bool:
    """Whether a less certain event is worth a line: a meeting; a deed with a day of its own that
    several stories tell, or that is nearly sure. What is said stands among the promises.
    """
    if entry.type == "CONSULT":
        return entry.confidence >= LIKELY
    if entry.type in SPOKEN or entry.when.lent:
        return False
    return entry.stories > 1 or entry.confidence >= LIKELY


def asked_for(material: Material) -> list[Entry]:
    """Offers, requests and conditions that no promise has taken up: sure ones first."""
    taken = {one.id for one in material.promises} | {one.entry.id for one in material.promises}
    held = [
        one
        for one in material.entries
        if one.kind == "proposal" and one.type in ASKED_FOR and one.id not in taken
    ]
    return sorted(held, key=lambda one: (-one.confidence, -one.stories, newest(one)))


def denied(material: Material) -> list[Entry]:
    """The newest sure denials, doubts and refusals to say."""
    held = [
        one
        for one in material.entries
        if one.kind == "statement" and one.certain and one.stance != "affirms"
    ]
    return sorted(held, key=newest)[:DENIED]


def newest(entry: Entry) -> int:
    """Sorts the newest text first."""
    told = max((one.published for one in entry.sources if one.published), default=date.min)
    return -told.toordinal()


def by_day(entry: Entry) -> tuple[date, str]:
    """Sorts by day, what has none first."""
    return entry.when.start or entry.when.end or date.min, entry.id


def weight(promise: Promised) -> tuple[bool, bool, bool, int]:
    """Promises with an amount or a date first, then the newest."""
    return (
        not promise.certain,
        promise.amount is None,
        promise.due is None,
        newest(promise.entry),
    )


def coming(material: Material) -> list[Entry]:
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
        key=by_day,
    )


def short(
    material: Material,
    happened: Sequence[Entry],
    changed: Sequence[Entry],
    conflicts: Sequence[Disagreement],
) -> Iterator[Line]:
    """The opening lines: the newest meeting, the newest change, a promise, a conflict, a figure."""
    sure = [one for one in happened if one.certain and one.status == "actual"]
    met = [one for one in sure if one.type == "CONSULT" and not one.when.lent]
    yield from (leads.dated(one) for one in sorted(met or sure, key=by_day)[-1:])
    yield from (leads.moved(one) for one in changed[:1] if one.certain)
    large = [one for one in material.promises if one.amount]
    still = [one for one in large if one.certain and one.state in leads.SAID]
    yield from (leads.open_promise(one) for one in still[:1])
    if conflicts:
        yield leads.disagreeing(conflicts)
    bad = [
        one
        for one in material.entries
        if one.number and one.number.badge and one.number.badge.tone == "bad"
    ]
    yield from (leads.wrong(one) for one in bad[:1])
