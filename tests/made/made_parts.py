"""Documents that are read in parts, and what should come out of them."""

import gzip
import hashlib
import json
from pathlib import Path

from legation.scale.parts import Order

ORDER = Order(check=False, seconds=60, megabytes=1000)
SIZE = 400
"""Bytes of a part: two or three of the documents below."""
SENTENCES = (
    "Peru's foreign minister Elsa Roca met her Chilean counterpart in Lima on 5 May 2024.",
    "Kenya exported goods worth $1.2 billion to Uganda in 2023, the ministry said.",
    "Japan denied that it had offered Vietnam a loan.",
)


def documents(count: int) -> list[dict[str, object]]:
    """Short texts: every third in a language that is not read, one empty, two ids used twice."""
    rows: list[dict[str, object]] = []
    for n in range(count):
        id = f"doc-{n % (count - 3)}" if n > count - 3 else f"doc-{n}"
        language = "de" if n % 3 == 2 else "en"
        text = "" if n == 4 else f"{SENTENCES[n % len(SENTENCES)]} Number {n}."
        rows.append({"id": id, "text": text, "language": language})
    return rows


def write(folder: Path, count: int) -> Path:
    """A file of them."""
    path = folder / "wire.jsonl"
    lines = [json.dumps(row) + "\n" for row in documents(count)]
    path.write_text("".join(lines), encoding="utf-8")
    return path


def digests(folder: Path) -> dict[str, str]:
    """What a run leaves, but for the plan, which knows when its input was written."""
    return {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.iterdir())
        if file.name != "plan.json"
    }


def lines(folder: Path) -> list[bytes]:
    """The lines of all parts together."""
    packed = sorted(folder.glob("part-*.jsonl.gz"))
    return [line for file in packed for line in gzip.decompress(file.read_bytes()).splitlines()]
