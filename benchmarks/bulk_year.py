"""A bulk year of Comext: turned into Parquet in bounded memory, and a dyad by chapter out of it;
pandas beside it.

    python benchmarks/bulk_year.py [--rows 26000000] [--keep FOLDER]

Prints, for the conversion, seconds and the peak memory of its own process; for the question, the
median of warm runs in the library; and the same question put by pandas to the same Parquet and text
files (with `pip install pandas pyarrow`).
"""

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from legation.statistics import bulk

ROOT = Path(__file__).parent.parent
RUNS = 7
CONVERT = (
    "import sys, pathlib; from legation.statistics import bulk; "
    "print(bulk.convert(*map(pathlib.Path, sys.argv[1:])))"
)
PANDAS_PARQUET = """
import sys, time, pandas
start = time.perf_counter()
rows = pandas.read_parquet(sys.argv[1], filters=[("partner", "=", "KZ"), ("flow", "=", 1)])
made = rows.groupby(rows["product"].str[:2])["value_eur"].sum()
print(len(made), time.perf_counter() - start)
"""
PANDAS_TEXT = """
import sys, time, pandas
start = time.perf_counter()
total = None
columns = ["PARTNER", "FLOW", "PRODUCT_NC", "VALUE_EUR"]
for rows in pandas.read_csv(sys.argv[1], usecols=columns, dtype={"PARTNER": str,
    "PRODUCT_NC": str}, chunksize=2_000_000):
    rows = rows[(rows["PARTNER"] == "KZ") & (rows["FLOW"] == 1)]
    part = rows.groupby(rows["PRODUCT_NC"].str[:2])["VALUE_EUR"].sum()
    total = part if total is None else total.add(part, fill_value=0)
print(len(total), time.perf_counter() - start)
"""


def measured(*command: str) -> tuple[str, float, float]:
    """What a Python process prints, its seconds, and the peak memory of the largest child so far
    in MB.
    """
    start = time.perf_counter()
    done = subprocess.run([sys.executable, *command], check=True, capture_output=True, text=True)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return done.stdout.strip(), time.perf_counter() - start, peak


def median(task: Callable[[], object]) -> float:
    """Median milliseconds of some warm runs."""
    task()
    spent = []
    for _ in range(RUNS):
        start = time.perf_counter()
        task()
        spent.append(1000 * (time.perf_counter() - start))
    return statistics.median(spent)


def main() -> None:
    """Make the file, convert it, ask, and let pandas do the same."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--rows", type=int, default=26_000_000)
    arguments.add_argument(
        "--keep", type=Path, help="a folder for the files, kept for the next run"
    )
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = asked.keep or Path(scratch)
        text, year = folder / f"year_{asked.rows}.dat", folder / f"year_{asked.rows}.parquet"
        rows, seconds, peak = measured("-c", CONVERT, str(made(text, asked.rows)), str(year))
        print(
            f"convert    {rows} rows in {seconds:.0f} s, peak {peak:.0f} MB "
            f"({text.stat().st_size >> 20} MB of text)"
        )
        for name, reporter in (("all members", None), ("one member", "DE")):
            spent = median(lambda reporter=reporter: bulk.chapters(year, reporter, "KZ", "imports"))  # type: ignore[misc]
            print(
                f"question   a dyad by chapter, {name}: {spent:.0f} ms (median of {RUNS} warm runs)"
            )
        for name, script, file in (("Parquet", PANDAS_PARQUET, year), ("text", PANDAS_TEXT, text)):
            print(f"pandas     the same from {name}: {pandas_says(script, file)}")


def made(text: Path, rows: int) -> Path:
    """The text file, made now unless it is kept from before. In a process of its own: its memory
    is not ours.
    """
    if not text.exists():
        subprocess.run(
            [
                sys.executable,
                str(ROOT / "tools" / "make_bulk_year.py"),
                str(text),
                "--rows",
                str(rows),
            ],
            check=True,
        )
    return text


def pandas_says(script: str, file: Path) -> str:
    """Seconds inside pandas and the peak of its process, or that it is not installed."""
    try:
        printed, _, peak = measured("-c", script, str(file))
    except subprocess.CalledProcessError as error:
        return f"not measured ({error.stderr.strip().splitlines()[-1]})"
    return f"{float(printed.split()[1]) * 1000:.0f} ms, peak of all so far {peak:.0f} MB"


if __name__ == "__main__":
    main()
