"""A stated status or date of an instrument against the register: what was true then, what is true
now.
"""

from datetime import date, timedelta
from unicodedata import normalize

from legation.model import AssertionVerdict, Check, Period, Reading
from legation.records.instruments.candidates.names import Named
from legation.records.instruments.candidates.register import HELD, Row, Stage, stages
from legation.records.instruments.slots.status import Standing
from legation.records.instruments.verifier import reservations

ONCE = frozenset({HELD, "signed", "negotiated", "ratified", "proposed", "planned"})
"""Steps that are taken on a day and over; the others last."""
CAME_ABOUT = frozenset({HELD, "signed", "in_force", "operating"})
LASTS = timedelta(days=4)
"""What a meeting may last: the register has its first or its last day."""
VINTAGE = "November 2026"
"""As the head of the register says; a test holds the two together."""
REACHED = ("proposed", "planned", "negotiated", "signed", "ratified", "in_force")
"""The life of an agreement: what has come further has come this far too."""


def ruling(reading: Reading, named: Named, row: Row, stated: Standing) -> Check | None:
    """The register's word on what a text states.

    Args:
        reading: the document; its day decides what was true then.
        named: the instrument as named in it.
        row: the instrument in the register.
        stated: the status and date that the text gives.

    Returns:
        ``supported`` or ``contradicted`` only on a dated fact of the register; ``None`` where it is
        silent.
    """
    history, published = stages(row), reading.document.published
    if not history or (stated.status == "unknown" and stated.denied is None):
        return None
    ways = (
        _denied(history, stated, published),
        _ahead(history, stated, published),
        _placed(history, stated),
        _dated(history, stated),
    )
    found = next((way for way in ways if way is not None), None)
    verdict, why = found or _then(history, stated.status, published) or (None, "")
    if verdict is None:
        return None
    doubt = reservations.against(reading, named, row, stated) if verdict == "contradicted" else None
    if doubt is not None:
        verdict, why = "not_checkable", f"{why}; but {doubt}"
    now = f"now: {_words(history[-1])} ({row.source or 'register'}; register of {VINTAGE})"
    return Check(verdict=verdict, because=(why, now), tried=1)


Told = tuple[AssertionVerdict, str]


def _denied(history: tuple[Stage, ...], stated: Standing, published: date | None) -> Told | None:
    """A step that the text says was not taken yet, against the day on which the register has it
    taken.

    A text that says when it was not taken speaks of another day than its own, and the register may
    lack the newest step: in both cases there is no verdict.
    """
    if stated.denied is None or published is None or stated.period is not None:
        return None
    taken = next((stage for stage in history if stage.status == stated.denied), None)
    if taken is None:
        return (
            "not_checkable",
            f"register: knows of no day on which it was {stated.denied.replace('_', ' ')}",
        )
    if taken.last_day < published:
        return "contradicted", f"register: {_words(taken)}"
    return (
        ("supported", f"register: {_words(taken)}, still ahead then")
        if taken.first_day > published
        else None
    )


def _ahead(history: tuple[Stage, ...], stated: Standing, published: date | None) -> Told | None:
    """What was planned on the day of the text and has come about since, where the text names no
    other town.
    """
    if stated.status != "planned" or published is None:
        return None
    later = [
        stage for stage in history if stage.first_day > published and stage.status in CAME_ABOUT
    ]
    same_town = [
        stage
        for stage in later
        if stated.place is None or _folded(stage.town) == _folded(stated.place)
    ]
    return (
        ("supported", f"register: still ahead then; {_words(same_town[0])}") if same_town else None
    )


def _placed(history: tuple[Stage, ...], stated: Standing) -> Told | None:
    """The town that the text names, against the register's town for that step."""
    same = [stage for stage in history if _named(stage) == stated.status and stage.town is not None]
    if (
        stated.place is None
        or not same
        or len(same) != len([stage for stage in history if _named(stage) == stated.status])
    ):
        return None
    there = [stage for stage in same if _folded(stage.town) == _folded(stated.place)]
    then = [stage for stage in same if stated.period is not None and _within(stage, stated.period)]
    if not there and then:
        return "contradicted", f"register: {_words(then[0])}, not in {stated.place}"
    both = [stage for stage in there if stage in then]
    if both or (there and stated.period is None):
        return "supported", f"register: {_words((both or there)[-1])}"
    if (
        there
        and stated.period is not None
        and not any(_near(stage, stated.period) for stage in there)
    ):
        return "contradicted", f"register: {_words(there[-1])}, not {stated.period.edtf}"
    return None


def _near(stage: Stage, period: Period) -> bool:
    """Whether they may mean the same days: meetings last, and open periods say nothing against."""
    if period.start is None or period.end is None:
        return True
    return stage.first_day - LASTS <= period.end and period.start <= stage.last_day + LASTS


def _folded(town: str | None) -> str:
    """A town's name without its marks: "Xi'an" and "Xi’an", "Brasília" and "Brasilia"."""
    return "".join(c for c in normalize("NFKD", (town or "").casefold()) if c.isalnum())


def _dated(history: tuple[Stage, ...], stated: Standing) -> Told | None:
    """The date that the text gives for a step, against the register's dates of that step."""
    same = [stage for stage in history if _named(stage) == stated.status]
    if stated.period is None or not same or stated.status == "unknown":
        return None
    fitting = [stage for stage in same if _within(stage, stated.period)]
    if fitting:
        return "supported", f"register: {_words(fitting[0])}"
    closed = stated.period.start is not None and stated.period.end is not None
    if (
        closed
        and stated.status in {"signed", "in_force"}
        and len(same) == 1
        and not _near(same[0], stated.period)
    ):
        return "contradicted", f"register: {_words(same[0])}, not {stated.period.edtf}"
    if closed and same[0].status == HELD and not any(_near(stage, stated.period) for stage in same):
        return "not_checkable", "register: knows of none held then"
    return None


def _then(history: tuple[Stage, ...], status: str, published: date | None) -> Told | None:
    """The status that the text states, against what the register knows for the day of the text."""
    if published is None or status not in {
        "negotiated",
        "signed",
        "ratified",
        "in_force",
        "operating",
        "suspended",
        "ended",
    }:
        return None
    past = [stage for stage in history if stage.first_day <= published]
    for stage in reversed(past):
        if _named(stage) == status or (_rank(stage.status) >= _rank(status) >= 0):
            later = f", then {_words(past[-1])}" if past[-1] is not stage else ""
            return "supported", f"register: {_words(stage)}{later}"
    future = [stage for stage in history if stage.first_day > published and _named(stage) == status]
    return ("contradicted", f"register: not before {future[0].since}") if future else None


def _named(stage: Stage) -> str:
    return "ended" if stage.status == HELD else stage.status


def _rank(status: str) -> int:
    return REACHED.index(status) if status in REACHED else -1


def _within(stage: Stage, period: Period) -> bool:
    """Whether they share a day: a month or a year holds all its days, in the text and in the
    register.
    """
    if period.start is None or period.end is None:
        return False
    return stage.first_day <= period.end and period.start <= stage.last_day


def _words(stage: Stage) -> str:
    """ "held in Samarkand on 2025-04-03", "in force since 2020-03-01", "signed in 2014"."""
    town = f" in {stage.town}" if stage.town else ""
    joint = "on" if stage.exact else "in"
    if stage.status not in ONCE:
        joint = "since"
    return f"{stage.status.replace('_', ' ')}{town} {joint} {stage.since}"
