"""Check the mark-up of the corpus: ``python tools/check_corpus.py [FILE …]``. Exit status 1 if
anything is wrong.
"""

import sys
from pathlib import Path

from corpus.checking import complaints
from corpus.coverage import shortfalls, summary
from corpus.markup import MarkupError, Sample, read, samples
from corpus.nearness import near_copies


def gathered(paths: list[Path]) -> tuple[list[Sample], list[str]]:
    """The samples of the files named, or of the whole corpus, and what could not be read."""
    found: list[Sample] = []
    wrong: list[str] = []
    for path in paths:
        try:
            found += read(path, "test" if "test" in path.parts else "train")
        except MarkupError as error:
            wrong.append(str(error))
    return found, wrong


def main() -> int:
    """Complaints to standard output, one a line; then what the whole holds."""
    paths = [Path(word) for word in sys.argv[1:]]
    found, wrong = gathered(paths) if paths else (list(samples()), [])
    wrong += [each for sample in found for each in complaints(sample)]
    wrong += [
        f"{one} and {other} share {share:.0%} of their word fours: rewrite one"
        for one, other, share in near_copies(found)
    ]
    if not paths:
        wrong += shortfalls(found)
    print("\n".join([*wrong, summary(found), f"{len(wrong)} complaints"]))
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
