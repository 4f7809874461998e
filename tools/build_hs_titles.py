"""Write the titles of HS sections and chapters, and of the subheadings that the snapshot holds,
into the lexicon.

    python tools/build_hs_titles.py --titles harmonized-system.csv --sections sections.csv
    --critical CSV --out hs_titles.csv

``--critical`` is the trade file whose CN8 codes are in the snapshot; their first six digits are HS
subheadings.
"""

import argparse
import csv
from collections.abc import Iterator
from pathlib import Path

HEAD = """# Titles of the Harmonised System: sections, chapters, and the subheadings of the raw materials in the snapshot.
# Source: datasets/harmonized-system (PDDL), HS 2022. Written by tools/build_hs_titles.py. Vintage 2026-11.
"""  # noqa: E501


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("titles", "sections", "critical", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    inputs = parser.parse_args()
    wanted = {row["PRODUCT_NC"][:6] for row in _read(inputs.critical)}
    with inputs.out.open("w", encoding="utf-8", newline="") as out:
        out.write(HEAD)
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["code", "section", "title"])
        writer.writerows(
            (row["section"], row["section"], _plain(row["name"])) for row in _read(inputs.sections)
        )
        writer.writerows(_titles(inputs.titles, wanted))


def _titles(path: Path, wanted: set[str]) -> Iterator[tuple[str, str, str]]:
    for row in _read(path):
        if row["level"] == "2" or row["hscode"] in wanted:
            yield (
                row["hscode"],
                row["section"] if row["section"] != "TOTAL" else "",
                _plain(row["description"]),
            )


def _plain(title: str) -> str:
    stripped = title.strip()
    return stripped[0].upper() + stripped[1:]


def _read(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))


if __name__ == "__main__":
    main()
