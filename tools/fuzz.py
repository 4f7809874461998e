"""Throw inputs at readers, repair, dates, quantities and checks: no crash, no hang, no growth.

    python tools/fuzz.py [--seconds 3600] [--inputs 1000000] [--seed 1]

An input is made of pieces that readers stumble over, or is a file of ours with bytes changed. The
run ends with status 1 at the first input that raises, takes over SLOWEST seconds or lets memory
grow beyond GROWTH; the input is printed with its seed, so that it can be made again.
"""

import argparse
import gzip
import io
import random
import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from legation import documents, mentions, pipeline
from legation.documents import files
from legation.model import Document, Source, UnreadableDocument

SLOWEST = 20.0
"""Seconds of CPU for one input of at most some thousand characters."""
GROWTH = 400
"""MB beyond what the first thousand inputs took."""
SAMPLES = Path(__file__).parents[1] / "examples"
PIECES = (
    "€1 ", "“", "”", "(", "5% ", "1,", ".", "\n", "\t", "–", "China ", "the EU ", "said ", "met ",
    "exports ", "to Japan ", "€12.1 billion ", "in 2023 ", "3 May 2021 ", "last year ", "<p>",
    "&amp;",
    "\u202e", "\x1b[31m", "😀", "ﬁ", "\u00ad", "-\n", "*", "[a](b)", "up from ", "and ", "not ",
    '{"id": "a", "text": "x"}', "WARC/1.0\r\n", "LIMA, 3 May (AP) – ", "02/03/2021\n", "1st ",
    "per cent ",
)  # fmt: skip
NAMES = ("a.txt", "a.html", "a.xml", "a.pdf", "a.docx", "a.warc", "a.jsonl", "a.json", "a.eml", "a")


def text(dice: random.Random) -> str:
    """Pieces one after another; sometimes one of them many times."""
    piece = "".join(dice.choices(PIECES, k=dice.randint(1, 25)))
    return piece * dice.choice((1, 1, 1, 3, 20))


def damaged(data: bytes, dice: random.Random) -> bytes:
    """Bytes with some changed, cut out or said twice, and at times cut short."""
    held = bytearray(data)
    for _ in range(dice.randint(1, 12)):
        at = dice.randrange(len(held) or 1)
        end = at + dice.randint(0, 40)
        held[at:end] = dice.choice((b"", bytes([dice.randrange(256)]), bytes(held[at:end]) * 2))
    return bytes(held[: dice.randrange(len(held) + 1)] if dice.random() < 0.2 else held)


def seeds() -> list[bytes]:
    """The examples of the project, plain, marked up and packed."""
    held = [path.read_bytes()[:20_000] for path in sorted(SAMPLES.glob("*.*")) if path.is_file()]
    page = b"<html><body><article><p>" + held[0] + b"</p></article></body></html>"
    return [*held, page, gzip.compress(held[0])]


def read_file(dice: random.Random, known: Sequence[bytes]) -> object:
    """A damaged file under any name, by the readers."""
    data, name = damaged(dice.choice(known), dice), dice.choice(NAMES)
    try:
        return list(files.contents(io.BytesIO(data), name, name))
    except UnreadableDocument as refusal:
        return refusal


def read_text(dice: random.Random, _: Sequence[bytes]) -> object:
    """A pasted text, from its repair to the verdicts."""
    held = text(dice)
    for found in documents.read([Source(location="-", text=held, language="en")]):
        if isinstance(found, Document):
            return pipeline.ledger(found, SERIES)
    return None


def mend(dice: random.Random, _: Sequence[bytes]) -> object:
    """Repair, and dates and quantities beneath the records."""
    held = text(dice)
    document = Document(id="x", text=held)
    repaired = documents.repair(held)
    assert list(repaired.origin) == sorted(repaired.origin)
    return mentions.find(document, repaired)


SERIES = pipeline.embedded()
WAYS: tuple[Callable[[random.Random, Sequence[bytes]], object], ...] = (read_file, mend, read_text)


def memory() -> int:
    """The most that this process has taken, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def run(seconds: float, most: int, seed: int) -> int:
    """Throw inputs until the time or their number is over; the exit status."""
    known, begun, usual = seeds(), time.monotonic(), 0
    number = 0
    while number < most and time.monotonic() - begun < seconds:
        way = WAYS[number % len(WAYS)]
        started = time.process_time()
        try:
            way(random.Random(f"{seed}:{number}"), known)
        except Exception as fault:  # noqa: BLE001  # whatever it is, it is what we look for
            return told(f"{way.__name__} raised {type(fault).__name__}: {fault}", seed, number)
        if (took := time.process_time() - started) > SLOWEST:
            return told(f"{way.__name__} took {took:.0f} s", seed, number)
        usual = memory() if number < 1_000 else usual
        if memory() > usual + GROWTH:
            return told(f"memory grew to {memory()} MB", seed, number)
        number += 1
    print(f"{number:,} inputs in {time.monotonic() - begun:.0f} s, at most {memory()} MB: no fault")
    return 0


def told(what: str, seed: int, number: int) -> int:
    """Say what was found and how to make it again."""
    print(f"input {number} of seed {seed}: {what}", file=sys.stderr)
    return 1


def main() -> None:
    """The command line."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--seconds", type=float, default=3_600)
    asked.add_argument("--inputs", type=int, default=1_000_000)
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    raise SystemExit(run(given.seconds, given.inputs, given.seed))


if __name__ == "__main__":
    main()
