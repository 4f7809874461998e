"""Measure how far official figures move between the two vintages in the snapshot.

    python tools/measure_revisions.py [--out src/legation/lexicon/data/revision_bands.csv]

The months of exports in the older vintage (DS-045409, 2023-01-13) are compared with the same cells of the newer one
(EasyComext, 2024-11); of imports only those from Kyrgyzstan are in both. Flows under ten million euro a month are left
out: there a single shipment is a large revision. For the EU the largest revision is kept, for single members the 95th
percentile, since one misdirected invoice moves a small dyad by half.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from legation.statistics import codes
from legation.statistics.cells import Key, Table, table

FLOOR = 10_000_000
LEAST = Decimal("0.0001")
HEAD = """# How far exports of one age moved between two vintages of Comext, as a share of the value.
# For the union the largest revision seen, for single members the 95th percentile; flows under 10 million euro a month left out.
# Written by tools/measure_revisions.py.
# Source: DS-045409 extracted 2023-01-13 against EasyComext extracted 2024-11 (Eurostat, CC BY 4.0). Vintage 2024-11.
kind,level,band,compared
"""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=Path)
    out: Path | None = parser.parse_args().out
    older, newer = table("members_products_monthly"), table("members_monthly")
    lines = HEAD + "".join(f"{kind},{level},{band},{count}\n" for level, kind, band, count in measured(older, newer))
    print(lines) if out is None else out.write_text(lines, encoding="utf-8", newline="\n")


def measured(older: Table, newer: Table) -> Iterator[tuple[str, str, Decimal, int]]:
    """(level, kind, band, how many were compared), for the union and for its members."""
    newest = max(held.stop for held in older.covered.values()) - 1
    for level, groups in (("union", [codes.members()]), ("member", [(m,) for m in codes.members()])):
        seen: dict[str, list[float]] = defaultdict(list)
        for group in groups:
            for one, two in _pairs(older, newer, group):
                _compare(one, two, newest, seen)
        for kind in ("newest month", "earlier month", "month of a closed year", "closed year"):
            found = sorted(seen[kind])
            worst = found[-1] if level == "union" else found[len(found) * 95 // 100]
            yield level, kind, max(Decimal(f"{worst:.2g}"), LEAST), len(found)


def _pairs(older: Table, newer: Table, group: tuple[str, ...]) -> Iterator[tuple[dict[int, int], dict[int, int]]]:
    """The sums of a group's monthly totals, one pair a partner and flow."""
    for partner, scheme, flow in sorted(older.covered.keys() & newer.covered.keys()):
        if flow != "exports":
            continue
        keys = [Key(member, partner, scheme, "TOTAL", flow) for member in group]
        yield _sums(older, keys), _sums(newer, keys)


def _sums(of: Table, keys: list[Key]) -> dict[int, int]:
    total: dict[int, int] = defaultdict(int)
    for key in keys:
        for month, value in of.series.get(key, {}).items():
            total[month] += value
    return total


def _compare(one: dict[int, int], two: dict[int, int], newest: int, seen: dict[str, list[float]]) -> None:
    closed = newest // 12 * 12
    for month in one.keys() & two.keys():
        if one[month] >= FLOOR:
            kind = "newest month" if month == newest else "month of a closed year" if month < closed else "earlier month"
            seen[kind].append(abs(two[month] / one[month] - 1))
    for year in range(min(one, default=closed), closed, 12):
        before, after = (sum(cells.get(month, 0) for month in range(year, year + 12)) for cells in (one, two))
        if before >= FLOOR * 12:
            seen["closed year"].append(abs(after / before - 1))


if __name__ == "__main__":
    main()
