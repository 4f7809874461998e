"""Quality on the gold that ``LEGATION_GOLD`` points at: one line a task, as the README and docs/quality.md quote it.

    LEGATION_GOLD=…/gold python tools/scores.py [TASK ...]

The scorer stands beside the gold (``../score/score.py``), or where ``LEGATION_SCORER`` says. Gold is for measuring only.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

GOLD = {
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


def score(task: str, gold: Path, scorer: Path, place: Path) -> str:
    """The figures of one task, as the scorer prints them."""
    kind = task.split()[0]
    documents, ledgers = place / "documents.jsonl", place / "ledgers.jsonl"
    documents.write_text(printed(scorer, "inputs", kind, gold), encoding="utf-8")
    with documents.open("rb") as given, ledgers.open("wb") as made:
        command = [sys.executable, "-m", "legation", "read", "-", "--json", "--mentions", "--no-check"]
        subprocess.run(command, stdin=given, stdout=made, check=False)
    return printed(scorer, kind, gold, ledgers)


def printed(*script: str | Path) -> str:
    """What a Python script prints."""
    command = [sys.executable, *(str(word) for word in script)]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout.strip()


def article(gold: Path, scorer: Path, place: Path) -> str:
    """How much of the article that a careful reader annotated is met."""
    text = gold.parent / "input" / "eu_kazakhstan_news_az.txt"
    made = place / "article.jsonl"
    command = [sys.executable, "-m", "legation", "read", str(text), "--published", "2024-10-07", "--json"]
    made.write_bytes(subprocess.run(command, capture_output=True, check=True).stdout)
    return printed(scorer.parent / "article.py", text.with_suffix(".expected.json"), made)


def main() -> None:
    """Every task, or those named."""
    if "LEGATION_GOLD" not in os.environ:
        sys.exit("set LEGATION_GOLD to the folder that holds the gold; nothing in the package depends on it")
    gold = Path(os.environ["LEGATION_GOLD"])
    scorer = Path(os.environ.get("LEGATION_SCORER", gold.parent / "score" / "score.py"))
    wanted = sys.argv[1:] or [*GOLD, "article"]
    with tempfile.TemporaryDirectory() as place:
        for task in wanted:
            found = (
                article(gold, scorer, Path(place)) if task == "article" else score(task, gold / GOLD[task], scorer, Path(place))
            )
            figures = json.loads(found)
            figures.pop("by_type", None)
            print(f"{task:15} {json.dumps(figures)}", flush=True)


if __name__ == "__main__":
    main()
