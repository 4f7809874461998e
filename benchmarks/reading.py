"""What `legation read` costs beside the stock language pipeline alone: CPU seconds, whole process
against whole process.

    python benchmarks/reading.py [DOCUMENTS.jsonl] [--runs N]

Ours is everything that the command does: start, read, repair, parse, extract, check, print. The
other is a process that loads the same language model as it is installed (spaCy's own settings, one
thread) and runs `nlp.pipe` over the same texts, nothing more; of it the pipe alone is told too.
Both are run in turn; machines are noisy, so only ratios of one run count. The bound is 0.80 and 1
GB. Exit status 1 if either is broken.

Without a file it reads `$LEGATION_GOLD/copies/documents.jsonl`, or, without that, the articles
under examples/ some times over, each time a little different, for there is nothing to be won there
by remembering a paragraph.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from legation.pipeline import model

EXAMPLES = Path(__file__).parent.parent / "examples"
TIMES = 12
BOUND, MEMORY = 0.80, 1024
STOCK = """
import json, sys, time, warnings
warnings.simplefilter("ignore")
import spacy
nlp = spacy.load(sys.argv[1])
with open(sys.argv[2], encoding="utf-8") as lines:
    texts = [json.loads(line)["text"] for line in lines]
start = time.process_time()
for doc in nlp.pipe(texts):
    pass
print(time.process_time() - start)
"""
ONE_THREAD = {f"{library}_NUM_THREADS": "1" for library in ("OMP", "OPENBLAS", "MKL", "BLIS")}


class Run(NamedTuple):
    """One process: CPU seconds of it and its children, the peak of its memory in MB, what it
    printed.
    """

    cpu: float
    peak: float
    printed: str


def run(command: list[str]) -> Run:
    """Run a command that must succeed (1 is `read`'s word for a document that could not be
    read).
    """
    with tempfile.TemporaryFile("w+", encoding="utf-8") as out:
        process = subprocess.Popen(
            command, stdout=out, stderr=subprocess.DEVNULL, env={**os.environ, **ONE_THREAD}
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            sys.exit(f"{' '.join(command[:4])} …: exit status {process.returncode}")
        out.seek(0)
        return Run(usage.ru_utime + usage.ru_stime, _megabytes(usage), out.read())


def _megabytes(usage: resource.struct_rusage) -> float:
    return usage.ru_maxrss / (1024 if sys.platform == "linux" else 1024 * 1024)


def documents(place: Path) -> Path:
    """The file to read where none is named."""
    gold = Path(os.environ.get("LEGATION_GOLD", "")) / "copies" / "documents.jsonl"
    if gold.is_file():
        return gold
    texts = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt"))]
    written = place / "documents.jsonl"
    with written.open("w", encoding="utf-8") as out:
        for n in range(TIMES):
            for text in texts:
                print(
                    json.dumps({"text": text.replace(". ", f" ({n}). ") if n else text}), file=out
                )
    return written


def main() -> None:
    """Print both, their ratios and our memory."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("documents", nargs="?", type=Path, help="JSON lines with a text each")
    arguments.add_argument("--runs", type=int, default=2, help="pairs of runs")
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory() as place:
        file = str(asked.documents or documents(Path(place)))
        stock = [sys.executable, "-c", STOCK, model(), file]
        ours = [sys.executable, "-m", "legation", "read", file, "--json"]
        pairs = [(run(stock), run(ours)) for _ in range(asked.runs)]
    sys.exit(report(file, pairs))


def report(file: str, pairs: list[tuple[Run, Run]]) -> int:
    """Print the medians of the pairs; 1 if a bound is broken."""
    ratios = sorted(ours.cpu / stock.cpu for stock, ours in pairs)
    pipe = [float(stock.printed) for stock, _ in pairs]
    ratio, peak = statistics.median(ratios), max(ours.peak for _, ours in pairs)
    print(f"{file}, {len(pairs)} pairs of runs in turn, medians, CPU seconds of whole processes")
    print(
        f"as installed  {statistics.median(stock.cpu for stock, _ in pairs):6.1f} s "
        f"(its pipe alone {statistics.median(pipe):.1f} s), peak "
        f"{max(stock.peak for stock, _ in pairs):.0f} MB"
    )
    print(
        f"legation read {statistics.median(ours.cpu for _, ours in pairs):6.1f} s, peak "
        f"{peak:.0f} MB; allowed {MEMORY} MB"
    )
    print(
        f"ratio         {ratio:.2f}   pair by pair {ratios[0]:.2f} to {ratios[-1]:.2f}; "
        f"allowed {BOUND:.2f}"
    )
    against = statistics.median(
        ours.cpu / alone for (_, ours), alone in zip(pairs, pipe, strict=True)
    )
    print(f"              {against:.2f}   against its pipe alone, after it has loaded")
    return int(ratio > BOUND or peak > MEMORY)


if __name__ == "__main__":
    main()
