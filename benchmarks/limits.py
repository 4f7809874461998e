"""Time and memory of the worst inputs that are known, each in a process of its own.

    python benchmarks/limits.py

Doubling an input must about double its time. "peak" is the most memory of the process, of which the
language model alone takes some 180 MB.
"""

import subprocess
import sys

INPUTS = {
    "prices in a line": '"€1 "',
    "percentages in a line": '"5% "',
    "emoji": '"😀🙂"',
    "quotation marks": '"“”"',
    "one quotation mark": '"“"',
    "names without a verb": '"China, "',
    "sentences": '"EU exports to Kazakhstan were €12.1 billion in 2023. "',
}
SIZES = (12_000, 24_000)
PROGRAM = """
import resource, sys, time
from legation import pipeline
from legation.model import Document
series = pipeline.embedded()
pipeline.ledger(Document(id="x", text="China met Japan in 2023."), series)
piece, size = {piece}, {size}
begun = time.process_time()
pipeline.ledger(Document(id="x", text=piece * (size // len(piece))), series)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(f"{{time.process_time() - begun:.2f}} {{peak}}")
"""


def measured(piece: str, size: int) -> tuple[float, int]:
    """CPU seconds and peak MB of one input."""
    program = PROGRAM.format(piece=piece, size=size)
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    seconds, peak = done.stdout.split()
    return float(seconds), int(peak)


def main() -> None:
    """Print a line an input."""
    print(f"{'input':24}" + "".join(f"{size:>9,} s{'MB':>6}" for size in SIZES) + "   ratio")
    for name, piece in INPUTS.items():
        held = [measured(piece, size) for size in SIZES]
        cells = "".join(f"{seconds:>11.2f}{peak:>6}" for seconds, peak in held)
        print(f"{name:24}{cells}{held[1][0] / max(held[0][0], 0.01):>8.1f}", flush=True)


if __name__ == "__main__":
    main()
