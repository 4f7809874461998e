"""Quality on the gold that ``LEGATION_GOLD`` points at: one line a task, as docs/quality.md quotes it.

    LEGATION_GOLD=…/gold python tools/scores.py [TASK ...]

The scorer stands beside the gold (``../score/score.py``), or where ``LEGATION_SCORER`` says. Gold is for measuring only.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

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


class Bench:
    """The gold, its scorer, and a folder for what is made on the way."""

    def __init__(self, gold: Path, scorer: Path, scratch: Path) -> None:
        self.gold, self.scorer, self.scratch = gold, scorer, scratch

    def ledgers(self, task: str) -> str:
        """A task scored on the ledgers of its documents."""
        documents, made, gold = self.scratch / "documents.jsonl", self.scratch / "made.jsonl", self.gold / LEDGERS[task]
        documents.write_text(printed(self.scorer, "inputs", task.split()[0], gold), encoding="utf-8")
        with documents.open("rb") as given, made.open("wb") as file:
            subprocess.run([sys.executable, *READ], stdin=given, stdout=file, check=False)
        return printed(self.scorer, task.split()[0], gold, made)

    def claims(self, task: str) -> str:
        """Claims held against the folder of series that lies with the other data, beside the gold."""
        claims, made, gold = self.scratch / "claims.jsonl", self.scratch / "made.jsonl", self.gold / CLAIMS[task]
        claims.write_text(printed(self.scorer, "inputs", "tsver", gold), encoding="utf-8")
        series = str(self.gold.parent / "data" / "owid")
        made.write_text(printed("-m", "legation", "check", "--claims", claims, "--series", series), encoding="utf-8")
        return printed(self.scorer, "tsver", gold, made)

    def copies(self, _: str) -> str:
        """Copies of one story among the documents of their gold."""
        made = self.scratch / "made.jsonl"
        made.write_text(printed("-m", "legation", "read", "--stories", self.gold / "copies/documents.jsonl"), encoding="utf-8")
        return printed(self.scorer, "copies", self.gold / "copies/pairs_dev.jsonl", made)

    def article(self, _: str) -> str:
        """How much of the article that a careful reader annotated is met."""
        text, made = self.gold.parent / "input" / "eu_kazakhstan_news_az.txt", self.scratch / "made.jsonl"
        made.write_text(printed("-m", "legation", "read", text, "--published", "2024-10-07", "--json"), encoding="utf-8")
        return printed(self.scorer.parent / "article.py", text.with_suffix(".expected.json"), made)


def printed(*script: str | Path) -> str:
    """What a Python script or module prints."""
    command = [sys.executable, *(str(word) for word in script)]
    return subprocess.run(command, capture_output=True, check=True, text=True, encoding="utf-8").stdout.strip()


def main() -> None:
    """Every task, or those named."""
    if "LEGATION_GOLD" not in os.environ:
        sys.exit("set LEGATION_GOLD to the folder that holds the gold; nothing in the package depends on it")
    gold = Path(os.environ["LEGATION_GOLD"])
    scorer = Path(os.environ.get("LEGATION_SCORER", gold.parent / "score" / "score.py"))
    with tempfile.TemporaryDirectory() as scratch:
        bench = Bench(gold, scorer, Path(scratch))
        tasks: dict[str, Callable[[str], str]] = {"copies": bench.copies, "article": bench.article}
        tasks.update(dict.fromkeys(LEDGERS, bench.ledgers))
        tasks.update(dict.fromkeys(CLAIMS, bench.claims))
        for task in sys.argv[1:] or tasks:
            figures = json.loads(tasks[task](task))
            figures.pop("by_type", None)
            print(f"{task:15} {json.dumps(figures)}", flush=True)


if __name__ == "__main__":
    main()
