"""A stated status or date of an instrument against the register: what was true then, what is true now."""

from datetime import date

from legation.model import AssertionVerdict, Check, Period
from legation.records.instruments.register import HELD, Row, Stage, stages
from legation.records.instruments.standing import Standing

REACHED = ("proposed", "planned", "negotiated", "signed", "ratified", "in_force")
"""The life of an agreement: what has come further has come this far too."""


def ruling(row: Row, stated: Standing, published: date | None) -> Check | None:
    """The register's word on what a text states.

    Args:
        row: the instrument in the register.
        stated: the status and date that the text gives.
        published: the day of the text.

    Returns:
        ``supported`` or ``contradicted`` only on a dated fact of the register; ``None`` where it is silent.
    """
    history = stages(row)
    if stated.status == "unknown" or not history:
        return None
    verdict, why = _dated(history, stated) or _then(history, stated.status, published) or (None, "")
    if verdict is None:
        return None
    now = f"now: {_words(history[-1])} ({row.source or 'register'})"
    return Check(verdict=verdict, because=(why, now), tried=1)


def _dated(history: tuple[Stage, ...], stated: Standing) -> tuple[AssertionVerdict, str] | None:
    """The date that the text gives for a step, against the register's dates of that step."""
    same = [stage for stage in history if _named(stage) == stated.status]
    if stated.period is None or not same:
        return None
    fitting = [stage for stage in same if _within(stage, stated.period)]
    if fitting:
        return "supported", f"register: {_words(fitting[0])}"
    closed = stated.period.start is not None and stated.period.end is not None
    if closed and stated.status in {"signed", "in_force"} and len(same) == 1:
        return "contradicted", f"register: {_words(same[0])}, not {stated.period.edtf}"
    return None


def _then(history: tuple[Stage, ...], status: str, published: date | None) -> tuple[AssertionVerdict, str] | None:
    """The status that the text states, against what the register knows for the day of the text."""
    if published is None or status not in {"negotiated", "signed", "ratified", "in_force", "operating", "suspended", "ended"}:
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
    if period.start is None or period.end is None:
        return False
    if len(stage.since) == 4:
        return period.start.year <= int(stage.since) <= period.end.year
    return period.start <= stage.first_day <= period.end


def _words(stage: Stage) -> str:
    return f"{stage.status.replace('_', ' ')} {'in' if stage.status == HELD else 'since'} {stage.since}"
