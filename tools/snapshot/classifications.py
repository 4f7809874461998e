"""Product classifications: the titles of the Harmonised System, and the way from it to SITC and
BEC.
"""

import csv
from pathlib import Path

from snapshot.rows import Cell, Origin, Table, once

TITLES = {
    "code": "VARCHAR",
    "section": "VARCHAR",
    "parent": "VARCHAR",
    "title": "VARCHAR",
    "period": "VARCHAR",
}
WAYS = {
    "code": "VARCHAR",
    "period": "VARCHAR",
    "scheme": "VARCHAR",
    "other": "VARCHAR",
    "relation": "VARCHAR",
    "title": "VARCHAR",
}
COMBINED = "all editions"
MENDED = str.maketrans({"Æ": "'", "ô": '"', "ö": '"'})
"""What became of curly quotation marks in the table of WITS."""


def titles(path: Path) -> Table:
    """Chapters, headings and subheadings of HS 2022."""
    rows: list[tuple[Cell, ...]] = [
        (row["hscode"], row["section"], row["parent"], row["description"].strip(), "2022")
        for row in _read(path)
        if row["hscode"]
    ]
    source = "UN Comtrade by github.com/datasets/harmonized-system"
    origin = Origin("HS 2022", "titles of the Harmonised System", source, "2022", "PDDL 1.0")
    return Table("hs_titles", origin, TITLES, once(rows, 1, path.name), (path,))


def correspondences(sitc: Path, bec_2017: Path, bec_2022: Path) -> Table:
    """From subheadings of HS to SITC (fourth revision) and BEC (fourth revision)."""
    rows: list[tuple[Cell, ...]] = []
    for row in _read(sitc, "latin-1"):
        code, _, other, title = row.values()
        rows.append((code, COMBINED, "SITC4", other, "", title.translate(MENDED).strip()))
    for edition, path in (("2017", bec_2017), ("2022", bec_2022)):
        for row in _read(path):
            code, other, relation = row.values()
            if code:
                rows.append((code, edition, "BEC4", other, relation, ""))
    origin = Origin(
        "UN correspondence tables",
        "from HS to SITC and BEC",
        "UN Statistics Division, and the World Bank's WITS",
        "2022",
        "UN Statistics Division, free to use naming the source",
    )
    return Table(
        "correspondences",
        origin,
        WAYS,
        once(rows, 4, "correspondences"),
        (sitc, bec_2017, bec_2022),
    )


def _read(path: Path, encoding: str = "utf-8-sig") -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding=encoding).splitlines()))
