"""Make the trained weights from the corpus: ``python tools/build_weights.py [--check]`` (``make
weights``).

The same corpus and the same locked packages give the same bytes; ``--check`` says whether those in
the tree are they.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from corpus.markup import samples
from training import confidences, events, figures, reliability, statements
from training.statements import Read, readings

ROOT = Path(__file__).resolve().parents[1]
WEIGHTS = ROOT / "src" / "legation" / "lexicon" / "weights"
Made = dict[str, bytes]
MAKERS: tuple[tuple[Path, str, Callable[[list[Read]], Made]], ...] = (
    (WEIGHTS, "train", statements.train),
    (WEIGHTS, "train", events.train),
    (WEIGHTS, "train", figures.train),
    (WEIGHTS, "test", lambda read: {"confidence.json": confidences.train(read)}),
    (ROOT / "docs", "test", lambda read: {"reliability.md": reliability.page(read)}),
)
"""Each folder with the part of the corpus that its files are made from; the curves come last: they
measure what the others do.
"""


def main() -> int:
    """Write each file, or with ``--check`` compare and return 1 where one differs."""
    stale: list[str] = []
    read: dict[str, list[Read]] = {}
    for folder, part, make in MAKERS:
        found = read[part] = read.get(part) or list(readings(samples(part)))
        for name, made in make(found).items():
            path = folder / name
            if "--check" not in sys.argv:
                path.write_bytes(made)
                print(f"{path.name}: {len(made)} bytes from {len(found)} samples")
            elif not path.exists() or path.read_bytes() != made:
                stale.append(path.name)
    if stale:
        print(
            f"not what the corpus gives: {', '.join(stale)}; run make weights and read the scores"
        )
    return bool(stale)


if __name__ == "__main__":
    sys.exit(main())
