"""Next dates as iCalendar (RFC 5545): planned events that have a day of their own, and promises
that are due. What was called off is there too, cancelled, so that a calendar takes it out.

No clock of ours stands in it: ``DTSTAMP`` is the day of the text that tells it, hence equal
accounts give equal bytes and a calendar that reads it again changes nothing.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec.structs import replace

from legation import __version__
from legation.export.told import Asked, Told, status, told
from legation.model import Event
from legation.model.account import Promise
from legation.store import Reading, codes, days
from legation.views.questions.entries import Source
from legation.views.questions.sentences import cut
from legation.views.questions.shelves import Shelf
from legation.views.wording import who

WIDEST = 31
"""Days of a period that a calendar can show: "in 2027" is no date."""
FOLD = 75
"""Octets of a line (RFC 5545, 3.1)."""
DONE = frozenset({"delivered", "refused", "withdrawn"})
ESCAPED = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}
HEAD = (
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    f"PRODID:-//Legation//Legation {__version__}//EN",
    "CALSCALE:GREGORIAN",
    "X-WR-CALNAME:Legation: next dates",
)


def pieces(ledger: Reading, asked: Asked) -> Iterator[bytes]:
    """One calendar: from a day, else from the last that the account knows of. What is undated,
    wider than a month, or denied by who tells it, is left out.
    """
    asked = replace(asked, since=asked.since or _newest(ledger))
    yield from map(_line, HEAD)
    for one in told(ledger, asked, ("event",)):
        yield from map(_line, _planned(one))
    for promise, source in _due(ledger, asked):
        yield from map(_line, _promised(promise, source))
    yield _line("END:VCALENDAR")


def _newest(ledger: Reading) -> date | None:
    [last] = ledger.one("SELECT max(published) FROM document WHERE gone IS NULL") or (None,)
    return days.day(last) if last else None


def _planned(one: Told) -> Iterator[str]:
    """A planned event, or one that was planned and is called off."""
    when, stands = one.entry.when, status(one)
    if (
        one.lent
        or one.stance != "affirms"
        or when.start is None
        or when.end is None
        or (when.end - when.start).days > WIDEST
    ):
        return
    off = stands == "negated" and any(step.status == "planned" for step in one.affair.steps)
    if stands != "planned" and not off:
        return
    place = one.record.place.name if isinstance(one.record, Event) and one.record.place else ""
    told = [one.entry.quote, *_doubts(one), *_cited(one.source)]
    yield from _entry(
        uid=one.affair.id,
        on=(when.start, when.end),
        summary=("Called off: " if off else "") + one.entry.line,
        state="CANCELLED" if off else "TENTATIVE",
        place=place,
        told=told,
        source=one.source,
    )


def _doubts(one: Told) -> Iterator[str]:
    if not one.entry.certain:
        yield "Less certain."
    for field, because in one.entry.doubtful.items():
        yield f"Doubtful {field}: {because}"


def _due(ledger: Reading, asked: Asked) -> Iterator[tuple[Promise, Source | None]]:
    """Promises with a day when they are due and not yet kept, refused or withdrawn."""
    over = {codes.PROMISE[state] for state in DONE}
    pair = ledger.pair(*asked.pair) if asked.pair else None
    if asked.pair and pair is None:
        return
    for (affair,) in ledger.rows(
        "SELECT p.affair FROM promise AS p JOIN affair AS a ON a.id = p.affair "
        f"WHERE p.due IS NOT NULL AND p.state NOT IN ({', '.join(map(str, sorted(over)))}) "
        "AND (a.tier = 0 OR ?) AND (? IS NULL OR EXISTS (SELECT 1 FROM dyad_promise AS d "
        "WHERE d.affair = p.affair AND d.a = ? AND d.b = ?)) ORDER BY p.due, p.affair",
        (asked.possible, pair and pair[0], *(pair or (None, None))),
    ):
        promise = ledger.promise(affair)
        end = promise.due.end if promise.due else None
        if (
            end is None
            or (asked.since and end < asked.since)
            or (asked.until and end > asked.until)
        ):
            continue
        shelf = Shelf(ledger)
        number = shelf.number(promise.steps[0].document) if promise.steps else None
        yield promise, shelf.source(number) if number is not None else None


def _promised(promise: Promise, source: Source | None) -> Iterator[str]:
    assert promise.due is not None
    assert promise.due.end is not None
    by, to = (", ".join(dict.fromkeys(map(who, side))) for side in (promise.by, promise.to))
    sides = f"{by or 'someone not named'}{f' → {to}' if to else ''}"
    yield from _entry(
        uid=f"{promise.id}-due",
        on=(promise.due.end, promise.due.end),
        summary=f"Due ({promise.state.replace('_', ' ')}): {sides}: {cut(promise.content)}",
        state="TENTATIVE",
        place="",
        told=[f"Said in {promise.said} stories.", *_cited(source)],
        source=source,
    )


def _cited(source: Source | None) -> list[str]:
    if source is None:
        return []
    day = source.published.isoformat() if source.published else "undated"
    told = ", ".join(filter(None, (source.publisher, source.title, day)))
    return [told, *([source.url] if source.url else [])]


def _entry(
    *,
    uid: str,
    on: tuple[date, date],
    summary: str,
    state: str,
    place: str,
    told: list[str],
    source: Source | None,
) -> Iterator[str]:
    first, last = on
    stamp = source.published if source and source.published else first
    yield "BEGIN:VEVENT"
    yield f"UID:{uid}@legation"
    yield f"DTSTAMP:{stamp:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{first:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{last + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(summary)}"
    yield f"STATUS:{state}"
    yield "TRANSP:TRANSPARENT"
    if place:
        yield f"LOCATION:{_text(place)}"
    if source and source.url and source.url.isascii():
        yield f"URL:{source.url}"
    yield f"DESCRIPTION:{_text(chr(10).join(filter(None, told)))}"
    yield "END:VEVENT"


def _text(words: str) -> str:
    """A value of type TEXT (RFC 5545, 3.3.11); control characters, which it cannot hold, left
    out.
    """
    plain = "".join(sign for sign in words if sign == "\n" or sign.isprintable())
    return "".join(ESCAPED.get(sign, sign) for sign in plain)


def _line(words: str) -> bytes:
    """A content line, folded at 75 octets and never within a character."""
    folded: list[bytes] = []
    held = b""
    for sign in words:
        octets = sign.encode()
        if len(held) + len(octets) > FOLD - bool(folded):
            folded.append(held)
            held = b""
        held += octets
    return b"\r\n ".join([*folded, held]) + b"\r\n"
