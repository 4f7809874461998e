"""Measure how far official figures move between the two vintages in the snapshot.

    python tools/measure_revisions.py [--out src/legation/lexicon/data/revision_bands.csv]

The months of exports in the older vintage (DS-045409, 2023-01-13) are compared with the same cells
of the newer one (EasyComext, 2024-11). Of imports only those from Kyrgyzstan are in both, too few
to stand alone: imports get the wider of what was seen of them and of exports, and single products,
of which nothing is in both, the widest of all.

Flows under ten million euro a month are left out: there a single shipment is a large revision. For
the EU the largest revision is kept, for single members the 95th percentile, since one misdirected
invoice moves a small dyad by half.
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
KINDS = ("newest month", "earlier month", "month of a closed year", "closed year")
HEAD = """# How far figures of one age moved between two vintages of Comext, as a share of the value.
# For the union the largest revision seen, for single members the 95th percentile; flows under 10 million euro a month left out.
# Imports: only those from Kyrgyzstan are in both vintages (see `compared`); the band is the wider of theirs and that of exports.
# Single products: nothing is in both vintages, so they have not been measured; the band is the widest of that kind.
# Written by tools/measure_revisions.py.
# Source: DS-045409 extracted 2023-01-13 against EasyComext extracted 2024-11 (Eurostat, CC BY 4.0). Vintage 2024-11.
kind,level,of,band,compared
"""  # noqa: E501


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=Path)
    out: Path | None = parser.parse_args().out
    older, newer = table("members_products_monthly"), table("members_monthly")
    lines = HEAD + "".join(
        f"{kind},{level},{of},{band},{count}\n"
        for of, level, kind, band, count in bands(older, newer)
    )
    print(lines) if out is None else out.write_text(lines, encoding="utf-8", newline="\n")


def bands(older: Table, newer: Table) -> Iterator[tuple[str, str, str, Decimal, int]]:
    """(of what, level, kind, band, how many were compared): exports, imports and single
    products.
    """
    seen = {
        flow: {(lv, kind): (band, n) for lv, kind, band, n in measured(older, newer, flow)}
        for flow in ("exports", "imports")
    }
    for about, (band, count) in seen["exports"].items():
        yield "exports", *about, band, count
    for about, (band, _) in seen["exports"].items():
        own, count = seen["imports"].get(about, (LEAST, 0))
        yield "imports", *about, max(band, own), count
    for level, kind in seen["exports"]:
        widest = max(
            band for held in seen.values() for (_, of), (band, _) in held.items() if of == kind
        )
        yield "products", level, kind, widest, 0


def measured(
    older: Table, newer: Table, flow: str = "exports"
) -> Iterator[tuple[str, str, Decimal, int]]:
    """(level, kind, band, how many were compared), for the union and for its members, of what is
    in both vintages.
    """
    newest = max(held.stop for held in older.covered.values()) - 1
    for level, groups in (
        ("union", [codes.members()]),
        ("member", [(m,) for m in codes.members()]),
    ):
        seen: dict[str, list[float]] = defaultdict(list)
        for group in groups:
            for one, two in _pairs(older, newer, group, flow):
                _compare(one, two, newest, seen)
        for kind in KINDS:
            found = sorted(seen[kind])
            if found:
                worst = found[-1] if level == "union" else found[len(found) * 95 // 100]
                yield level, kind, max(Decimal(f"{worst:.2g}"), LEAST), len(found)


def _pairs(
    older: Table, newer: Table, group: tuple[str, ...], wanted: str
) -> Iterator[tuple[dict[int, int], dict[int, int]]]:
    """The sums of a group's monthly totals, one pair a partner."""
    for partner, scheme, flow in sorted(older.covered.keys() & newer.covered.keys()):
        if flow != wanted:
            continue
        keys = [Key(member, partner, scheme, "TOTAL", flow) for member in group]
        yield _sums(older, keys), _sums(newer, keys)


def _sums(of: Table, keys: list[Key]) -> dict[int, int]:
    total: dict[int, int] = defaultdict(int)
    for key in keys:
        for month, value in of.series.get(key, {}).items():
            total[month] += value
    return total


def _compare(
    one: dict[int, int], two: dict[int, int], newest: int, seen: dict[str, list[float]]
) -> None:
    closed = newest // 12 * 12
    for month in one.keys() & two.keys():
        if one[month] >= FLOOR:
            kind = (
                "newest month"
                if month == newest
                else "month of a closed year"
                if month < closed
                else "earlier month"
            )
            seen[kind].append(abs(two[month] / one[month] - 1))
    for year in range(min(one, default=closed), closed, 12):
        before, after = (
            sum(cells.get(month, 0) for month in range(year, year + 12)) for cells in (one, two)
        )
        if before >= FLOOR * 12:
            seen["closed year"].append(abs(after / before - 1))


if __name__ == "__main__":
    main()
