"""How far two authors agree: ``python tools/agree.py [--keep FILE.csv]``.

Draws again what the second author marked (``corpora/second/draw.toml``), takes the first authors'
marks as they stood then from the repository's history, and prints the tables of docs/quality.md.
``--keep`` writes each pair with the fields in which it differs, without texts.
"""

import csv
import sys
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path

from agreement.draws import at, drawn, newcomers
from agreement.pairs import Pair, agreement, commonest, paired
from corpus.markup import CORPORA, Sample, read

FOLDER = CORPORA / "second"


def second() -> list[Sample]:
    """The second author's samples."""
    return [sample for path in sorted(FOLDER.glob("*.xml")) for sample in read(path, "second")]


def first() -> list[Sample]:
    """The same samples with the first authors' marks, drawn as they were drawn."""
    told = tomllib.loads((FOLDER / "draw.toml").read_text(encoding="utf-8"))
    new = newcomers(at(told["until"]), at(told["since"]))
    return drawn(new, told["share"], told["seed"])


def pairs(one: Iterable[Sample], other: Sequence[Sample]) -> list[Pair]:
    """Every pair of marks; the two hold the same texts, or it says which one is missing."""
    by_text = {sample.text: sample for sample in other}
    found: list[Pair] = []
    for sample in one:
        if sample.text not in by_text:
            sys.exit(f"{sample.id} was drawn, but the second author has no text like it")
        found += paired(sample, by_text.pop(sample.text))
    for text in by_text:
        sys.exit(f"the second author has a text that was not drawn: {text[:60]!r}")
    return found


def keep(found: Sequence[Pair], path: Path) -> None:
    """Judgements without texts: the sample, the kind, who marked it, and what differs."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("sample", "kind", "first", "second", "differ"))
        for pair in found:
            who = (int(mark is not None) for mark in (pair.first, pair.second))
            rows.writerow((pair.sample, pair.kind, *who, " ".join(pair.differ)))


def main(words: Sequence[str]) -> int:
    """The table, on standard output."""
    found = pairs(first(), second())
    if words[:1] == ["--keep"]:
        keep(found, Path(words[1]))
    print("\n".join([*agreement(found), "", *commonest(found)]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
