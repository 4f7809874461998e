"""Figure or Assertion + observations -> Check.

Nothing here touches disk or network: :func:`questions` says what to ask, somebody else observes,
:func:`judge` decides.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from legation.checks import (
    arithmetic,
    assertions,
    definitions,
    denials,
    offices,
    stretches,
    totals,
    verdicts,
    wholes,
)
from legation.model import Answer, Assertion, Check, Figure, Question, Reading, Record

__all__ = ["judge", "questions"]


def questions(reading: Reading, records: Sequence[Record]) -> list[Question]:
    """What the records ask of the statistics, under every definition that the text states or
    licenses, and a few more.

    A question's ``licence`` says whether its answer may give a verdict; the unlicensed ones are
    only shown.
    """
    entries = _settled(reading, records)
    return [question for record in entries for question in _asked(reading, entries, record)]


def _asked(reading: Reading, records: list[Record], record: Record) -> list[Question]:
    if isinstance(record, Figure):
        return definitions.of_figure(reading, records, record)
    return assertions.questions(reading, record) if isinstance(record, Assertion) else []


def judge(reading: Reading, records: Sequence[Record], answers: Sequence[Answer]) -> list[Record]:
    """The same records in the same order, figures and assertions with their checks, persons with
    what became of their office.

    Args:
        reading: the document that the records are of.
        records: all its records; the figures of one document check each other.
        answers: what the statistics said to :func:`questions`, in any order; missing answers are
        absences.
    """
    entries, by_record = _settled(reading, records), _by_record(answers)
    denied_of = _denied(reading, entries)
    stood_by = [r for r in entries if r.id not in denied_of]
    found = _findings(reading, stood_by, by_record)

    def judged(record: Record) -> Record:
        denied = denied_of.get(record.id)
        if denied is not None and isinstance(record, Figure | Assertion):
            return replace(record, check=Check(verdict="not_checkable", because=(denied,)))
        if isinstance(record, Figure):
            mine, told = by_record.get(record.id, []), found.get(record.id, [])
            return replace(record, check=verdicts.check(reading, entries, record, mine, told))
        if isinstance(record, Assertion):
            return replace(
                record, check=assertions.check(reading, record, by_record.get(record.id, []))
            )
        return offices.with_offices(record, reading.document.published)

    return [_with_check(own, judged(read)) for own, read in zip(records, entries, strict=True)]


def _settled(reading: Reading, records: Sequence[Record]) -> list[Record]:
    """The records as they are judged: a figure whose sentence fits a frame has its parties."""
    return [_of_figure(reading, r) if isinstance(r, Figure) else r for r in records]


def _of_figure(reading: Reading, figure: Figure) -> Figure:
    settled = wholes.settled(reading, figure)
    return stretches.settled(reading, totals.settled(reading, settled))


def _with_check(own: Record, judged: Record) -> Record:
    """The record as it was read, with the check of what was judged."""
    if isinstance(own, Figure) and isinstance(judged, Figure):
        return replace(own, check=judged.check)
    return judged


def _denied(reading: Reading, records: Sequence[Record]) -> dict[str, str]:
    """By record, why the text does not stand by it; nothing is reckoned from such figures."""
    held = [r for r in records if isinstance(r, Figure | Assertion)]
    found = {r.id: denials.against(reading, records, r) for r in held}
    return {number: why for number, why in found.items() if why is not None}


def _findings(
    reading: Reading, records: list[Record], by_record: dict[str, list[Answer]]
) -> dict[str, list[arithmetic.Finding]]:
    """What the document's arithmetic says of each figure. A sum that fails over a part that its
    series refutes is told only.
    """
    found = arithmetic.findings(reading, records)
    parts = frozenset(part for f in found if f.verdict == "inconsistent" for part in f.rests_on)
    figures = [r for r in records if isinstance(r, Figure) and r.id in parts]
    checks = {
        f.id: verdicts.check(reading, records, f, by_record.get(f.id, []), ()) for f in figures
    }
    wrong = frozenset(number for number, check in checks.items() if check.verdict == "differs")
    return _by_figure([f.unless(wrong) for f in found])


def _by_record(answers: Sequence[Answer]) -> dict[str, list[Answer]]:
    held: dict[str, list[Answer]] = {}
    for answer in answers:
        held.setdefault(answer.question.record, []).append(answer)
    return held


def _by_figure(found: Sequence[arithmetic.Finding]) -> dict[str, list[arithmetic.Finding]]:
    held: dict[str, list[arithmetic.Finding]] = {}
    for finding in found:
        held.setdefault(finding.figure, []).append(finding)
    return held
