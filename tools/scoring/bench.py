"""One task of the gold: its documents read by our command line, its scorer asked. Gold is for
measuring only.
"""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

READ = ("-m", "legation", "read", "-", "--json", "--mentions", "--no-check")
LEDGERS = {
    "quotes": "quotes/polnear_dev.jsonl",
    "events": "events/plv_train.jsonl",
    "events gsr": "events/plover_gsr.jsonl",
    "detect": "events/detect_dev.jsonl",
    "actors": "events/actors_dev.jsonl",
    "quantities": "numbers/quantities_dev.jsonl",
    "timex": "numbers/timex_dev.jsonl",
    "probes": "numbers/probe_quantities.jsonl",
    "probes periods": "numbers/probe_periods.jsonl",
    "bilateral": "bilateral/dev.jsonl",
}
"""Tasks whose gold holds documents, scored on their ledgers."""
CLAIMS = {"tsver": "claims/tsver_dev.jsonl", "tsver more": "claims/tsver_dev_more.jsonl"}
OTHERS = {
    "copies": "copies/pairs_dev.jsonl",
    "article": "../input/eu_kazakhstan_news_az.expected.json",
}
FILES = {**LEDGERS, **CLAIMS, **OTHERS}
"""Every task with its gold."""
Scores = dict[str, Any]


class Bench:
    """The gold, its scorer, and a folder for what is made on the way."""

    def __init__(self, gold: Path, scratch: Path) -> None:
        self.gold, self.scratch = gold, scratch
        self.scorer = Path(os.environ.get("LEGATION_SCORER", gold.parent / "score" / "score.py"))
        self.unread: dict[str, list[str]] = {}
        """By task, what the documents say that could not be read."""

    def scores(self, task: str) -> Scores:
        """What the scorer says of a task."""
        way: Callable[[str], str] = {"copies": self._copies, "article": self._article}.get(
            task, self._claims if task in CLAIMS else self._ledgers
        )
        found: Scores = json.loads(way(task))
        found.pop("by_type", None)
        return found

    def digest(self, task: str) -> str:
        """The first characters of the hash of a task's gold: floors hold for that gold and no
        other.
        """
        return hashlib.sha256((self.gold / FILES[task]).read_bytes()).hexdigest()[:16]

    def _ledgers(self, task: str) -> str:
        """A task scored on the ledgers of its documents."""
        documents, made, gold = (
            self.scratch / "documents.jsonl",
            self.scratch / "made.jsonl",
            self.gold / LEDGERS[task],
        )
        documents.write_text(
            printed(self.scorer, "inputs", task.split()[0], gold), encoding="utf-8"
        )
        with documents.open("rb") as given, made.open("wb") as file:
            subprocess.run([sys.executable, *READ], stdin=given, stdout=file, check=False)
        ledgers = [json.loads(line) for line in made.read_text(encoding="utf-8").splitlines()]
        self.unread[task] = [
            f"{each['document']['id']}: {each['error']}" for each in ledgers if "error" in each
        ]
        return printed(self.scorer, task.split()[0], gold, made)

    def _claims(self, task: str) -> str:
        """Claims held against the folder of series that lies with the other data, beside the
        gold.
        """
        claims, made, gold = (
            self.scratch / "claims.jsonl",
            self.scratch / "made.jsonl",
            self.gold / CLAIMS[task],
        )
        claims.write_text(printed(self.scorer, "inputs", "tsver", gold), encoding="utf-8")
        series = str(self.gold.parent / "data" / "owid")
        made.write_text(
            printed("-m", "legation", "check", "--claims", claims, "--series", series),
            encoding="utf-8",
        )
        return printed(self.scorer, "tsver", gold, made)

    def _copies(self, _: str) -> str:
        """Copies of one story among the documents of their gold."""
        made = self.scratch / "made.jsonl"
        made.write_text(
            printed("-m", "legation", "read", "--stories", self.gold / "copies/documents.jsonl"),
            encoding="utf-8",
        )
        return printed(self.scorer, "copies", self.gold / "copies/pairs_dev.jsonl", made)

    def _article(self, _: str) -> str:
        """How much of the article that a careful reader annotated is met."""
        text, made = (
            self.gold.parent / "input" / "eu_kazakhstan_news_az.txt",
            self.scratch / "made.jsonl",
        )
        made.write_text(
            printed("-m", "legation", "read", text, "--published", "2024-10-07", "--json"),
            encoding="utf-8",
        )
        return printed(self.scorer.parent / "article.py", text.with_suffix(".expected.json"), made)


def printed(*script: str | Path) -> str:
    """What a Python script or module prints."""
    command = [sys.executable, *(str(word) for word in script)]
    return subprocess.run(
        command, capture_output=True, check=True, text=True, encoding="utf-8"
    ).stdout.strip()


def value(found: Scores, path: str) -> float | None:
    """A measure by its path in what the scorer says ("overlap50.f1"); None where it is not
    there.
    """
    held: Any = found
    for name in path.split("."):
        held = held.get(name) if isinstance(held, dict) else None
    return float(held) if isinstance(held, int | float) else None
