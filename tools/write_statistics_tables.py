"""Fill the tables of docs/statistics.md from the manifest, the measured bands and the rows of the
providers.

    python tools/write_statistics_tables.py [--check] docs/statistics.md

With ``--check`` nothing is written, and the exit status is 1 if the page is not as it should be.
"""

import argparse
import sys
from pathlib import Path

from legation.statistics import bands, snapshots
from legation.statistics.providers.registry import providers

KINDS = ("newest month", "earlier month", "month of a closed year", "closed year")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--check", action="store_true")
    parser.add_argument("page", type=Path)
    inputs = parser.parse_args()
    written = inputs.page.read_text(encoding="utf-8")
    filled = written
    for name, lines in {
        "snapshot": _snapshot(),
        "bands": _bands(),
        "providers": _providers(),
    }.items():
        begin, end = f"<!-- {name}:begin -->", f"<!-- {name}:end -->"
        before, after = filled.split(begin)[0], filled.split(end)[1]
        filled = before + "\n".join([begin, *lines, end]) + after
    if not inputs.check:
        inputs.page.write_text(filled, encoding="utf-8", newline="\n")
    sys.exit(1 if inputs.check and filled != written else 0)


def _snapshot() -> list[str]:
    return [
        f"| `{h.name}` | {h.title} | {h.first} to {h.last} | {h.rows:,} | {h.dataset}, "
        f"{h.vintage} | {h.licence} |"
        for h in snapshots()
    ]


def _bands() -> list[str]:
    held = [
        (level, bands.measured(of))
        for of in ("exports", "imports", "products")
        for level in ("union", "member")
    ]
    return [
        f"| {kind} | " + " | ".join(f"{of[level, kind] * 100:.3g} %" for level, of in held) + " |"
        for kind in KINDS
    ]


def _providers() -> list[str]:
    return [
        f"| {row.title} | {', '.join(row.datasets)} | {row.licence} | "
        f"{f'`{row.key}`' if row.key else '–'} |"
        for row in providers().values()
    ]


if __name__ == "__main__":
    main()
