"""One record for one event that a document tells twice: in the headline or lead, and again with
details.

Two records are joined only when nothing speaks against it; what happens often (attacks,
accusations) only on one known date.
"""

import re
from datetime import timedelta

from msgspec import structs

from legation.model import Event, Period, Reading
from legation.reconciliation import evidence, parties

MEETINGS = frozenset({"CONSULT"})
"""Who met whom tells which meeting; the other types also need the same object, in the same
words.
"""
DEEDS = frozenset({"AGREE", "AID", "CONCEDE", "COOPERATE", "RETREAT", "SANCTION", "SUPPORT"})
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""Types in which actors and recipients may change places: X met Y, Y met X."""
ANOTHER = re.compile(
    r"\b(?:again|another|second|third|fourth|previous(?:ly)?|earlier|former|next"
    r"|separate(?:ly)?|annual(?:ly)?|every|each|last|past"
    r"|once more|twice|repeated(?:ly)?|several)\b",
    re.IGNORECASE,
)
"""Words by which a text says that it means another event of the kind."""
BACK = re.compile(r"(?:the|this|that|these|those|their|both)\b", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]{4,}")
COMMON_WORDS = 0.5
"""Share of the longer evidence's words that two tellings of one deed have in common, at least."""
REPORTED_WITHIN = timedelta(days=6)
"""How long after a deed news of it is written that gives no date."""
LEAD = 4
"""Sentences that tell what a headline announces."""
NEAR = 3
"""Sentences within which "the meeting" refers back to one told with all its parties."""


def same(reading: Reading, one: Event, other: Event) -> bool:
    """Whether two events of a document are one; ``one`` comes first in the text."""
    if (one.type, one.status, one.historical) != (
        other.type,
        other.status,
        other.historical,
    ) or not evidence.agree(one.mode, other.mode):
        return False
    if not _same_time(one, other) or not _same_place(one, other):
        return False
    if _is_another(reading, other) or not _same_deed(reading, one, other):
        return False
    return _same_parties(one, other) or _refers_back(reading, one, other)


def joined(one: Event, other: Event) -> Event:
    """Both as one record, with the first one's id and the details of either."""
    date = _date(one, other)
    told = (*other.actors, *other.recipients)
    both = one.type in MUTUAL and one.mode != "visit"
    actors = parties.named(one.actors, told if both else other.actors)
    recipients = parties.named(one.recipients, told if both else other.recipients)
    taken = [
        name
        for name, new in (
            ("date", date is not one.date),
            ("place", one.place is None and other.place is not None),
        )
        if new
    ]
    surer = max((one, other), key=lambda event: event.confidence)
    return structs.replace(
        one,
        evidence=evidence.joined(one.evidence, other.evidence),
        mode=one.mode or other.mode,
        contexts=tuple(dict.fromkeys([*one.contexts, *other.contexts])),
        actors=parties.united(actors, other.actors, recipients),
        recipients=parties.united(recipients, other.recipients, (*actors, *other.actors)),
        date=date,
        date_from=other.date_from if date is not one.date else one.date_from,
        doubtful=_doubtful(one, other, date),
        uncertain=evidence.uncertain(one, other),
        place=one.place or other.place,
        confidence=surer.confidence,
        tier=surer.tier,
        inherited=evidence.inherited(one.inherited, other.inherited, taken),
    )


def _doubtful(one: Event, other: Event, date: Period | None) -> dict[str, str]:
    """The doubts of the first telling, without those that the second one settled."""
    settled = {"date"} if date is not one.date else set()
    settled |= {"place"} if one.place is None else set()
    kept = {field: why for field, why in one.doubtful.items() if field not in settled}
    return kept | {field: why for field, why in other.doubtful.items() if field in settled}


def _date(one: Event, other: Event) -> Period | None:
    """The date that is told, before one that is only taken over; of two told the narrower."""
    if _taken_over(one) and other.date is not None and not _taken_over(other):
        return other.date
    if _taken_over(other) and one.date is not None:
        return one.date
    return evidence.period(one.date, other.date)


def _taken_over(event: Event) -> bool:
    """Whether a date is the day of the report because the words told none."""
    return event.date_from == "published"


def _same_time(one: Event, other: Event) -> bool:
    """Whether the dates agree; the day of the report may be some days after the deed."""
    if evidence.compatible(one.date, other.date):
        return True
    first, second = one.date, other.date
    if not (_taken_over(one) or _taken_over(other)) or first is None or second is None:
        return False
    days = [
        period.start
        for period in (first, second)
        if period.start is not None and period.start == period.end
    ]
    return len(days) == 2 and abs(days[0] - days[1]) <= REPORTED_WITHIN


def _in_headline(reading: Reading, one: Event, other: Event) -> bool:
    """Whether the first stands in a headline and the second in the sentences that tell what it
    announces.
    """
    sentences = reading.sentences
    if not sentences or _sentence(reading, one) != 0 or not 0 < _sentence(reading, other) <= LEAD:
        return False
    own_line = "\n" in reading.document.text[sentences[0].span.end : sentences[1].span.start]
    unclosed = not reading.text(sentences[0].span).rstrip().endswith((".", "!", "?", "”", '"'))
    return own_line and unclosed and bool(one.recipients or len(one.actors) > 1)


def _same_place(one: Event, other: Event) -> bool:
    if one.place is None or other.place is None:
        return True
    return one.place.name.casefold() == other.place.name.casefold() or (
        one.place.country == other.place.country
        and other.place.country is not None
        and one.date is not None
        and one.date == other.date
    )


def _same_deed(reading: Reading, one: Event, other: Event) -> bool:
    if one.type in MEETINGS or _in_headline(reading, one, other):
        return True
    dated = one.date is not None and other.date is not None and one.date.same(other.date)
    return (dated or one.type in DEEDS) and _words_in_common(reading, one, other) >= COMMON_WORDS


def _words_in_common(reading: Reading, one: Event, other: Event) -> float:
    names = {
        word
        for party in (*one.actors, *other.actors, *one.recipients, *other.recipients)
        for word in WORD.findall((party.name or "").lower())
    }
    first, second = (
        set(WORD.findall(_words(reading, event).lower())) - names for event in (one, other)
    )
    return len(first & second) / max(1, len(first), len(second))


def _same_parties(one: Event, other: Event) -> bool:
    if not one.actors or not other.actors:
        return False
    if parties.all_same(one.actors, other.actors) and parties.all_same(
        one.recipients, other.recipients
    ):
        return bool(one.recipients) or len(one.actors) > 1 or one.type not in MUTUAL
    if one.type not in MUTUAL or one.mode == "visit" or other.mode == "visit":
        return False
    return parties.all_same((*one.actors, *one.recipients), (*other.actors, *other.recipients))


def _refers_back(reading: Reading, one: Event, other: Event) -> bool:
    """ "the talks" soon after an event with all its parties, of which it names some and no
    others.
    """
    near = 0 < _sentence(reading, other) - _sentence(reading, one) <= NEAR
    if one.type not in MEETINGS or not near or not BACK.match(_words(reading, other)):
        return False
    told = (*one.actors, *one.recipients)
    named = (*other.actors, *other.recipients)
    return len(told) > 1 and bool(named) and parties.covered(named, told)


def _is_another(reading: Reading, event: Event) -> bool:
    return bool(ANOTHER.search(_words(reading, event)))


def _words(reading: Reading, event: Event) -> str:
    return " ".join(reading.text(span) for span in event.evidence)


def _sentence(reading: Reading, event: Event) -> int:
    start = event.evidence[0].start
    return next((s.index for s in reading.sentences if s.span.start <= start < s.span.end), -1)
