"""What telling apart texts about nothing that we record costs, and what it loses.

    python benchmarks/traces.py [DOCUMENTS.jsonl ...]

Every text is read whole; then it is asked whether it has a trace of what is recorded. Told are the
records in texts that would have been passed over (at most 0.5 % are allowed), and the CPU of asking
beside that of reading (at most a tenth). Without files it takes all texts, sentences and claims of
`$LEGATION_GOLD`, without that the examples. Exit status 1 if a bound is broken.
"""

import argparse
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec

from legation import pipeline
from legation.mentions import traces
from legation.model import Ledger, Source

EXAMPLES = Path(__file__).parent.parent / "src" / "legation" / "examples" / "articles.jsonl"
LOST, COST = 0.005, 0.1
WORDS = ("text", "sentence", "claim")


def texts(files: list[Path]) -> Iterator[str]:
    """The texts of some files of JSON lines, by whatever name."""
    for file in files:
        for line in file.read_bytes().splitlines():
            row = msgspec.json.decode(line)
            found = next((row[name] for name in WORDS if isinstance(row.get(name), str)), None)
            if found:
                yield found


def main() -> None:
    """Print what is lost and what it costs."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("documents", nargs="*", type=Path)
    files = arguments.parse_args().documents
    gold = os.environ.get("LEGATION_GOLD")
    files = files or (sorted(Path(gold).glob("*/*.jsonl")) if gold else [EXAMPLES])
    sys.exit(report(list(texts(files))))


def report(given: list[str]) -> int:
    """Read and ask; 1 if a bound is broken."""
    sources = [Source(location="-", text=text, id=str(n)) for n, text in enumerate(given)]
    began = time.process_time()
    read = [len(e.records) if isinstance(e, Ledger) else 0 for e in pipeline.ledgers(sources, None)]
    reading = time.process_time() - began
    began = time.process_time()
    kept = [traces.any_in(text) for text in given]
    asking = time.process_time() - began
    passed = [records for records, trace in zip(read, kept, strict=True) if not trace]
    print(f"{len(given):,} texts, {sum(read):,} records in {reading:.1f} s of CPU")
    print(f"passed over: {len(passed):,} texts with {sum(passed):,} records; allowed {LOST:.1%}")
    print(f"asking: {asking:.2f} s, {asking / reading:.2%} of reading; allowed {COST:.0%}")
    return int(sum(passed) > LOST * sum(read) or asking > COST * reading)


if __name__ == "__main__":
    main()
