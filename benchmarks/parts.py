"""What reading in parts costs: one worker beside two, and what that comes to for many documents.

    python benchmarks/parts.py [DOCUMENTS.jsonl] [--size BYTES]

Both runs read the same parts in fresh processes, each with its own start, and must leave the same
bytes. Told are CPU seconds of all processes, wall time, and from the run with one worker what a
million and a hundred million such documents take (docs/scale.md). Two workers may cost 1.15 times
the CPU of one. Exit status 1 if that, or the bytes, do not hold. Without a file it reads
`$LEGATION_GOLD/copies/documents.jsonl`, without that the articles of the package.
"""

import argparse
import hashlib
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import msgspec

from legation.scale.folders import Manifest

EXAMPLES = Path(__file__).parent.parent / "src" / "legation" / "examples" / "articles.jsonl"
BOUND = 1.15
HOUR = 3600
CORES = 16
READ = """
import sys
from pathlib import Path
from legation import scale
order = scale.Order(seconds=120, megabytes=2000)
source, out, workers, size = sys.argv[1:]
scale.read([source], Path(out), order, scale.local(int(workers)), size=int(size))
"""


class Run(NamedTuple):
    """One run: CPU seconds of all its processes, seconds of the clock, peak of the largest
    process in MB, and what it left.
    """

    cpu: float
    wall: float
    peak: float
    manifest: Manifest
    bytes: str


def run(source: Path, out: Path, workers: int, size: int) -> Run:
    """Read in parts, in processes of its own."""
    words = [sys.executable, "-c", READ, str(source), str(out), str(workers), str(size)]
    began = time.monotonic()
    process = subprocess.Popen(words, env=os.environ)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{workers} workers: exit status {process.returncode}")
    manifest = msgspec.json.decode((out / "manifest.json").read_bytes(), type=Manifest)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    cpu, wall = usage.ru_utime + usage.ru_stime, time.monotonic() - began
    return Run(cpu, wall, peak, manifest, _digest(out))


def _digest(out: Path) -> str:
    whole = hashlib.sha256()
    for file in sorted(out.glob("part-*")):
        whole.update(file.read_bytes())
    return whole.hexdigest()


def main() -> None:
    """Print both runs, their ratio, and the reckoning."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("documents", nargs="?", type=Path)
    arguments.add_argument("--size", type=int, default=60_000)
    asked = arguments.parse_args()
    gold = Path(os.environ.get("LEGATION_GOLD", "")) / "copies" / "documents.jsonl"
    source = asked.documents or (gold if gold.is_file() else EXAMPLES)
    with tempfile.TemporaryDirectory() as place:
        one, two = (run(source, Path(place) / str(n), n, asked.size) for n in (1, 2))
    sys.exit(report(source, one, two))


def report(source: Path, one: Run, two: Run) -> int:
    """Print what was measured; 1 if it does not hold."""
    made, ratio = one.manifest, two.cpu / one.cpu
    print(f"{source}: {made.documents:,} documents, {len(made.parts)} parts")
    for name, held in (("one worker", one), ("two workers", two)):
        print(f"{name:12} {held.cpu:7.1f} s of CPU, {held.wall:7.1f} s, {held.peak:.0f} MB")
    same = "the same bytes" if one.bytes == two.bytes else "OTHER BYTES"
    print(f"ratio        {ratio:.2f}; allowed {BOUND}; {same}")
    read = made.documents - made.unreadable
    seconds, given = one.cpu / read, source.stat().st_size / made.documents
    kept = sum(part.bytes for part in made.parts) / made.documents
    print(
        f"a document   {seconds:.3f} s of CPU, {given:,.0f} bytes in, {kept:,.0f} packed bytes out"
    )
    for many in (10**6, 10**8):
        hours = seconds * many / HOUR
        print(
            f"{many:>11,}  {hours:,.0f} core hours: {hours / CORES:,.1f} hours on {CORES} cores, "
            f"{given * many / 1e9:,.1f} GB in, {kept * many / 1e9:,.1f} GB out"
        )
    return int(ratio > BOUND or one.bytes != two.bytes)


if __name__ == "__main__":
    main()
