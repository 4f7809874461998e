"""How long a check takes: the second claim in one process, and a cold one beside the model alone.

    python benchmarks/check_time.py [--runs 5]

Prints the median of the second claim (it must be under 50 ms), of a cold ``legation check`` and of
loading the language model alone in a process of its own, and their ratio (at most 1.5). Exit
status 1 where a bound is broken.
"""

import argparse
import statistics as numbers
import subprocess
import sys
import time

MODEL = "from legation.language import english; english.pipeline()"
CLAIM = "EU exports to Georgia were €3.6 billion in 2023."
SECOND = "EU exports to Japan were worth €71.3 billion in 2022."
MOST_SECOND, MOST_RATIO = 0.05, 1.5


def cold(*command: str) -> float:
    """Seconds that a process takes from its start to its end."""
    start = time.perf_counter()
    subprocess.run([sys.executable, *command], check=True, capture_output=True)
    return time.perf_counter() - start


def second() -> float:
    """Seconds for a claim after another in one process."""
    from legation import pipeline
    from legation.model import Document
    from legation.statistics import embedded

    series = embedded()
    pipeline.ledger(Document(id="a", text=CLAIM, language="en"), series)
    start = time.perf_counter()
    pipeline.ledger(Document(id="b", text=SECOND, language="en"), series)
    return time.perf_counter() - start


def main() -> int:
    """Measure and tell."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=5)
    runs = options.parse_args().runs
    model = numbers.median(cold("-c", MODEL) for _ in range(runs))
    check = numbers.median(cold("-m", "legation", "check", CLAIM) for _ in range(runs))
    warm = second()
    print(f"second claim {1000 * warm:.0f} ms; cold check {check:.2f} s; model {model:.2f} s")
    print(f"cold check / model: {check / model:.2f}")
    return int(warm > MOST_SECOND or check / model > MOST_RATIO)


if __name__ == "__main__":
    sys.exit(main())
