"""Labels and codes of the inputs into ours, by the crosswalk of the lexicon."""

import csv
from importlib.resources import files


def _table(name: str) -> list[dict[str, str]]:
    text = (
        files("legation.lexicon")
        .joinpath("data")
        .joinpath(f"{name}.csv")
        .read_text(encoding="utf-8")
    )
    return list(
        csv.DictReader(line for line in text.splitlines() if line and not line.startswith("#"))
    )


ROWS = _table("statistical_codes")
OURS = {row["code"]: row["code"] for row in ROWS}
ENGLISH = {row["label"]: row["code"] for row in ROWS if row["label"]}
# The labels of 2016 came in French, and there "Guinea" is Guinea-Bissau.
FRENCH = ENGLISH | {row["label_fr"]: row["code"] for row in ROWS if row["label_fr"]}
COMEXT = {row["comext"]: row["code"] for row in ROWS if row["comext"] and row["code"] != "EUR:EU28"}
NAMES = {row["name"]: row["code"] for row in ROWS}
ALPHA2 = {row["alpha2"]: row["code"] for row in ROWS if row["alpha2"]}


def known(label: str, codes: dict[str, str], file: str) -> str:
    """Our code of a label; an unknown one stops the build."""
    if label not in codes:
        raise SystemExit(
            f"{file}: no code for {label!r}; add it to lexicon/data/statistical_codes.csv"
        )
    return codes[label]


EUROSTAT = {row["eurostat"]: row["code"] for row in ROWS if row["eurostat"]}
ANY = EUROSTAT | ALPHA2 | COMEXT
MEMBERS = {row["code"] for row in _table("eu_membership")}
CUT = {label[:12]: code for label, code in ENGLISH.items() if code in MEMBERS}
"""Members' labels as one input writes them, cut after twelve letters."""
