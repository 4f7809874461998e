"""The golden ledgers of our own example articles: one readable line a record, so that a person can
judge every change.

    python tools/build_golden.py            write tests/golden/*.txt
    python tools/build_golden.py --check    print what would change; exit 1 if anything would

A line is: tier, kind, facts, and the words of the evidence. Read the difference before you commit
it.
"""

import difflib
import sys
from pathlib import Path

from legation import pipeline
from legation.model import (
    Assertion,
    Event,
    Figure,
    Instrument,
    Ledger,
    Party,
    Proposal,
    Record,
    Source,
    Statement,
)

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "tests" / "golden"
SUFFIXES = {".txt", ".md", ".html"}


def examples() -> list[Path]:
    """Our articles, without the page that lists them."""
    return sorted(
        p for p in (ROOT / "examples").iterdir() if p.suffix in SUFFIXES and p.name != "README.md"
    )


def digest(ledger: Ledger) -> str:
    """A ledger in lines."""
    document = ledger.document
    top = (
        f"{document.title or '-'} | {document.publisher or '-'} | {document.published or '-'} | "
        f"{document.language}"
    )
    return "\n".join([top, *(line(record, document.text) for record in ledger.records)]) + "\n"


def line(record: Record, text: str) -> str:
    """One record: its tier, kind, facts and words."""
    spans = record.content if isinstance(record, Statement | Proposal) else record.evidence
    words = " … ".join(" ".join(span.of(text).split()) for span in spans)
    said = "" if record.said_in is None else " (said)"
    return f"{record.tier:8} {type(record).__name__.lower():10} {facts(record)}{said} | {words}"


def facts(record: Record) -> str:
    """What the record claims, in its own codes."""
    match record:
        case Statement():
            return f"{record.act} {record.mode} by {party(record.speaker)}"
        case Event():
            date = record.date.edtf if record.date else "-"
            sides = f"{parties(record.actors)} > {parties(record.recipients)}"
            return f"{record.type} {record.mode or '-'} {record.status} {sides} {date}"
        case Figure():
            return figure(record)
        case Instrument():
            date = record.date.edtf if record.date else "-"
            return (
                f"{record.instrument} {record.status} {record.name} [{parties(record.parties)}] "
                f"{date}"
            )
        case Proposal():
            return f"{record.proposal} by {party(record.by)} to {parties(record.to)}"
        case Assertion():
            verdict = record.check.verdict if record.check else "-"
            return f"{record.assertion} {record.subject or '-'} / {record.object or '-'} {verdict}"


def figure(record: Figure) -> str:
    """A figure's slots and verdict."""
    period = record.period.edtf if record.period else "-"
    verdict = record.check.verdict if record.check else "-"
    favour = f" favour {record.in_favour_of}" if record.in_favour_of else ""
    sides = f"{record.reporter or '-'}>{record.partner or '-'}"
    interval = f"{record.value.low}..{record.value.high} {record.unit}"
    return f"{record.measure} {interval} {sides} {period} {record.nature}{favour} {verdict}"


def parties(several: tuple[Party, ...]) -> str:
    """Their codes or names."""
    return ",".join(party(one) for one in several) or "-"


def party(one: Party | None) -> str:
    """A person with its country, else the code, else the name."""
    if one is None:
        return "-"
    return f"{one.person} ({one.actor or '?'})" if one.person else one.actor or one.name or "?"


def main() -> None:
    """Write the files, or show how they differ."""
    series, stale = pipeline.embedded(), False
    for article in examples():
        [ledger] = pipeline.ledgers([Source(location=str(article))], series)
        made = digest(ledger) if isinstance(ledger, Ledger) else f"unreadable: {ledger.error}\n"
        target = TARGET / f"{article.stem}.ledger.txt"
        held = target.read_text(encoding="utf-8") if target.exists() else ""
        if "--check" in sys.argv:
            sys.stdout.writelines(
                difflib.unified_diff(
                    held.splitlines(True), made.splitlines(True), target.name, "now"
                )
            )
            stale = stale or held != made
        else:
            target.write_text(made, encoding="utf-8", newline="\n")
    if stale:
        sys.exit(
            "the golden ledgers have changed: read the difference, then python "
            "tools/build_golden.py"
        )


if __name__ == "__main__":
    main()
