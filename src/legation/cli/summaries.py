"""A ledger in a few lines: what a person wants to see of a folder of articles before reading one
of them.
"""

from collections import Counter

from legation.model import Event, Figure, Ledger, Record
from legation.model.signs import visible
from legation.views import events

WIDTH = 100
NAMES = {
    "statement": "statements",
    "event": "events",
    "figure": "figures",
    "instrument": "instruments",
    "proposal": "proposals",
    "assertion": "assertions",
}


def summary(ledger: Ledger) -> str:
    """The document, how much stands in its ledger, and its events and figures; only what is
    sure.
    """
    sure = [record for record in ledger.records if record.tier == "sure"]
    head = " · ".join(
        part
        for part in (
            ledger.document.title or ledger.document.id,
            _day(ledger),
            ledger.document.publisher,
        )
        if part
    )
    counts = Counter(_kind(record) for record in sure)
    counted = ", ".join(
        f"{counts[kind]} {kind if counts[kind] == 1 else name}"
        for kind, name in NAMES.items()
        if counts[kind]
    )
    lines = [head, f"  {counted or 'nothing that we could be sure of'}{_folded(ledger)}"]
    lines += [f"  {_line(record, ledger)}" for record in sure if isinstance(record, Event | Figure)]
    return "\n".join(map(visible, lines)) + "\n"


def _day(ledger: Ledger) -> str | None:
    return ledger.document.published.isoformat() if ledger.document.published else None


def _kind(record: Record) -> str:
    return str(type(record).__struct_config__.tag)


def _folded(ledger: Ledger) -> str:
    unsure = sum(record.tier == "possible" for record in ledger.records)
    return f" ({unsure} less certain)" if unsure else ""


def _line(record: Event | Figure, ledger: Ledger) -> str:
    words = " … ".join(" ".join(span.of(ledger.document.text).split()) for span in record.evidence)
    quoted = words if len(words) <= WIDTH else words[: WIDTH - 1] + "…"
    if isinstance(record, Event):
        return f"{' '.join(events.heading(record, words))}: {quoted}"
    verdict = record.check.verdict.replace("_", " ") if record.check else "not checked"
    return f"{record.value.written} {record.measure.replace('_', ' ')}, {verdict}: {quoted}"
