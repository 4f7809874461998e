"""The golden ledgers of our own example articles: one readable line a record, so that a person can
judge every change.

    python tools/build_golden.py            write tests/golden/*.txt
    python tools/build_golden.py --check    print what would change; exit 1 if anything would

A record is two lines: tier, kind, facts and the words of the evidence; then every other field that
is filled. Left out are ids, sentences and the confidence, which follow from the rest and from the
weights, and of a check all but its verdict. Read the difference before you commit it.
"""

import difflib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from legation import pipeline
from legation.model import (
    Assertion,
    Event,
    Figure,
    Instrument,
    Ledger,
    Party,
    Period,
    Proposal,
    Record,
    Source,
    Span,
    Statement,
)

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "tests" / "golden"
RATE = re.compile(r"\d+% of such")
"""A rate changes with every training of the weights, and would hide what else has changed."""
SUFFIXES = {".txt", ".md", ".html"}
UNSHOWN = {"id", "sentence", "confidence", "tier", "evidence", "check"}
TOLD: dict[type, set[str]] = {
    Statement: {"act", "mode", "content"},
    Event: {"type", "mode", "status", "date"},
    Figure: {"measure", "value", "unit", "reporter", "partner", "period", "nature", "in_favour_of"},
    Instrument: {"instrument", "status", "name", "date"},
    Proposal: {"proposal", "content"},
    Assertion: {"assertion", "subject", "object"},
}
"""Fields that the first line has in full."""


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
        f"{document.language} | {' and '.join(ledger.pair or ()) or '-'}"
    )
    held = {record.id: record for record in ledger.records}
    told = (line for record in ledger.records for line in lines(record, document.text, held))
    return "\n".join([top, *told]) + "\n"


def lines(record: Record, text: str, held: dict[str, Record]) -> tuple[str, str]:
    """One record: its tier, kind, facts and words; then every other filled field."""
    spans = record.content if isinstance(record, Statement | Proposal) else record.evidence
    said = " … ".join(words(span, text) for span in spans)
    kind = type(record).__name__.lower()
    first = f"{record.tier:8} {kind:10} {facts(record)} | {said}"
    return first, "    " + " · ".join(slots(record, text, held))


def slots(record: Record, text: str, held: dict[str, Record]) -> Iterator[str]:
    """The filled fields that the first line does not have, each with its name."""
    for name in record.__struct_fields__:
        value = getattr(record, name)
        if name in UNSHOWN | TOLD[type(record)] or not value:
            continue
        if name == "said_in":
            yield (
                f"said: {facts(held[value])}" if value in held else "said: by a record that is gone"
            )
        else:
            yield f"{name}: {shown(value, text)}"


def shown(value: object, text: str) -> str:
    """A value for the eye: spans as their words, periods as written, the rest field by field."""
    match value:
        case Span():
            return f"“{words(value, text)}”"
        case Period():
            return value.edtf
        case dict():
            return "; ".join(f"{key} ({shown(held, text)})" for key, held in value.items())
        case tuple():
            return ", ".join(shown(one, text) for one in value)
        case Struct():
            held = dict.fromkeys(getattr(value, name) for name in value.__struct_fields__)
            return " ".join(shown(one, text) for one in held if one not in (None, (), {}, "", 0))
        case _:
            return RATE.sub("n% of such", str(value))


def words(span: Span, text: str) -> str:
    return " ".join(span.of(text).split())


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
