"""What copies cost, one document at a time: documents a CPU second, memory, and whether what is
found is right.

    python benchmarks/copies.py [DOCUMENTS]

Made-up documents (20,000 unless told), 30 in 100 of them copies of five kinds: whole, cut,
lengthened, half taken over, a word changed here and there; one in fifty a daily bulletin of one
template. Each is told, looked up and kept in a ledger as ``legation add`` does with ledgers that
were read already, some dozens in a transaction.
Bounds: 500 documents a CPU second, memory that grows by less than a quarter over the last half,
precision .99, recall .95. Exit status 1 if one is broken.
"""

import argparse
import random
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations, islice
from pathlib import Path
from typing import NamedTuple

from legation.model import Document, Ledger
from legation.pipeline.collection import TOGETHER
from legation.pipeline.linking import Reconciled
from legation.store import reading, writing

LEAST_RATE, MOST_GROWTH, LEAST_PRECISION, LEAST_RECALL = 500, 1.25, 0.99, 0.95
COPIES, BULLETINS = 0.30, 0.02
LETTERS = str.maketrans("0123456789abcdef", "oiesatnrbulpdmch")
WITHIN = 14
"""Days within which most texts are copied; later only nearly whole ones count."""
WORDS = 40_000
START = date(2023, 1, 1)


class Made(NamedTuple):
    """A document and the story that it tells."""

    document: Document
    story: int


def made(count: int, seed: int = 7) -> Iterator[Made]:
    """Documents of which some copy one of the last days."""
    chance = random.Random(seed)
    recent = max(5, count * WITHIN // 365 // 2)
    originals: list[tuple[int, list[str]]] = []
    for number in range(count):
        day = START + timedelta(days=number * 365 // count)
        kind = chance.random()
        if kind < BULLETINS:
            story, words = number, _bulletin(chance)
        elif kind < BULLETINS + COPIES and originals:
            story, source = chance.choice(originals)
            words = _copied(chance, source)
        else:
            story, words = number, _prose(chance, chance.randint(120, 420))
            originals = [*originals[-recent:], (story, words)]
        yield Made(Document(id=f"d{number}", text=" ".join(words), published=day), story)


def _prose(chance: random.Random, length: int) -> list[str]:
    """Words as frequent as words are, one in fifteen the commonest; in sentences."""
    words = [_word(int(WORDS ** chance.random())) for _ in range(length)]
    for end in range(chance.randint(9, 24), length, 18):
        words[end] = f"{words[end]}."
        words[min(end + 1, length - 1)] = words[min(end + 1, length - 1)].capitalize()
    return words


def _word(rank: int) -> str:
    """A word for each rank, of letters alone."""
    return rank.to_bytes(3, "big").hex().lstrip("0").translate(LETTERS)


def _copied(chance: random.Random, source: list[str]) -> list[str]:
    """A copy: whole, cut, lengthened, half taken over, or changed here and there."""
    half = len(source) // 2
    kind = chance.randrange(5)
    if kind == 0:
        return list(source)
    if kind == 1:
        return source[: max(60, int(len(source) * chance.uniform(0.5, 0.9)))]
    if kind == 2:
        return source + _prose(chance, chance.randint(20, 120))
    if kind == 3:
        return source[:half] + _prose(chance, half - half // 5)
    return [word if place % 25 else "changed" for place, word in enumerate(source)]


def _bulletin(chance: random.Random) -> list[str]:
    """A daily bulletin of one template."""
    things = ("ships", "boxes", "trains", "barrels", "sacks", "lorries", "cranes", "berths")
    told = (
        f"The harbour master of the port counts {chance.randint(10, 9999)} {thing} at the quay."
        for thing in things
    )
    return f"Daily bulletin of the port. {' '.join(told)} Free for reprinting.".split()


def main() -> None:
    """Add, measure, print."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("documents", nargs="?", type=int, default=20_000)
    count = arguments.parse_args().documents
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "copies.sqlite"
        told = {each.document.id: each.story for each in made(count)}
        spent, peaks = _added(path, count)
        with reading(path) as held:
            rows = held.rows("SELECT name, story FROM document")
            found = {str(name): int(story) for name, story in rows}
    sys.exit(report(told, found, spent, peaks))


def _added(path: Path, count: int) -> tuple[list[float], list[int]]:
    """CPU seconds of each tenth, without those of making the documents, and its memory."""
    spent, peaks = [0.0], []
    source, tenth, added = made(count), max(1, count // 10), 0
    with writing(path, Reconciled()) as account:
        while some := list(islice(source, min(TOGETHER, tenth - added % tenth))):
            start = time.process_time()
            with account.together():
                for each in some:
                    account.save(Ledger(document=each.document, records=()))
            spent[-1] += time.process_time() - start
            added += len(some)
            if added % tenth == 0:
                peaks.append(_megabytes())
                spent.append(0.0)
    return spent[: len(peaks)], peaks


def _megabytes() -> int:
    with Path("/proc/self/statm").open(encoding="ascii") as pages:
        return int(pages.read().split()[1]) * resource.getpagesize() // 2**20


def _pairs(stories: dict[str, int]) -> set[tuple[str, str]]:
    groups = defaultdict(list)
    for name, story in stories.items():
        groups[story].append(name)
    return {pair for names in groups.values() for pair in combinations(sorted(names), 2)}


def report(
    told: dict[str, int], found: dict[str, int], spent: list[float], peaks: list[int]
) -> int:
    """Print what was measured; 1 if a bound is broken."""
    wanted, have = _pairs(told), _pairs(found)
    precision = len(wanted & have) / max(1, len(have))
    recall = len(wanted & have) / max(1, len(wanted))
    rate = len(told) / sum(spent)
    growth = peaks[-1] / peaks[len(peaks) // 2 - 1]
    print(f"{len(told)} documents, {sum(spent):.1f} CPU s: {rate:.0f} documents a CPU second")
    tenth = len(told) / len(spent)
    print(f"first tenth {tenth / spent[0]:.0f}, last tenth {tenth / spent[-1]:.0f} a CPU second")
    print(f"memory {peaks[0]} MB after a tenth, {peaks[-1]} MB in the end")
    print(f"pairs of copies: precision {precision:.3f}, recall {recall:.3f}")
    good = rate >= LEAST_RATE and growth <= MOST_GROWTH
    return int(not good or precision < LEAST_PRECISION or recall < LEAST_RECALL)


if __name__ == "__main__":
    main()
