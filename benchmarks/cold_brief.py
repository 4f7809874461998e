"""A brief from a cold start, against loading the language model and running it over the same text.

    python benchmarks/cold_brief.py [ARTICLE] [--runs N]

Both are whole processes, run in turn; the ratio of the medians is what counts (machines are noisy).
The issue that asked for it allows twice the time of the model alone.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from legation.pipeline import model

ROOT = Path(__file__).parent.parent
ALONE = (
    "import sys, pathlib, spacy; "
    "spacy.load(sys.argv[1])(pathlib.Path(sys.argv[2]).read_text(encoding='utf-8'))"
)


def seconds(command: list[str]) -> float:
    """Wall-clock seconds of one run of a command that must succeed."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    """Print both medians and their ratio."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument(
        "article", nargs="?", default=str(ROOT / "examples" / "agency_eu_georgia.txt")
    )
    arguments.add_argument("--runs", type=int, default=7)
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory() as place:
        ours = [
            sys.executable,
            "-m",
            "legation",
            "brief",
            asked.article,
            "--html",
            f"{place}/brief.html",
        ]
        alone = [sys.executable, "-c", ALONE, model(), asked.article]
        pairs = [(seconds(alone), seconds(ours)) for _ in range(asked.runs + 1)][1:]
    model_time, brief_time = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratios = sorted(b / a for a, b in pairs)
    print(
        f"model alone  {model_time:.2f} s   brief {brief_time:.2f} s   (medians of "
        f"{asked.runs} runs in turn, after one warm-up)"
    )
    print(
        f"ratio        {brief_time / model_time:.2f}   pair by pair {ratios[0]:.2f} to "
        f"{ratios[-1]:.2f}; allowed 2.00"
    )


if __name__ == "__main__":
    main()
